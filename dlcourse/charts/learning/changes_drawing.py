"""Draws what single changes would do, each with its band."""

import altair as alt

from dlcourse.charts.theme import ACCENT, QUIET, WARM, plot

KINDS = ["A gain", "Could be chance", "A loss"]
"""The kinds of changes, as `pages.learning.words` names them."""


def drawn() -> alt.LayerChart:
    """For each ``change`` a point at ``by``, on a line from ``low`` to ``high``; a line at 0."""
    change = alt.Y("change:N", title=None).sort(None).axis(labelLimit=190, grid=True)
    by = alt.X("by:Q", title="Points more or less in the end").scale(zero=True).axis(tickCount=6)
    kind = (
        alt.Color("kind:N", title=None)
        .scale(domain=KINDS, range=[ACCENT, QUIET, WARM])
        .legend(columns=1, labelLimit=260, symbolOpacity=1)
    )
    shape = alt.Shape("kind:N", title=None).scale(domain=KINDS, range=["circle", "diamond", "square"])
    zero = plot().mark_rule().encode(x=alt.datum(0))
    bands = (
        plot()
        .mark_rule(strokeDash=[1, 0], strokeWidth=4, opacity=0.5)
        .encode(y=change, x=alt.X("low:Q", title="Points more or less in the end"), x2="high:Q", color=kind)
    )
    marks = (
        plot()
        .mark_point(size=110, opacity=1, filled=True)
        .encode(
            y=change, x=by, color=kind, shape=shape, tooltip=["change:N", alt.Tooltip("by:Q", format="+.0f"), "kind:N"]
        )
    )
    return alt.LayerChart(layer=[zero, bands, marks]).properties(height={"step": 34})
