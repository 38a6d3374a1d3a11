"""What can be said about an inquiry: commands, events, queries and views.

Words are stored apart from the events that point to them. Several fields are packed into one text.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from dlcourse.domain.packed_answers import packed
from dlcourse.domain.sharing import Visibility
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.domain.words import Words

INQUIRY = "inquiry/"
"""Before a person's id: the stream of their inquiry, and the topic under which its changes are announced."""
LONGEST = 2_000
"""Characters of one answer."""
NAME = 200
"""Characters of a name."""

Days = Literal[30, 60, 90]
"""How many days after its first day a plan is looked at again."""
CheckInOutcome = Literal["kept", "changed", "ended"]


class InquiryCommand(Command):
    """Something that I say about my own inquiry."""


class WritePart(InquiryCommand):
    """Write a part again, whole. ``after`` is the number of versions that the writer has seen."""

    part: str
    after: int = Field(ge=0)
    answers: dict[str, Words] = Field(max_length=10)

    def texts(self) -> dict[str, str]:
        """The answers, packed."""
        return {self.id: packed(self.answers)}


class SchedulePlan(InquiryCommand):
    """Say whose plan it is, when it begins, and who is asked about it as a witness."""

    starts: date = Field(ge=date(2000, 1, 1), le=date(9000, 1, 1))
    name: Words = Field(default="", max_length=NAME)
    witness: Words = Field(default="", max_length=NAME)

    def texts(self) -> dict[str, str]:
        """The two names, packed."""
        return {self.id: packed({"name": self.name, "witness": self.witness})}


class AnswerCheckIn(InquiryCommand):
    """Say what became of the plan by a check-in, and what was seen. The newest answer counts."""

    days: Days
    outcome: CheckInOutcome
    seen: Words = Field(default="", max_length=LONGEST)

    def texts(self) -> dict[str, str]:
        """What was seen."""
        return {self.id: self.seen}


class SharePlan(InquiryCommand):
    """Say who may read the plan from now on."""

    visibility: Visibility


class PartWritten(Event):
    """A part was written; its answers are stored under ``words``."""

    part: str
    words: str


class PlanScheduled(Event):
    """The plan got its first day; the names are stored under ``words``."""

    starts: date
    words: str


class CheckInAnswered(Event):
    """Somebody said what became of the plan; what was seen is stored under ``words``."""

    days: Days
    outcome: CheckInOutcome
    words: str


class PlanShared(Event):
    """Who may read the plan was changed, for people of the cohort ``cohort``."""

    visibility: Visibility
    cohort: str = ""


class InquiryPart(Query):
    """One part of my inquiry, with the problem as I named it."""

    part: str = Field(max_length=100)


class ImprovementPlan(Query):
    """My whole inquiry, as a plan."""


class SharedPlan(Query):
    """What I may read of another person's plan."""

    author: str


class TakePlan(Query):
    """My plan as a Word document."""


class PartVersion(Value):
    """The answers of a part as they were saved at one time (ISO 8601)."""

    answers: dict[str, str]
    at: str


class PartCard(Value):
    """A part: its newest version, earlier versions (newest first), and how many there ever were."""

    part: str
    newest: PartVersion | None
    before: tuple[PartVersion, ...] = ()
    count: int = 0

    def answer(self, field: str) -> str:
        """What was written in a field; empty if nothing was."""
        return self.newest.answers.get(field, "").strip() if self.newest else ""


class CheckInCard(Value):
    """A check-in: its day once the plan has a first day, and the answers to it (oldest first)."""

    days: Days
    on: date | None
    answers: tuple[tuple[CheckInOutcome, str, str], ...] = ()
    """Each with its outcome, what was seen, and when it was said (ISO 8601)."""


class InquiryPartView(View):
    """A part, and the first part, on which it builds.

    ``suggested`` are words that the person has in a register, by the names of the fields.
    """

    card: PartCard
    first: PartCard
    suggested: dict[str, str] = Field(default_factory=dict)


class ImprovementPlanView(View):
    """All parts in their order, whose plan it is, its dates, and what became of it.

    ``changed`` is when anything was last saved (ISO 8601), or empty.
    """

    parts: tuple[PartCard, ...]
    name: str
    witness: str
    starts: date | None
    check_ins: tuple[CheckInCard, ...]
    visibility: Visibility
    changed: str
    topic: str
    damaged: int = 0
    """The number of things in it that cannot be read any more."""
