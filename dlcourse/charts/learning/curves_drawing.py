"""Draws the curves of schools with their bands."""

import altair as alt

from dlcourse.charts.theme import COOL, WARM, plot

WHAT = ["The usual way", "People, on average"]
"""The lines, as `pages.learning.words` names them."""


def drawn() -> alt.LayerChart:
    """For each ``school`` and ``what`` a line through the ``mean`` of each ``week``, in a band."""
    week = alt.X("week:Q", title="Week").axis(tickMinStep=5).scale(nice=False)
    mean = alt.Y("mean:Q", title="Points, 0 to 100").scale(zero=True)
    school = alt.Color("school:N", title=None).sort(None).scale(range=[WARM, COOL]).legend(symbolOpacity=1)
    base = plot().encode(x=week, color=school, detail="what:N")
    band = base.mark_area(opacity=0.18).encode(y=alt.Y("low:Q", title="Points, 0 to 100"), y2="high:Q")
    line = base.mark_line().encode(
        y=mean,
        strokeDash=alt.StrokeDash("what:N", title=None).scale(domain=WHAT, range=[[1, 0], [6, 4]]),
        tooltip=["school:N", "what:N", "week:Q", alt.Tooltip("mean:Q", format=".0f")],
    )
    return alt.LayerChart(layer=[band, line]).properties(height=300)
