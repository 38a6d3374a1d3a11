"""What a model comes to, over the values of one of its settings: the means of all runs with their bands."""

from collections.abc import Mapping, Sequence

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.learning.models import Moments

Found = tuple[Moments, tuple[float, float]]
"""The moments of one result over all runs, and the lower and upper end of its band."""
TITLES = {"march": "March's mutual learning", "hong-page": "Hong and Page's problem solvers"}
NAMES = {
    "code_knows": "The code",
    "people_know": "People on average",
    "best": "The best solvers",
    "random": "Drawn at random",
}


def sweep(
    model: str, varied: str | None, values: Sequence[float], lines: Mapping[str, Sequence[Found]], runs: int
) -> Chart:
    """A line with a band for each result. ``values`` are those of the setting ``varied``, or one value without any."""
    rows: list[Row] = [
        {"value": value, "result": NAMES[name], "mean": found.mean, "low": low, "high": high}
        for name, points in lines.items()
        for value, (found, (low, high)) in zip(values, points, strict=True)
    ]
    over = f", by {varied}" if varied else ""
    return Chart(
        title=f"{TITLES[model]}{over}",
        says=_says(varied, values, lines, runs),
        description=(
            f"A line for each of {len(lines)} results, from left to right by the value of the setting that varies, in "
            "a band of two standard errors to each side."
        ),
        spec=filled("learning.sweep", rows),
        columns=(varied or "Setting", *(f"{NAMES[name]} (band)" for name in lines)),
        rows=tuple(
            (f"{value:g}" if varied else "as given", *(_cell(points[place]) for points in lines.values()))
            for place, value in enumerate(values)
        ),
    )


def _cell(point: Found) -> str:
    found, (low, high) = point
    return f"{found.mean:.3f} ({low:.3f} to {high:.3f})"


def _says(varied: str | None, values: Sequence[float], lines: Mapping[str, Sequence[Found]], runs: int) -> str:
    first, *_ = lines
    points = lines[first]
    if varied is None:
        told = ", ".join(f"{NAMES[name]}: {line[0][0].mean:.3f}" for name, line in lines.items())
        return f"{told}; means of {runs:,} runs."
    best = max(range(len(values)), key=lambda place: points[place][0].mean)
    mean = points[best][0].mean
    return f"{NAMES[first]}: highest, {mean:.3f}, where {varied} is {values[best]:g}; means of {runs:,} runs each."
