"""Live sessions of a cohort: opening one, coming in, seats, late comers, and who is let in at all."""

import json
from collections import Counter

import pytest

from dlcourse.domain.cohort.messages import GiveRole, LeaveCohort
from dlcourse.domain.live.console_views import LedSessionsView
from dlcourse.domain.live.messages import (
    BroadcastWords,
    CloseLive,
    EnterLive,
    LiveCall,
    LiveIdea,
    LivePrefer,
    MoveOn,
    OpenLive,
    PlaceSomebody,
    SeatEveryone,
    StartLive,
)
from dlcourse.domain.live.queries import LedSessions, LiveConsole, LiveSeat, LiveSessions
from dlcourse.domain.live.seat_views import LiveSessionsView
from dlcourse.domain.live.settings import LiveSettings
from dlcourse.domain.mywork.work import EraseWork, WorkView, YourWork
from dlcourse.domain.selfcheck.readiness import Introduce
from dlcourse.errors import CourseError
from tests.classroom import Classroom, Member
from tests.handlers.live.live_room import LiveRoom


def open_sessions(member: Member) -> list[tuple[str, bool]]:
    """The open sessions that somebody can find, and whether they have entered each."""
    view = member.course.see(LiveSessions())
    assert isinstance(view, LiveSessionsView)
    return [(card.session, card.entered) for card in view.sessions]


def test_people_find_the_open_session_and_come_in(classroom: Classroom) -> None:
    """A member of the cohort finds an open session, enters it once, and does not find it after it has ended."""
    live = LiveRoom(classroom)
    ann = classroom.joined("Ann")
    assert open_sessions(ann) == [(live.session, False)]
    ann.do(EnterLive, cohort=live.cohort, session=live.session)
    ann.do(EnterLive, cohort=live.cohort, session=live.session)
    assert open_sessions(ann) == [(live.session, True)]
    assert [person.name for person in live.console().people] == ["Ann"]
    live.tell(CloseLive)
    assert open_sessions(ann) == []
    assert live.seat(ann).closed
    with pytest.raises(CourseError, match="it has ended"):
        classroom.joined("Ben").do(EnterLive, cohort=live.cohort, session=live.session)


def test_everybody_is_seated_evenly(classroom: Classroom) -> None:
    """People are dealt into groups; whoever does not fit observes, and so does an observer of the cohort."""
    live = LiveRoom(classroom, group_size=3)
    people = live.enter(*(f"Person {number}" for number in range(7)))
    watcher = classroom.joined("Olga")
    classroom.host.do(GiveRole, cohort=live.cohort, person=watcher.id, role="observer")
    watcher.do(EnterLive, cohort=live.cohort, session=live.session)
    live.start()
    seats = [live.seat(member) for member in people]
    assert Counter(seat.number for seat in seats if seat.role) == {1: 3, 2: 3}
    assert [seat.observes for seat in seats].count(True) == 1
    assert live.seat(watcher).observes
    assert {mate.holder for mate in live.group(people[0]).mates} == {"person", "stand-in"}


def test_people_of_one_post_sit_at_different_tables(classroom: Classroom) -> None:
    """People who said that they do the same are seated in different groups, and nobody is shown what they said."""
    live = LiveRoom(classroom, group_size=2)
    people = live.enter("Ann", "Ben", "Cleo", "Dan")
    for member in people:
        member.do(Introduce, role="Dean " if member in people[:2] else "Custodian")
    live.tell(SeatEveryone)
    assert live.seat(people[0]).number != live.seat(people[1]).number
    assert live.seat(people[2]).number != live.seat(people[3]).number
    assert "Custodian" not in live.console().model_dump_json()


def test_whoever_leaves_the_cohort_is_named_no_longer(classroom: Classroom) -> None:
    """Somebody who left the cohort cannot see the session any more, and others read neither their name nor words."""
    live = LiveRoom(classroom, group_size=2)
    ann, ben = live.enter("Ann", "Ben")
    live.start()
    live.move_on()
    live.say(ben, LiveIdea, option=live.group(ben).options[0].id, words="Let us ask Joy.")
    assert "Let us ask Joy." in live.seat(ann).model_dump_json()
    ben.do(LeaveCohort, cohort=live.cohort)
    with pytest.raises(CourseError, match="do not take part"):
        live.seat(ben)
    seen = live.seat(ann).model_dump_json() + live.console().model_dump_json()
    assert "Let us ask Joy." not in seen
    assert '"Ben"' not in seen


