"""A chart as a page's component draws it: the drawing, its words, and what to say where it cannot be drawn."""

from dlcourse.domain.chart import Chart
from dlcourse.pages.program import Props

WORDS = {
    "waiting": "The drawing is being fetched.",
    "failed": "The drawing could not be made here. The table below says the same; reload the page to try again.",
}


def drawn(chart: Chart) -> Props:
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
