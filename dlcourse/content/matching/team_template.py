"""A template for a team file: a small, valid team as a workbook or as two CSV files."""

import csv
import io

from dlcourse.content.tables import MOST_BYTES
from dlcourse.domain.matching.team import MOST_PEOPLE, MOST_SKILLS, MOST_WORK

PEOPLE = (
    ("name", "role", "hours", "Timetabling", "Reading lessons", "Talking with families"),
    ("Ana Souza", "teacher", "6", "2", "5", "3"),
    ("Ben Okafor", "secretary", "4.5", "4", "0+", "4"),
    ("Chau Tran", "custodian", "3", "1+", "", "5"),
)
WORK = (
    ("task", "hours", "least", "most", "Timetabling", "Reading lessons", "Talking with families"),
    ("Plan the reading week", "3", "1", "2", "3", "4", ""),
    ("Invite the families", "1.5", "1", "3", "", "", "4"),
)
NOTES = (
    "people: one line a person. hours: what they can give. Each further column is a skill: 0 (none) to 5, empty is 0.",
    "A plus sign after the level, such as 3+ or 0+, means that the person wants to learn the skill.",
    "work: one line a task. hours: for each contributor. least and most: how many contribute.",
    "Each further column is a skill from people: the level that somebody there must have, 1 to 5, or empty.",
    f"At most {MOST_PEOPLE} people, {MOST_WORK} tasks, {MOST_SKILLS} skills and {MOST_BYTES / 1e6:.0f} MB.",
    "This sheet is not read.",
)


def template_csv() -> dict[str, str]:
    """The contents of people.csv and work.csv, by file name."""
    return {"people.csv": _csv(PEOPLE), "work.csv": _csv(WORK)}


def template_xlsx() -> bytes:
    """A workbook with the sheets people, work and notes."""
    from openpyxl import Workbook  # loaded only if a workbook is requested

    book, stream = Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for title, rows in (("people", PEOPLE), ("work", WORK), ("notes", [(note,) for note in NOTES])):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([_number(cell) for cell in row])
        sheet.freeze_panes = "A2"
    book.save(stream)
    return stream.getvalue()


def _csv(rows: tuple[tuple[str, ...], ...]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _number(cell: str) -> str | float | None:
    return float(cell) if cell.replace(".", "").isdigit() else cell or None
