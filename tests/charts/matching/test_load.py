"""The load of each person as a chart: the drawing, the table and the sentence have the same figures."""

from decimal import Decimal

import pytest

from dlcourse.charts.matching.load import load
from dlcourse.domain.matching.plan import Plan, loads
from dlcourse.domain.matching.team import Person, Task, Team
from tests.domain.matching.crews import crew, laid_out


def values(team: Team, plan: Plan) -> list[dict[str, object]]:
    """The rows that are drawn."""
    spec = load(team, plan).spec
    assert spec
    (rows,) = spec["datasets"].values() if "datasets" in spec else [spec["data"]["values"]]
    return list(rows)


def test_the_bars_are_the_loads() -> None:
    """Each person has a bar of exactly their load, the highest first."""
    shares = loads(crew(), laid_out())
    drawn = {row["person"]: row["load"] for row in values(crew(), laid_out())}
    assert drawn == {name: pytest.approx(float(share)) for name, share in shares.items()}
    assert list(drawn.values()) == sorted(drawn.values(), reverse=True)  # type: ignore[type-var]


def test_the_table_says_the_same() -> None:
    """The table has a row for each person with the hours given, the hours available, and the share."""
    chart = load(crew(), laid_out())
    rows = {row[0]: row[1:] for row in chart.rows}
    assert rows.keys() == crew().by_name.keys()
    assert rows["Ben"] == ("5", "4", "125%")
    assert len(chart.columns) == 4


def duo(hours: str) -> Team:
    """Two people with this many hours each, and a task for two."""
    people = tuple(Person(name=name, role="x", hours=Decimal(hours)) for name in ("Ana", "Ben"))
    return Team(skills=(), people=people, work=(Task(name="One", hours=Decimal(2), least=1, most=2),))


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (("Ana",), "Ana gives most, 50% of the hours there are; 1 of 2 give no hours."),
        (("Ana", "Ben"), "2 people give most, 50% of the hours there are; everybody gives some."),
        ((), "Nobody gives any hours."),
    ],
)
def test_the_sentence(names: tuple[str, ...], says: str) -> None:
    """One sentence says who has the highest load and how many people give nothing."""
    assert load(duo("4"), Plan(contributors={"One": names})).says == says
