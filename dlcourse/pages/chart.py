"""A chart as a page's component draws it: the drawing, its words, and what to say if it cannot be drawn."""

from collections.abc import Mapping
from typing import TypedDict

from dlcourse.domain.chart import Chart
from dlcourse.pages.props import TextTable


class ChartWords(TypedDict):
    """The words while a chart is loading, and if it could not be drawn."""

    waiting: str
    failed: str


class ChartProps(TypedDict):
    """A chart: its words, the drawing in Vega-Lite's terms, and the same as a table."""

    title: str
    says: str
    label: str
    spec: Mapping[str, object]
    words: ChartWords
    table: TextTable


CELL_WORDS: ChartWords = {
    "waiting": "The drawing is being fetched.",
    "failed": "The drawing could not be made here. Run the cell again.",
}
"""Below a chart in a notebook cell."""
WORDS: ChartWords = {
    "waiting": "The drawing is being fetched.",
    "failed": "The drawing could not be made here. The table below says the same; reload the page to try again.",
}


def drawn(chart: Chart) -> ChartProps:
    """The props of one chart."""
    return {
        "title": chart.title,
        "says": chart.says,
        "label": f"{chart.title}. {chart.description} {chart.says}",
        "spec": chart.spec,
        "words": WORDS,
        "table": {
            "title": "The same as a table",
            "columns": list(chart.columns),
            "rows": [list(row) for row in chart.rows],
        },
    }
