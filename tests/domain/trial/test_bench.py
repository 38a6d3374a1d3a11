"""Controlled trials: whatever is tried in whatever order, the prediction is locked and a breach stops for good."""

from datetime import date, timedelta
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dlcourse.domain.speech import Event
from dlcourse.domain.trial.bench import Trial, is_breach, move, plan, refuse_second, trial_of
from dlcourse.domain.trial.messages import (
    AskWatcher,
    DiscardTrial,
    EndTrial,
    PlanTrial,
    ReadingRecorded,
    RecordReading,
    StartTrial,
    StopTrial,
    TrialCommand,
    TrialDrafted,
    TrialEnded,
    TrialStarted,
    TrialStopped,
    WatcherAsked,
)
from dlcourse.errors import CourseError
from tests.examples import examples

DAY = date(2027, 3, 1)
SAME: dict[str, Any] = {"id": "a-command", "trial": "some-trial"}
WORDS = {name: name for name in ("hypothesis", "test", "harmed", "measure", "stop")}
WHO = st.sampled_from(["ann", "ben", "eve"])
NUMBERS = st.integers(0, 12)
SIDES = st.sampled_from(["above", "below"])
WHICH = st.sampled_from(["one", "two"])


def planned(expected: int = 5, limit: int = 8, worse: Literal["above", "below"] = "above", after: int = 0) -> PlanTrial:
    """A plan."""
    return PlanTrial(**SAME, **WORDS, expected=expected, limit=limit, worse=worse, on=DAY, after=after)


