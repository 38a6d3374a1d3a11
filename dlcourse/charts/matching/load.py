"""The load of a plan: the share of their hours that each person gives, the highest first."""

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.matching.gaps import number
from dlcourse.domain.matching.plan import Plan, hours_given, loads
from dlcourse.domain.matching.team import Team


def load(team: Team, plan: Plan) -> Chart:
    """A bar for each person; its length is the share of their hours that the plan takes."""
    given, shares = hours_given(team, plan), loads(team, plan)
    fullest_first = sorted(team.people, key=lambda person: -shares[person.name])
    rows: list[Row] = [
        {"person": each.name, "load": float(shares[each.name]), "given": f"{number(given[each.name])} h"}
        for each in fullest_first
    ]
    return Chart(
        title="How much of their time each person gives",
        says=_says(rows),
        description=(
            f"Bar chart with one bar for each of {len(rows)} people, the fullest at the top. A bar that reaches 100% "
            "is somebody all of whose hours are given."
        ),
        spec=filled("matching.load", rows),
        columns=("Person", "Hours given", "Hours there are", "Share"),
        rows=tuple(
            (p.name, number(given[p.name]), number(p.hours), f"{float(shares[p.name]):.0%}" if p.hours else "no hours")
            for p in fullest_first
        ),
    )


def _says(rows: list[Row]) -> str:
    """The sentence under the title: who has the highest load, and how many people give no hours."""
    top = rows[0]["load"]
    fullest = [row["person"] for row in rows if row["load"] == top]
    idle = sum(row["load"] == 0 for row in rows)
    who = fullest[0] if len(fullest) == 1 else f"{len(fullest)} people"
    begin = f"{who} {'gives' if len(fullest) == 1 else 'give'} most, {top:.0%} of the hours there are"
    rest = f"{idle} of {len(rows)} give no hours" if idle else "everybody gives some"
    return f"{begin}; {rest}." if top else "Nobody gives any hours."
