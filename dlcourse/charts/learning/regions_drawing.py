"""Draws the map of schools in which a title does better, or what people know."""

import altair as alt

from dlcourse.charts.theme import COOL, INK, LINE, SHEET, WARM, plot

AHEAD = ["The title", "What works", "Too close to tell"]
"""What can be ahead, as `pages.learning.words` names it."""


def drawn() -> alt.LayerChart:
    """A square for each ``aims`` and ``known``, colored by what is ``ahead``, with its ``text``."""
    aims = alt.X("aims:N", title="Aims that all share").sort(None).axis(labelAngle=0)
    known = alt.Y("known:N", title="Leaders know").sort("descending")
    ahead = alt.Color("ahead:N", title=None).scale(domain=AHEAD, range=[WARM, COOL, LINE]).legend(columns=1)
    squares = plot().mark_rect(stroke=SHEET, strokeWidth=2).encode(x=aims, y=known, color=ahead)
    white = alt.condition("datum.ahead === 'Too close to tell'", alt.value(INK), alt.value(SHEET))
    texts = plot().mark_text(fontWeight="bold").encode(x=aims, y=known, text="text:N", color=white)
    return alt.LayerChart(layer=[squares, texts]).properties(height=260)
