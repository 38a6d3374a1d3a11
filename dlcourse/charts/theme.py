"""The look of every chart: of the course's own, and of a reader's charts in the course's notebooks.

The colors are those of a light page in ``tokens.css``, so that a chart looks right wherever Altair shows or saves it.
The course's renderer draws with the tokens instead, and then a chart is light or dark like its page. No scale may mix
two of the colors: a ramp is one color at several opacities.
"""

from typing import Any

import altair as alt

INK, QUIET, LINE, SHEET = "#1e272e", "#55606a", "#e2dbcd", "#ffffff"
COOL, WARM, ACCENT, GOOD = "#2a5a8c", "#a0431b", "#0d5c5a", "#2e6b3a"
TOKENS = {
    INK: "var(--ink)",
    QUIET: "var(--quiet)",
    LINE: "var(--line)",
    SHEET: "var(--sheet)",
    COOL: "var(--cool)",
    WARM: "var(--warm)",
    ACCENT: "var(--accent)",
    GOOD: "var(--good)",
}
"""The name of each color in ``tokens.css``."""
SERIES = (COOL, WARM, ACCENT, GOOD)
"""The colors of series in their order. The first two can be told apart with every kind of color vision."""
SHAPES = ("circle", "square", "triangle-up", "diamond")
"""Series differ by shape as well as by color."""
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
"""The same as ``--ui``, spelled out because the width of words is measured before they are drawn."""
SIZE = 14
"""The font size in CSS pixels."""
ROWS = "rows"
"""The name of the data of a drawing."""

_WORDS = {"labelFont": FONT, "titleFont": FONT, "labelFontSize": SIZE, "titleFontSize": SIZE}
CONFIG: dict[str, Any] = {
    "background": "transparent",
    "font": FONT,
    "padding": 4,
    "view": {"stroke": None, "continuousWidth": 440, "continuousHeight": 260},
    "title": {
        "font": FONT,
        "subtitleFont": FONT,
        "fontSize": SIZE + 2,
        "subtitleFontSize": SIZE,
        "color": INK,
        "subtitleColor": QUIET,
        "anchor": "start",
        "offset": 12,
    },
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


def theme() -> dict[str, Any]:
    """The course's theme, as Altair takes one: ``alt.theme.enable("dlcourse")``."""
    return {"config": CONFIG, "usermeta": {"tokens": TOKENS}}


def plot() -> alt.Chart:
    """A new chart of rows that are filled in later. Name every field with its type, as in ``"hours:Q"``."""
    return alt.Chart(alt.NamedData(ROWS))


def specification(drawing: alt.TopLevelMixin) -> dict[str, Any]:
    """The Vega-Lite specification of a drawing in the course's theme, as wide as its container and without rows."""
    spec: dict[str, Any] = drawing.to_dict()
    for strange in ("$schema", "config"):
        spec.pop(strange, None)
    if not spec.keys() & {"hconcat", "vconcat", "concat", "facet"}:
        spec = {"width": "container", "autosize": {"type": "fit", "contains": "padding"}} | spec
    return spec | theme()
