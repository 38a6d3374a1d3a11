"""Writes the report about a cohort: as CSV, as a workbook, or as a Word document. No row is about a person."""

from collections.abc import Iterator
from datetime import date

from dlcourse.domain.overview.long_table import FigureRow, figure_rows
from dlcourse.domain.overview.messages import ReportForm
from dlcourse.domain.overview.views import CohortReportView
from dlcourse.exports.csv_cells import csv_file
from dlcourse.exports.documents import word_file
from dlcourse.exports.workbooks import Rows, workbook
from dlcourse.pages.overview.report_document import report_document
from dlcourse.pages.overview.words import CAVEATS

SESSIONS = ("session", "title", "day", "finished", "participants")


def report_file(view: CohortReportView, form: ReportForm, today: date) -> bytes:
    """The report in this form."""
    match form:
        case "csv":
            rows = [tuple(map(str, row)) for row in figure_rows(view.figures.figures)]
            return csv_file([FigureRow._fields, *rows]).encode("utf-8-sig")
        case "xlsx":
            return workbook(_sheets(view))
        case _:
            return word_file(report_document(view, today))


def _sheets(view: CohortReportView) -> dict[str, Rows]:
    return {
        "sessions": [SESSIONS, *_sessions(view)],
        "figures": [FigureRow._fields, *figure_rows(view.figures.figures)],
        "notes": [(caveat,) for caveat in CAVEATS],
    }


def _sessions(view: CohortReportView) -> Iterator[tuple[str | int, ...]]:
    for each in view.progress.sessions:
        day = each.on.isoformat() if each.on else ""
        yield each.session, each.title, day, each.finished, view.progress.participants
