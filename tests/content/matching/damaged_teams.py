"""Team files with one kind of damage each, and where the problem must be reported."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook

PEOPLE = """\
name,role,hours,Maps,Songs
Ana Souza,teacher,6,4,2+
Ben Okafor,secretary,4.5,,3
Chau Tran,custodian,3,1+,5
"""
WORK = """\
task,hours,least,most,Maps,Songs
Atlas,2,1,2,3,
Choir,1.5,1,3,,4
"""


@dataclass(frozen=True)
class Damage:
    """One kind of damage: the two files, and the place and message of the only problem."""

    name: str
    people: bytes
    work: bytes
    at: str
    line: int | None
    column: str | None
    says: str


FILES = (("people", PEOPLE), ("work", WORK))


def _with(name: str, change: tuple[str, str], place: tuple[str, int | None, str | None], says: str) -> Damage:
    """Damage by replacing text in the file that the place names."""
    at, line, column = place
    people, work = (text.replace(*change, 1) if file == at else text for file, text in FILES)
    assert people + work != PEOPLE + WORK, name
    return Damage(name, people.encode(), work.encode(), f"{at}.csv", line, column, says)


def _raw(name: str, people: bytes, line: int | None, says: str) -> Damage:
    """Damage to the bytes of people.csv."""
    return Damage(name, people, WORK.encode(), "people.csv", line, None, says)


def _without(name: str, at: str, position: int, heading: str) -> Damage:
    """A column removed from one of the files."""
    cut = {file: [line.split(",") for line in text.splitlines()] for file, text in FILES}
    for cells in cut[at]:
        del cells[position]
    people, work = ("\n".join(",".join(cells) for cells in cut[file]).encode() for file, _ in FILES)
    return Damage(name, people, work, f"{at}.csv", 1, heading, f"no column '{heading}'")


LONG = "x" * 101
HOURS = [
    ("hours-empty", "", "is empty"),
    ("hours-in-words", "four", "'four' is not a number of hours"),
    ("hours-with-unit", "4.5 h", "not a number of hours"),
    ("hours-below-0", "-4.5", "below 0"),
    ("hours-with-thousands", '"4,500.0"', "not a number of hours"),
    ("hours-not-a-number", "nan", "not a number of hours"),
    ("hours-with-exponent", "4e1", "not a number of hours"),
    ("hours-with-decimals", "4.3333", "more than 3 decimals"),
    ("hours-too-many", "45000", "more than 10,000 hours"),
]
LEVELS = [
    ("level-above-5", "6", "not between 0 and 5"),
    ("level-below-0", "-1", "not between 0 and 5"),
    ("level-not-whole", "3.5", "is not a level"),
    ("level-in-words", "good", "is not a level"),
    ("level-plus-in-front", "+2", "plus sign in front"),
    ("level-plus-alone", "+", "but no level"),
    ("level-plus-twice", "2++", "is not a level"),
    ("level-minus", "2-", "is not a level"),
    ("level-wanted-above-5", "6+", "not between 0 and 5"),
]
LEAST = [
    ("least-0", "0", "not between 1"),
    ("least-empty", "", "is empty"),
    ("least-not-whole", "1.5", "not a whole number"),
    ("least-in-words", "one", "not a whole number"),
]
REQUIRED = [
    ("required-0", "0", "not between 1 and 5"),
    ("required-6", "6", "not between 1 and 5"),
    ("required-wanted", "3+", "plus sign"),
    ("required-not-whole", "2.5", "is not a level"),
]
CSV_DAMAGE = [
    *(_with(name, (",4.5,", f",{cell},"), ("people", 3, "hours"), says) for name, cell, says in HOURS),
    *(_with(name, ("2+", cell), ("people", 2, "Songs"), says) for name, cell, says in LEVELS),
    *(_with(name, ("Atlas,2,1,", f"Atlas,2,{cell},"), ("work", 2, "least"), says) for name, cell, says in LEAST),
    *(_with(name, (",2,3,", f",2,{cell},"), ("work", 2, "Maps"), says) for name, cell, says in REQUIRED),
    _without("no-name-column", "people", 0, "name"),
    _without("no-role-column", "people", 1, "role"),
    _without("no-hours-column", "people", 2, "hours"),
    _without("no-task-column", "work", 0, "task"),
    _without("no-least-column", "work", 2, "least"),
    _without("no-most-column", "work", 3, "most"),
    _with("misspelt-column", ("name,role,hours", "name,role,hour"), ("people", 1, "hours"), "no column 'hours'"),
    _with("misspelt-least", ("hours,least", "hours,leasst"), ("work", 1, "least"), "no column 'least'"),
    _with("doubled-column", ("Maps,Songs", "Maps,Songs,maps "), ("people", 1, "maps"), "occurs twice"),
    _with("no-heading", ("most,Maps", "most,"), ("work", 2, "E"), "without a heading"),
    _with("long-heading", ("Songs", f"Songs,{LONG}"), ("people", 1, LONG[:40]), "has 101 letters"),
    _with("name-empty", ("Ben Okafor", ""), ("people", 3, "name"), "is empty"),
    _with("name-doubled", ("Ben Okafor", "ANA  souza"), ("people", 3, "name"), "is already in line 2"),
    _with("name-long", ("Ben Okafor", LONG), ("people", 3, "name"), "has 101 letters"),
    _with("role-empty", ("secretary", " "), ("people", 3, "role"), "is empty"),
    _with("decimal-comma-unquoted", (",4.5,", ",4,5,"), ("people", 3, None), "6 cells under 5 headings"),
    _with("task-empty", ("Atlas", ""), ("work", 2, "task"), "is empty"),
    _with("task-doubled", ("Choir", "atlas"), ("work", 3, "task"), "is already in line 2"),
    _with("task-of-0-hours", (",1.5,", ",0,"), ("work", 3, "hours"), "is 0"),
    _with("task-below-0-hours", (",1.5,", ",-1,"), ("work", 3, "hours"), "below 0"),
    _with("most-in-words", ("Atlas,2,1,2", "Atlas,2,1,all"), ("work", 2, "most"), "not a whole number"),
    _with("most-below-least", ("Atlas,2,1,2", "Atlas,2,3,2"), ("work", 2, "most"), "below least"),
    _with("unknown-skill", ("most,Maps", "most,Mapz"), ("work", 1, "Mapz"), "is not a column of people"),
    _with("nobody", (PEOPLE[PEOPLE.index("\n") + 1 :], ""), ("people", 1, None), "nothing below"),
    _with("no-work", (WORK[WORK.index("\n") + 1 :], ""), ("work", 1, None), "nothing below"),
    _with("open-quotation", ("Ben Okafor", '"Ben Okafor'), ("people", 3, None), "cannot be read from here"),
    _with("words-after-quotation", ("Ben Okafor", '"Ben" Okafor'), ("people", 3, None), "cannot be read from here"),
    _raw("empty-file", b"", None, "is empty"),
    _raw("blank-file", b"\n , ,\n\n", None, "is empty"),
    _raw("latin-1", PEOPLE.replace("Ben", "B\xe9n").encode("latin-1"), 3, "not in UTF-8"),
    _raw("half-a-letter", PEOPLE.encode() + b"Zo\xc3", 5, "not in UTF-8"),
    _raw("binary", PEOPLE.encode().replace(b"Ben", b"B\0n"), 3, "NUL"),
    _raw("large", PEOPLE.encode() + b"x" * 2_000_000, None, "larger than 2 MB"),
    _raw("many-lines", PEOPLE.encode() + b"y,x,1,,\n" * 2_000, None, "has 2,004 lines"),
    _raw("many-people", PEOPLE.encode() + b"".join(b"p%d,x,1,,\n" % p for p in range(298)), 302, "has 301 people"),
    _raw(
        "many-skills", PEOPLE.replace("Songs", ",".join(["Songs", *map(str, range(59))])).encode(), 1, "has 61 skills"
    ),
]


def workbook(change: Callable[[Workbook], Any] = lambda _: None) -> bytes:
    """The good team as a workbook, changed."""
    book, stream = Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for title, text in FILES:
        sheet = book.create_sheet(title)
        for line in text.splitlines():
            sheet.append([_cell(each) for each in line.split(",")])
    change(book)
    book.save(stream)
    return stream.getvalue()


def _cell(text: str) -> str | float | None:
    return float(text) if text.replace(".", "").isdigit() else text or None
