"""A live session with people in it, for tests: who leads it, and what each person does and sees."""

import threading
from typing import Any, TypeVar
from uuid import uuid4

from dlcourse.domain.live.console_views import ConsoleGroup, LiveConsoleView
from dlcourse.domain.live.debrief_views import LiveDebriefView
from dlcourse.domain.live.messages import EnterLive, LiveMove, MoveOn, OpenLive, SeatEveryone, StartLive
from dlcourse.domain.live.queries import LiveConsole, LiveDebrief, LiveSeat
from dlcourse.domain.live.seat_views import LiveGroupView, LiveSeatView
from dlcourse.domain.live.settings import LiveSettings
from dlcourse.domain.speech import Command, Recorded, View
from dlcourse.handlers.live.attending import clock_of
from dlcourse.handlers.live.clock import LiveClock
from dlcourse.store import Store
from tests.classroom import Classroom, Member
from tests.person import GAP

V = TypeVar("V", bound=View)


def clock_by_hand(store: Store) -> LiveClock:
    """The clock of a store as long as nobody has come; it does something only when the test calls `check`."""
    clock = clock_of(store)
    clock._thread = threading.current_thread()  # so it starts none of its own
    return clock


class LiveRoom:
    """An open session of a cohort. ``lead`` leads it, and ``people`` are in it."""

    def __init__(self, room: Classroom, scenario: str = GAP, **settings: Any) -> None:
        """Open a session with these settings."""
        self.cohort, self.session, self.classroom = room.cohort, uuid4().hex, room
        self.lead, self.people = room.facilitator(), list[Member]()
        self.tell(OpenLive, scenario=scenario, settings=LiveSettings(**settings))

    def tell(self, kind: type[Command], **parts: Any) -> Recorded:
        """Send a command of the one who leads."""
        return self.lead.do(kind, cohort=self.cohort, session=self.session, **parts)

    def enter(self, *names: str) -> list[Member]:
        """Let people join the cohort and enter the session."""
        new = [self.classroom.joined(name) for name in names]
        for member in new:
            member.do(EnterLive, cohort=self.cohort, session=self.session)
        self.people += new
        return new

    def start(self) -> None:
        """Seat everybody and start."""
        self.tell(SeatEveryone)
        self.tell(StartLive)

    def move_on(self, times: int = 1, group: int = 0) -> None:
        """Move the groups on."""
        for _ in range(times):
            self.tell(MoveOn, group=group)

    def say(self, member: Member, kind: type[LiveMove], **parts: Any) -> Recorded:
        """Make a move of somebody in their group."""
        return member.do(kind, session=self.session, group=self.seat(member).number, **parts)

    def seat(self, member: Member) -> LiveSeatView:
        """What somebody sees."""
        return _of(LiveSeatView, member.course.see(LiveSeat(session=self.session)))

    def group(self, member: Member) -> LiveGroupView:
        """What somebody sees of their group."""
        found = self.seat(member).group
        assert found is not None
        return found

    def in_role(self, role: str, group: int = 1) -> Member:
        """Who has this role in a group."""
        seats = [(member, self.seat(member)) for member in self.people]
        return next(member for member, seat in seats if (seat.role, seat.number) == (role, group))

    def console(self) -> LiveConsoleView:
        """What the one who leads sees."""
        return _of(LiveConsoleView, self.lead.course.see(LiveConsole(cohort=self.cohort, session=self.session)))

    def console_group(self, number: int = 1) -> ConsoleGroup:
        """What the one who leads sees of a group."""
        return self.console().groups[number - 1]

    def debrief(self, member: Member) -> LiveDebriefView:
        """What somebody sees of the debrief."""
        return _of(LiveDebriefView, member.course.see(LiveDebrief(session=self.session)))


def _of(kind: type[V], view: View) -> V:
    assert isinstance(view, kind)
    return view
