"""One's own expertise: a sentence for each level, what one would like to learn, and the profile in words."""

from collections.abc import Iterator
from typing import TypedDict

from dlcourse.domain.expertise.profile import AddExpertise, ExpertiseLine, ExpertiseView, MyExpertise, SayExpertise
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.expertise import words
from dlcourse.pages.fields import required_line
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.props import MeasureProps, MenuOption, NotedTable, PageProps
from dlcourse.pages.single_view import SingleState, single, single_props


class AbilityProps(TypedDict):
    """One ability: ``state`` in words, the level chosen (or empty) among ``levels``, and the wish to learn it.

    ``wish_mark`` and ``drop`` are empty if there is no wish, or if the ability is not the person's own addition.
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
    """Where an ability is added: what it is for, and the form, or why there is none because the list is full."""

    title: str
    note: str
    form: FormProps | None


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
    """The props of the page; without contents until the expertise has loaded."""

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
            "label": words.PROGRESS,
            "text": words.progress(view.rated, len(view.lines)),
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
        "state": words.NOT_ANSWERED if line.level is None else words.level(line.level),
        "value": "" if line.level is None else str(line.level),
        "levels": [{"value": str(level), "text": anchor} for level, anchor in enumerate(line.anchors)],
        "legend": words.legend(line.name),
        "wanted": line.wanted,
        "wish": words.WISH,
        "wish_mark": words.WISH_MARK if line.wanted else "",
        "drop": words.DROP if line.own else "",
    }


def _add(view: ExpertiseView) -> AddAbilityProps:
    if not view.room:
        return {"title": words.ADD, "note": words.FULL, "form": None}
    name = required_line("name", words.ADD_LABEL, MOST_LETTERS)
    return {
        "title": words.ADD,
        "note": words.ADD_NOTE,
        "form": form(AddExpertise, "AddExpertise", [name], submit=words.ADD_SUBMIT),
    }


def _profile(view: ExpertiseView) -> ProfileProps:
    """The profile: what others can come for, what goes well, what is begun, what is wished; and as a table."""
    rated = [line for line in view.lines if line.level is not None]
    return {
        "title": words.PROFILE,
        "note": words.PROFILE_NOTE if rated else "",
        "empty": "" if rated else words.PROFILE_EMPTY,
        "sentences": list(_sentences(view.lines)),
        "table": {
            "title": words.TABLE,
            "note": words.TABLE_NOTE,
            "columns": list(words.COLUMNS),
            "rows": [_row(line.name, line.level, line.wanted) for line in view.lines if line.level is not None],
        },
    }


def _sentences(lines: tuple[ExpertiseLine, ...]) -> Iterator[ProfileSentence]:
    """What a profile says, without what there is nothing to say about."""
    at = {level: [line.name for line in lines if line.level == level] for level in range(len(words.LEVELS))}
    wishes = " ".join(words.wish(line.name, line.level) for line in lines if line.wanted)
    groups = (
        (words.TEACHES, at[5], words.teaches),
        (words.DIFFICULT, at[4], words.difficult),
        (words.ALONE, at[3], words.alone),
        (words.BEGUN, [*at[2], *at[1]], words.begun),
    )
    for name, names, said in groups:
        if names:
            yield {"name": name, "text": said(names)}
    if wishes:
        yield {"name": words.WISHES, "text": wishes}
    if left := [line.name for line in lines if line.level == 0 and not line.wanted]:
        yield {"name": words.LEFT, "text": words.left(left)}


def _row(name: str, level: int, wanted: bool) -> list[str]:  # noqa: FBT001 (a field of the line)
    return [name, f"{level}{'+' if wanted else ''}", words.in_table(level, wanted=wanted)]


PAGE = single("expertise", MyExpertise, SayExpertise, ExpertiseView, props)
