"""Team files: what is tolerated, what is reported, and that nothing damaged is read in part."""

import datetime as dt
import io
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from dlcourse.content.matching.team_template import template_csv, template_xlsx
from dlcourse.content.matching.teams import read_files, read_team
from dlcourse.domain.matching.team import Team
from dlcourse.errors import CourseError
from tests.content.matching.damaged_teams import CSV_DAMAGE, PEOPLE, WORK, Damage, workbook

DATA = Path(__file__).resolve().parents[3] / "data" / "teams"
SAMPLES = ("small-school", "university-department", "district")


def accepted(people: str | bytes, work: str | bytes = WORK) -> Team:
    """The team in these files, which have no problems."""
    files = {"people.csv": people, "work.csv": work}
    reading = read_files({name: text.encode() if isinstance(text, str) else text for name, text in files.items()})
    assert reading.problems == ()
    assert reading.team
    return reading.team


@pytest.mark.parametrize("damage", CSV_DAMAGE, ids=lambda damage: damage.name)
def test_damage_is_told_with_its_place(damage: Damage) -> None:
    """Each kind of damage gives one problem with file, line, column and remedy, and no team."""
    reading = read_files({"people.csv": damage.people, "work.csv": damage.work})
    assert reading.team is None
    assert len(reading.problems) == 1, reading.problems
    told = reading.problems[0]
    assert (told.file, told.sheet, told.line, told.column) == (damage.at, None, damage.line, damage.column)
    assert damage.says in told.message
    assert told.remedy.endswith((".", "?"))


def test_there_are_at_least_forty_kinds_of_damage() -> None:
    """There are at least forty kinds of damage, and each has its own name."""
    assert len({damage.name for damage in CSV_DAMAGE}) == len(CSV_DAMAGE) >= 40


def test_all_problems_come_at_once() -> None:
    """All problems of both files are reported together, people first, then by line."""
    people = PEOPLE.replace(",6,4,", ",x,9,").replace("Chau Tran", "ben okafor")
    work = WORK.replace("Atlas,2,1,2", "Atlas,0,3,2")
    reading = read_files({"work.csv": work.encode(), "people.csv": people.encode()})
    assert [(told.file, told.line, told.column) for told in reading.problems] == [
        ("people.csv", 2, "hours"),
        ("people.csv", 2, "Maps"),
        ("people.csv", 4, "name"),
        ("work.csv", 2, "hours"),
        ("work.csv", 2, "most"),
    ]


@pytest.mark.parametrize(
    ("people", "work"),
    [
        ("\ufeff" + PEOPLE, WORK),
        (PEOPLE.replace("\n", "\r\n"), WORK.replace("\n", "\r\n")),
        (PEOPLE.replace(",", ";").replace("4.5", "4,5"), WORK.replace(",", ";").replace("1.5", "1,5")),
        (PEOPLE.replace(",", "\t"), WORK.replace(",", ", ")),
        ("sep=;\n" + PEOPLE.replace(",", ";"), WORK),
        (PEOPLE.replace("4.5", '"4,5"'), WORK),
        (PEOPLE.replace("name,role,hours", " NAME ,Role,HOURS"), WORK.replace("Maps,Songs", "maps, SONGS ")),
        (PEOPLE.replace("\n", "\n\n").replace("Ben Okafor", "  Ben   Okafor "), "\n" + WORK + ",,,,,\n"),
        (PEOPLE.replace("2+", " 2 + ").replace(",5\n", ",5.0\n"), WORK),
        (PEOPLE.replace("\n", ",,\n"), WORK),
        (PEOPLE.replace("Ben", "Be\u200bn").replace(" Okafor", "\u00a0Okafor"), WORK),
    ],
    ids=["bom", "crlf", "semicolons", "tabs", "sep", "quoted-comma", "case", "blanks", "levels", "columns", "unseen"],
)
def test_what_is_tolerated(people: str, work: str) -> None:
    """Byte order marks, other separators, decimal commas, case, blanks and blank lines make no difference."""
    assert accepted(people, work) == accepted(PEOPLE)


@pytest.mark.parametrize(
    ("at", "old", "new", "column"),
    [
        ("people", "hours", "Hours per week", "hours"),
        ("people", "hours", "weekly hours", "hours"),
        ("people", "name", "Full name", "name"),
        ("people", "role", "Position", "role"),
        ("work", "least", "Min", "least"),
        ("work", "most", "Max. (people)", "most"),
        ("work", "task", "Activity", "task"),
    ],
)
def test_other_words_for_a_column_are_met_with_what_to_rename(at: str, old: str, new: str, column: str) -> None:
    """A column with another common name is one problem that says the right name, and is not read as a skill."""
    files = {"people": PEOPLE, "work": WORK}
    files[at] = files[at].replace(old, new, 1)
    (problem,) = read_files({f"{name}.csv": text.encode() for name, text in files.items()}).problems
    assert (problem.line, problem.column) == (1, column)
    assert problem.remedy == f"Rename the column '{new}' to '{column}'."


