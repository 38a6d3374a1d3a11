"""The report about a cohort as files: figures with what they mean, and no row about a person."""

import csv
import io
from datetime import date

import docx
import openpyxl

from dlcourse.domain.overview.messages import ReportForm
from dlcourse.domain.overview.views import (
    CohortFiguresView,
    CohortProgressView,
    CohortReportView,
    PeopleFigure,
    PersonProgressCard,
    QuestionFigure,
    SessionCount,
    SignedPerson,
)
from dlcourse.exports.overview.attendance import attendance_csv
from dlcourse.exports.overview.report_files import report_file

TODAY = date(2026, 11, 28)
NAME = "Ana Souza"


def report(*figures: PeopleFigure) -> CohortReportView:
    """A cohort of six people, of whom one has finished a session."""
    people = tuple(
        PersonProgressCard(
            person=f"person-{number}",
            name=NAME if not number else f"Person {number}",
            role="participant",
            joined="2026-11-01T08:00:00.000+00:00",
            last_seen="2026-11-20T08:00:00.000+00:00",
            finished=() if number else ("01-what-it-is",),
        )
        for number in range(6)
    )
    sessions = (
        SessionCount(session="01-what-it-is", title="What it is", open=True, on=date(2026, 11, 2), finished=1),
        SessionCount(session="09-later", title="Later", open=False, on=None, finished=0),
    )
    progress = CohortProgressView(cohort="c", name="Autumn deans", participants=6, people=people, sessions=sessions)
    signed = SignedPerson(person="person-0", by="Faye", at="2026-11-21T08:00:00.000+00:00", sessions=("01-what-it-is",))
    shown = CohortFiguresView(cohort="c", name="Autumn deans", figures=figures)
    return CohortReportView(progress=progress, figures=shown, signed=(signed,), may_sign=True)


SORTED = PeopleFigure(
    kind="sorting",
    of="sorting",
    title="Sort them",
    session="01-what-it-is",
    people=5,
    moved="2026-11-21T08:00:00.000+00:00",
    answers={"distribution": "Distribution", "neither": "Neither"},
    questions=(QuestionFigure(question="q1", text="=A talk", group="", counts={"distribution": 4, "other": 1}),),
)


def texts(content: bytes, form: ReportForm) -> str:
    """Everything that somebody reads in the file."""
    match form:
        case "csv":
            return content.decode("utf-8-sig")
        case "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(content))
            return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)
        case _:
            document = docx.Document(io.BytesIO(content))
            cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
            return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_no_file_names_a_person() -> None:
    """Whatever the form, no name and no id of a participant is in the report, and its figure is."""
    forms: tuple[ReportForm, ...] = ("csv", "xlsx", "docx")
    for form in forms:
        said = texts(report_file(report(SORTED), form, TODAY), form)
        assert not [each for each in (NAME, "person-0", "Person 1", "Faye") if each in said], form
        assert "Distribution" in said, form


def test_the_document_says_what_was_done_and_how_to_read_it() -> None:
    """The document has the sessions, the figures with their counts, and the caveats; it says if there is no figure."""
    said = texts(report_file(report(SORTED), "docx", TODAY), "docx")
    for words in ("Report: Autumn deans", "1 of 6", "2 November 2026", "Distribution: 4; other: 1", "no grade"):
        assert words in said, words
    assert "Later" not in said
    assert "There is no figure about people yet." in texts(report_file(report(), "docx", TODAY), "docx")


def test_a_figure_is_a_row_for_each_answer() -> None:
    """The text has a row for each answer, also for one that nobody gave, and nothing in it runs as a formula."""
    rows = list(csv.DictReader(io.StringIO(report_file(report(SORTED), "csv", TODAY).decode("utf-8-sig"))))
    assert [(row["answer"], row["people"], row["of_people"]) for row in rows] == [
        ("distribution", "4", "5"),
        ("neither", "0", "5"),
        ("other", "1", "5"),
    ]
    assert {row["text"] for row in rows} == {"'=A talk"}


def test_attendance_lists_people_and_who_confirmed_it() -> None:
    """Attendance has a line for each person, with an x for each session and the confirmation."""
    rows = list(csv.DictReader(io.StringIO(attendance_csv(report()))))
    assert [(row["name"], row["01-what-it-is"], row["confirmed_by"]) for row in rows[:2]] == [
        (NAME, "x", "Faye"),
        ("Person 1", "", ""),
    ]
    assert "09-later" not in rows[0]
