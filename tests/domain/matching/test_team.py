"""A team: what is refused, and what can be asked of it."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from dlcourse.domain.matching.team import MOST_PEOPLE, Person, Task, Team
from dlcourse.errors import CourseError
from tests.domain.matching.crews import crew


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"people": crew().people * 2}, "'Ana' occurs twice"),
        ({"work": crew().work * 2}, "'Atlas' occurs twice"),
        ({"skills": ("Maps", "Maps", "Songs", "Drums")}, "'Maps' occurs twice"),
        ({"skills": ("Maps", "Songs")}, "no skill 'Drums'"),
        ({"skills": ("Maps", "Drums")}, "no skill 'Songs'"),
        (
            {"people": tuple(Person(name=f"P{p}", role="x", hours=Decimal(1)) for p in range(MOST_PEOPLE + 1))},
            "more than a plan can hold",
        ),
    ],
)
def test_what_a_team_refuses(change: dict[str, Any], says: str) -> None:
    """Doubled names, unknown skills and too many people are refused in words."""
    with pytest.raises(CourseError, match=says):
        Team.model_validate({**dict(crew()), **change})


@pytest.mark.parametrize(
    "fields",
    [
        {"hours": Decimal(0)},
        {"hours": Decimal("NaN")},
        {"hours": Decimal("0.0001")},
        {"least": 0},
        {"needs": {"Maps": 0}},
        {"needs": {"Maps": 6}},
        {"name": ""},
    ],
)
def test_what_a_task_refuses(fields: dict[str, Any]) -> None:
    """No hours, finer hours than can be told, nobody needed, and levels that there are not."""
    good = {"name": "Atlas", "hours": Decimal(1), "least": 1, "most": 2}
    with pytest.raises(ValidationError):
        Task.model_validate({**good, **fields})


def test_most_below_least_is_told() -> None:
    """A task that holds fewer than it needs is refused in words."""
    with pytest.raises(CourseError, match="below least"):
        Task(name="Atlas", hours=Decimal(1), least=3, most=2)


def test_a_team_crosses_the_wire() -> None:
    """A team comes back from JSON as it was, hours exact."""
    assert Team.model_validate_json(crew().model_dump_json()) == crew()


def test_where_somebody_falls_short() -> None:
    """Only what somebody in the team can do counts as a shortfall: nobody drums."""
    assert crew().shortfalls("Cho", "Atlas") == ("Maps", "Songs")
    assert crew().shortfalls("Ana", "Band") == ("Songs",)
    assert crew().shortfalls("Ben", "Band") == ()


def test_the_team_without_somebody() -> None:
    """The others stay, in their order; the last person cannot be away."""
    assert [person.name for person in crew().without("Ben").people] == ["Ana", "Cho", "Dan"]
    with pytest.raises(CourseError, match="nobody is called"):
        crew().without("Eve")
    alone = crew().without("Ana").without("Ben").without("Cho")
    with pytest.raises(CourseError, match="only person"):
        alone.without("Dan")