@pytest.mark.parametrize("cell", ["ask her first", "5 h", "2 of 5"])
def test_notes_in_a_cell_are_quoted_as_they_were_written(cell: str) -> None:
    """A cell that is not a level is quoted with its blanks."""
    (problem,) = read_files({"people.csv": PEOPLE.replace("2+", cell).encode(), "work.csv": WORK.encode()}).problems
    assert problem.message == f"'{cell}' is not a level"


def test_column_order_does_not_matter() -> None:
    """Columns may be in any order, and skills keep the order of their columns."""
    team = accepted("\n".join(",".join(reversed(line.split(","))) for line in PEOPLE.splitlines()))
    assert team.skills == ("Songs", "Maps")
    assert [person.levels for person in team.people] == [person.levels for person in accepted(PEOPLE).people]


def test_utf_16_as_spreadsheets_save_it() -> None:
    """A file saved as Unicode text can be read as well."""
    assert accepted(PEOPLE.encode("utf-16"), WORK.encode("utf-16")) == accepted(PEOPLE)


@pytest.mark.parametrize("cell", ["3+", "0+", "5+", "", "5"])
def test_levels_and_wishes(cell: str) -> None:
    """A person can wish to learn a skill at any level, including 0 and 5; an empty cell is 0."""
    person = accepted(PEOPLE.replace("2+", cell)).people[0]
    assert person.level("Songs") == int(cell.rstrip("+") or 0)
    assert ("Songs" in person.wants) == cell.endswith("+")


def test_what_work_may_say() -> None:
    """A task may require no skill, a skill may be required by no task, and `most` may exceed the number of people."""
    team = accepted(PEOPLE, "task,hours,least,most\nAtlas,2,1,50\n")
    assert team.work[0].needs == {}
    assert team.work[0].most == 50


def test_a_least_above_the_people_is_no_error() -> None:
    """Too few people is a problem for the solver, not for the file."""
    assert accepted(PEOPLE, WORK.replace("Atlas,2,1,2", "Atlas,2,9,9")).work[0].least == 9


def test_people_without_skills() -> None:
    """A team may have no skills at all, and then its tasks require none."""
    bare = "\n".join(line.rsplit(",", 2)[0] for line in PEOPLE.splitlines())
    assert accepted(bare, "task,hours,least,most\nAtlas,2,1,2\n").skills == ()
    reading = read_files({"people.csv": bare.encode(), "work.csv": WORK.encode()})
    assert [told.column for told in reading.problems] == ["Maps", "Songs"]


def test_a_folder_and_its_missing_files(tmp_path: Path) -> None:
    """A folder is read whatever the case of its file names, and a missing file is reported by name."""
    (tmp_path / "People.CSV").write_text(PEOPLE)
    reading = read_team(tmp_path)
    assert [(Path(told.file).name, told.message) for told in reading.problems] == [("work.csv", "is missing")]
    (tmp_path / "work.csv").write_text(WORK)
    assert read_team(tmp_path).team == accepted(PEOPLE)
    (tmp_path / "WORK.csv").write_text(WORK)
    if len(list(tmp_path.iterdir())) == 3:  # not where case makes no difference to the file system
        assert "exists 2 times" in read_team(tmp_path).problems[0].message


@pytest.mark.parametrize("name", ["nowhere", "nowhere.xlsx", "notes.txt"])
def test_what_cannot_be_opened(tmp_path: Path, name: str) -> None:
    """A missing path, or one that is no folder and no workbook, is an error of the command, not of the file."""
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(CourseError):
        read_team(tmp_path / name)


def test_fifty_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    """A huge file is refused without being read, as CSV and as a workbook."""
    (tmp_path / "work.csv").write_text(WORK)
    for path, file in ((tmp_path, tmp_path / "people.csv"), (tmp_path / "huge.xlsx", tmp_path / "huge.xlsx")):
        with file.open("wb") as huge:
            huge.truncate(50_000_000)
        begun = time.process_time()
        problems = read_team(path).problems
        assert time.process_time() - begun < 0.5
        assert [told.message for told in problems] == ["is larger than 2 MB"]


def test_a_workbook_is_read_like_the_folder() -> None:
    """A workbook gives the same team; its other sheets are not read, and case in sheet names does not matter."""

    def other(book: Workbook) -> None:
        book["people"].title = " People"
        book.create_sheet("notes").append(["anything"])

    assert read_files({"team.xlsx": workbook()}).team == accepted(PEOPLE)
    assert read_files({"team.XLSX": workbook(other)}).team == accepted(PEOPLE)


def put(sheet: str, cell: str, value: Any) -> Callable[[Workbook], None]:
    """A change to one cell."""

    def change(book: Workbook) -> None:
        book[sheet][cell] = value

    return change


