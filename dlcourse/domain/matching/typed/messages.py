"""A team that is typed in or corrected by hand: the command that saves it, and what can be asked about it meanwhile.

What is typed and not saved yet is a draft (`dlcourse.domain.drafts`).
"""

from typing import Annotated, Literal

from pydantic import Field

from dlcourse.domain.matching.plan_messages import Id, Label
from dlcourse.domain.matching.team import Person, Task
from dlcourse.domain.speech import Command, Query, Value, View
from dlcourse.domain.words import Words

MOST_TYPED = 400_000
"""The most characters of a table that is typed in: more than the most cells with the longest names."""
MOST_TYPED_CELLS = 3_000
"""The most cells of a team that can be changed on a page. A larger one is quicker to change in its file."""
SLOTS = "team/"
"""How the slots of drafts of teams begin; a team's id, or `NEW`, follows."""
NEW = "new"

Cells = Annotated[Words, Field(max_length=MOST_TYPED)]
"""A table as `dlcourse.domain.matching.typed.cells` writes it."""
TableName = Literal["people", "work"]


class UseTeam(Command):
    """Save the team in these two tables as mine: a new one, or a correction of one.

    ``base`` names the version that is corrected, and is empty for a new team. Refused if something in it is wrong, or
    if another version was saved in the meantime.
    """

    team: Id
    name: Label
    people: Cells
    work: Cells
    base: str = Field(default="", max_length=200)


class CheckCells(Query):
    """What is wrong in these two tables, and who and what could be read from them; nothing is saved.

    ``draft`` and ``count`` say which draft they are from; the answer does not depend on them.
    """

    people: Cells
    work: Cells
    draft: str = Field(default="", max_length=64)
    count: int = 0


class TakeTeam(Query):
    """One of my teams as a file: a workbook, or one of its two tables as CSV."""

    team: Id
    form: Literal["xlsx", "people", "work"]


class CellProblemView(Value):
    """What is wrong in a table: where, what, and what to do.

    ``row`` counts from 0, which is the headings, and ``column`` counts from 0; both are None where no single one is
    meant. ``empty`` says that nothing is written there yet.
    """

    table: TableName
    row: int | None
    column: int | None
    message: str
    remedy: str
    empty: bool


class CellsView(View):
    """The first problems of two tables, how many ``more`` there are, and what could be read in spite of them.

    Rows with a problem are not among ``people`` and ``work``; ``left_out`` counts them. Without any problem, the tables
    can be saved as a team.
    """

    problems: tuple[CellProblemView, ...]
    more: int
    skills: tuple[str, ...]
    people: tuple[Person, ...]
    work: tuple[Task, ...]
    left_out: int
