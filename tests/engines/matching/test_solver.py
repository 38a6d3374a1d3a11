"""Solving in a separate process: progress, time limit, stop, a crash, wishes and their cost, absence."""

import statistics
import threading
import time
from decimal import Decimal
from fractions import Fraction

import pytest

from dlcourse.domain.matching.outcome import Outcome, Progress, change
from dlcourse.domain.matching.plan import MOST, STAGES, Wishes, as_list
from dlcourse.domain.matching.team import Person, Task, Team
from dlcourse.engines.matching.solver import SECONDS, Planning, cost, solve, solve_with_cost, worth
from dlcourse.errors import CourseError
from tests.engines.matching.random_teams import team_of
from tests.engines.matching.rules import assert_keeps_rules, values_of
from tests.serving import PATIENCE

LARGE = team_of(120, 40, 12)


def duo(hours: str = "4") -> Team:
    """Two people, and one task that only the first can do."""
    return Team(
        skills=("maps",),
        people=(
            Person(name="Ana", role="teacher", hours=Decimal(hours), levels={"maps": 4}),
            Person(name="Ben", role="secretary", hours=Decimal(4), wants=("maps",)),
        ),
        work=(Task(name="Atlas", hours=Decimal(2), least=1, most=2, needs={"maps": 3}),),
    )


def proven_right(team: Team, outcome: Outcome) -> None:
    """Check that the plan follows the rules, its values are right, and no stage is proven before an earlier one."""
    assert outcome.plan
    assert_keeps_rules(team, outcome.plan)
    assert values_of(team, outcome.plan) == tuple(stage.value for stage in outcome.stages)
    proofs = [stage.proven for stage in outcome.stages]
    assert proofs == sorted(proofs, reverse=True)
    for stage in outcome.stages:
        sign = -1 if stage.name in MOST else 1
        assert sign * stage.bound <= sign * stage.value
        assert not stage.proven or stage.value == stage.bound


def test_a_plan_with_every_stage_proven() -> None:
    """A small team is solved completely, and progress is reported on the way."""
    team, heard = team_of(12, 5, 6), list[Progress]()
    outcome = solve(team, notice=heard.append)
    proven_right(team, outcome)
    assert outcome.proven
    assert heard
    assert not outcome.stopped
    assert [stage.name for stage in outcome.stages] == list(STAGES)


def test_two_processes_make_the_same_plan() -> None:
    """The same team gives the same plan in another process."""
    team = team_of(12, 5, 6, 2)
    assert solve(team).plan == solve(team).plan


def test_stop_works_soon() -> None:
    """A large team is stopped long before its time is up, with the best plan so far and valid bounds."""
    planning = Planning(LARGE)
    while planning.progress().plan is None:
        time.sleep(0.02)
    begun = time.monotonic()
    planning.stop()
    outcome = planning.outcome()
    assert time.monotonic() - begun < SECONDS / 2
    assert outcome.stopped
    proven_right(LARGE, outcome)
    assert not outcome.proven


def test_asking_how_far_it_is_never_waits() -> None:
    """While a large team is being solved, a question about progress is answered within 100 ms."""
    planning, took = Planning(LARGE), list[float]()
    while planning.progress().plan is None:
        time.sleep(0.02)
    for _ in range(50):
        begun = time.monotonic()
        planning.progress()
        took.append(time.monotonic() - begun)
        time.sleep(0.02)
    planning.stop()
    planning.wait()
    assert statistics.median(took) < 0.1


@pytest.mark.slow
def test_the_time_limit_gives_the_best_so_far() -> None:
    """When time is up, there is a plan, and every stage has its value and a bound that no plan exceeds."""
    begun = time.monotonic()
    outcome = solve(LARGE, seconds=3)
    assert time.monotonic() - begun < SECONDS / 2  # beside other work, starting and ending takes a while
    assert not outcome.stopped
    proven_right(LARGE, outcome)


def test_no_time_at_all_is_no_wrong_answer() -> None:
    """With almost no time, the outcome is a valid plan, or says that none was found in time."""
    outcome = solve(team_of(40, 12, 10), seconds=0.001)
    if outcome.plan:
        proven_right(team_of(40, 12, 10), outcome)
    else:
        assert outcome.conflict
        assert outcome.conflict.bounds == ()


