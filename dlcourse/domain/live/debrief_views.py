"""What is seen after a live session: what one group knew, said and decided, and the figures of all groups."""

from dlcourse.domain.chart import Chart
from dlcourse.domain.live.seat_views import LiveFact, LiveMate, LiveOutcome, TurnNote
from dlcourse.domain.live.settings import Arm
from dlcourse.domain.roleplay.debrief import AskedBack, Talk
from dlcourse.domain.roleplay.table import NamedChoice
from dlcourse.domain.roleplay.talk.conversation import Passage
from dlcourse.domain.speech import Value, View


class PreferenceMoved(Value):
    """What a role preferred before the talk and after it; empty where it said nothing."""

    role: str
    before: str
    after: str


class LiveDebriefView(View):
    """A group in hindsight, as its table sees it. ``talk`` is None for a group without a panel, or without a decision.

    ``facts`` are all facts; ``held_by`` gives the roles that held each from the start. ``preferences`` are those of
    people, in the order of the roles, and ``chart`` shows how they moved; None where they are not seen. ``end`` is the
    title of the end that the case came to, or empty.
    """

    session: str
    number: int
    title: str
    arm: Arm
    role: str
    mates: tuple[LiveMate, ...]
    options: tuple[NamedChoice, ...]
    best: str
    outcome: LiveOutcome
    talk: Talk | None
    facts: tuple[LiveFact, ...]
    held_by: dict[str, tuple[str, ...]]
    preferences: tuple[PreferenceMoved, ...]
    passages: tuple[Passage, ...]
    notes: tuple[TurnNote, ...]
    began: str
    end: str
    questions: tuple[AskedBack, ...]
    chart: Chart | None = None


class ArmFigures(Value):
    """What became of the groups that played one arm. All figures count groups, never people.

    ``decided`` counts the groups by the option they took; ``best`` and ``decoy`` are the ids of these options. Of the
    groups that decided, ``coverage`` is the median share of unique facts that were said; None if there is none.
    ``doubted`` counts the groups in which somebody asked for doubts.
    """

    arm: Arm
    groups: int
    finished: int
    undecided: int
    solved: int
    misled: int
    decided: dict[str, int]
    coverage: float | None
    doubted: int


class LiveRoomView(View):
    """The figures of a whole room, arm by arm. ``best`` and ``decoy`` are empty where the scenario names none."""

    session: str
    cohort: str
    title: str
    options: tuple[NamedChoice, ...]
    best: str
    decoy: str
    arms: tuple[ArmFigures, ...]
    ends: dict[str, int]
