"""Draws which exercises of each session are done."""

import altair as alt

from dlcourse.charts.theme import COOL, SHEET, plot

HEIGHT = 44
"""The height of one session, in CSS pixels: its title, and below it its exercises."""
BELOW = 10
"""How far the exercises are below the middle of their session, in CSS pixels."""
ACROSS = 9
"""The exercises for which a line has room at least, so that the few of a session stand close to each other."""


def drawn() -> alt.LayerChart:
    """The ``name`` of each ``session``, and below it a mark at the ``place`` of each exercise, filled if it is done."""
    session = alt.Y("session:N", axis=None).sort(None)
    titles = plot().transform_filter("isValid(datum.name)").mark_text(align="left", yOffset=-BELOW)
    exercises = plot().transform_filter("isValid(datum.place)").mark_point(size=190, opacity=1, yOffset=BELOW)
    marks = exercises.encode(
        x=alt.X("place:Q", axis=None).scale(domainMin=-0.25, nice=False, zero=False),
        y=session,
        fill=alt.Fill("state:N", title=None).sort(None).scale(range=[COOL, SHEET]),
        stroke=alt.value(COOL),
        shape=alt.Shape("state:N", title=None).sort(None).scale(range=["circle", "square"]),
        tooltip=["session:N", "exercise:N", "state:N"],
    )
    names = titles.encode(x=alt.value(0), y=session, text="name:N")
    edge = plot().mark_point(opacity=0).encode(x=alt.XDatum(ACROSS, axis=None))
    return alt.LayerChart(layer=[names, edge, marks]).properties(height={"step": HEIGHT})
