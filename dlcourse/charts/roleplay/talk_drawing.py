"""Draws who spoke when in a role-play."""

import altair as alt

from dlcourse.charts.theme import LINE, plot

HEIGHT = 38
"""The height of one person's line, in CSS pixels."""


def drawn() -> alt.LayerChart:
    """A line for each ``who``, with a mark at each ``minute`` in which they did something; ``what`` says what it was.

    Rows with an ``end`` are the people and the length of the talk.
    """
    who = alt.Y("who:N", title=None).sort(None).axis(labelLimit=180)
    minute = alt.X("minute:Q", title="Minute").axis(tickMinStep=1, grid=False)
    people = plot().transform_filter("isValid(datum.end)").mark_rule(color=LINE, strokeDash=[1, 0])
    marks = plot().transform_filter("!isValid(datum.end)").mark_point(opacity=0.85, size=130)
    what = {
        "color": alt.Color("what:N", title=None).sort(None).legend(columns=2, labelLimit=240),
        "shape": alt.Shape("what:N", title=None).sort(None),
    }
    layers = [people.encode(x=minute, x2="end:Q", y=who), marks.encode(x=minute, y=who, **what)]
    return alt.LayerChart(layer=layers).properties(height={"step": HEIGHT})
