"""The form in which a team is typed in or corrected: its two tables, and what is wrong in them so far."""

from collections.abc import Mapping, Sequence
from typing import Literal, TypedDict

from dlcourse.domain.drafts import DraftCard
from dlcourse.domain.matching.plan_views import TeamView
from dlcourse.domain.matching.typed.cells import PEOPLE_HEADINGS, WORK_HEADINGS, Rows, people_rows, to_text, work_rows
from dlcourse.domain.matching.typed.messages import (
    MOST_TYPED,
    MOST_TYPED_CELLS,
    NEW,
    SLOTS,
    CellProblemView,
    CellsView,
    CheckCells,
    TableName,
)
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.file_checks import AboutFilesProps, MoreProblemsProps, about_files, more_props
from dlcourse.pages.matching.team import words
from dlcourse.pages.matching.team.picture import TeamPictureProps, team_picture
from dlcourse.pages.props import MenuOption, options

MOST_DRAFTS = 4
"""How many drafts of one team are checked; nobody has more windows open on it."""
FEWEST_ROWS, FIRST_SKILLS = 4, 3
"""The empty rows and skills with which a new team begins."""

Checks = Mapping[str, tuple[int, CellsView]]
"""What was found in drafts: the count of each draft that was checked, and the result; the stored team is ``""``."""


class TypedTable(TypedDict):
    """One of the two tables: its headings that cannot be changed, each as it is stored and as it is read.

    ``row`` is what a row without a name is called, with its ``{number}``.
    """

    name: TableName
    title: str
    note: str
    row: str
    fixed: list[MenuOption]


class TeamFields(TypedDict):
    """What stands in the form: the name of the team, and its two tables as texts of cells."""

    name: str
    people: str
    work: str


class PlacedProblem(TypedDict):
    """What is wrong in a row of a table, or in a cell of it; ``empty`` if nothing is written there yet."""

    table: TableName
    row: int
    column: int | None
    words: str
    empty: bool


class CheckedDraft(TypedDict):
    """What was found in a draft, whose count was ``count`` then.

    ``problems`` stand at their cells, ``others`` have none; ``empty`` counts the cells that are still to fill in, and
    ``behind`` is said if the team was corrected since the draft was begun.
    """

    draft: str
    count: int
    problems: list[PlacedProblem]
    others: list[str]
    empty: str
    more: MoreProblemsProps | None
    behind: str
    about: AboutFilesProps | None
    picture: TeamPictureProps


class GridWords(TypedDict):
    """The words of the cells and of what can be done with them; names in braces are filled in by the browser."""

    skill: str
    skill_name: str
    cell: str
    add_skill: str
    undo: str
    remove_row: str
    remove_skill: str
    too_many: str


class TeamFormProps(TypedDict):
    """The form. ``team`` is empty for a new team, as are title and care; ``base`` is the version that is corrected."""

    slot: str
    team: str
    base: str
    title: str
    how: str
    care: str
    name: str
    limit: int
    most_cells: int
    begun: TeamFields
    tables: list[TypedTable]
    words: GridWords
    submit: str
    checks: list[CheckedDraft]
    said: str


class TakeTeamForm(TypedDict):
    """A form in which a team can be saved as a file, and the words of its button."""

    form: Literal["xlsx", "people", "work"]
    text: str


def slot(team: str) -> str:
    """The slot of the drafts of this team; a new one has no id yet."""
    return SLOTS + (team or NEW)


def new_fields() -> TeamFields:
    """What stands in the form for a new team: its headings, and empty cells."""
    skills = ("",) * FIRST_SKILLS
    return {
        "name": words.TEAM_DEFAULT,
        "people": to_text(_with_room((*PEOPLE_HEADINGS, *skills))),
        "work": to_text(_with_room((*WORK_HEADINGS, *skills))),
    }


