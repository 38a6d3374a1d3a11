"""A live session from its start to its debrief: what each person sees on the way, and who learns of what."""

import pytest

from dlcourse.domain.live.debrief_views import LiveDebriefView, LiveRoomView
from dlcourse.domain.live.messages import (
    CloseLive,
    LiveAsk,
    LiveDecide,
    LiveIdea,
    LivePrefer,
    LiveShare,
    RevealRoom,
    ShowFacts,
)
from dlcourse.domain.live.queries import LiveGroupDebrief, LiveRoomFigures
from dlcourse.domain.live.queries import LiveRoom as SeeRoom
from dlcourse.domain.live.settings import Arm
from dlcourse.domain.roleplay.debrief import RoleRow
from dlcourse.errors import CourseError
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom

NAMES = ("Ann", "Ben", "Cleo", "Dan", "Eve")
REASON = "Joy heard it at night."
IDEA = "What about the evening bus?"


def played(classroom: Classroom) -> LiveRoom:
    """A group of five that has talked, decided and come to its debrief."""
    live = LiveRoom(classroom)
    people = live.enter(*NAMES)
    live.start()
    option = live.group(people[0]).options[0].id
    for member in people:
        live.say(member, LivePrefer, option=option)
    live.move_on()
    for member in people:
        own = next(fact for fact in live.group(member).facts if fact.since == "own")
        live.say(member, LiveShare, fact=own.id)
    live.say(live.in_role("teacher"), LiveAsk, how="dissent")
    live.say(live.in_role("teacher"), LiveIdea, option=option, words=IDEA)
    live.move_on()
    live.say(live.in_role("principal"), LiveDecide, option=option, reason=REASON, credits=("custodian",))
    live.move_on(2)
    return live


def test_a_group_plays_a_whole_session(classroom: Classroom) -> None:
    """In the debrief the table sees who knew and said what, the decision, its reason, and all preferences."""
    live = played(classroom)
    view = live.debrief(live.in_role("teacher"))
    assert view.talk is not None
    assert (view.outcome.reason, view.outcome.credits) == (REASON, ("custodian",))
    assert view.talk.unique_voiced == len(NAMES)
    assert {row.role for row in view.preferences if row.before} == {mate.role for mate in view.mates}
    assert {mate.person for mate in view.mates} == set(NAMES)
    assert any(line.words == IDEA for passage in view.passages for line in passage.lines)


def test_those_who_lead_see_counts_and_ask_for_text(classroom: Classroom) -> None:
    """The console counts what was said; texts and reasons come after they were asked for, preferences never."""
    live = played(classroom)
    group = live.console_group()
    assert (group.surfaced, group.dissent, group.facts) == (len(NAMES), 1, ())
    seen = live.console().model_dump_json() + _led_debrief(live).model_dump_json()
    assert REASON not in seen
    assert IDEA not in seen
    assert {row.first for row in _led_talk(live)} == {""}
    live.tell(ShowFacts, group=1)
    assert live.group(live.people[0]).shown
    assert len(live.console_group().facts) == len(NAMES)
    shown = _led_debrief(live)
    assert (shown.outcome.reason, shown.preferences) == (REASON, ())
    assert {row.first for row in _led_talk(live)} == {""}


def _led_debrief(live: LiveRoom) -> LiveDebriefView:
    view = live.lead.course.see(LiveGroupDebrief(cohort=live.cohort, session=live.session, group=1))
    assert isinstance(view, LiveDebriefView)
    return view


def _led_talk(live: LiveRoom) -> tuple[RoleRow, ...]:
    talk = _led_debrief(live).talk
    assert talk is not None
    return talk.roles


def test_a_debrief_comes_at_the_end(classroom: Classroom) -> None:
    """Nobody sees what everybody knew before the group is in its debrief."""
    live = LiveRoom(classroom)
    (ann,) = live.enter("Ann")
    with pytest.raises(CourseError, match="no such session"):
        live.debrief(ann)
    live.start()
    with pytest.raises(CourseError, match="not come to its debrief"):
        live.debrief(ann)


def test_figures_of_the_room_count_groups(classroom: Classroom) -> None:
    """The figures of the room compare its arms by counts of groups; people see them once they are revealed."""
    live = LiveRoom(classroom, group_size=2, arms=[Arm(), Arm(condition="manifest")])
    live.enter(*NAMES[:4])
    live.start()
    live.move_on(2)
    best = _figures(live).best
    for number in (1, 2):
        decider = live.in_role("principal", number)
        options = [option.id for option in live.group(decider).options]
        live.say(decider, LiveDecide, option=best if number == 2 else options[options.index(best) - 1], reason="So.")
    live.move_on()
    hidden, manifest = _figures(live).arms
    assert (hidden.groups, hidden.solved, manifest.groups, manifest.solved) == (1, 0, 1, 1)
    ann = live.people[0]
    with pytest.raises(CourseError, match="not shown yet"):
        ann.course.see(SeeRoom(session=live.session))
    live.tell(RevealRoom)
    assert ann.course.see(SeeRoom(session=live.session)) == _figures(live)


def test_a_group_that_still_plays_sees_no_figures_of_the_room(classroom: Classroom) -> None:
    """Figures name the best option and count what others took, so they wait until one's own group has decided."""
    live = LiveRoom(classroom, group_size=2)
    live.enter(*NAMES[:4])
    live.start()
    live.tell(RevealRoom)
    live.move_on(3, group=1)
    first, second = (next(each for each in live.people if live.seat(each).number == number) for number in (1, 2))
    assert live.group(second).phase == "preference"
    assert first.course.see(SeeRoom(session=live.session)) == _figures(live)
    with pytest.raises(CourseError, match="not shown yet"):
        second.course.see(SeeRoom(session=live.session))
    live.tell(CloseLive)
    assert second.course.see(SeeRoom(session=live.session)) == _figures(live)


def _figures(live: LiveRoom) -> LiveRoomView:
    view = live.lead.course.see(LiveRoomFigures(cohort=live.cohort, session=live.session))
    assert isinstance(view, LiveRoomView)
    return view
