"""How every chart looks. Colours are the names of ``tokens.css``, so that a chart is light or dark as its page is.

The browser fills them in as the style of the drawing; so no scale may mix two of them: a ramp is one colour in several
strengths.
"""

from collections.abc import Iterable
from typing import Any

import altair as alt

from dlcourse.domain.chart import Row, Specification

INK, QUIET, LINE, SHEET = "var(--ink)", "var(--quiet)", "var(--line)", "var(--sheet)"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
"""As ``--ui``; spelt out, because the width of words is measured before they are drawn."""
COOL, WARM, ACCENT, GOOD = "var(--cool)", "var(--warm)", "var(--accent)", "var(--good)"
SERIES = (COOL, WARM, ACCENT, GOOD)
"""The colours of a series in their order: the first two are told apart in every kind of colour vision."""
SIZE = 14
"""Letters, in CSS pixels."""
SHAPES = ("circle", "square", "triangle-up", "diamond")
"""A series is told apart by shape as well."""

_WORDS = {"labelFont": FONT, "titleFont": FONT, "labelFontSize": SIZE, "titleFontSize": SIZE}
CONFIG: dict[str, Any] = {
    "background": None,
    "font": FONT,
    "padding": 4,
    "view": {"stroke": None},
    "axis": _WORDS
    | {
        "labelColor": QUIET,
        "titleColor": QUIET,
        "titleFontWeight": 400,
        "titlePadding": 8,
        "labelPadding": 6,
        "labelLimit": 150,
        "gridColor": LINE,
        "domainColor": QUIET,
        "tickColor": LINE,
    },
    "axisY": {"ticks": False, "domain": False},
    "legend": _WORDS
    | {"labelColor": INK, "titleColor": QUIET, "orient": "top", "titleFontWeight": 400, "symbolSize": 120},
    "header": _WORDS | {"labelColor": INK, "titleColor": QUIET},
    "text": {"font": FONT, "fontSize": SIZE, "color": INK},
    "bar": {"color": COOL, "cornerRadiusEnd": 3},
    "line": {"color": COOL, "strokeWidth": 2.5},
    "point": {"color": COOL, "size": 90, "filled": True},
    "rule": {"color": QUIET, "strokeDash": [5, 4], "strokeWidth": 1.5},
    "range": {"category": list(SERIES), "symbol": list(SHAPES)},
    "mark": {"color": COOL},
}
"""Vega-Lite's ``config``, the same for every chart."""


def plot(rows: Iterable[Row]) -> alt.Chart:
    """A chart to be filled in, over these rows; name every field with its type, as in ``"hours:Q"``."""
    return alt.Chart(alt.InlineData(values=list(rows)))


def specification(drawing: alt.TopLevelMixin) -> Specification:
    """The drawing in this course's look, as wide as its place."""
    spec: Specification = drawing.to_dict()
    for strange in ("$schema", "config"):
        spec.pop(strange, None)
    if not spec.keys() & {"hconcat", "vconcat", "concat", "facet"}:
        spec = {"width": "container", "autosize": {"type": "fit", "contains": "padding"}} | spec
    return spec | {"config": CONFIG}
