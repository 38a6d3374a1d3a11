"""Draws the readings of a trial, with lines for the prediction and the limit."""

import altair as alt

from dlcourse.charts.theme import COOL, INK, QUIET, WARM, plot

KINDS = ["Within the limit", "Past the limit"]
"""The kinds of points, as `pages.trial.words` names them."""


def drawn() -> alt.LayerChart:
    """A point at the ``value`` of each day (``on``), by ``kind``. A row with a ``line`` is a line with its ``name``."""
    value = alt.Y("value:Q", title="What was measured").scale(zero=True)
    on = alt.X("on:T", title="Day").axis(format="%d %b", labelOverlap=True)
    kind = alt.Color("kind:N", title=None).scale(domain=KINDS, range=[COOL, WARM])
    shape = alt.Shape("kind:N", title=None).scale(domain=KINDS, range=["circle", "square"])
    read = plot().transform_filter("isValid(datum.on)").encode(x=on, y=value)
    points = read.mark_point(size=110, opacity=1, filled=True).encode(
        color=kind, shape=shape, tooltip=["day:N", "value:Q"]
    )
    marks = plot().transform_filter("isValid(datum.line)")
    rules = marks.mark_rule(color=QUIET).encode(y=alt.Y("line:Q"))
    names = marks.mark_text(align="left", dx=4, dy=-7, color=INK).encode(
        y=alt.Y("line:Q"), x=alt.value(0), text="name:N"
    )
    return alt.LayerChart(layer=[rules, read.mark_line(color=COOL), points, names]).properties(height=240)
