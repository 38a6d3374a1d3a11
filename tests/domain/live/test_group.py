"""A live group: its phases and clock, what its people may do, and what happens when somebody is gone."""

from datetime import timedelta

import pytest

from dlcourse.domain.live.messages import (
    ExtendTimer,
    LiveAsk,
    LiveChoose,
    LiveDecide,
    LiveGoOn,
    LiveIdea,
    LiveMarkNew,
    LivePrefer,
    LiveShare,
    LiveSupport,
    LiveWouldChoose,
    MoveOn,
    PauseTimer,
    ResumeTimer,
    ShowFacts,
)
from dlcourse.domain.live.settings import Arm, LiveSettings, in_arm
from dlcourse.domain.roleplay.hidden_profile import manifest_problems
from dlcourse.domain.roleplay.messages import Answered, Decided
from dlcourse.errors import CourseError
from tests.domain.live.live_table import LiveTable
from tests.domain.roleplay.learners import shipped


def option(table: LiveTable, at: int = 0) -> str:
    """One of the options."""
    return table.scenario.options[at].id


def own_fact(table: LiveTable, role: str) -> str:
    """A fact that only some roles hold, and this one does."""
    return table.scenario.own(role)[0].id


def talking(people: int = 5, **settings: object) -> LiveTable:
    """A group in which everybody has stated a preference, and that talks now."""
    table = LiveTable(people, **settings)  # type: ignore[arg-type]
    for role in sorted(table.group.present):
        table.do(role, LivePrefer, option=option(table))
    if table.phase() == "preference":
        table.lead(MoveOn)
    return table


def test_a_group_goes_through_its_phases_at_the_leaders_pace() -> None:
    """Where the facilitator sets the pace, a group waits for them, however much time has passed."""
    table = talking()
    seen = [table.phase()]
    for _ in range(4):
        table.pass_time(10_000)
        table.lead(MoveOn)
        seen.append(table.phase())
    assert seen == ["talk", "decision", "outcome", "debrief", "debrief"]


def test_a_group_sets_its_own_pace() -> None:
    """Where groups set the pace, their preferences, whoever decides, the decision and the time lead on."""
    table = LiveTable(3, pacing="group")
    roles = list(table.group.seats)
    for role in roles:
        assert table.phase() == "preference"
        table.do(role, LivePrefer, option=option(table))
    with pytest.raises(CourseError, match="do not set the pace"):
        table.do(roles[1], LiveGoOn, phase="talk")
    table.do(roles[0], LiveGoOn, phase="talk")
    table.pass_time(10_000)
    assert table.phase() == "decision"
    table.do(roles[0], LiveDecide, option=option(table), reason="It is near.", credits=(roles[1],))
    assert table.phase() == "choice"


def test_time_ends_a_phase_where_groups_set_the_pace() -> None:
    """When its time is up, a talk ends by itself; a stopped clock goes on where it was, and can get more time."""
    table = talking(pacing="group")
    minutes = table.formed.settings.minutes.talk
    table.pass_time(60)
    table.lead(PauseTimer)
    table.pass_time(100_000)
    assert (table.phase(), table.view("principal").timer.left) == ("talk", (minutes - 1) * 60)
    table.lead(ExtendTimer, minutes=2)
    table.lead(ResumeTimer)
    assert table.group.until == table.now + timedelta(minutes=minutes + 1)
    table.lead(ExtendTimer, minutes=1)
    table.pass_time((minutes + 2) * 60 - 1)
    assert table.phase() == "talk"
    table.pass_time(1)
    assert table.phase() == "decision"


def test_what_is_said_reaches_everybody_at_the_table() -> None:
    """A fact that one role shares is then known to all, with who said it, to whom it was new, and who supports it."""
    table = talking()
    fact = own_fact(table, "custodian")
    assert fact not in {known.id for known in table.view("teacher").facts}
    table.do("custodian", LiveShare, fact=fact)
    table.do("teacher", LiveMarkNew, fact=fact)
    table.do("teacher", LiveSupport, turn=0)
    for role in ("teacher", "principal", ""):
        told = next(known for known in table.view(role).facts if known.id == fact)
        assert (told.by, told.new_to, told.at) == ("custodian", ("teacher",), table.now.isoformat())
        assert table.view(role).notes[0].supported_by == ("teacher",)
    with pytest.raises(CourseError, match="knew it from the start"):
        table.do("custodian", LiveMarkNew, fact=fact)
    with pytest.raises(CourseError, match="nobody else said that"):
        table.do("custodian", LiveSupport, turn=0)