def team_fields(view: TeamView) -> TeamFields | None:
    """What stands in the form for a team that is there; None if it is too large to be changed on a page."""
    people, work = people_rows(view.team), work_rows(view.team)
    if len(people) * len(people[0]) + len(work) * len(work[0]) > MOST_TYPED_CELLS:
        return None
    name = words.SAMPLES.get(view.mark.sample, view.mark.name) if view.mark.sample else view.mark.name
    return {"name": name, "people": to_text(people), "work": to_text(work)}


def check_of(fields: Mapping[str, object], draft: str = "", count: int = 0) -> CheckCells:
    """The query that checks what stands in the form; ``fields`` come from a browser."""
    people, work = (str(fields.get(name, ""))[:MOST_TYPED] for name in ("people", "work"))
    return CheckCells(people=people, work=work, draft=draft, count=count)


def drafts_of(cards: Sequence[DraftCard], team: str) -> tuple[DraftCard, ...]:
    """The newest drafts of this team."""
    return tuple(card for card in cards if card.slot == slot(team))[:MOST_DRAFTS]


def team_form(  # noqa: PLR0913 (what the form is made of)
    *, team: str, base: str, begun: TeamFields, cards: Sequence[DraftCard], checks: Checks, said: str
) -> TeamFormProps:
    """The form, with what was found in the drafts of it."""
    behind = {card.draft: card.fields.get("base", "") != base for card in cards}
    return {
        "slot": slot(team),
        "team": team,
        "base": base,
        "title": words.THE_TEAM if team else "",
        "how": words.HOW,
        "care": words.CARE if team else "",
        "name": words.TEAM_NAME,
        "limit": MOST_LETTERS,
        "most_cells": MOST_TYPED_CELLS,
        "begun": begun,
        "tables": [_table("people"), _table("work")],
        "words": _words(),
        "submit": words.USE_CORRECTED if team else words.USE,
        "checks": [
            _checked(draft, count, view, behind=behind.get(draft, False))
            for draft, (count, view) in checks.items()
            if not draft or draft in behind
        ],
        "said": said,
    }


def _with_room(headings: tuple[str, ...]) -> Rows:
    return (headings, *(("",) * len(headings) for _ in range(FEWEST_ROWS)))


def _table(name: TableName) -> TypedTable:
    return {
        "name": name,
        "title": words.TABLES[name],
        "note": words.NOTES[name],
        "row": words.ROWS[name],
        "fixed": options(words.HEADINGS[name]),
    }


def _words() -> GridWords:
    return {
        "skill": words.SKILL,
        "skill_name": words.SKILL_NAME,
        "cell": words.CELL,
        "add_skill": words.ADD_SKILL,
        "undo": words.UNDO,
        "remove_row": words.REMOVE_ROW,
        "remove_skill": words.REMOVE_SKILL,
        "too_many": words.PASTE_TOO_LARGE,
    }


def _checked(draft: str, count: int, view: CellsView, *, behind: bool) -> CheckedDraft:
    placed = [problem for problem in view.problems if problem.row is not None]
    others = [problem for problem in view.problems if problem.row is None]
    names = (
        (person.name for person in view.people),
        (person.role for person in view.people),
        (task.name for task in view.work),
        view.skills,
    )
    return {
        "draft": draft,
        "count": count,
        "problems": [_placed(problem, problem.row) for problem in placed if problem.row is not None],
        "others": [f"{words.TABLES[each.table]} {each.message}. {each.remedy}" for each in others],
        "empty": words.still_empty(sum(problem.empty and problem.column is not None for problem in placed)),
        "more": more_props(view.more),
        "behind": words.BEHIND if behind else "",
        "about": about_files(words.ask_names(*names)),
        "picture": team_picture(view),
    }


def _placed(problem: CellProblemView, row: int) -> PlacedProblem:
    return {
        "table": problem.table,
        "row": row,
        "column": problem.column,
        "words": f"{problem.message}. {problem.remedy}",
        "empty": problem.empty,
    }
