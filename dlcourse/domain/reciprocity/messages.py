"""The commands, the queries and the events of the reciprocity ledger.

`expectation` is the state of one expectation and its rules, `ledger` is what one person sees of all of theirs. There is
one stream for each expectation. Two members of a cohort are its two sides; or one person writes both sides alone.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from dlcourse.domain.packed_answers import packed
from dlcourse.domain.speech import Command, Event, Query
from dlcourse.domain.words import Words

EXPECTATIONS = "expectation/"
"""Before an expectation's id: the stream of what happened to it, and the topic of its changes."""
LONGEST = 800
"""Characters of one answer."""
ROLE = 80
"""Characters of what one side is called."""
SOME_WORDS = r"\S"

Side = Literal["asker", "other"]
"""Who asks, and of whom it is asked."""
CapacityKind = Literal["time", "training", "example"]
"""What somebody can give so that an expectation can be met: time, training, or an example of one's own."""
ExpectationAnswer = Literal["accepted", "sent-back", "declined"]
ExpectationOutcome = Literal["met", "partly", "not-met"]


class ReciprocityCommand(Command):
    """A command about an expectation; ``expectation`` is the id that whoever wrote it down first made."""

    expectation: str = Field(pattern=r"^[0-9A-Za-z-]{8,64}$")


class AskExpectation(ReciprocityCommand):
    """Write down what is expected, and which side of it I am on.

    ``person`` is the member of my cohort on the other side. Without a person, nobody else sees it, and I write what
    both sides say. ``role`` is mine, and ``whom`` is that of the other side.
    """

    side: Side = "asker"
    person: str = Field(default="", max_length=64)
    role: Words = Field(max_length=ROLE, pattern=SOME_WORDS)
    whom: Words = Field(max_length=ROLE, pattern=SOME_WORDS)
    what: Words = Field(max_length=LONGEST, pattern=SOME_WORDS)

    def texts(self) -> dict[str, str]:
        """Both roles and what is asked, packed."""
        asker, other = (self.role, self.whom) if self.side == "asker" else (self.whom, self.role)
        return {self.id: packed({"asker": asker, "other": other, "what": self.what})}


class ExpectationMove(ReciprocityCommand):
    """A command about an expectation that is written down already."""


class OfferCapacity(ExpectationMove):
    """Say what is given so that the other side can do it, and on which day both look at it together.

    ``what`` is what is asked now; it may have become something else after it was sent back.
    """

    what: Words = Field(max_length=LONGEST, pattern=SOME_WORDS)
    time: Words = Field(default="", max_length=LONGEST)
    training: Words = Field(default="", max_length=LONGEST)
    example: Words = Field(default="", max_length=LONGEST)
    on: date = Field(ge=date(2000, 1, 1), le=date(9000, 1, 1))

    def texts(self) -> dict[str, str]:
        """What is asked and what is given, packed."""
        given = {"time": self.time, "training": self.training, "example": self.example}
        return {self.id: packed({"what": self.what, **given})}


class AnswerExpectation(ExpectationMove):
    """Accept an expectation, decline it, or send it back to be changed. ``after`` is how many events I have seen."""

    answer: ExpectationAnswer
    words: Words = Field(default="", max_length=LONGEST)
    after: int = Field(ge=0)

    def texts(self) -> dict[str, str]:
        """The reason, or what would have to change."""
        return {self.id: packed({"words": self.words})}


class TellUpward(ExpectationMove):
    """Tell whoever asked it of me what helped, and what was missing; the newest words count."""

    helped: Words = Field(default="", max_length=LONGEST)
    missing: Words = Field(default="", max_length=LONGEST)

    def texts(self) -> dict[str, str]:
        """What helped and what was missing, packed."""
        return {self.id: packed({"helped": self.helped, "missing": self.missing})}


class CloseExpectation(ExpectationMove):
    """Close it as the one who asked: what came of it, and what I learned about making it possible."""

    outcome: ExpectationOutcome
    learned: Words = Field(max_length=LONGEST, pattern=SOME_WORDS)

    def texts(self) -> dict[str, str]:
        """What was learned about making it possible."""
        return {self.id: packed({"learned": self.learned})}


class WithdrawExpectation(ExpectationMove):
    """Take back what I asked, as long as it is not in force.

    If the other side has left the cohort, whoever stays can end it at any time.
    """


class Ledger(Query):
    """All expectations in which I am a side, in this cohort or alone."""


class TakeLedger(Query):
    """My ledger as a Word document."""


class ExpectationAsked(Event):
    """An expectation was written down. ``seats`` gives the person on each side; a side without one has no seat.

    In a ``cohort`` both sides are people of it. The roles and what is asked are stored under ``words``; the person on
    the side ``by`` wrote them.
    """

    seats: dict[Side, str]
    cohort: str
    words: str
    by: Side = "asker"

    def new_members(self) -> frozenset[str]:
        """Both sides."""
        return frozenset(self.seats.values())


class CapacityOffered(Event):
    """The one who asks said what is given for it; the words are stored under ``words``."""

    given: tuple[CapacityKind, ...]
    on: date
    words: str


class ExpectationAnswered(Event):
    """The other side answered; the reason is stored under ``words``."""

    answer: ExpectationAnswer
    words: str


class UpwardTold(Event):
    """The other side said what helped and what was missing; it is stored under ``words``."""

    words: str


class ExpectationClosed(Event):
    """The one who asked closed it; what they learned about making it possible is stored under ``words``."""

    outcome: ExpectationOutcome
    words: str


class ExpectationWithdrawn(Event):
    """The one who asked took it back; or one side ended it, because the other one had ``left`` the cohort."""

    left: bool = False
