"""Draws how often each subject was seen."""

import altair as alt

from dlcourse.charts.selfcheck.scale_lines import BELOW, HEIGHT, SUBJECT, lines, place
from dlcourse.charts.theme import plot


def drawn() -> alt.LayerChart:
    """A dot at the ``mean`` of each ``subject``, on its line."""
    seen = plot().transform_filter("isValid(datum.mean)").mark_point(size=150, opacity=1, yOffset=BELOW)
    dots = seen.encode(x=place("mean"), y=SUBJECT, tooltip=["subject:N", "word:N"])
    return alt.LayerChart(layer=[*lines(), dots]).properties(height={"step": HEIGHT})
