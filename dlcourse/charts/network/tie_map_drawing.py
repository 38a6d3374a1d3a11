"""Draws a network whose people have their places already."""

import altair as alt

from dlcourse.charts.theme import INK, QUIET, plot

HEIGHT = 460
"""The height in CSS pixels."""


def drawn() -> alt.LayerChart:
    """A line for each row of the kind ``tie``, and a dot with a name for each row of the kind ``person``.

    Names have no room on a phone, so they are left out there.
    """
    x = alt.X("x:Q", title=None).axis(None).scale(zero=False, nice=False, padding=40)
    y = alt.Y("y:Q", title=None).axis(None).scale(zero=False, nice=False, padding=24, reverse=True)
    asked = alt.Size("asked:Q", title="People who turn to them").scale(range=[40, 500]).legend(format="d")
    people = plot().transform_filter("datum.kind == 'person'").encode(x=x, y=y)
    ties = plot().transform_filter("datum.kind == 'tie'").encode(x=x, y=y, x2="x2:Q", y2="y2:Q")
    lines = ties.mark_rule(color=QUIET, opacity=0.4, strokeDash=[1, 0], strokeWidth=1.5)
    dots = people.mark_point(opacity=1).encode(size=asked)
    names = people.mark_text(dy=-14, color=INK, fontSize=alt.ExprRef("width < 560 ? 0 : 11")).encode(text="person:N")
    return alt.LayerChart(layer=[lines, dots, names]).properties(height=HEIGHT)
