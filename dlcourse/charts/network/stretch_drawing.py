"""Draws how leadership functions stretch over people."""

import altair as alt

from dlcourse.charts.theme import COOL, SHEET, plot

HEIGHT = 40
"""The height of one function's bar, in CSS pixels."""


def drawn() -> alt.Chart:
    """A bar for each row's ``function``, made of one part for each ``who``, as long as their ``share``."""
    share = alt.X("share:Q", title="Share of the acts").axis(format="%", tickCount=4).scale(domain=[0, 1])
    function = alt.Y("function:N", title=None).sort(None).axis(labelLimit=270)
    bars = plot().mark_bar(color=COOL, opacity=0.85, stroke=SHEET, strokeWidth=3, cornerRadius=3)
    chart: alt.Chart = bars.encode(
        x=share, y=function, order=alt.Order("share:Q", sort="descending"), detail="who:N", tooltip=["who:N", "acts:Q"]
    ).properties(height={"step": HEIGHT})
    return chart
