"""What comes of a school from week to week, for all and for people on average, beside the school at first."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dlcourse.charts.specifications import filled
from dlcourse.domain.chart import Chart, Row
from dlcourse.pages.learning import words
from dlcourse.pages.learning.change_words import band, points

if TYPE_CHECKING:
    from dlcourse.engines.learning.curves import Curves, Line

EVERY = 4
"""Weeks between two rows of the table."""


def curves_chart(schools: Mapping[str, "Curves"], runs: int) -> Chart:
    """The curves of one school or two, by their names; the sentence is about the first one."""
    rows: list[Row] = [row for name, found in schools.items() for row in _rows(name, found)]
    school = next(iter(schools.values()))
    weeks = len(school.shared) - 1
    return Chart(
        title=words.CURVES,
        says=words.CURVES_SAY.format(
            weeks=weeks, shared=points(school.end.shared), each=points(school.end.each), runs=runs
        ),
        description=words.CURVES_DRAWN,
        spec=filled("learning.curves", rows),
        columns=(
            words.CURVES_COLUMNS[0],
            *(column.format(school=name) for name in schools for column in words.CURVES_COLUMNS[1:]),
        ),
        rows=tuple(
            (str(week), *(_cell(line[week]) for found in schools.values() for line in (found.shared, found.each)))
            for week in range(0, weeks + 1, EVERY)
        ),
    )


def _rows(name: str, found: "Curves") -> list[Row]:
    return [*_line(name, words.SHARED, found.shared), *_line(name, words.EACH, found.each)]


def _line(school: str, what: str, line: "Line") -> list[Row]:
    return [
        {
            "week": week,
            "school": school,
            "what": what,
            "mean": round(100 * mean, 2),
            "low": round(100 * (mean - 2 * error), 2),
            "high": round(100 * (mean + 2 * error), 2),
        }
        for week, (mean, error) in enumerate(line)
    ]


def _cell(point: tuple[float, float]) -> str:
    return f"{points(point[0])} ({band(*point)})"