class AnyBench(RuleBasedStateMachine):
    """Ann's two trials, one of which Ben watches; Eve has no part in them."""

    @initialize()
    def plan_two(self) -> None:
        """Plan two trials."""
        self.happened: dict[str, list[Event]] = {name: [plan(planned(), "ann")] for name in ("one", "two")}

    def state(self, name: str) -> Trial:
        """A trial as it stands."""
        return trial_of(self.happened[name])

    def do(self, name: str, command: TrialCommand, person: str) -> bool:
        """Try a move; returns whether it was allowed."""
        others = {other: self.state(other) for other in self.happened if other != name}
        try:
            event = move(command, self.state(name), person)
            if isinstance(event, TrialStarted):
                refuse_second(others)
        except CourseError:
            return False
        self.happened[name].append(event)
        return True

    @rule(name=WHICH, who=WHO, expected=NUMBERS, limit=NUMBERS, worse=SIDES, late=st.booleans())
    def plan_anew(  # noqa: PLR0917 (Hypothesis names them)
        self,
        name: str,
        who: str,
        expected: int,
        limit: int,
        worse: Any,
        late: bool,  # noqa: FBT001
    ) -> None:
        """Change the plan: only its owner, only before it begins, and only as it was seen last."""
        state = self.state(name)
        wrong = expected > limit if worse == "above" else expected < limit
        may = who == "ann" and state.stage == "planned" and not late and not wrong
        assert self.do(name, planned(expected, limit, worse, state.length - late), who) == may

    @rule(name=WHICH, who=WHO)
    def watch(self, name: str, who: str) -> None:
        """Ask Ben to watch."""
        may = who == "ann" and self.state(name).stage in {"planned", "running"}
        assert self.do(name, AskWatcher(**SAME, person="ben-of-the-cohort"), who) == may

    @rule(name=WHICH, who=WHO)
    def start(self, name: str, who: str) -> None:
        """Begin: only the owner, and only if the other trial neither runs nor waits for its lesson."""
        other = self.state("two" if name == "one" else "one").stage
        may = who == "ann" and self.state(name).stage == "planned" and other not in {"running", "stopped"}
        assert self.do(name, StartTrial(**SAME), who) == may

    @rule(name=WHICH, who=WHO, value=NUMBERS, days=st.integers(-30, 5))
    def read(self, name: str, who: str, value: int, days: int) -> None:
        """Write down a reading: only the owner, only while it runs, and not after the day of the decision."""
        state = self.state(name)
        may = who == "ann" and state.stage == "running" and days <= 0
        assert self.do(name, RecordReading(**SAME, value=value, on=DAY + timedelta(days)), who) == may
        if may:
            assert (self.state(name).stage == "stopped") == is_breach(value, state.plan)

    @rule(name=WHICH, who=st.sampled_from(["ann", "ben-of-the-cohort", "eve"]))
    def stop(self, name: str, who: str) -> None:
        """Stop it: its owner, or who watches it."""
        state = self.state(name)
        watches = state.watcher is not None and who == "ben-of-the-cohort"
        assert self.do(name, StopTrial(**SAME), who) == (state.stage == "running" and (who == "ann" or watches))

    @rule(name=WHICH, who=WHO, decision=st.sampled_from(["keep", "change", "drop"]))
    def end(self, name: str, who: str, decision: Any) -> None:
        """End it with what it taught; what was stopped, by a breach or by somebody, is not kept."""
        state = self.state(name)
        may = who == "ann" and (state.stage == "running" or (state.stage == "stopped" and decision != "keep"))
        assert self.do(name, EndTrial(**SAME, decision=decision, taught="A lot"), who) == may

    @rule(name=WHICH, who=WHO)
    def put_away(self, name: str, who: str) -> None:
        """Put a plan away, before it begins."""
        may = who == "ann" and self.state(name).stage == "planned" and name == "two"
        if name == "two":
            assert self.do(name, DiscardTrial(**SAME), who) == may

    @rule()
    def plan_more(self) -> None:
        """Plan another trial in place of one that is over, so that more happens."""
        for name in self.happened:
            if self.state(name).stage in {"ended", "discarded"}:
                self.happened[name] = [plan(planned(), "ann")]

    @invariant()
    def no_prediction_changes_after_the_start(self) -> None:
        """Nothing is planned anew after a trial has begun, and nothing is measured before."""
        for events in self.happened.values():
            kinds = [type(event) for event in events]
            if TrialStarted in kinds:
                start = kinds.index(TrialStarted)
                assert TrialDrafted not in kinds[start:]
                assert kinds.count(TrialStarted) == 1
                assert ReadingRecorded not in kinds[:start]
            else:
                assert ReadingRecorded not in kinds

    @invariant()
    def nothing_runs_past_its_limit(self) -> None:
        """After a breach, or after it was stopped, nothing follows but its end."""
        for events in self.happened.values():
            plans = [event for event in events if isinstance(event, TrialDrafted)]
            for place, event in enumerate(events):
                breach = isinstance(event, ReadingRecorded) and is_breach(event.value, plans[-1])
                if breach or isinstance(event, TrialStopped):
                    assert [type(each) for each in events[place + 1 :]] in ([], [TrialEnded])
                assert not isinstance(event, ReadingRecorded) or event.on <= plans[-1].on

    @invariant()
    def one_runs_at_a_time(self) -> None:
        """At most one trial is running or waits for its lesson."""
        assert sum(self.state(name).stage in {"running", "stopped"} for name in self.happened) <= 1


TestBench = AnyBench.TestCase
TestBench.settings = settings(max_examples=examples(100), stateful_step_count=40, deadline=None)


@given(NUMBERS, NUMBERS)
def test_the_limit_itself_is_no_breach(value: int, limit: int) -> None:
    """A value is a breach exactly if it lies on the side of the limit on which harm is."""
    above, below = (plan(planned(limit, limit, worse), "ann") for worse in ("above", "below"))
    assert (is_breach(value, above), is_breach(value, below)) == (value > limit, value < limit)


def test_an_expectation_beyond_its_own_limit_is_refused() -> None:
    """A plan that expects harm is refused."""
    with pytest.raises(CourseError, match="worse than your own limit"):
        plan(planned(9, 8), "ann")


def test_who_watched_before_watches_no_longer() -> None:
    """Asking somebody else to watch takes the trial away from whoever did so before."""
    trial = trial_of([plan(planned(), "ann"), WatcherAsked(person="ben", cohort="autumn")])
    asked = move(AskWatcher(**SAME, person="cem-of-the-cohort"), trial, "ann")
    assert (asked.new_members(), asked.former_members()) == (frozenset({"cem-of-the-cohort"}), frozenset({"ben"}))


def test_what_does_not_begin_as_a_trial_is_none() -> None:
    """A stream that does not begin with a plan is refused."""
    for events in ([], [TrialStarted()]):
        with pytest.raises(CourseError, match="no such trial"):
            trial_of(events)
