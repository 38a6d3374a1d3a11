"""One's own teams and their plans: the commands, queries and events.

Names of people, tasks and skills are personal. Events hold none of them, only the ids of the texts that do. `plan`
defines a plan and its values; `plan_views` is what a person sees.
"""

from typing import Annotated, Literal

from pydantic import Base64Bytes, Field

from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.domain.words import MOST_LETTERS

Id = Annotated[str, Field(min_length=8, max_length=64, pattern=r"^[0-9A-Za-z-]+$")]
Label = Annotated[str, Field(min_length=1, max_length=MOST_LETTERS + 20, pattern=r"\S")]
"""The name of a team or a plan, long enough for “Without” and any name in a team."""
MOST_WISHES = 500
"""More wishes than anybody sets by hand, and few enough to check quickly."""

TEAM, PLAN = "team/", "plan/"
"""Before an id: the stream of a team or of a plan. That of a plan is also the topic under which its search is told."""

MOST_SEARCHES = 6
"""The most searches of one person that may run or wait at the same time, so that others get their turn."""


class TeamFile(Value):
    """An uploaded file; its bytes cross the wire in base64."""

    name: str = Field(max_length=255)
    content: Base64Bytes


class BringTeam(Command):
    """Save the team in these files (one workbook or two CSV files) under a name.

    Refused as a whole if a line is wrong.
    """

    team: Id
    name: Label
    files: Annotated[tuple[TeamFile, ...], Field(min_length=1, max_length=4)]


class TakeSample(Command):
    """Save a copy of a sample team as mine."""

    team: Id
    sample: str


class DropTeam(Command):
    """Delete a team, its plans, and all names in them."""

    team: Id


class BeginPlan(Command):
    """Start searching for the best plan, with wishes, or without the person who is ``away``."""

    plan: Id
    team: Id
    name: Label
    wishes: Wishes = Wishes()
    away: str = ""


class StopPlan(Command):
    """Stop the search now and take the best plan so far."""

    plan: Id


class NamePlan(Command):
    """Rename a plan."""

    plan: Id
    name: Label

    def texts(self) -> dict[str, str]:
        """The new name."""
        return {f"plan/{self.plan}/{self.id}": self.name}


class DropPlan(Command):
    """Delete a plan and all names in it."""

    plan: Id


class CheckTeam(Query):
    """What is wrong in these files; nothing is saved."""

    files: tuple[TeamFile, ...]


class Plans(Query):
    """My teams, my plans, and the samples."""


class TeamOf(Query):
    """One of my teams."""

    team: Id


class PlanOf(Query):
    """One of my plans, with its progress if it is not made yet."""

    plan: Id


class Take(Query):
    """A file to download: a plan as a workbook or a CSV table, or the template of a team file."""

    plan: str = ""
    form: Literal["xlsx", "csv", "template"]


class TeamBrought(Event):
    """A team was saved, or corrected. Its text is stored under ``words``, its name under ``words`` + ``/name``."""

    words: str
    sample: str
    people: int
    work: int
    skills: int


class TeamDropped(Event):
    """A team and its plans were deleted."""


class PlanBegun(Event):
    """A search began.

    The wishes are stored under ``words``, the plan's name under ``/name``, who is away under ``/away``.

    ``beside`` is the plan of the whole team without wishes that this plan is compared with, if there is one.
    ``members`` is the text of the team that is planned for; events from before a team could be corrected lack it.
    """

    team: str
    words: str
    wishes: int
    away: bool
    beside: str
    members: str = ""


class StopAsked(Event):
    """Somebody stopped the search."""


class PlanMade(Event):
    """The search ended with a plan or with a contradiction; the text under ``words`` is its outcome."""

    words: str
    conflict: bool


class PlanFailed(Event):
    """The search failed by a bug of ours; ``what`` says how, without any name."""

    what: str


class PlanNamed(Event):
    """A plan was renamed; the name is the text under ``words``."""

    words: str


class PlanDropped(Event):
    """A plan was deleted."""


class TeamProblem(Value):
    """A problem in a file: where, what, and what to do. Lines count from 1; a column is named by its heading."""

    file: str
    sheet: str | None
    line: int | None
    column: str | None
    message: str
    remedy: str


class TeamCheckView(View):
    """The first problems in the files. If there is none, they can be saved.

    ``more`` counts the problems that are left out, ``listing`` is all of them as CSV where some are. ``notes`` say what
    else the owner of the files should know. ``cells`` are the tables of people and work as they can be corrected on a
    page; None if nothing has to be corrected, or if the files cannot be shown there.
    """

    problems: tuple[TeamProblem, ...]
    more: int = 0
    listing: str = ""
    notes: tuple[str, ...] = ()
    cells: tuple[str, str] | None = None
