"""Draws charts as pictures for documents, without a browser and without a network.

The package vl-convert-python draws them. It is large, so it is an extra (``dlcourse[documents]``), and it runs in a
process that ends with its work. Without it, a document has a chart's sentence and no picture.
"""

import json
from base64 import b64decode
from collections.abc import Sequence
from importlib.util import find_spec
from subprocess import TimeoutExpired

from dlcourse import child_process
from dlcourse.domain.chart import Chart

PACKAGE = "vl_convert"
CHILD = "dlcourse.exports.chart_pictures_child"
LONGEST = 60.0
"""Seconds after which the document is made without pictures."""


def pictures(charts: Sequence[Chart]) -> tuple[bytes | None, ...]:
    """A PNG of each chart; None for each that could not be drawn, and for all if nothing here can draw."""
    if not charts or find_spec(PACKAGE) is None:
        return (None,) * len(charts)
    try:
        drawn: list[str | None] = json.loads(_answer(json.dumps([chart.spec for chart in charts])))
    except (OSError, ValueError):
        return (None,) * len(charts)
    return tuple(None if each is None else b64decode(each) for each in drawn)


def _answer(asked: str) -> str:
    """What the other process answers. It is ended if it takes too long, and then this raises a ValueError."""
    with child_process.start(CHILD) as child:
        try:
            return child.communicate(asked, timeout=LONGEST)[0]
        except TimeoutExpired:
            child.kill()
            raise ValueError("it took too long") from None
