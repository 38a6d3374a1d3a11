"""The specification of a chart: what Altair made of its drawing when the course was built, filled with rows.

Nothing here loads Altair, and no drawing can fail while somebody waits for it.
"""

import json
from collections.abc import Sequence
from functools import cache

from dlcourse import files
from dlcourse.domain.chart import Row, Specification

FILE = "charts.json"
"""The specifications of all drawings by name, beside the bundles of the front end; `dlcourse.charts.build` makes it."""


def filled(drawing: str, rows: Sequence[Row]) -> Specification:
    """The specification of a drawing such as ``matching.load`` with these rows; a `CourseError` before any build."""
    return _built()[drawing] | {"datasets": {"rows": list(rows)}}


@cache
def _built() -> dict[str, Specification]:
    specifications: dict[str, Specification] = json.loads(files.built(FILE).read_text("utf-8"))
    return specifications