def test_a_process_that_dies_is_told() -> None:
    """A solver that is killed from outside gives a clear error with a remedy and does not hang."""
    planning = Planning(LARGE)
    killer = threading.Timer(0.3, planning._process.kill)
    killer.start()
    with pytest.raises(CourseError, match="the solver ended before its time") as caught:
        planning.outcome()
    assert caught.value.remedy


def test_a_solver_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver that cannot even start gives a clear error."""
    monkeypatch.setattr("dlcourse.engines.matching.solver.CHILD", "dlcourse.engines.no_such_child")
    with pytest.raises(CourseError, match="the solver ended before its time"):
        solve(duo())


def test_the_process_ends_with_who_started_it() -> None:
    """When the input of the solver is closed, it ends by itself."""
    planning = Planning(LARGE)
    assert planning._process.stdin
    planning._process.stdin.close()
    assert planning._process.wait(timeout=PATIENCE) != 0
    planning.wait()


def test_wishes_are_kept_and_cost_what_they_cost() -> None:
    """A pinned lead who falls short stays pinned, and the cost is shown stage by stage."""
    outcome, price = solve_with_cost(duo(), Wishes(leads=(("Ben", "Atlas"),)))
    assert outcome.plan
    assert outcome.plan.accountable == {"Atlas": "Ben"}
    assert price == [0, 0, 0, 0, 0, 0, -1]


def test_no_wishes_cost_nothing_to_compare() -> None:
    """Without wishes there is no cost, instead of a row of zeros."""
    assert solve_with_cost(duo(), Wishes())[1] is None


def test_keeping_off_costs() -> None:
    """Keeping the only expert off leaves the requirement uncovered, and there is nobody to learn from."""
    outcome, price = solve_with_cost(duo(), Wishes(keep_off=(("Ana", "Atlas"),)))
    assert outcome.plan
    assert outcome.plan.contributors == {"Atlas": ("Ben",)}
    assert price == [1, 1, 1, -1, 0, -1, -5]


def test_a_better_plan_with_wishes_shows_that_they_cost_nothing() -> None:
    """If there was too little time for the plan without wishes, the better plan with them takes its place."""
    good, poor = solve(duo()), solve(duo(), Wishes(keep_off=(("Ana", "Atlas"),)))
    assert cost(poor, good) == [0, 0, 0, 0, 0, 0, 0]


def test_a_wish_for_somebody_unknown() -> None:
    """A wish that names somebody outside the team is refused before anything starts."""
    with pytest.raises(CourseError, match="nobody is called 'Eve'"):
        Planning(duo(), Wishes(pins=(("Eve", "Atlas"),)))


def test_what_a_person_is_worth() -> None:
    """A person's worth is how the stages change without that person."""
    team = duo()
    with_ana, without = solve(team), worth(team, "Ana")
    assert change(with_ana, without) == [1, 0, 0, -1, 0, -1, -5]
    with pytest.raises(CourseError, match="nobody is called"):
        worth(team, "Eve")


def test_worth_where_nobody_can_step_in() -> None:
    """If no plan exists without a person, there is a contradiction instead of a difference."""
    team = duo()
    away = worth(
        Team(
            skills=team.skills,
            people=(team.people[0], team.people[1].model_copy(update={"hours": Decimal(1)})),
            work=team.work,
        ),
        "Ana",
    )
    assert away.plan is None
    assert change(solve(team), away) is None


def test_loads_are_exact() -> None:
    """A load of one third is exact, and loads that differ in the last digit are different."""
    team = Team(
        skills=(),
        people=(
            Person(name="Ana", role="x", hours=Decimal(3)),
            Person(name="Ben", role="x", hours=Decimal("3.001")),
        ),
        work=(Task(name="One", hours=Decimal(1), least=1, most=1),),
    )
    outcome = solve(team)
    assert outcome.values["greatest_load"] == Fraction(1000, 3001)
    assert as_list(outcome.values)[4] == pytest.approx(1000 / 3001)
