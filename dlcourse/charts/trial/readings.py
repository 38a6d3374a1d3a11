"""What a trial measured over time, beside what was expected and the limit."""

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.domain.trial.bench_view import ReadingCard, TrialCard
from dlcourse.pages.trial import words
from dlcourse.pages.trial.document import limit_of
from dlcourse.pages.words import counted, day


def readings(card: TrialCard) -> Chart | None:
    """A point for each reading by its day, with lines for the prediction and the limit; None before the first one."""
    if not card.readings:
        return None
    ordered = sorted(card.readings, key=lambda each: each.on)
    points: list[Row] = [
        {"on": each.on.isoformat(), "value": each.value, "kind": _kind(each), "day": _day(each)} for each in ordered
    ]
    lines: list[Row] = [
        {"line": card.expected, "name": words.EXPECTED_LINE},
        {"line": card.limit, "name": words.LIMIT_LINE},
    ]
    return Chart(
        title=words.CHART_TITLE,
        says=_says(card, ordered[-1]),
        description=words.CHART_DRAWN.format(readings=counted(len(ordered), *words.READING)),
        spec=filled("trial.readings", [*points, *lines]),
        columns=words.CHART_COLUMNS,
        rows=tuple((_day(each), str(each.value), str(card.expected), limit_of(card), _kind(each)) for each in ordered),
    )


def _says(card: TrialCard, newest: ReadingCard) -> str:
    return words.CHART_SAYS.format(
        value=newest.value,
        day=_day(newest),
        expected=card.expected,
        limit=limit_of(card),
    )


def _kind(reading: ReadingCard) -> str:
    return words.PAST_LIMIT if reading.breach else words.WITHIN_LIMIT


def _day(reading: ReadingCard) -> str:
    return day(reading.on.isoformat())
