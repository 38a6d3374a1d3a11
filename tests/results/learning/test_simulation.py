"""The two models in a cell: tables with their settings, bands, a chart, and clear errors."""

from typing import Any

import pytest

import dlcourse
from dlcourse.domain.learning.models import MarchSettings
from dlcourse.engines.learning.march import march
from dlcourse.errors import CourseError


def test_runs_are_those_of_the_engine() -> None:
    """A row for each run holds what the engine computes for this seed, beside the settings."""
    found = dlcourse.simulate("march", p1=0.5, people=20, runs=30, seed=4)
    runs = march(MarchSettings(p1=0.5, people=20), 30, 4)
    assert found.runs.code_knows.tolist() == runs.code.tolist()
    assert found.runs.took.tolist() == runs.periods.tolist()
    assert set(found.runs.p1) == {0.5}
    assert (set(found.runs.people), len(found.runs)) == ({20}, 30)


def test_means_have_a_band_around_them() -> None:
    """The mean is that of the runs, and the band has two standard errors to each side."""
    found = dlcourse.simulate("hong-page", runs=4, places=200)
    means, runs = found.means.set_index("result"), found.runs
    for name in ("best", "random"):
        assert means["mean"][name] == pytest.approx(runs[name].mean())
        half = 2 * runs[name].std() / 4**0.5
        assert means["high"][name] - means["low"][name] == pytest.approx(2 * half)


def test_a_list_shows_what_a_setting_changes() -> None:
    """Each value of a list has its own runs, the same as alone, and a point in the chart for each result."""
    both = dlcourse.simulate("march", p1=[0.2, 0.8], people=10, dimensions=10, runs=10)
    alone = dlcourse.simulate("march", p1=0.8, people=10, dimensions=10, runs=10)
    assert both.runs.query("p1 == 0.8").code_knows.tolist() == alone.runs.code_knows.tolist()
    drawn = both.chart().to_dict()
    rows = drawn["datasets"]["rows"]
    assert [(row["result"], row["value"]) for row in rows] == [
        ("The code", 0.2),
        ("The code", 0.8),
        ("People on average", 0.2),
        ("People on average", 0.8),
    ]
    assert all(row["low"] <= row["mean"] <= row["high"] for row in rows)
    assert "by p1" in drawn["title"]["text"]


def test_one_setting_has_a_chart_too() -> None:
    """Without a list the chart has one point for each result, and the sentence has the means."""
    found = dlcourse.simulate("march", people=10, dimensions=10, runs=5)
    drawn = found.chart().to_dict()
    assert len(drawn["datasets"]["rows"]) == 2
    assert f"The code: {found.means['mean'][0]:.3f}" in " ".join(drawn["title"]["subtitle"])
    assert "5 runs" in repr(found)
    assert "<caption>" in found._repr_html_()


@pytest.mark.parametrize(
    ("model", "settings", "match"),
    [
        ("marsh", {}, "Did you mean 'march'"),
        ("march", {"p": 0.1}, "march has no setting 'p'"),
        ("march", {"p1": 2}, "p1: input should be less than or equal to 1"),
        ("march", {"p1": []}, "the list for p1 is empty"),
        ("march", {"p1": [0.1], "p2": [0.1]}, "p1 and p2 are both lists"),
        ("march", {"runs": 0}, "runs: 0 is not a number from 1"),
        ("march", {"seed": -1}, "seed: -1 cannot be used"),
        ("hong-page", {"steps": 3, "solvers": 7}, "only 6 different solvers"),
    ],
)
def test_what_is_not_possible_is_told(model: str, settings: dict[str, Any], match: str) -> None:
    """A wrong model, an unknown setting and an impossible value each get a clear error."""
    with pytest.raises(CourseError, match=match):
        dlcourse.simulate(model, **settings)
