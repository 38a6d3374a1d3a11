"""The look of every chart. Colors are the names in ``tokens.css``, so that a chart is light or dark like its page.

The browser fills in the colors as styles of the drawing, so no scale may mix two of them: a ramp is one color at
several opacities.
"""

from collections.abc import Iterable
from typing import Any

import altair as alt

from dlcourse.domain.chart import Row, Specification

INK, QUIET, LINE, SHEET = "var(--ink)", "var(--quiet)", "var(--line)", "var(--sheet)"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
"""The same as ``--ui``, spelled out because the width of words is measured before they are drawn."""
COOL, WARM, ACCENT, GOOD = "var(--cool)", "var(--warm)", "var(--accent)", "var(--good)"
SERIES = (COOL, WARM, ACCENT, GOOD)
"""The colors of series in their order. The first two can be told apart with every kind of color vision."""
SIZE = 14
"""The font size in CSS pixels."""
SHAPES = ("circle", "square", "triangle-up", "diamond")
"""Series differ by shape as well as by color."""

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
    """A new chart over these rows. Name every field with its type, as in ``"hours:Q"``."""
    return alt.Chart(alt.InlineData(values=list(rows)))


def specification(drawing: alt.TopLevelMixin) -> Specification:
    """The specification of the chart in the course's theme, as wide as its container."""
    spec: Specification = drawing.to_dict()
    for strange in ("$schema", "config"):
        spec.pop(strange, None)
    if not spec.keys() & {"hconcat", "vconcat", "concat", "facet"}:
        spec = {"width": "container", "autosize": {"type": "fit", "contains": "padding"}} | spec
    return spec | {"config": CONFIG}
