"""The three baseline plans, worked out by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from dlcourse.domain.matching.baselines import by_title, compared, filled, heroes_first
from dlcourse.domain.matching.plan import as_list, measure
from dlcourse.domain.matching.team import Person, Task, Team
from tests.domain.matching.crews import crew


def test_orders() -> None:
    """By title people go with the first of their role, case and blanks aside; heroes by the sum of their levels."""
    assert [person.name for person in by_title(crew())] == ["Ana", "Cho", "Ben", "Dan"]
    assert [person.name for person in heroes_first(crew())] == ["Ana", "Ben", "Cho", "Dan"]


def test_filling_up_to_least() -> None:
    """Ana is first for both tasks, since hours allow; the band's song is covered by nobody."""
    plan = filled(crew(), crew().people)
    assert plan.contributors == {"Atlas": ("Ana",), "Band": ("Ana",)}
    assert plan.accountable == {"Atlas": "Ana", "Band": "Ana"}
    assert [(each.task, each.skill) for each in plan.experts] == [("Atlas", "Maps")]
    assert as_list(measure(crew(), plan)) == [3, 2, 3, 1, pytest.approx(5 / 6), 0, 6]


def test_the_next_takes_it_anyway() -> None:
    """With too few hours, those who have some go first, then others are overloaded; people without hours never join."""
    people = tuple(Person(name=n, role="x", hours=Decimal(h)) for n, h in (("A", 1), ("Z", 0), ("B", 2), ("C", 1)))
    team = Team(skills=(), people=people, work=(Task(name="T", hours=Decimal(2), least=2, most=3),))
    plan = filled(team, people)
    assert plan.contributors == {"T": ("B", "A")}
    assert plan.accountable == {"T": "B"}
    assert measure(team, plan)["greatest_load"] == 2


def test_the_mean_of_200_orders_is_the_same_every_time() -> None:
    """The random plan is a mean over seeded orders: always the same, and between what the orders can give."""
    one, two = compared(crew()), compared(crew())
    assert one == two
    assert set(one) == {"by_title", "random", "heroes_first"}
    assert 0 < one["random"]["greatest_load"] < Fraction(3)
