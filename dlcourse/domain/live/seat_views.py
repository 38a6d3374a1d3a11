"""What is seen of a live session by the people in it: their seat, their group, and which sessions are open."""

from datetime import datetime
from typing import Literal

from dlcourse.domain.live.settings import Phase
from dlcourse.domain.roleplay.table import Gauge, NamedChoice
from dlcourse.domain.roleplay.talk.conversation import Passage
from dlcourse.domain.speech import Value, View

Holder = Literal["person", "gone", "stand-in", "nobody"]
"""Who acts for a role: its person; nobody, while its person is gone or it has none; or a scripted colleague."""
FactSource = Literal["everyone", "own", "dealt", "heard", "revealed"]
"""How a seat knows a fact: all held it, the seat held it or got it from somebody who is gone, or it was said."""


class LiveCard(Value):
    """An open session of my cohort, and whether I have entered it. ``opened`` is ISO 8601, UTC."""

    cohort: str
    session: str
    title: str
    opened: str
    started: bool
    entered: bool


class LiveSessionsView(View):
    """The open sessions of my cohort, the newest first; none for whoever leads it, because they cannot enter them.

    ``leads`` is the cohort that I lead, if I do. ``topic`` changes with the list; it is empty without a cohort.
    """

    sessions: tuple[LiveCard, ...]
    leads: str = ""
    topic: str = ""


class LiveTimer(Value):
    """The clock of a phase, by the server's time. ``left`` are the seconds that are left while it is ``paused``.

    ``now`` is the moment at which this was looked up. ``until`` is None if the phase has no timer or is paused.
    """

    until: datetime | None
    left: float | None
    paused: bool
    now: datetime


class LiveMate(Value):
    """A role at my table. ``person`` is the name of who plays it; ``turns`` counts what the role said."""

    role: str
    name: str
    about: str
    person: str
    holder: Holder
    decides: bool
    you: bool
    turns: int


class LiveFact(Value):
    """A fact that I know. ``by`` and ``at`` say who told it first and when (ISO 8601, UTC); empty if nobody has.

    ``new_to`` are the roles to which it was new.
    """

    id: str
    text: str
    since: FactSource
    by: str = ""
    at: str = ""
    new_to: tuple[str, ...] = ()


class TurnNote(Value):
    """What there is about one thing that was said: when (ISO 8601, UTC), and who supports it.

    The notes are in the order of all lines of all passages; a note's position is the turn's number.
    """

    at: str
    supported_by: tuple[str, ...] = ()


class ChoicePoint(Value):
    """A branching scene: who chooses, what is open, and what roles said that they would do (their choice by role)."""

    scene: str
    chooser: str
    yours: bool
    choices: tuple[NamedChoice, ...]
    would: dict[str, str]


class KnowsCount(Value):
    """How many facts a role holds that not everybody does. It is shown to groups with a map of who knows what."""

    role: str
    facts: int


class LiveOutcome(Value):
    """What the group decided, why, and whose knowledge that rests on. ``option`` is empty if it did not decide."""

    option: str
    by: str
    reason: str
    credits: tuple[str, ...]


class LiveGroupView(Value):
    """My group. ``before`` and ``after`` are my own preferences; of others, only their number is told.

    ``facts`` are those that I know. ``scripted`` says whether the one who decides is a stand-in.
    """

    phase: Phase
    steps: int
    timer: LiveTimer
    setting: str
    options: tuple[NamedChoice, ...]
    mates: tuple[LiveMate, ...]
    observers: int
    facts: tuple[LiveFact, ...]
    passages: tuple[Passage, ...]
    notes: tuple[TurnNote, ...]
    gauges: tuple[Gauge, ...]
    decider: str
    stated: int
    players: int
    before: str
    after: str
    outcome: LiveOutcome | None
    choice: ChoicePoint | None
    knowledge_map: tuple[KnowsCount, ...]
    shown: bool
    may_go_on: bool


class LiveSeatView(View):
    """A session as I see it. ``role`` is empty if I observe, and ``number`` is 0 if I have no place yet.

    ``group`` is None before the start; then ``mates`` are those in my group. ``here`` counts who has come in. ``told``
    is what was said last to everybody. ``polls`` counts the questions that were put to the room; ``open_poll`` is the
    number of the one that is open, or 0. ``called`` says whether my call for help is open. ``topics`` are what to
    watch.
    """

    session: str
    cohort: str
    scenario: str
    title: str
    summary: str
    number: int
    role: str
    role_name: str
    role_about: str
    observes: bool
    here: int
    mates: tuple[LiveMate, ...]
    group: LiveGroupView | None
    told: str
    told_at: str
    polls: int = 0
    open_poll: int = 0
    called: bool
    revealed: bool
    closed: bool
    topics: tuple[str, ...]
