"""In which schools a title does better and in which what people know: a map."""

from collections.abc import Mapping

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.learning.messages import SchoolChange
from dlcourse.pages.learning import words
from dlcourse.pages.learning.change_words import band, signed


def regions_chart(cells: Mapping[tuple[float, float], SchoolChange]) -> Chart:
    """A square for each school, by the share of shared aims and the share of answers that leaders know."""
    ahead = [_ahead(change) for change in cells.values()]
    counts = {name: ahead.count(name) for name in (words.AHEAD_TITLE, words.AHEAD_EXPERTISE, words.AHEAD_NOBODY)}
    title, expertise, unsure = counts.values()
    return Chart(
        title=words.REGIONS,
        says=words.REGIONS_SAY.format(title=title, expertise=expertise, unsure=unsure, all=len(cells)),
        description=words.REGIONS_DRAWN,
        spec=filled("learning.regions", [_row(aims, known, each) for (aims, known), each in cells.items()]),
        columns=words.REGIONS_COLUMNS,
        rows=tuple(
            (f"{known:.0%}", f"{aims:.0%}", _ahead(each), signed(abs(each.by)), band(abs(each.by), each.error))
            for (aims, known), each in cells.items()
        ),
    )


def _row(aims: float, known: float, change: SchoolChange) -> Row:
    return {
        "aims": f"{aims:.0%}",
        "known": f"{known:.0%}",
        "ahead": _ahead(change),
        "text": signed(abs(change.by)) if change.sure else "?",
    }


def _ahead(change: SchoolChange) -> str:
    if not change.sure:
        return words.AHEAD_NOBODY
    return words.AHEAD_TITLE if change.by > 0 else words.AHEAD_EXPERTISE
