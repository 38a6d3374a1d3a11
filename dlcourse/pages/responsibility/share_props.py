"""A share as it is drawn: who does what in it, what is missing, its form, and its versions."""

from collections.abc import Mapping
from typing import TypedDict

from dlcourse.domain.responsibility.messages import ANSWER, EndShare, SetShareAside, ShareOut
from dlcourse.domain.responsibility.people import ShareText
from dlcourse.domain.responsibility.views import ResponsibilityView, ShareCard
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.fields import TextField, known_line, required_line, required_text, text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.registers.versioned_text import KEEP_NEWEST, VersionedProps, versioned_props
from dlcourse.pages.responsibility import words
from dlcourse.pages.responsibility.document import contributors, gap_lines

SLOT = "responsibility/"
"""How the slots of all forms begin."""


class ShareLine(TypedDict):
    """A part of a share, with its lines."""

    name: str
    lines: list[str]


class ShareProps(TypedDict):
    """A share; ``whole`` is said if nothing is missing, otherwise ``gaps`` say what is."""

    id: str
    title: str
    lines: list[ShareLine]
    gaps_title: str
    gaps: list[str]
    whole: str
    opens: str
    text: VersionedProps
    end_title: str
    end: FormProps


def share_props(card: ShareCard, view: ResponsibilityView) -> ShareProps:
    """The share as it is drawn."""
    return {
        "id": card.id,
        "title": card.share.what,
        "lines": share_lines(card.share),
        "gaps_title": words.GAPS_TITLE,
        "gaps": gap_lines(card),
        "whole": "" if card.gaps else words.WHOLE,
        "opens": words.CHANGE,
        "text": _versions(card, view),
        "end_title": words.END,
        "end": form(
            EndShare,
            f"{SLOT}{card.id}/end",
            [required_text("words", words.END_ASK, ANSWER)],
            fixed={"share": card.id},
            submit=words.END_IT,
        ),
    }


def share_lines(share: ShareText) -> list[ShareLine]:
    """Who does what; what is empty is left out."""
    said = {
        "leads": list(share.leads),
        "contributes": contributors(share),
        "learns": list(share.learns),
        "answers": [share.answers],
        "authority": [share.authority],
        "stand_in": [share.stand_in],
        "paid": [share.paid],
        "today": list(share.today),
    }
    return [{"name": words.LABELS[field], "lines": lines} for field, lines in said.items() if any(lines)]


def new_share(view: ResponsibilityView) -> FormProps:
    """The form for one more piece of leading."""
    fields = _fields({}, view.people)
    return form(ShareOut, f"{SLOT}new", fields, fixed={"after": 0}, fresh="share", submit=words.SAVE)


def _versions(card: ShareCard, view: ResponsibilityView) -> VersionedProps:
    def edit(after: int, settles: int, answers: Mapping[str, str]) -> FormProps:
        return form(
            ShareOut,
            f"{SLOT}{card.id}/{after}/{settles}",
            _fields(answers, view.people),
            fixed={"share": card.id, "after": after, "settles": settles},
            submit=words.SAVE_CHOSEN if settles else words.SAVE_CHANGES,
        )

    def aside(rival: int) -> FormProps:
        fixed = {"share": card.id, "rival": rival}
        return form(SetShareAside, f"{SLOT}{card.id}/aside/{rival}", [], fixed=fixed, submit=KEEP_NEWEST)

    return versioned_props(card.text, words.LABELS, edit, aside)


def _fields(answers: Mapping[str, str], people: tuple[str, ...]) -> list[TextField]:
    """The questions in their order. Names that are on the map already are suggested."""
    asked = {field: (ask, hint, answers.get(field, "")) for field, (ask, hint) in words.ASKS.items()}
    return [_field(field, *parts, people) for field, parts in asked.items()]


def _field(field: str, ask: str, hint: str, value: str, people: tuple[str, ...]) -> TextField:
    if field == "what":
        return required_line(field, ask, MOST_LETTERS, hint, value)
    if field in {"answers", "stand_in"}:
        return known_line(field, ask, MOST_LETTERS, people, value)
    return text(field, ask, ANSWER, hint, value)
