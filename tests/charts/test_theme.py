"""What all charts have in common: no address, no library's own look, as wide as the place, figures as words."""

import json

import altair as alt

from dlcourse.charts.theme import CONFIG, chart, plot
from dlcourse.domain.chart import Chart


def bars() -> Chart:
    """A chart of two bars."""
    drawing = plot([{"who": "Ana", "many": 2}, {"who": "<Ben>", "many": 1}]).mark_bar()
    return chart(
        drawing.encode(x="many:Q", y="who:N"),
        title="Bars",
        says="Ana has more.",
        description="Two bars.",
        columns=["Who", "How many"],
        rows=[["Ana", "2"], ["<Ben>", "1"]],
    )


def test_a_chart_names_no_address() -> None:
    """Nothing in a chart leads to another site, not even the name of its schema."""
    assert "//" not in json.dumps(bars().spec)


def test_a_chart_has_the_course_s_look() -> None:
    """The look is ours alone, and the chart is as wide as its place."""
    spec = bars().spec
    assert spec["config"] == CONFIG
    assert spec["width"] == "container"
    assert spec["datasets"] or spec["data"]["values"]


def test_charts_beside_each_other_keep_their_widths() -> None:
    """Vega-Lite knows no container width for several charts side by side."""
    one = plot([{"a": 1}]).mark_bar().encode(x="a:Q")
    words = {"title": "", "says": "", "description": "", "columns": (), "rows": ()}
    assert "width" not in chart(alt.hconcat(one, one), **words).spec  # type: ignore[arg-type]


def test_a_chart_is_a_value() -> None:
    """Two charts of the same figures are equal, and a chart survives any wire."""
    assert bars() == bars()
    assert Chart.model_validate_json(bars().model_dump_json()) == bars()