def test_two_who_lead_move_a_group_on_once(classroom: Classroom) -> None:
    """If both press at once, or an answer is lost and the command comes again, a group goes on by one phase."""
    live = LiveRoom(classroom)
    live.enter("Ann", "Ben")
    live.start()
    seen = tuple(group.steps for group in live.console().groups)
    where = {"cohort": live.cohort, "session": live.session}
    command = MoveOn(id="move-on-once", group=0, seen=seen, **where)
    for each in (command, MoveOn(id="move-on-again", group=0, seen=seen, **where), command):
        live.lead.course.do(each)
    live.tell(MoveOn, group=1, seen=seen)
    assert live.console_group().phase == "talk"
    live.tell(MoveOn, group=1)
    live.lead.course.do(MoveOn(id="move-on-once", group=0, **where))
    assert live.console_group().phase == "decision"


def test_whoever_erases_their_work_leaves_a_seat_behind(classroom: Classroom) -> None:
    """After an erasure, a stand-in has the seat; nobody reads the person's name or words, and the group goes on."""
    live = LiveRoom(classroom, group_size=2)
    ann, ben = live.enter("Ann", "Ben")
    live.start()
    live.move_on()
    option = live.group(ben).options[0].id
    live.say(ben, LiveIdea, option=option, words="Let us ask Joy.")
    assert "Let us ask Joy." in live.seat(ann).model_dump_json()
    work = ben.course.see(YourWork())
    assert isinstance(work, WorkView)
    ben.do(EraseWork, mark=work.mark)
    live.say(ann, LiveIdea, option=option)
    seen = live.seat(ann).model_dump_json() + live.console().model_dump_json()
    assert ben.id not in seen
    assert "Let us ask Joy." not in seen
    assert '"Ben"' not in seen
    assert {mate.holder for mate in live.group(ann).mates} == {"person", "stand-in"}


def test_a_co_facilitator_can_take_over(classroom: Classroom) -> None:
    """Somebody else who leads the cohort sees the same console, and can lead the session on."""
    live = LiveRoom(classroom)
    live.enter("Ann", "Ben")
    live.start()
    other = classroom.joined("Cora")
    with pytest.raises(CourseError, match="no such cohort"):
        other.do(MoveOn, cohort=live.cohort, session=live.session)
    classroom.host.do(GiveRole, cohort=live.cohort, person=other.id, role="co-facilitator")
    live.lead = other
    live.move_on()
    assert live.console_group().phase == "talk"


def test_seats_are_changed_by_hand(classroom: Classroom) -> None:
    """Whoever leads can give somebody another seat before the start; who had it gets theirs in exchange."""
    live = LiveRoom(classroom)
    ann, ben = live.enter("Ann", "Ben")
    live.tell(SeatEveryone)
    before = live.seat(ann).role, live.seat(ben).role
    live.tell(PlaceSomebody, person=ann.id, group=1, role=before[1])
    assert (live.seat(ann).role, live.seat(ben).role) == (before[1], before[0])
    with pytest.raises(CourseError, match="cannot have that seat"):
        live.tell(PlaceSomebody, person=ann.id, group=1, role="mayor")
    live.tell(PlaceSomebody, person=ann.id, group=2, role=before[0])
    assert (live.seat(ann).number, live.seat(ben).number) == (2, 1)
    live.tell(StartLive)
    with pytest.raises(CourseError, match="started already"):
        live.tell(PlaceSomebody, person=ann.id, group=1, role=before[0])


def test_a_session_starts_only_with_people_in_seats(classroom: Classroom) -> None:
    """A session cannot start before people have seats, nor be seated before anybody is there."""
    live = LiveRoom(classroom)
    with pytest.raises(CourseError, match="nobody is here"):
        live.tell(SeatEveryone)
    with pytest.raises(CourseError, match="nobody has a seat"):
        live.tell(StartLive)
    with pytest.raises(CourseError, match="no group is playing"):
        live.tell(MoveOn)


