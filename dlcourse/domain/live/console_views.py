"""What is seen of a live session by those who lead it. It counts what was said, and shows the text on request."""

from typing import Literal

from dlcourse.domain.live.seat_views import Holder, LiveOutcome, LiveTimer
from dlcourse.domain.live.settings import Arm, LiveSettings, Phase
from dlcourse.domain.roleplay.table import NamedChoice
from dlcourse.domain.speech import Value, View

LiveStatus = Literal["open", "started", "closed"]


class LedCard(Value):
    """A live session in the list of those who lead the cohort. ``opened`` is ISO 8601, UTC."""

    session: str
    title: str
    opened: str
    status: LiveStatus
    people: int
    groups: int


class LedSessionsView(View):
    """The live sessions of a cohort, the newest first, and the scenarios that one can be opened from.

    ``topic`` changes when one is opened or closed.
    """

    cohort: str
    sessions: tuple[LedCard, ...]
    scenarios: tuple["LiveScenario", ...]
    topic: str


class LiveScenario(Value):
    """A scenario that can be played live, with its roles. ``panel`` says whether facts are shared in it."""

    id: str
    title: str
    summary: str
    minutes: int
    roles: tuple[NamedChoice, ...]
    panel: bool
    hidden: bool


class LivePerson(Value):
    """Somebody in the session: their name, whether they can only observe, and their place (group 0: none yet).

    ``called`` is when they called for help (ISO 8601, UTC); empty if no call is open.
    """

    person: str
    name: str
    watches: bool
    group: int
    role: str
    called: str


class ConsoleSeat(Value):
    """A seat of a group: who has it, how often it said something, and whether it has stated its preference."""

    role: str
    name: str
    person: str
    person_name: str
    holder: Holder
    decides: bool
    turns: int
    stated: bool


class SurfacedFact(Value):
    """A fact that was said at a table: by which role, and when (ISO 8601, UTC)."""

    text: str
    by: str
    at: str


class ConsoleGroup(Value):
    """A group: ``surfaced`` of ``unique`` facts that not everybody held were said so far.

    ``dissent`` counts how often doubts were asked for. ``facts`` are the texts of what was said, if they were asked
    for; then ``shown`` is true, and the group knows. Before the start, ``phase`` is waiting, and only seats are there.
    """

    number: int
    arm: Arm
    phase: Phase
    steps: int
    timer: LiveTimer | None
    seats: tuple[ConsoleSeat, ...]
    observers: tuple[str, ...]
    stated: int
    players: int
    unique: int
    surfaced: int
    turns: int
    dissent: int
    shown: bool
    facts: tuple[SurfacedFact, ...]
    outcome: LiveOutcome | None
    chooser: str
    scene: str


class LiveConsoleView(View):
    """A session as those who lead it see it. Before the start, ``groups`` are those in which people have places.

    ``told`` is what was said last to everybody. ``topic`` changes with anything that happens in the session.
    """

    session: str
    cohort: str
    scenario: str
    title: str
    status: LiveStatus
    settings: LiveSettings
    size: int
    roles: tuple[NamedChoice, ...]
    options: tuple[NamedChoice, ...]
    people: tuple[LivePerson, ...]
    groups: tuple[ConsoleGroup, ...]
    told: str
    revealed: bool
    topic: str
