"""Draws how the preferences of a group moved from before a talk to after it."""

import altair as alt

from dlcourse.charts.theme import COOL, QUIET, SHEET, plot

HEIGHT = 64
"""The height of one option, in CSS pixels."""
WIDEST, LARGEST = 12, 1300
"""The greatest width of a line in pixels, and the greatest area of a circle in square pixels."""


def drawn() -> alt.LayerChart:
    """A circle for each ``option`` at each ``when``, with how many ``people`` prefer it, and lines between the two.

    An ``option`` is given in the lines in which it is read. The first word of a ``when`` has a line of its own, so that
    the two do not meet on a phone. Rows with a ``move`` are the ends of a line; the more people went that way, the
    wider it is.
    """
    first_alone = alt.Axis(
        labelAngle=0,
        orient="top",
        grid=False,
        domain=False,
        labelExpr="split(replace(datum.label, ' ', '\\n'), '\\n')",
    )
    when = alt.X("when:N", title=None, axis=first_alone).sort(None)
    option = alt.Y("option:N", title=None).sort(None).axis(labelExpr="split(datum.label, '\\n')")
    moves = plot().transform_filter("isValid(datum.move)")
    width = alt.Size("people:Q").scale(zero=True, range=[0, WIDEST]).legend(None)
    lines = moves.mark_line(color=QUIET, opacity=0.45).encode(x=when, y=option, detail="move:N", size=width)
    places = plot().transform_filter("!isValid(datum.move)")
    size = alt.Size("people:Q").scale(zero=True, range=[0, LARGEST]).legend(None)
    circles = places.mark_circle(color=COOL, opacity=1).encode(x=when, y=option, size=size)
    some = places.transform_filter("datum.people > 0")
    counts = some.mark_text(color=SHEET, fontWeight=600).encode(x=when, y=option, text="people:Q")
    chart = alt.LayerChart(layer=[lines, circles, counts]).properties(height={"step": HEIGHT})
    apart: alt.LayerChart = chart.resolve_scale(size="independent")  # a line's width and a circle's area
    return apart
