"""A team of one's own and the plans made for it: what is said, and what is recorded.

Names of people, tasks and skills are personal: events hold none of them, only the ids of the texts that do. What a plan
is, and how good, is `dlcourse.domain.matching.plan`; what is shown of it, `dlcourse.domain.matching.plan_views`.
"""

from typing import Annotated, Literal

from pydantic import Base64Bytes, Field

from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.team import MOST_LETTERS
from dlcourse.domain.speech import Command, Event, Query, Value, View

Id = Annotated[str, Field(min_length=8, max_length=64, pattern=r"^[0-9A-Za-z-]+$")]
Label = Annotated[str, Field(min_length=1, max_length=MOST_LETTERS + 20, pattern=r"\S")]
"""What a person calls a team or a plan; “Without” and any name of a team fit."""
MOST_WISHES = 500
"""More than anybody sets by hand, and quick to check."""

MOST_SEARCHES = 6
"""Searches of one person that go on or wait at the same time: others want their turn, too."""


class TeamFile(Value):
    """A file as it was brought; its bytes cross the wire in base64."""

    name: str = Field(max_length=255)
    content: Base64Bytes


class BringTeam(Command):
    """Keep the team in these files, one workbook or two CSV files, under a name. Refused whole if a line is wrong."""

    team: Id
    name: Label
    files: Annotated[tuple[TeamFile, ...], Field(min_length=1, max_length=4)]


class TakeSample(Command):
    """Keep one of the course's sample teams as if it were mine."""

    team: Id
    sample: str


class DropTeam(Command):
    """Remove a team, with its plans and all the names in them."""

    team: Id


class BeginPlan(Command):
    """Begin to look for the best plan: with wishes, or while somebody is ``away``, which shows what they are worth."""

    plan: Id
    team: Id
    name: Label
    wishes: Wishes = Wishes()
    away: str = ""


class StopPlan(Command):
    """End the search now, with the best plan so far."""

    plan: Id


class NamePlan(Command):
    """Call a plan otherwise."""

    plan: Id
    name: Label

    def texts(self) -> dict[str, str]:
        """The new name."""
        return {f"plan/{self.plan}/{self.id}": self.name}


class DropPlan(Command):
    """Remove a plan, with all the names in it."""

    plan: Id


class CheckTeam(Query):
    """What is wrong in these files; nothing is kept."""

    files: tuple[TeamFile, ...]


class Plans(Query):
    """My teams, my plans, and the samples."""


class TeamOf(Query):
    """One of my teams."""

    team: Id


class PlanOf(Query):
    """One of my plans: made, or how far it is."""

    plan: Id


class Take(Query):
    """Something to take along: a plan as a workbook or a table, or the template of a team file."""

    plan: str = ""
    form: Literal["xlsx", "csv", "template"]


class TeamBrought(Event):
    """A team was brought. Its text is under ``words``, its name under ``words`` + ``/name``."""

    words: str
    sample: str
    people: int
    work: int
    skills: int


class TeamDropped(Event):
    """A team and its plans were removed."""


class PlanBegun(Event):
    """A search began. The wishes are under ``words``, the plan's name under ``/name``, who is away under ``/away``.

    ``beside`` is the plan of the whole team without wishes that it is compared with, if there is one.
    """

    team: str
    words: str
    wishes: int
    away: bool
    beside: str


class StopAsked(Event):
    """Somebody does not want to wait any longer."""


class PlanMade(Event):
    """The search ended, with a plan or with a contradiction; what came of it is the text under ``words``."""

    words: str
    conflict: bool


class PlanFailed(Event):
    """The search ended by a fault of ours; ``what`` tells, without any name."""

    what: str


class PlanNamed(Event):
    """A plan is called otherwise; the name is the text under ``words``."""

    words: str


class PlanDropped(Event):
    """A plan was removed."""


class TeamProblem(Value):
    """What is wrong in a file, where, and what to do; lines count from 1, a column is named by its heading."""

    file: str
    sheet: str | None
    line: int | None
    column: str | None
    message: str
    remedy: str


class TeamCheckView(View):
    """The first problems in the files; none: they can be brought.

    ``more`` counts the problems that are left out, ``listing`` is all of them as CSV where some are. ``notes`` say what
    else the owner of the files should know.
    """

    problems: tuple[TeamProblem, ...]
    more: int = 0
    listing: str = ""
    notes: tuple[str, ...] = ()