def test_nobody_shares_what_they_do_not_know() -> None:
    """A role cannot share a fact of another one, and nothing is said before the talk or after it."""
    table = talking()
    with pytest.raises(CourseError, match="do not know this"):
        table.do("teacher", LiveShare, fact=own_fact(table, "custodian"))
    table.lead(MoveOn)
    with pytest.raises(CourseError, match="another step"):
        table.do("teacher", LiveShare, fact=own_fact(table, "teacher"))


def test_preferences_are_private_until_the_debrief() -> None:
    """Others learn how many have stated a preference, not which; it is stated once before and once after the talk."""
    table = LiveTable(2)
    table.do("principal", LivePrefer, option=option(table, 1))
    other = table.view("secretary")
    assert (other.stated, other.players, other.before) == (1, 2, "")
    assert table.view("principal").before == option(table, 1)
    with pytest.raises(CourseError, match="already"):
        table.do("principal", LivePrefer, option=option(table))
    table.do("secretary", LivePrefer, option=option(table))
    table.lead(MoveOn)
    table.lead(MoveOn)
    table.do("secretary", LivePrefer, option=option(table, 1))
    assert (table.view("secretary").after, table.view("principal").after) == (option(table, 1), "")
    with pytest.raises(CourseError, match="one who decides"):
        table.do("principal", LivePrefer, option=option(table))


def test_only_the_one_who_decides_decides() -> None:
    """Only the deciding role decides, with credits for roles at the table; then everybody sees it with the reason."""
    table = talking(3)
    table.lead(MoveOn)
    with pytest.raises(CourseError, match="decides"):
        table.do("secretary", LiveDecide, option=option(table), reason="Me.")
    with pytest.raises(CourseError, match="no role 'mayor'"):
        table.do("principal", LiveDecide, option=option(table), reason="Yes.", credits=("mayor",))
    table.do("principal", LiveDecide, option=option(table), reason="Yes.", credits=("secretary",))
    told = table.view("secretary").outcome
    assert told is not None
    assert (told.option, told.by, told.credits) == (option(table), "principal", ("secretary",))


def test_a_group_that_is_moved_on_stays_undecided() -> None:
    """A group that is moved on before it has decided has an outcome without a decision."""
    table = talking(3)
    table.lead(MoveOn)
    table.lead(MoveOn)
    told = table.view("secretary").outcome
    assert table.phase() == "outcome"
    assert told is not None
    assert told.option == ""


def test_a_stand_in_has_the_packet_of_whoever_is_gone() -> None:
    """Where stand-ins replace people, a scripted colleague answers for somebody who is gone, and they can return."""
    table = talking(5, absence="stand-in")
    table.away("custodian")
    happened = table.do("teacher", LiveAsk, how="open")
    assert [event.role for event in happened if isinstance(event, Answered)] == ["custodian"]
    assert {mate.role: mate.holder for mate in table.view("teacher").mates}["custodian"] == "stand-in"
    table.do("custodian", LiveIdea, option=option(table))
    assert "custodian" in table.group.present
    happened = table.do("teacher", LiveAsk, how="open")
    assert not [event for event in happened if isinstance(event, Answered)]


def test_a_stand_in_decides_for_whoever_is_gone() -> None:
    """If the one who decides is gone when it is time, their stand-in decides; with nobody there, the group waits."""
    table = talking(3, absence="stand-in")
    table.away("principal", "secretary", "custodian")
    table.lead(MoveOn)
    assert table.phase() == "decision"
    happened = table.away("principal", "secretary")
    assert [event.role for event in happened if isinstance(event, Decided)] == ["principal"]
    assert table.phase() == "choice"


