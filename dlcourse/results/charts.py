"""Charts of the course as Altair charts, for a notebook cell."""

from typing import Any

from dlcourse.domain.chart import Chart
from dlcourse.errors import CourseError


def altair_chart(chart: Chart) -> Any:
    """The chart with its title and its description; `CourseError` if it could not be drawn."""
    import altair as alt  # takes a second and a lot of memory, so only once somebody wants a chart

    if chart.spec is None:
        raise CourseError("chart", "it could not be drawn", "Try again; the numbers are in the tables beside it.")
    config = {name: value for name, value in chart.spec["config"].items() if value is not None}
    drawn = alt.Chart.from_dict(dict(chart.spec) | {"config": config})
    return drawn.properties(title=alt.Title(chart.title, subtitle=chart.says), description=chart.description)
