"""How a text that several people may write is drawn: its form, its versions, and two texts written at the same time."""

from collections.abc import Callable, Mapping
from typing import TypedDict

from dlcourse.domain.registers.versioned_text import VersionedView, VersionView
from dlcourse.domain.registers.word_difference import TextPassage
from dlcourse.pages.form import FormProps
from dlcourse.pages.props import NamedText

BEGUN = 5
"""From how many earlier versions somebody's unsaved text is still found."""
EARLIER = "Earlier versions"
UNSAVED = "Your text that is not saved yet"
FROM_EARLIER = (
    "You began this text before the newest one was saved. If you save it, both stay, and you decide between them."
)
TWO_TEXTS = "Two texts, written at the same time"
DECIDE = "Both are kept. Decide which one counts, or write one that has the best of both."
NEWEST, OTHER = "The newest text", "The other text"
KEEP_NEWEST = "Keep the newest text"
FATES = {"same": "", "removed": "removed", "added": "added"}
"""How a passage is called for somebody who cannot see how it is drawn."""


class PassageProps(TypedDict):
    """Words, and whether they were removed or added (empty if they stayed)."""

    fate: str
    words: str


class ChangedField(TypedDict):
    """A field of a version, with what changed in it."""

    name: str
    passages: list[PassageProps]


class TextVersionProps(TypedDict):
    """A version: its author's name (may be empty), when it was saved (ISO 8601), and its fields."""

    by: str
    at: str
    fields: list[ChangedField]


class RivalProps(TypedDict):
    """Two texts that were written at the same time, and the two forms to decide between them."""

    title: str
    note: str
    newest_title: str
    newest: list[NamedText]
    other_title: str
    other: TextVersionProps
    form: FormProps
    aside: FormProps


class VersionedProps(TypedDict):
    """A text with its form. ``begun`` are forms for texts that were begun from an earlier version.

    One of these is drawn only if somebody has written something in it that is not saved.
    """

    edit: FormProps
    begun: list[FormProps]
    begun_title: str
    begun_note: str
    rivals: list[RivalProps]
    earlier_title: str
    earlier: list[TextVersionProps]


TextForm = Callable[[int, int, Mapping[str, str]], FormProps]
"""Makes the form for a version: which one it builds on, which rival it settles, and what stands in it at first."""


def versioned_props(
    view: VersionedView, labels: Mapping[str, str], text_form: TextForm, aside: Callable[[int], FormProps]
) -> VersionedProps:
    """The text as it is drawn. ``labels`` name its fields; ``aside`` makes the form that decides against a rival.

    A text that does not exist yet can be begun by two people as well, so ``text_form`` is also asked for version 0.
    """
    now = view.newest.answers if view.newest else {}
    before = sorted(version.number for version in view.earlier if version.number < view.count)[-BEGUN:]
    first = [0] if view.count else []
    return {
        "edit": text_form(view.count, 0, now),
        "begun": [text_form(number, 0, now) for number in (*first, *before)],
        "begun_title": UNSAVED,
        "begun_note": FROM_EARLIER,
        "rivals": [
            {
                "title": TWO_TEXTS,
                "note": DECIDE,
                "newest_title": _headed(NEWEST, view.newest.by if view.newest else ""),
                "newest": named_answers(now, labels),
                "other_title": _headed(OTHER, rival.by),
                "other": version_props(rival, labels),
                "form": text_form(view.count, rival.number, rival.answers),
                "aside": aside(rival.number),
            }
            for rival in view.rivals
        ],
        "earlier_title": EARLIER,
        "earlier": [version_props(version, labels) for version in view.earlier],
    }


def named_answers(answers: Mapping[str, str], labels: Mapping[str, str]) -> list[NamedText]:
    """The answers that are not empty, under the names of their fields."""
    return [{"name": label, "text": answers[field]} for field, label in labels.items() if answers.get(field)]


def version_props(version: VersionView, labels: Mapping[str, str]) -> TextVersionProps:
    """A version with what changed in it."""
    fields: list[ChangedField] = [
        {"name": label, "passages": [_passage(each) for each in version.changes.get(field, ())]}
        for field, label in labels.items()
    ]
    return {"by": version.by, "at": version.at, "fields": [each for each in fields if each["passages"]]}


def _passage(passage: TextPassage) -> PassageProps:
    return {"fate": FATES[passage.fate], "words": passage.words}


def _headed(title: str, by: str) -> str:
    return f"{title}, by {by}" if by else title
