"""The bars of a plan's load, as they are drawn."""

import altair as alt

from dlcourse.charts.theme import SHEET, plot
from dlcourse.domain.chart import Row

HEIGHT = 26
"""Height of one person's bar with its gap, in CSS pixels."""


def drawn(rows: list[Row]) -> alt.LayerChart:
    """A bar for each row's ``person``, as long as their ``load``, with the hours ``given`` in it."""
    end = max(1.0, *(row["load"] for row in rows))  # made by hand, a plan may ask for more than there is
    share = alt.X("load:Q", title="Share of their hours").scale(domain=[0, end]).axis(format="%", tickCount=4)
    person = alt.Y("person:N", title=None).sort(None)
    bars = plot(rows).mark_bar().encode(x=share, y=person)
    words = bars.transform_filter("datum.load > 0.15").mark_text(align="right", dx=-6, color=SHEET)
    return alt.LayerChart(layer=[bars, words.encode(text="given:N")]).properties(height=HEIGHT * len(rows))