@pytest.mark.parametrize(
    ("change", "place", "says"),
    [
        (lambda book: book.remove(book["work"]), (None, None, None), "no sheet 'work', only: people"),
        (lambda book: setattr(book["work"], "title", "Aufgaben"), (None, None, None), "no sheet 'work'"),
        (lambda book: book.create_sheet("WORK "), (None, None, None), "2 sheets called 'work'"),
        (lambda book: book["people"].delete_rows(1, 9), ("people", None, None), "is empty"),
        (put("people", "D2", dt.datetime(2024, 4, 3)), ("people", 2, "D"), "a date or time"),  # noqa: DTZ001 - no zone in a sheet
        (put("people", "C2", dt.time(2, 30)), ("people", 2, "C"), "a date or time"),
        (put("people", "D2", True), ("people", 2, "D"), "holds TRUE"),  # noqa: FBT003 - the value under test
        (put("people", "D2", "=1+2"), ("people", 2, "D"), "a formula without a result"),
        (put("people", "D2", "#REF!"), ("people", 2, "D"), "the error #REF!"),
        (put("people", "D2", 3.5), ("people", 2, "Maps"), "is not a level"),
        (put("people", "C2", 1 / 3), ("people", 2, "hours"), "more than 3 decimals"),
        (put("work", "C3", 0), ("work", 3, "least"), "not between 1"),
        (lambda book: book["people"].merge_cells("A2:A3"), ("people", 2, None), "cells A2:A3 are merged"),
        (put("people", "XFD5000", 1), ("people", None, None), "extends to XFD5000"),
    ],
)
def test_damaged_workbooks(
    change: Callable[[Workbook], Any], place: tuple[str | None, int | None, str | None], says: str
) -> None:
    """Damage that only a workbook can have is reported with sheet, line and column, and there is no team."""
    reading = read_files({"team.xlsx": workbook(change)})
    assert reading.team is None
    told = next(told for told in reading.problems if says in told.message)
    assert (told.sheet, told.line, told.column) == place
    assert told.file == "team.xlsx"
    assert told.remedy


def packed(size: int) -> bytes:
    """A zip file that is not a workbook and unpacks to this many bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b" " * size)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "cannot be opened"),
        (b"name,role\n", "cannot be opened"),
        (workbook()[:-200], "cannot be opened"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "old .xls workbook or has a password"),
        (packed(10), "cannot be opened"),
        (packed(50_000_000), "unpacks to 50 MB"),
    ],
    ids=["empty", "text", "cut", "xls", "other-zip", "bomb"],
)
def test_what_is_no_workbook(raw: bytes, says: str) -> None:
    """A file that is not a workbook, or unpacks to too much, is reported on one line."""
    problems = read_files({"team.xlsx": raw}).problems
    assert [says in told.message for told in problems] == [True]


def spoilt(raw: bytes, seed: int) -> bytes:
    """The bytes with a part changed, cut off, inserted or overwritten."""
    dice, spoilt = random.Random(seed), bytearray(raw)
    at = dice.randrange(len(spoilt))
    match seed % 4:
        case 0:
            spoilt[at] = dice.randrange(256)
        case 1:
            del spoilt[at:]
        case 2:
            spoilt[at:at] = bytes(dice.randrange(256) for _ in range(3))
        case _:
            spoilt[at : at + 5] = spoilt[:5]
    return bytes(spoilt)


@pytest.mark.parametrize("seed", range(100))
def test_bytes_gone_wrong_never_give_a_traceback(seed: int) -> None:
    """Whatever bytes are changed, removed or inserted, the result is a team or problems with remedies."""
    csv = {"people.csv": spoilt(PEOPLE.encode(), seed), "work.csv": spoilt(WORK.encode(), seed + 1)}
    for files in (csv, {"team.xlsx": spoilt(workbook(), seed)}):
        reading = read_files(files)
        assert (reading.team is None) == bool(reading.problems)
        assert all(told.message and told.remedy for told in reading.problems)


def test_the_template_is_right() -> None:
    """The template is a team without problems, and the same as workbook and as CSV."""
    files = {name: text.encode() for name, text in template_csv().items()}
    assert read_files(files).problems == ()
    assert read_files(files).team == read_files({"template.xlsx": template_xlsx()}).team


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_samples_are_right(sample: str) -> None:
    """The sample teams have no problems, and their custodian and secretary are experts in something."""
    team = read_team(DATA / sample).team
    assert team
    for role in ("custodian", "secretary"):
        assert max(level for person in team.people if person.role == role for level in person.levels.values()) >= 4


def test_the_district_is_as_large_as_promised() -> None:
    """The district has 40 people, 12 pieces of work and 10 skills."""
    team = read_team(DATA / "district").team
    assert team
    assert (len(team.people), len(team.work), len(team.skills)) == (40, 12, 10)


def test_one_sample_asks_for_what_nobody_can() -> None:
    """Exactly one requirement in the samples is above everybody's level."""
    teams = [team for sample in SAMPLES if (team := read_team(DATA / sample).team)]
    beyond = [
        (task.name, skill)
        for team in teams
        for task in team.work
        for skill, level in task.needs.items()
        if team.best[skill] < level
    ]
    assert beyond == [("Survey of graduates", "Data protection law")]
