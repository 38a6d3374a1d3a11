"""A chart as it is sent to a page: what to draw, and the same in words and as a table.

`dlcourse.charts` draws; nothing here knows about colors or a library.
"""

from typing import Any

from dlcourse.domain.speech import Value

Row = dict[str, Any]
"""The drawn values of one thing, by name."""
Specification = dict[str, Any]
"""A Vega-Lite specification, with its data."""


class Chart(Value):
    """A Vega-Lite specification with a title, and words and a table of the same figures for people who cannot see it.

    ``says`` is one sentence about what the chart shows. ``description`` says how it is drawn, for screen readers. Each
    row of the table starts with what it is about. ``spec`` contains no address.
    """

    title: str
    says: str
    description: str
    spec: Specification
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
