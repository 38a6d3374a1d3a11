"""Draws how sure somebody was from entry to entry."""

import altair as alt

from dlcourse.charts.theme import LINE, plot

HEIGHT = 34
"""The height of one level, in CSS pixels."""


def drawn() -> alt.LayerChart:
    """A point at the ``level`` of each ``entry``, with its ``day``. A row with an ``end`` is a level, as a line."""
    level = alt.Y("level:N", title=None).sort(None)
    entry = alt.X("entry:Q", title="Entries, the newest at the right").axis(labels=False, ticks=False, grid=False)
    levels = plot().transform_filter("isValid(datum.end)").mark_rule(color=LINE, strokeDash=[1, 0])
    way = plot().transform_filter("!isValid(datum.end)").encode(x=entry.scale(zero=False, nice=False), y=level)
    points = way.mark_point(size=110, opacity=1).encode(tooltip=["day:N", "level:N"])
    layers = [levels.encode(x=entry, x2="end:Q", y=level), way.mark_line().encode(order="entry:Q"), points]
    return alt.LayerChart(layer=layers).properties(height={"step": HEIGHT})
