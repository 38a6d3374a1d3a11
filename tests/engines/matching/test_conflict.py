"""Bounds that contradict each other: the set is right, minimal and, if it says so, smallest."""

from decimal import Decimal
from itertools import combinations

import pytest

from dlcourse.domain.matching.outcome import Bound
from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.team import Person, Task, Team
from dlcourse.engines.matching.conflict import conflict
from dlcourse.engines.matching.solver import solve
from dlcourse.engines.matching.solver_input import SolverInput
from tests.engines.matching.brute import best_values
from tests.engines.matching.random_teams import team_of, tiny, wishes_of

NO_WISHES = Wishes()


def crew(people: int, least: int = 1, most: int = 9, hours: int = 4) -> Team:
    """As many people as asked for, with the same hours, and one task of two hours."""
    return Team(
        skills=(),
        people=tuple(Person(name=f"P{p}", role="x", hours=Decimal(hours)) for p in range(people)),
        work=(Task(name="Task", hours=Decimal(2), least=least, most=most),),
    )


def loosened(team: Team, wishes: Wishes, out: set[tuple[str, str]]) -> tuple[Team, Wishes]:
    """The team and the wishes without these bounds, by (kind, on)."""
    endless = sum((task.hours for task in team.work), Decimal(0))
    people = tuple(
        person.model_copy(update={"hours": endless}) if ("hours", person.name) in out else person
        for person in team.people
    )
    work = tuple(
        task.model_copy(
            update={
                "least": 1 if ("least", task.name) in out else task.least,
                "most": len(people) if ("most", task.name) in out else task.most,
            }
        )
        for task in team.work
    )
    kinds = {"pins": "pin", "leads": "pin_lead", "keep_off": "keep_off", "no_lead": "keep_off_lead"}
    left = {
        field: tuple(pair for pair in getattr(wishes, field) if (kind, "=".join(pair)) not in out)
        for field, kind in kinds.items()
    }
    return team.model_copy(update={"people": people, "work": work}), Wishes.model_validate(left)


def everything(team: Team, wishes: Wishes) -> list[tuple[str, str]]:
    """All bounds that could be part of a conflict, by (kind, on)."""
    found = [("hours", person.name) for person in team.people]
    found += [(kind, task.name) for task in team.work for kind in ("least", "most")]
    for kind, pairs in (("pin", wishes.pins), ("pin_lead", wishes.leads), ("keep_off", wishes.keep_off)):
        found += [(kind, "=".join(pair)) for pair in pairs]
    return found + [("keep_off_lead", "=".join(pair)) for pair in wishes.no_lead]


def test_more_people_asked_than_there_are() -> None:
    """A `least` above the number of people is a conflict on its own."""
    outcome = solve(crew(3, least=5))
    assert outcome.conflict
    assert outcome.conflict.bounds == (Bound(on="Task", bound="least", value=5),)


def test_hours_that_nobody_has() -> None:
    """If nobody has enough hours for the task, all people's hours contradict it, because more for anyone would help."""
    found = conflict(SolverInput(crew(3, hours=1), NO_WISHES), 10)
    assert {bound.on for bound in found.bounds} == {"P0", "P1", "P2"}
    assert found.minimal
    assert found.smallest


@pytest.mark.parametrize(
    ("wishes", "kinds"),
    [
        (Wishes(pins=(("P0", "Task"),), keep_off=(("P0", "Task"),)), ["pin", "keep_off"]),
        (Wishes(leads=(("P0", "Task"), ("P1", "Task"))), ["pin_lead", "pin_lead"]),
        (Wishes(leads=(("P0", "Task"),), no_lead=(("P0", "Task"),)), ["pin_lead", "keep_off_lead"]),
        (Wishes(no_lead=(("P0", "Task"), ("P1", "Task"))), ["keep_off_lead", "keep_off_lead"]),
    ],
)
def test_wishes_that_contradict(wishes: Wishes, kinds: list[str]) -> None:
    """Two wishes that exclude each other are named, with person and task."""
    outcome = solve(crew(2), wishes)
    assert outcome.conflict
    assert [bound.bound for bound in outcome.conflict.bounds] == kinds
    assert {bound.on for bound in outcome.conflict.bounds} <= {"P0=Task", "P1=Task"}


def test_more_pinned_than_fit() -> None:
    """Two people pinned to a task for one contradict its `most`."""
    found = conflict(SolverInput(crew(2, most=1), Wishes(pins=(("P0", "Task"), ("P1", "Task")))), 10)
    assert [bound.bound for bound in found.bounds] == ["most", "pin", "pin"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40))
def test_conflicts_of_tiny_teams_are_smallest(seed: int) -> None:
    """Dropping any one bound makes a plan possible, bounds outside the set do not matter, and no set is smaller."""
    team = tiny(seed)
    wishes = wishes_of(seed, team)
    if best_values(team, wishes) is not None:
        return
    found = conflict(SolverInput(team, wishes), 10)
    named = {(bound.bound, bound.on) for bound in found.bounds}
    whole = set(everything(team, wishes))
    assert named
    assert found.smallest
    assert best_values(*loosened(team, wishes, whole - named)) is None
    for each in named:
        assert best_values(*loosened(team, wishes, whole - named | {each})) is not None
    for fewer in combinations(sorted(whole), len(named) - 1):
        assert best_values(*loosened(team, wishes, whole - set(fewer))) is not None


def test_little_time_gives_a_minimal_set_or_none() -> None:
    """With almost no time, nothing is claimed that was not proven."""
    team = team_of(40, 12, 10)
    work = tuple(task.model_copy(update={"least": 20, "most": 30}) for task in team.work)
    found = conflict(SolverInput(team.model_copy(update={"work": work}), NO_WISHES), 0.0)
    assert not found.smallest
    assert not found.minimal
