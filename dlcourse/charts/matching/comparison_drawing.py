"""Draws the dots of three plans side by side."""

import altair as alt

from dlcourse.charts.theme import plot

HEIGHT = 34
"""The height of one line, in CSS pixels."""


def drawn() -> alt.LayerChart:
    """For each ``question`` a dot at the ``share`` of each ``plan``; plans differ by shape and color."""
    share = alt.X("share:Q", title="Reached, of what is possible").scale(domain=[0, 1]).axis(format="%", tickCount=4)
    question = alt.Y("question:N", title=None).sort(None).axis(labelLimit=190, labelPadding=14)
    span = plot().mark_rule().encode(x=alt.X("min(share):Q"), x2="max(share):Q", y=question)
    which = {
        "color": alt.Color("plan:N", title=None).sort(None),
        "shape": alt.Shape("plan:N", title=None).sort(None),
    }
    dots = plot().mark_point(opacity=0.85).encode(x=share, y=question, **which)
    return alt.LayerChart(layer=[span, dots]).properties(height={"step": HEIGHT})
