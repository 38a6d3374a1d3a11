"""How sure somebody was over time, entry by entry of their log."""

from collections.abc import Sequence

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.reflection.log import Point
from dlcourse.pages.reflection import words
from dlcourse.pages.reflection.words import CONFIDENCE, sure
from dlcourse.pages.words import counted, day


def confidence(points: Sequence[Point], rated: int) -> Chart | None:
    """A point for each of these entries, the oldest first; None for fewer than two. ``rated`` is how many there are."""
    if len(points) < 2:
        return None
    levels: list[Row] = [{"level": word, "entry": 1, "end": len(points)} for word in reversed(CONFIDENCE)]
    entries: list[Row] = [
        {"level": CONFIDENCE[point.confidence - 1], "entry": number, "day": day(point.at)}
        for number, point in enumerate(points, start=1)
    ]
    return Chart(
        title=words.SURE_TITLE,
        says=f"{_says(points)}{_newest(len(points), rated)} {words.SURE_NOTE}",
        description=words.SURE_DRAWN.format(entries=counted(len(points), *words.ENTRY)),
        spec=filled("reflection.confidence", [*levels, *entries]),
        columns=words.SURE_COLUMNS,
        rows=tuple(
            (day(point.at), sure(point.confidence), point.asked or words.WITHOUT_QUESTION) for point in reversed(points)
        ),
    )


def _says(points: Sequence[Point]) -> str:
    levels = [point.confidence for point in points]
    lowest, highest, newest = (CONFIDENCE[level - 1] for level in (min(levels), max(levels), levels[-1]))
    if lowest == highest:
        return words.SURE_ALIKE.format(number=len(points), step=newest)
    entries = counted(len(points), *words.ENTRY)
    return words.SURE_BETWEEN.format(entries=entries, lowest=lowest, highest=highest, newest=newest)


def _newest(shown: int, rated: int) -> str:
    return "" if rated == shown else words.SURE_NEWEST.format(number=shown, all=rated)
