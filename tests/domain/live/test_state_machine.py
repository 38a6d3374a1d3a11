"""Whatever people do, in whatever order, a live group stays playable, and nobody sees what is not theirs."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dlcourse.domain.live.messages import (
    ExtendTimer,
    LiveAsk,
    LiveChoose,
    LiveDecide,
    LiveGoOn,
    LiveIdea,
    LiveMarkNew,
    LiveMove,
    LivePrefer,
    LiveShare,
    LiveSupport,
    LiveWouldChoose,
    MoveOn,
    PauseTimer,
    ResumeTimer,
    ShowFacts,
)
from dlcourse.domain.live.settings import Arm
from dlcourse.domain.roleplay.scenario import Crossroads
from dlcourse.errors import CourseError
from tests.domain.live.live_table import LiveTable
from tests.examples import examples

SCENARIOS = ("the-reading-gap", "the-empty-seats", "the-river-project", "two-experts")
PICK = st.integers(0, 30)


class LiveGroupMachine(RuleBasedStateMachine):
    """A group that people, those who lead it, the clock and the network do anything to."""

    @initialize(
        scenario=st.sampled_from(SCENARIOS),
        people=st.integers(1, 5),
        absence=st.sampled_from(["stand-in", "re-deal"]),
        pacing=st.sampled_from(["group", "facilitator"]),
        condition=st.sampled_from(["hidden", "manifest"]),
    )
    def begin(self, scenario: str, people: int, absence: str, pacing: str, condition: Any) -> None:
        """Form a group."""
        arm = Arm(condition=condition, knowledge_map=True)
        self.table = LiveTable(people, scenario, arm, absence=absence, pacing=pacing)
        self.position, self.late = self.table.group.position, 0

    @rule(who=PICK, what=PICK, how=PICK)
    def move(self, who: int, what: int, how: int) -> None:
        """Somebody tries something; what is not possible changes nothing."""
        roles = sorted(self.table.group.seats)
        command, parts = self._move(what, how)
        before = self.table.events[:]
        try:
            self.table.do(roles[who % len(roles)], command, **parts)
        except CourseError:
            assert self.table.events == before

    def _move(self, what: int, how: int) -> tuple[type[LiveMove], dict[str, Any]]:
        group = self.table.group
        options = [option.id for option in group.scenario.options] or ["none"]
        facts = [fact.id for fact in group.scenario.facts] or ["none"]
        roles = [role.id for role in group.scenario.roles]
        here = group.play.here
        choices = [choice.id for choice in here.choices] if isinstance(here, Crossroads) else ["none"]
        option, fact, role, choice = (some[how % len(some)] for some in (options, facts, roles, choices))
        kinds: list[tuple[type[LiveMove], dict[str, Any]]] = [
            (LivePrefer, {"option": option}),
            (LiveShare, {"fact": fact}),
            (LiveAsk, {"how": ["open", "dissent", "rank"][how % 3]}),
            (LiveAsk, {"how": "expertise", "to": role}),
            (LiveAsk, {"how": "closed", "option": option}),
            (LiveIdea, {"option": option}),
            (LiveMarkNew, {"fact": fact}),
            (LiveSupport, {"turn": how}),
            (LiveDecide, {"option": option, "reason": "Because.", "credits": (role,)}),
            (LiveChoose, {"scene": group.play.scene, "choice": choice}),
            (LiveWouldChoose, {"scene": group.play.scene, "choice": choice}),
            (LiveGoOn, {"phase": ["preference", "talk", "outcome"][how % 3]}),
        ]
        return kinds[what % len(kinds)]

    @rule(kind=st.sampled_from([MoveOn, PauseTimer, ResumeTimer, ShowFacts]))
    def lead(self, kind: Any) -> None:
        """Somebody who leads the session does something to the group."""
        self.table.lead(kind)

    @rule(behind=st.integers(0, 2))
    def move_on_late(self, behind: int) -> None:
        """Somebody who saw an earlier phase moves the group on; it goes on only if nobody was faster."""
        steps = self.table.group.steps
        happened = self.table.lead(MoveOn, group=1, seen=(steps - behind,))
        assert behind == 0 or not happened

    @rule(minutes=st.integers(1, 9))
    def extend(self, minutes: int) -> None:
        """They give the group more time."""
        self.table.lead(ExtendTimer, minutes=minutes)

    @rule(gone=st.sets(PICK, max_size=4))
    def come_and_go(self, gone: set[int]) -> None:
        """Some people are away, and all others are there."""
        roles = sorted(self.table.group.seats)
        self.table.away(*{roles[number % len(roles)] for number in gone})

    @rule(which=PICK)
    def come_late(self, which: int) -> None:
        """Somebody comes late: to a free role, or to observe."""
        free = [role.id for role in self.table.scenario.roles if role.id not in self.table.group.seats]
        self.late += 1
        self.table.late(free[which % len(free)] if free else "", f"late-{self.late}")

    @rule(which=PICK)
    def erase(self, which: int) -> None:
        """Somebody erases everything of theirs; the next beat of the clock notices."""
        roles = sorted(self.table.group.seats)
        if not self.table.group.seats[roles[which % len(roles)]].startswith("erased-"):
            self.table.erase(roles[which % len(roles)])
        self.table.pass_time(1)

    @rule(seconds=st.sampled_from([1, 50, 200, 1000]))
    def wait(self, seconds: int) -> None:
        """Time passes."""
        self.table.pass_time(seconds)

    @invariant()
    def somebody_decides(self) -> None:
        """As long as anybody acts at the table, one of those who act decides, and one chooses."""
        group = self.table.group
        assert not group.acting or {group.decider, group.chooser} <= group.acting

    @invariant()
    def every_fact_is_held(self) -> None:
        """Each fact that was not said is held by a role for which somebody acts, if any does."""
        group = self.table.group
        hidden = [fact for fact in group.scenario.facts if fact.id not in group.play.heard]
        for fact in hidden if group.phase != "debrief" else []:
            assert group.holders(fact) & group.acting or (not group.acting and group.holders(fact))

    @invariant()
    def nobody_holds_two_seats(self) -> None:
        """No person has two seats, and nobody who has one also observes."""
        people = list(self.table.group.seats.values())
        assert len(people) == len(set(people))
        assert not self.table.group.observers & set(people)

    @invariant()
    def no_phase_goes_back(self) -> None:
        """The group only goes on."""
        assert self.table.group.position >= self.position
        self.position = self.table.group.position

    @invariant()
    def whoever_is_there_can_go_on(self) -> None:
        """A group that decides or chooses waits for somebody who is there, if anybody is."""
        group = self.table.group
        if group.present and group.phase == "decision":
            assert group.decider in group.present
        if group.present and group.phase == "choice":
            assert any(group.may_choose(role) for role in group.present)

    @invariant()
    def nobody_sees_a_packet_that_is_not_theirs(self) -> None:
        """What a role or an observer sees holds no text of a fact that they do not know."""
        group = self.table.group
        for role in [*group.seats, ""]:
            seen = self.table.view(role).model_dump_json()
            known = {fact.id for fact in self.table.view(role).facts}
            for fact in group.scenario.facts:
                holds = bool(role) and role in group.holders(fact)
                common = fact in group.scenario.shared or fact.id in group.play.heard
                assert (fact.id in known) == (holds or common)
                if fact.id not in known:
                    assert fact.text not in seen
                    assert not fact.said or fact.said not in seen


LiveGroupMachine.TestCase.settings = settings(max_examples=examples(25), stateful_step_count=35)
test_any_order_of_events = LiveGroupMachine.TestCase
