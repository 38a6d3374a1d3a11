"""Draws the bars of a plan's load."""

import altair as alt

from dlcourse.charts.theme import SHEET, plot

HEIGHT = 26
"""The height of one bar with its gap, in CSS pixels."""


def drawn() -> alt.LayerChart:
    """A bar for each row's ``person``, with their ``load`` as its length and the hours ``given`` as its label."""
    # a plan made by hand may ask for more hours than there are
    share = alt.X("load:Q", title="Share of their hours").scale(domain={"unionWith": [0, 1]}, nice=False)
    bars = plot().mark_bar().encode(x=share.axis(format="%", tickCount=4), y=alt.Y("person:N", title=None).sort(None))
    words = bars.transform_filter("datum.load > 0.15").mark_text(align="right", dx=-6, color=SHEET)
    return alt.LayerChart(layer=[bars, words.encode(text="given:N")]).properties(height={"step": HEIGHT})