def test_late_comers_get_a_free_seat_or_observe(classroom: Classroom) -> None:
    """Who comes after the start gets a free seat while the group talks; later, or if none is free, they observe."""
    live = LiveRoom(classroom, group_size=3)
    live.enter("Ann", "Ben")
    live.start()
    (cleo,) = live.enter("Cleo")
    assert live.seat(cleo).role in {mate.role for mate in live.group(cleo).mates if mate.you}
    assert live.group(cleo).players == 3
    (dan,) = live.enter("Dan")
    assert (live.seat(dan).observes, live.group(dan).observers) == (True, 1)
    live.move_on(2)
    (eve,) = live.enter("Eve")
    assert live.seat(eve).observes


def test_whoever_comes_in_between_seating_and_start_has_a_place(classroom: Classroom) -> None:
    """Nobody waits in vain: at the start, people without a place get a free seat, and then observe."""
    live = LiveRoom(classroom)
    live.enter("Ann", "Ben", "Cleo", "Dan")
    live.tell(SeatEveryone)
    last, sixth = live.enter("Eve", "Fay")
    live.tell(StartLive)
    assert live.group(last).phase == "preference"
    assert live.seat(last).role
    assert (live.seat(sixth).number, live.seat(sixth).role, live.seat(sixth).observes) == (1, "", True)


def test_what_is_said_to_everybody_reaches_everybody(classroom: Classroom) -> None:
    """What whoever leads says to the room is shown at every seat, and a call for help only to them and its caller."""
    live = LiveRoom(classroom)
    ann, ben = live.enter("Ann", "Ben")
    live.start()
    live.tell(BroadcastWords, words="Two minutes more.")
    assert live.seat(ann).told == "Two minutes more."
    live.say(ann, LiveCall)
    assert (live.seat(ann).called, live.seat(ben).called) == (True, False)
    assert [person.name for person in live.console().people if person.called] == ["Ann"]
    assert "Ann" not in json.dumps(live.group(ben).model_dump(mode="json")["notes"])


def test_a_changed_file_does_not_change_a_session(classroom: Classroom) -> None:
    """A session goes on with the scenario as it was when it was opened, and its list shows what can be opened."""
    live = LiveRoom(classroom)
    view = live.lead.course.see(LedSessions(cohort=live.cohort))
    assert isinstance(view, LedSessionsView)
    assert [(card.session, card.status) for card in view.sessions] == [(live.session, "open")]
    assert "the-reading-gap" in {scenario.id for scenario in view.scenarios}
    with pytest.raises(CourseError, match="5 roles"):
        live.tell(OpenLive, scenario="the-reading-gap", settings=LiveSettings(group_size=6))
    with pytest.raises(CourseError, match="exists already"):
        live.tell(OpenLive, scenario="the-reading-gap")


def test_nobody_reaches_a_session_of_another_cohort(classroom: Classroom) -> None:
    """People of another cohort, and its facilitator, get the same answer as for a session that does not exist."""
    live = LiveRoom(classroom)
    (ann,) = live.enter("Ann")
    live.start()
    elsewhere = Classroom(classroom.store, "Spring deans", classroom.entrance)
    stranger, leader = elsewhere.joined("Zoe"), elsewhere.facilitator("Max")
    assert open_sessions(stranger) == []
    for session in (live.session, "no-such-session"):
        with pytest.raises(CourseError, match="no such session of yours"):
            stranger.course.see(LiveSeat(session=session))
        with pytest.raises(CourseError, match="no such session of yours"):
            stranger.do(LivePrefer, session=session, group=1, option="kit")
        with pytest.raises(CourseError, match="no such session of yours"):
            stranger.do(EnterLive, cohort=elsewhere.cohort, session=session)
        with pytest.raises(CourseError, match="no such session of yours"):
            leader.course.see(LiveConsole(cohort=elsewhere.cohort, session=session))
        with pytest.raises(CourseError, match="no such session of yours"):
            leader.do(MoveOn, cohort=elsewhere.cohort, session=session)
    with pytest.raises(CourseError, match="no such cohort"):
        leader.course.see(LiveConsole(cohort=live.cohort, session=live.session))
    for topic in live.seat(ann).topics:
        with pytest.raises(CourseError):
            stranger.course.watch(topic, lambda: None)
