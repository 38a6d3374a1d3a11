"""How sure somebody was over time, as a small chart of the log."""

from collections.abc import Sequence
from typing import TypedDict

from dlcourse.domain.reflection.log import Point
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
    newest = "" if rated == len(points) else f" These are the newest {len(points)} of {rated}."
    levels = [point.confidence for point in points]
    return {
        "title": "How sure you were",
        "says": f"In {counted(len(points), 'entry', 'entries')} you were between {CONFIDENCE[min(levels) - 1]} and "
        f"{CONFIDENCE[max(levels) - 1]} sure; in the newest, {CONFIDENCE[levels[-1] - 1]}.{newest}"
        if min(levels) < max(levels)
        else f"In all {len(points)} entries you were {CONFIDENCE[levels[0] - 1]} sure.{newest}",
        "note": "Being less sure than before is often what learning feels like.",
        "steps": list(CONFIDENCE),
        "points": [{"at": point.at, "level": point.confidence} for point in points],
        "table": {
            "title": "The same as a table",
            "columns": ["When", "How sure", "Question"],
            "rows": [
                {"at": point.at, "cells": [sure(point.confidence), point.asked or "Without a question"]}
                for point in reversed(points)
            ],
        },
    }
