"""Whatever people do and in whatever order they come and go, a live session in the store stays whole."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dlcourse.domain.cohort.happenings import PersonJoined
from dlcourse.domain.live.console_views import LiveConsoleView
from dlcourse.domain.live.group import RANK
from dlcourse.domain.live.messages import (
    EnterLive,
    LiveAsk,
    LiveCall,
    LiveDecide,
    LivePrefer,
    LiveShare,
    MoveOn,
    OpenLive,
    PauseTimer,
    PlaceSomebody,
    ResumeTimer,
    SeatEveryone,
    StartLive,
)
from dlcourse.domain.live.queries import LiveConsole, LiveSeat
from dlcourse.domain.live.seat_views import LiveSeatView
from dlcourse.domain.live.settings import LiveSettings
from dlcourse.domain.viewer import COHORT, Viewer
from dlcourse.errors import CourseError
from dlcourse.store import Store
from tests.classroom import Classroom
from tests.domain.roleplay.learners import shipped
from tests.examples import examples
from tests.handlers.live.live_room import clock_by_hand
from tests.person import GAP, Person

PEOPLE = tuple(f"person-{number}" for number in range(7))
WHO = st.sampled_from(PEOPLE)
SCENARIO = shipped(GAP)


class LiveSessionMachine(RuleBasedStateMachine):
    """One session of a cohort of seven, with its real store and clock; the clock's time is moved by hand."""

    @initialize(
        size=st.integers(2, 5),
        absence=st.sampled_from(["stand-in", "re-deal"]),
        pacing=st.sampled_from(["group", "facilitator"]),
    )
    def begin(self, size: int, absence: Any, pacing: Any) -> None:
        """Open a session."""
        self.folder, self.now = TemporaryDirectory(), datetime(2027, 3, 1, 12, tzinfo=UTC)
        self.store = Store.open(f"sqlite:///{self.folder.name}/course.db", lambda: self.now)
        self.room, self.session = Classroom(self.store), uuid4().hex
        self.clock = clock_by_hand(self.store)
        for person in PEOPLE:
            self._join(person)
        self.people = {person: self._person(person, "participant") for person in PEOPLE}
        self._join("leader", "facilitator")
        self.leader = self._person("leader", "facilitator")
        self.pages: dict[str, list[Any]] = {}
        self.phases: dict[int, int] = {}
        options = LiveSettings(group_size=size, absence=absence, pacing=pacing, gone_after=30)
        self._lead(OpenLive, scenario=GAP, settings=options)

    def teardown(self) -> None:
        """Close the store."""
        if hasattr(self, "store"):
            for ends in self.pages.values():
                for end in ends:
                    end()
            self.store.close()
            self.folder.cleanup()

    def _join(self, person: str, role: Any = "participant") -> None:
        stream = COHORT + self.room.cohort
        joined = PersonJoined(person=person, name=f"{person}/name", role=role)
        self.store.write(lambda w: w.append(stream, w.length(stream), uuid4().hex, person, [joined]))

    def _person(self, person: str, role: Any) -> Person:
        return Person(self.room.course_of(Viewer(person, self.room.cohort, frozenset({role}))))

    def _lead(self, kind: Any, **parts: Any) -> None:
        self.leader.do(kind, cohort=self.room.cohort, session=self.session, **parts)

    def _seat(self, person: str) -> LiveSeatView | None:
        try:
            view = self.people[person].course.see(LiveSeat(session=self.session))
        except CourseError:
            return None
        assert isinstance(view, LiveSeatView)
        return view

    def _console(self) -> LiveConsoleView:
        view = self.leader.course.see(LiveConsole(cohort=self.room.cohort, session=self.session))
        assert isinstance(view, LiveConsoleView)
        return view

    @rule(who=WHO)
    def enter(self, who: str) -> None:
        """Somebody enters, perhaps again."""
        self.people[who].do(EnterLive, cohort=self.room.cohort, session=self.session)

    @rule(kind=st.sampled_from([SeatEveryone, StartLive, StartLive, MoveOn, MoveOn, PauseTimer, ResumeTimer]))
    def lead(self, kind: Any) -> None:
        """Whoever leads does something; what is not possible changes nothing."""
        self._try(lambda: self._lead(kind))

    @rule(who=WHO, group=st.integers(1, 3), role=st.sampled_from(["", *(role.id for role in SCENARIO.roles)]))
    def place(self, who: str, group: int, role: str) -> None:
        """Somebody gets another place."""
        self._try(lambda: self._lead(PlaceSomebody, person=who, group=group, role=role))

    @rule(who=WHO, group=st.integers(1, 3), what=st.integers(0, 9), how=st.integers(0, 30))
    def move(self, who: str, group: int, what: int, how: int) -> None:
        """Somebody tries to do something in a group, perhaps not their own."""
        fact, option = SCENARIO.facts[how % len(SCENARIO.facts)].id, SCENARIO.options[how % len(SCENARIO.options)].id
        kinds: list[tuple[Any, dict[str, Any]]] = [
            (LivePrefer, {"option": option}),
            (LiveShare, {"fact": fact}),
            (LiveAsk, {"how": "open"}),
            (LiveDecide, {"option": option, "reason": "So."}),
            (LiveCall, {}),
        ]
        kind, parts = kinds[what % len(kinds)]
        seat = self._seat(who)
        own = seat.number if seat and seat.number else group
        self._try(lambda: self.people[who].do(kind, session=self.session, group=own if what < 8 else group, **parts))

    @rule(who=WHO)
    def connect(self, who: str) -> None:
        """Somebody's page connects, or connects again."""
        seat = self._seat(who)
        for end in self.pages.pop(who, []):
            end()
        if seat:
            self.pages[who] = [self.people[who].course.watch(topic, lambda: None) for topic in seat.topics]

    @rule(who=WHO)
    def drop(self, who: str) -> None:
        """Somebody loses the connection."""
        for end in self.pages.pop(who, []):
            end()

    @rule(seconds=st.sampled_from([1, 31, 400]))
    def wait(self, seconds: int) -> None:
        """Time passes."""
        self.now += timedelta(seconds=seconds)
        self.clock.check()

    def _try(self, step: Any) -> None:
        try:
            step()
        except CourseError:
            return

    @invariant()
    def seats_are_held_once_and_groups_go_on(self) -> None:
        """Nobody has two seats; every group that plays has a decider and only goes on."""
        if not hasattr(self, "store"):
            return
        console = self._console()
        held = Counter(seat.person for group in console.groups for seat in group.seats if seat.person)
        watching = {person for group in console.groups for person in group.observers}
        assert max(held.values(), default=1) == 1
        assert not watching & held.keys()
        for group in console.groups:
            acting = [seat for seat in group.seats if seat.holder in {"person", "stand-in"}]
            assert not acting or sum(seat.decides for seat in acting) == 1
            assert group.steps >= self.phases.get(group.number, 0)
            assert group.phase == "waiting" or RANK[group.phase] > 0
        if console.status == "started":
            self.phases = {group.number: group.steps for group in console.groups}
            places = {each.person: (each.group, each.role) for each in console.people}
            for group in console.groups:
                for seat in group.seats:
                    assert not seat.person or places[seat.person] == (group.number, seat.role)

    @invariant()
    def nobody_sees_what_is_not_theirs(self) -> None:
        """What a seat sees holds no text of a fact that is neither theirs nor said in their group."""
        for who in PEOPLE if hasattr(self, "store") else ():
            seat = self._seat(who)
            text, known = (seat.model_dump_json(), seat.group.facts if seat.group else ()) if seat else ("", ())
            hidden = [fact for fact in SCENARIO.facts if fact.id not in {each.id for each in known}]
            assert not [fact.id for fact in hidden if fact.text in text or (fact.said and fact.said in text)]
            assert all(each.by or each.since != "heard" for each in known)


LiveSessionMachine.TestCase.settings = settings(max_examples=examples(4), stateful_step_count=35, deadline=None)
test_any_order_in_the_store = LiveSessionMachine.TestCase
