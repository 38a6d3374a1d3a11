"""Draws the means of a simulation with their bands."""

import altair as alt

from dlcourse.charts.theme import plot


def drawn() -> alt.LayerChart:
    """For each ``result`` a line through the ``mean`` at each ``value``, in a band from ``low`` to ``high``."""
    value = alt.X("value:Q", title="The setting that varies").scale(zero=False, nice=False, padding=12)
    mean = alt.Y("mean:Q", title="Mean of all runs").scale(zero=False)
    base = plot().encode(x=value, color=alt.Color("result:N", title=None).sort(None))
    band = base.mark_area(opacity=0.18).encode(y=alt.Y("low:Q", title="Mean of all runs"), y2="high:Q")
    ends = base.mark_rule(strokeDash=[1, 0]).encode(y="low:Q", y2="high:Q")
    line = base.mark_line().encode(y=mean)
    points = base.mark_point(opacity=1).encode(
        y=mean,
        shape=alt.Shape("result:N", title=None).sort(None),
        tooltip=["result:N", "value:Q", alt.Tooltip("mean:Q", format=".3f")],
    )
    return alt.LayerChart(layer=[band, ends, line, points]).properties(height=280)
