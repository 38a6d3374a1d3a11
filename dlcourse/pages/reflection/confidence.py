"""How sure somebody was over time, as a small chart of the log."""

from collections.abc import Sequence
from typing import TypedDict

from dlcourse.domain.reflection.log import Point
from dlcourse.pages.reflection import words
from dlcourse.pages.reflection.words import CONFIDENCE, sure
from dlcourse.pages.words import counted


class ConfidencePoint(TypedDict):
    """How sure somebody was, 1 to 5, and when (ISO 8601)."""

    at: str
    level: int


class ConfidenceRow(TypedDict):
    """A row of the table: when (ISO 8601), and its other cells."""

    at: str
    cells: list[str]


class ConfidenceTable(TypedDict):
    """The same as the chart, the newest first."""

    title: str
    columns: list[str]
    rows: list[ConfidenceRow]


class ConfidenceChart(TypedDict):
    """The chart; ``steps`` are the words for the levels, from the lowest."""

    title: str
    says: str
    note: str
    steps: list[str]
    points: list[ConfidencePoint]
    table: ConfidenceTable


def confidence_chart(points: Sequence[Point], rated: int) -> ConfidenceChart | None:
    """Confidence over time as a small chart with a sentence and a table; None for fewer than two entries."""
    if len(points) < 2:
        return None
    return {
        "title": words.SURE_TITLE,
        "says": _says(points) + _newest(len(points), rated),
        "note": words.SURE_NOTE,
        "steps": list(CONFIDENCE),
        "points": [{"at": point.at, "level": point.confidence} for point in points],
        "table": {
            "title": words.SURE_TABLE,
            "columns": list(words.SURE_COLUMNS),
            "rows": [
                {"at": point.at, "cells": [sure(point.confidence), point.asked or words.WITHOUT_QUESTION]}
                for point in reversed(points)
            ],
        },
    }


def _says(points: Sequence[Point]) -> str:
    levels = [point.confidence for point in points]
    lowest, highest, newest = (CONFIDENCE[level - 1] for level in (min(levels), max(levels), levels[-1]))
    if lowest == highest:
        return words.SURE_ALIKE.format(number=len(points), step=newest)
    entries = counted(len(points), *words.ENTRY)
    return words.SURE_BETWEEN.format(entries=entries, lowest=lowest, highest=highest, newest=newest)


def _newest(shown: int, rated: int) -> str:
    return "" if rated == shown else words.SURE_NEWEST.format(number=shown, all=rated)
