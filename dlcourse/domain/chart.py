"""A chart as it crosses from the course to a page: what to draw, and the same in words and as a table.

How it is drawn is the business of `dlcourse.charts`; nothing here knows a colour or a library.
"""

from typing import Any

from dlcourse.domain.speech import Value

Row = dict[str, Any]
"""What is drawn of one thing, by name."""
Specification = dict[str, Any]
"""A drawing in Vega-Lite's words."""


class Chart(Value):
    """A Vega-Lite specification with a title, and for whoever does not see it: words and a table of the same figures.

    ``says`` is the one sentence that tells what it shows; ``description`` says how it is drawn, for a screen reader;
    a row of the table begins with what the row is about. Nothing in ``spec`` names an address; where no drawing could
    be made it is None, and the rest says the same.
    """

    title: str
    says: str
    description: str
    spec: Specification | None
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
