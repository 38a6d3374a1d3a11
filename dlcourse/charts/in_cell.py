"""A chart of the course as an Altair chart: what a notebook cell shows, and what can be taken further there."""

from textwrap import wrap
from typing import Any

from dlcourse.domain.chart import Chart

ACROSS = 44
"""Characters of a line of the sentence. On a phone, a longer line would take the room of the drawing."""


def altair_chart(chart: Chart) -> Any:
    """The same drawing as on a page, with its title, its sentence and its description. Loads Altair.

    It is an ordinary `altair.Chart` or `altair.LayerChart`: ``.properties(width=600)``, ``.save("load.html")``.
    """
    import dlcourse.fast_start  # noqa: F401 - before Altair

    # isort: split
    import altair as alt  # nobody else should wait for it

    title = {"text": chart.title, "subtitle": wrap(chart.says, ACROSS)}
    return alt.Chart.from_dict(chart.spec | {"title": title, "description": f"{chart.description} {chart.says}"})