def test_facts_of_whoever_is_gone_are_dealt_again() -> None:
    """Where facts are dealt again, those who are there get them all, and whoever returns has their own packet again."""
    table = talking(5, absence="re-deal")
    facts = {fact.id for fact in table.scenario.own("custodian")}
    table.away("custodian")
    dealt = {
        known.id: role for role in table.group.present for known in table.view(role).facts if known.since == "dealt"
    }
    assert set(dealt) == {fact for fact in facts if table.scenario.fact(fact).held_by == ("custodian",)} != set()
    fact, role = next(iter(dealt.items()))
    table.do(role, LiveShare, fact=fact)
    table.away()
    assert facts <= {known.id for known in table.view("custodian").facts}


def test_somebody_else_decides_where_facts_are_dealt_again() -> None:
    """If the one who decides is gone, the first role that is there decides; whoever returns in time decides again."""
    table = talking(3, absence="re-deal")
    table.away("principal")
    assert table.group.decider == "secretary"
    table.away()
    assert table.group.decider == "principal"


def test_the_role_that_the_scene_names_chooses() -> None:
    """In a branching scene one role chooses; others see who, and can say what they would do."""
    table = LiveTable(3, "the-river-project")
    here = table.view("").choice
    assert here is not None
    chooser, other = here.chooser, next(role for role in table.group.seats if role != here.chooser)
    with pytest.raises(CourseError, match="chooses here"):
        table.do(other, LiveChoose, scene=here.scene, choice=here.choices[0].id)
    table.do(other, LiveWouldChoose, scene=here.scene, choice=here.choices[1].id)
    seen = table.view(chooser).choice
    assert seen is not None
    assert (seen.yours, seen.would) == (True, {other: here.choices[1].id})
    table.do(chooser, LiveChoose, scene=here.scene, choice=here.choices[0].id)
    assert table.group.play.chosen == (f"{here.scene}.{here.choices[0].id}",)


@pytest.mark.parametrize("absence", ["stand-in", "re-deal"])
def test_a_story_goes_on_without_the_one_who_chooses(absence: str) -> None:
    """If the one who chooses is gone, somebody else at the table can choose."""
    table = LiveTable(3, "the-river-project", absence=absence)
    table.away(table.group.chooser)
    here = table.view("").choice
    assert here is not None
    role = next(role for role in table.group.present if table.group.may_choose(role))
    table.do(role, LiveChoose, scene=here.scene, choice=here.choices[0].id)
    assert table.group.play.scene != here.scene


def test_a_group_learns_that_facts_are_read() -> None:
    """Once somebody who leads asks to see what was said, the group is told."""
    table = talking()
    assert not table.view("teacher").shown
    table.lead(ShowFacts)
    assert table.view("teacher").shown


def test_everybody_knows_everything_in_a_manifest_group() -> None:
    """In the manifest arm each role holds every fact, so that the best option is plain to each of them."""
    scenario = shipped("the-reading-gap")
    armed = in_arm(scenario, Arm(condition="manifest"))
    assert (manifest_problems(armed), armed.unique, len(armed.shared)) == ((), (), len(scenario.facts))
    table = LiveTable(2, arm=Arm(condition="manifest"))
    assert len(table.view("secretary").facts) == len(scenario.facts)


def test_a_map_says_how_much_each_role_knows() -> None:
    """A group with a map sees how many facts each role holds that others do not; other groups see no map."""
    counts = {row.role: row.facts for row in LiveTable(5, arm=Arm(knowledge_map=True)).view("teacher").knowledge_map}
    scenario = shipped("the-reading-gap")
    assert counts == {role.id: len(scenario.own(role.id)) for role in scenario.roles}
    assert LiveTable(5).view("teacher").knowledge_map == ()


def test_a_group_is_no_larger_than_its_scenario() -> None:
    """A group size above the number of roles is refused."""
    with pytest.raises(CourseError, match="5 roles"):
        LiveSettings(group_size=6).size(shipped("the-reading-gap"))
