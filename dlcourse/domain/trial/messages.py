"""The commands, the queries and the events of controlled trials.

`bench` has the rules, `bench_view` is what one person sees. There is one stream for each trial. A member of the same
cohort can be asked to watch a trial; they see it, and can stop it at once.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from dlcourse.domain.packed_answers import packed
from dlcourse.domain.speech import Command, Event, Query
from dlcourse.domain.words import Id, Words

TRIALS = "trial/"
"""Before a trial's id: the stream of what happened in it, and the topic of its changes."""
LONGEST = 800
"""Characters of one answer."""
MOST = 100_000
"""The greatest number that a measure can have."""
SOME_WORDS = r"\S"

Worse = Literal["above", "below"]
"""On which side of the limit harm is."""
TrialDecision = Literal["keep", "change", "drop"]
"""What is decided at the end: go on with it, change it, or leave it."""


class TrialCommand(Command):
    """A command about a trial; ``trial`` is the id that whoever planned it first made."""

    trial: str = Field(pattern=r"^[0-9A-Za-z-]{8,64}$")


class PlanTrial(TrialCommand):
    """Plan a trial, or plan it anew as long as it has not begun. ``after`` is how many events I have seen.

    ``expected`` and ``limit`` are values of the ``measure``; a value that is ``worse`` than the limit stops the trial.
    It is decided ``on`` this day.
    """

    hypothesis: Words = Field(max_length=LONGEST, pattern=SOME_WORDS)
    test: Words = Field(max_length=LONGEST, pattern=SOME_WORDS)
    harmed: Words = Field(max_length=LONGEST, pattern=SOME_WORDS)
    measure: Words = Field(max_length=LONGEST, pattern=SOME_WORDS)
    stop: Words = Field(max_length=LONGEST, pattern=SOME_WORDS)
    expected: int = Field(ge=0, le=MOST)
    limit: int = Field(ge=0, le=MOST)
    worse: Worse
    on: date = Field(ge=date(2000, 1, 1), le=date(9000, 1, 1))
    after: int = Field(default=0, ge=0)

    def texts(self) -> dict[str, str]:
        """All answers in words, packed."""
        return {self.id: packed({name: getattr(self, name) for name in PLAN_WORDS})}


PLAN_WORDS = ("hypothesis", "test", "harmed", "measure", "stop")
"""The parts of a plan that are in words."""


class TrialMove(TrialCommand):
    """A command about a trial that is planned already."""


class AskWatcher(TrialMove):
    """Ask a member of my cohort to watch the trial. They see it from now on, and can stop it at once."""

    person: Id


class StartTrial(TrialMove):
    """Begin the trial. From now on the prediction, the limit and everything else in the plan is locked."""


class RecordReading(TrialMove):
    """Write down what was measured on a day."""

    value: int = Field(ge=0, le=MOST)
    on: date = Field(ge=date(2000, 1, 1), le=date(9000, 1, 1))
    words: Words = Field(default="", max_length=LONGEST)

    def texts(self) -> dict[str, str]:
        """What was noticed."""
        return {self.id: packed({"words": self.words})}


class StopTrial(TrialMove):
    """Stop the trial at once, by its stop rule, as its owner or as the one who watches it."""

    words: Words = Field(default="", max_length=LONGEST)

    def texts(self) -> dict[str, str]:
        """Why it was stopped."""
        return {self.id: packed({"words": self.words})}


class EndTrial(TrialMove):
    """End the trial: what is decided, and what the mistake or the success taught."""

    decision: TrialDecision
    taught: Words = Field(max_length=LONGEST, pattern=SOME_WORDS)

    def texts(self) -> dict[str, str]:
        """What it taught."""
        return {self.id: packed({"taught": self.taught})}


class DiscardTrial(TrialMove):
    """Put a plan away that has not begun."""


class Bench(Query):
    """My trials, those that I watch for others, and the problem that mine begin from."""


class TakeTrials(Query):
    """My trials as a Word document."""


class TrialDrafted(Event):
    """A trial was planned, or planned anew. What is in words is stored under ``words``."""

    owner: str
    expected: int
    limit: int
    worse: Worse
    on: date
    words: str


class WatcherAsked(Event):
    """A member of the cohort was asked to watch; whoever did so before does so no longer."""

    person: str
    cohort: str
    former: str = ""

    def new_members(self) -> frozenset[str]:
        """The one who watches."""
        return frozenset({self.person})

    def former_members(self) -> frozenset[str]:
        """The one who watched before."""
        return frozenset({self.former} - {"", self.person})


class TrialStarted(Event):
    """The trial began, and its plan is locked."""


class ReadingRecorded(Event):
    """Something was measured. If the value is worse than the limit, the trial is stopped by that alone."""

    value: int
    on: date
    words: str


class TrialStopped(Event):
    """The trial was stopped by its stop rule, by this person; the reason is stored under ``words``."""

    by: str
    words: str


class TrialEnded(Event):
    """The trial was ended; what it taught is stored under ``words``."""

    decision: TrialDecision
    words: str


class TrialDiscarded(Event):
    """A plan was put away before it began."""
