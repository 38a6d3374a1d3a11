"""How exact and how fast plans are: thousands of teams beside brute force, the aims, and growth beside CP-SAT.

Run it as ``python -m tests.bench.bench_match``, or with some of its parts: exact, second, conflicts, aims, growth.
The aims: 12 people x 5 tasks x 6 skills under 0.5 s of solving; the district proven in all seven stages within 15 s;
120 x 40 x 12 with a plan and every stage's bound within 60 s. CP-SAT solves the same stages of the same team in the
same run, on the formulas as they stand, with one thread as here.
"""

import statistics
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from dlcourse.content.matching.teams import read_team
from dlcourse.domain.matching.plan import STAGES, Wishes, as_list
from dlcourse.domain.matching.team import Team
from dlcourse.engines.matching.solver import solve
from dlcourse.engines.matching.solver_input import SolverInput
from dlcourse.engines.matching.stages import ImpossibleError, Search
from tests.engines.matching.brute import Values, best_values
from tests.engines.matching.random_teams import KINDS, team_of, tiny, wishes_of
from tests.engines.matching.rules import assert_keeps_rules, values_of
from tests.engines.matching.second_opinion import Opinion
from tests.engines.matching.test_conflict import test_conflicts_of_tiny_teams_are_smallest

TEAMS = 5_000
SECONDS = 60.0
SIZES = [(6, 3, 4), (12, 5, 6), (20, 8, 8), (40, 12, 10), (60, 20, 10), (80, 28, 12), (120, 40, 12)]
DISTRICT = Path(__file__).resolve().parents[2] / "data" / "teams" / "district"
NO_WISHES = Wishes()


def exact() -> None:
    """Thousands of tiny teams, half of them with wishes, equal brute force in all seven stages."""
    wrong = impossible = 0
    for seed in range(1_000, 1_000 + TEAMS):
        team = tiny(seed)
        wishes = wishes_of(seed, team) if seed % 2 else NO_WISHES
        best = best_values(team, wishes)
        impossible += best is None
        wrong += _solved(team, wishes) != best
    say(f"exact: {TEAMS} tiny teams, {impossible} of them impossible, {wrong} differ from brute force")


def second() -> None:
    """Medium teams: CP-SAT comes to the same values, and where it is not done finds nothing better."""
    same = open_ = wrong = 0
    for size in SIZES[:3]:
        for seed in range(10, 20):
            for kind in KINDS:
                team = team_of(*size, seed, kind)
                mine, (values, proven, _) = _solved(team, NO_WISHES), Opinion(team).best(SECONDS)
                if values is not None and not (len(proven) == len(STAGES) and all(proven)):
                    open_ += 1
                elif mine == (values and tuple(values)):
                    same += 1
                else:
                    wrong += 1
    say(f"second: {same} medium teams the same as CP-SAT, {open_} that CP-SAT left open, {wrong} differ")


def conflicts() -> None:
    """Contradictions of tiny teams are smallest by trying all sets of bounds."""
    for seed in range(1_000, 1_600):
        test_conflicts_of_tiny_teams_are_smallest(seed)
    say("conflicts: those among 600 tiny teams with wishes are smallest, by trying all smaller sets")


def aims() -> None:
    """The three aims, each in a process of its own as the command does it; median and worst of several."""
    small = [solve(team_of(12, 5, 6, seed)) for seed in range(1, 11)]
    say(_aim("12 x 5 x 6, ten teams", [each.seconds for each in small], 0.5, proven=all(each.proven for each in small)))
    district = read_team(DISTRICT).team
    assert district
    done = [solve(district) for _ in range(3)]
    say(
        _aim("the district, three times", [each.seconds for each in done], 15, proven=all(each.proven for each in done))
    )
    assert len({each.plan.model_dump_json() for each in done if each.plan}) == 1, "not the same plan every time"
    for kind in KINDS:
        large = solve(team_of(120, 40, 12, 1, kind), seconds=SECONDS)
        say(_aim(f"120 x 40 x 12, {kind}", [large.seconds], SECONDS, proven=large.proven))
        if not large.proven:
            say(f"    values {as_list(large.values)}, bounds {[float(stage.bound) for stage in large.stages]}")


def growth() -> None:
    """Seconds to prove all seven stages beside CP-SAT's, growing teams, the same run."""
    say("growth: people x tasks x skills, kind: seconds here (stages proven), seconds of CP-SAT (stages proven)")
    for size in SIZES:
        for kind in ("even", "tight"):
            team = team_of(*size, 1, kind)
            mine = Search(SolverInput(team, NO_WISHES), SECONDS, lambda _: None, None)
            seconds, proofs = _timed(mine)
            values, proven, theirs = Opinion(team).best(SECONDS)
            size_of = "x".join(map(str, size))
            beside = f"{seconds:6.2f} ({proofs}) {theirs:7.2f} ({sum(proven) if values is not None else len(STAGES)})"
            say(f"    {size_of:10} {kind:6} {beside}{_better(values or [], mine)}")


def _timed(search: Search) -> tuple[float, int]:
    begun = time.monotonic()
    try:
        search.run()
    except ImpossibleError:
        return time.monotonic() - begun, len(STAGES)
    assert search.values
    proofs = [search.values[name] == search.bounds[name] for name in STAGES]
    return time.monotonic() - begun, proofs.index(False) if False in proofs else len(STAGES)


def _better(theirs: list[Fraction], mine: Search) -> str:
    """Which of the two plans is better in the first stage where they differ, as far as CP-SAT came."""
    for name, value in zip(STAGES, theirs, strict=False):
        if mine.values and value != mine.values[name]:
            return f", differ in {name}: {mine.values[name]} here, {value} there"
    return ""


def _solved(team: Team, wishes: Wishes) -> Values | None:
    search = Search(SolverInput(team, wishes), SECONDS, lambda _: None, None)
    try:
        search.run()
    except ImpossibleError:
        return None
    assert search.plan
    assert search.values == search.bounds, "not proven"
    assert_keeps_rules(team, search.plan, wishes)
    return values_of(team, search.plan)


def _aim(what: str, seconds: list[float], aim: float, *, proven: bool) -> str:
    verdict = "met" if max(seconds) <= aim else "MISSED"
    figures = f"median {statistics.median(seconds):.2f} s, worst {max(seconds):.2f} s"
    return f"aims: {what}: {figures}, aim {aim:g} s {verdict}; {'all proven' if proven else 'not all proven'}"


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


PARTS: dict[str, Callable[[], None]] = {
    "exact": exact,
    "second": second,
    "conflicts": conflicts,
    "aims": aims,
    "growth": growth,
}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
