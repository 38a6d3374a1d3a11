"""One's own expertise: a sentence for each level, what one would like to learn, and the profile in words."""

from collections.abc import Iterable
from typing import TypedDict

from dlcourse.domain.expertise.profile import ExpertiseLine, ExpertiseView, MyExpertise, SayExpertise
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.props import MeasureProps, MenuOption, NotedTable, PageProps
from dlcourse.pages.single_view import SingleState, single, single_props
from dlcourse.pages.words import counted, listed

LEVELS = (
    "none",
    "with somebody beside me",
    "in simple cases",
    "on my own",
    "also where it is difficult",
    "others learn it from me",
)
"""What each level means whatever the expertise, in the words of a team file's guide."""


class AbilityProps(TypedDict):
    """One ability: ``state`` in words, the level chosen (or empty) among ``levels``, and the wish to learn it.

    ``wish_mark`` and ``drop`` are empty where there is no wish, or where the ability is not the person's own addition.
    """

    id: str
    name: str
    state: str
    value: str
    levels: list[MenuOption]
    legend: str
    wanted: bool
    wish: str
    wish_mark: str
    drop: str


class AddAbilityProps(TypedDict):
    """The form that adds an ability; ``submit`` is empty and ``full`` says why where the list is full."""

    title: str
    note: str
    label: str
    limit: int
    submit: str
    full: str


class ProfileSentence(TypedDict):
    """What a profile says under one heading."""

    name: str
    text: str


class ProfileProps(TypedDict):
    """The profile in words and as a table; either ``note`` or ``empty`` is said above it."""

    title: str
    note: str
    empty: str
    sentences: list[ProfileSentence]
    table: NotedTable


class ExpertiseContents(TypedDict):
    """What the page shows of a person's expertise."""

    title: str
    ask: str
    note: str
    progress: MeasureProps
    lines: list[AbilityProps]
    add: AddAbilityProps
    profile: ProfileProps


class ExpertiseProps(PageProps):
    """What the page draws; nothing of its own until the expertise was seen."""

    view: ExpertiseContents | None


def props(state: SingleState[ExpertiseView]) -> ExpertiseProps:
    """What the page draws."""
    return {**single_props("expertise", state), "view": _contents(state.view) if state.view else None}


def _contents(view: ExpertiseView) -> ExpertiseContents:
    return {
        "title": view.title,
        "ask": view.ask,
        "note": view.note,
        "progress": {
            "label": "Lines answered",
            "text": f"{view.rated} of {counted(len(view.lines), 'line', 'lines')} answered",
            "value": view.rated,
            "max": len(view.lines),
        },
        "lines": [_line(line) for line in view.lines],
        "add": _add(view),
        "profile": _profile(view),
    }


def _line(line: ExpertiseLine) -> AbilityProps:
    return {
        "id": line.id,
        "name": line.name,
        "state": "Not answered yet" if line.level is None else f"Level {line.level}: {LEVELS[line.level]}",
        "value": "" if line.level is None else str(line.level),
        "levels": [{"value": str(level), "text": anchor} for level, anchor in enumerate(line.anchors)],
        "legend": f"{line.name}: which sentence has been true?",
        "wanted": line.wanted,
        "wish": "I would like to learn this, or more of it",
        "wish_mark": "to learn" if line.wanted else "",
        "drop": "Take this line away" if line.own else "",
    }


def _add(view: ExpertiseView) -> AddAbilityProps:
    return {
        "title": "What does the list lack?",
        "note": "Something you are good at and nobody asks about, or something you would like to learn. "
        "It may have nothing to do with your post.",
        "label": "In a few words",
        "limit": MOST_LETTERS,
        "submit": "Add it to my list" if view.room else "",
        "full": "" if view.room else "Your list is long enough. Take a line of your own away before you add another.",
    }


def _profile(view: ExpertiseView) -> ProfileProps:
    """The profile: what others can come for, what holds, what is begun, what is wished; and as a table."""
    rated = [line for line in view.lines if line.level is not None]
    return {
        "title": "Your profile in words",
        "note": "No grade, and no sum. Read it as an offer and a request." if rated else "",
        "empty": "" if rated else "As soon as you have answered a line, the first sentence appears here.",
        "sentences": [sentence for sentence in _sentences(view.lines) if sentence["text"]],
        "table": {
            "title": "The same as a table, as a row of a team file",
            "note": "In a team file a column is an expertise, a number a level, and a plus a wish to learn.",
            "columns": ["Expertise", "In the file", "In words"],
            "rows": [[line.name, _cell(line), _in_words(line)] for line in view.lines if line.level is not None],
        },
    }


def _sentences(lines: Iterable[ExpertiseLine]) -> list[ProfileSentence]:
    lines = tuple(lines)
    at = {level: [line.name for line in lines if line.level == level] for level in range(6)}
    left = [line.name for line in lines if line.level == 0 and not line.wanted]
    wanted = [line for line in lines if line.wanted]
    return [
        {"name": "Others can come to you", "text": _said(at[5], "to learn", "from you")},
        {"name": "You are the one to send for", "text": _said(at[4], "when it is difficult in")},
        {"name": "It holds when you do it", "text": _said(at[3], "on your own")},
        {"name": "You have begun", "text": _said([*at[2], *at[1]], "in simple cases, or with somebody beside you")},
        {"name": "You would like to learn", "text": " ".join(_wish(line) for line in wanted)},
        {
            "name": "You leave this to others",
            "text": f"{listed(left)}. Who at your place is good at it?" if left else "",
        },
    ]


def _said(names: list[str], before: str, after: str = "") -> str:
    if not names:
        return ""
    return (
        f"{before.capitalize()}: {listed(names)}." if not after else f"{before.capitalize()} {after}: {listed(names)}."
    )


def _wish(line: ExpertiseLine) -> str:
    if line.level is None:
        return f"{line.name}; you have not said where you are in it."
    return f"{line.name}, from level {line.level} ({LEVELS[line.level]})."


def _cell(line: ExpertiseLine) -> str:
    return f"{line.level}{'+' if line.wanted else ''}"


def _in_words(line: ExpertiseLine) -> str:
    assert line.level is not None
    return LEVELS[line.level] + (", would like to learn" if line.wanted else "")


PAGE = single("expertise", MyExpertise, SayExpertise, ExpertiseView, props)
