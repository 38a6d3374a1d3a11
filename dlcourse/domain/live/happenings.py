"""What happens in a live session. What people say in their group is recorded by the events of a role-play.

The first part is recorded in the stream of the session, up to its end; then come the events of the cohort's list of
sessions, and those in the stream of a group.
"""

from datetime import datetime

from dlcourse.domain.live.seating import SeatPlace
from dlcourse.domain.live.settings import Arm, LiveSettings, Phase
from dlcourse.domain.speech import Event


class LiveOpened(Event):
    """A session was opened. ``scenario`` is the stream where the scenario is stored as it was then."""

    cohort: str
    scenario: str
    about: str
    title: str
    settings: LiveSettings


class LiveEntered(Event):
    """Somebody entered; an ``observer`` gets no seat."""

    person: str
    observer: bool = False

    def new_members(self) -> frozenset[str]:
        """The person."""
        return frozenset({self.person})


class LiveSeated(Event):
    """People got these places. Whoever is not named keeps the place that they have, unless ``anew``."""

    places: tuple[SeatPlace, ...]
    anew: bool = False


class ArmChosen(Event):
    """A group plays this arm."""

    group: int
    arm: Arm


class LiveStarted(Event):
    """The groups 1 to ``groups`` started."""

    groups: int


class WordsBroadcast(Event):
    """Everybody was told something; ``words`` points to it."""

    words: str


class HelpCalled(Event):
    """Somebody called for help."""

    person: str


class HelpGiven(Event):
    """A call for help was seen to."""

    person: str


class RoomRevealed(Event):
    """The figures of the whole room were revealed."""


class LiveClosed(Event):
    """The session has ended."""


class LiveListed(Event):
    """A session was added to the list of its cohort; this is the stream of that list."""

    session: str
    title: str


class LiveDelisted(Event):
    """A session of the list has ended."""

    session: str


class GroupFormed(Event):
    """A group was formed. ``seats`` gives each role's person; ``scenario`` is where the scenario is stored."""

    session: str
    cohort: str
    group: int
    scenario: str
    settings: LiveSettings
    arm: Arm
    seats: dict[str, str]
    observers: tuple[str, ...] = ()

    def new_members(self) -> frozenset[str]:
        """The people at the table and the observers."""
        return frozenset(self.seats.values()) | frozenset(self.observers)


class SeatFilled(Event):
    """Somebody who came late took a free role, or observes if it is empty."""

    person: str
    role: str = ""

    def new_members(self) -> frozenset[str]:
        """The person."""
        return frozenset({self.person})


class SeatGone(Event):
    """The person in this role has been gone for too long."""

    role: str


class SeatReturned(Event):
    """The person in this role is back, and has the seat again."""

    role: str


class FactsDealt(Event):
    """The facts of people who are gone were dealt to others: each fact's id, and the role that holds it now."""

    facts: dict[str, str]


class PhaseBegun(Event):
    """A phase began, and ends at ``until`` if it has a timer."""

    phase: Phase
    until: datetime | None = None


class TimerPaused(Event):
    """The clock was stopped with this many seconds left; None if the phase has no timer."""

    left: float | None


class TimerSet(Event):
    """The phase now ends at ``until``: the clock runs again, or has more time."""

    until: datetime | None


class TimeAdded(Event):
    """A clock that is stopped has this many seconds left."""

    left: float


class MarkedNew(Event):
    """A fact was new to a role."""

    role: str
    fact: str


class Supported(Event):
    """A role supported what somebody said, which is turn number ``turn``."""

    role: str
    turn: int


class WouldChoose(Event):
    """A role said what it would do in a scene where another one chooses."""

    role: str
    scene: str
    choice: str


class FactsShown(Event):
    """Somebody who leads the session asked to see the text of what was said."""
