"""Draws how often each subject was seen at two times."""

import altair as alt

from dlcourse.charts.selfcheck.scale_lines import BELOW, HEIGHT, SUBJECT, lines, place
from dlcourse.charts.theme import plot

SIZES = [260, 90]
"""The areas of the two marks in square pixels. The second one stays visible on top of the first."""


def drawn() -> alt.LayerChart:
    """A mark at the ``mean`` of each ``subject`` at each ``time``, and a line from one mark to the other."""
    seen = plot().transform_filter("isValid(datum.mean)")
    way = seen.mark_rule(yOffset=BELOW, strokeDash=[1, 0]).encode(
        x=alt.X("min(mean):Q", axis=None), x2="max(mean):Q", y=SUBJECT
    )
    which = {
        "color": alt.Color("time:O", title=None).sort(None).scale(range="category"),
        "shape": alt.Shape("time:N", title=None).sort(None),
        "size": alt.Size("time:O", title=None).sort(None).scale(range=SIZES),
    }
    dots = seen.mark_point(opacity=1, yOffset=BELOW).encode(
        x=place("mean"), y=SUBJECT, tooltip=["subject:N", "time:N", "word:N"], **which
    )
    return alt.LayerChart(layer=[*lines(), way, dots]).properties(height={"step": HEIGHT})
