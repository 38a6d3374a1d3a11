"""A live session as a whole: who is in it and where, and whether it has started. What happens in a group is elsewhere.

It checks nothing; `leading` has the rules.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dlcourse.domain.live.happenings import (
    ArmChosen,
    HelpCalled,
    HelpGiven,
    LiveClosed,
    LiveEntered,
    LiveOpened,
    LiveSeated,
    LiveStarted,
    RoomRevealed,
    WordsBroadcast,
)
from dlcourse.domain.live.polls import QuestionClosed, QuestionOpened, RoomPoll
from dlcourse.domain.live.seating import SeatPlace
from dlcourse.domain.live.settings import Arm, At
from dlcourse.domain.speech import Event


@dataclass(frozen=True)
class Room:
    """A session at one moment.

    ``entered`` lists everybody who came in, in that order, and ``watching`` those who only observe. ``places`` gives
    each person's place. ``groups`` is 0 before the start. ``words`` points to what was said last to everybody;
    ``calls`` lists open calls for help with their times, and ``polls`` the questions that were put to the room.
    """

    opened: LiveOpened
    opened_at: str
    entered: tuple[str, ...] = ()
    watching: frozenset[str] = frozenset()
    places: Mapping[str, SeatPlace] = field(default_factory=dict)
    arms: Mapping[int, Arm] = field(default_factory=dict)
    groups: int = 0
    words: str = ""
    words_at: str = ""
    calls: Mapping[str, str] = field(default_factory=dict)
    polls: tuple[RoomPoll, ...] = ()
    revealed: bool = False
    closed: bool = False

    def arm(self, group: int) -> Arm:
        """The arm that a group plays: the one that was chosen for it, or else the arms in turn."""
        arms = self.opened.settings.arms
        return self.arms.get(group, arms[(group - 1) % len(arms)])

    def in_group(self, group: int) -> tuple[SeatPlace, ...]:
        """The places in a group."""
        return tuple(place for place in self.places.values() if place.group == group)

    @property
    def numbers(self) -> range:
        """The numbers of the groups: those that started, or those in which people have places."""
        return range(1, 1 + (self.groups or max((place.group for place in self.places.values()), default=0)))


def open_room(opened: LiveOpened, at: str) -> Room:
    """The session right after it was opened."""
    return Room(opened, at)


def follow_room(room: Room, happened: Iterable[At]) -> Room:
    """The session after these events."""
    for event, at in happened:
        room = _apply(room, event, at)
    return room


def _apply(room: Room, event: Event, at: str) -> Room:
    match event:
        case LiveEntered() if event.person not in room.entered:
            watching = room.watching | {event.person} if event.observer else room.watching
            return replace(room, entered=(*room.entered, event.person), watching=watching)
        case LiveSeated():
            kept = {} if event.anew else room.places
            return replace(room, places={**kept, **{place.person: place for place in event.places}})
        case ArmChosen():
            return replace(room, arms={**room.arms, event.group: event.arm})
        case LiveStarted():
            return replace(room, groups=event.groups)
        case _:
            return _apply_news(room, event, at)


def _apply_news(room: Room, event: Event, at: str) -> Room:
    match event:
        case WordsBroadcast():
            return replace(room, words=event.words, words_at=at)
        case HelpCalled():
            return replace(room, calls={event.person: at, **room.calls})
        case HelpGiven():
            return replace(room, calls={who: when for who, when in room.calls.items() if who != event.person})
        case QuestionOpened():
            poll = RoomPoll(len(room.polls) + 1, event.question, event.words, event.lines)
            return replace(room, polls=(*room.polls, poll))
        case QuestionClosed():
            polls = tuple(replace(poll, closed=poll.closed or poll.number == event.number) for poll in room.polls)
            return replace(room, polls=polls)
        case RoomRevealed():
            return replace(room, revealed=True)
        case LiveClosed():
            return replace(room, closed=True)
        case _:
            return room
