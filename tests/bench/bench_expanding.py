"""What small files can grow to: processor time and memory of every reader, each in a process of its own.

``python -m tests.bench.bench_expanding [NAME]``: all inputs, or the one of this name in this process.
"""

import hashlib
import io
import json
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable

from tests.content.matching.damaged_teams import PEOPLE, WORK, workbook


def with_sheet(xml: str) -> bytes:
    """The good workbook with this in the place of what its first sheet holds."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                start, end = text.index(b"<sheetData"), text.index(b"</worksheet>")
                text = text[:start] + xml.encode() + text[end:]
            new.writestr(name, text)
    return stream.getvalue()


def sealed(events: str) -> bytes:
    """A file of work with these events and a good seal."""
    said = '{\n"format": "dlcourse work",\n"version": 1,\n"at": "x",\n"person": "ann",\n"shared": [],\n"events": ['
    said += events + '],\n"texts": [],\n"drafts": []'
    return f'{said},\n"checksum": "{hashlib.sha256(said.encode()).hexdigest()}"\n}}\n'.encode()


def team(raw: bytes) -> object:
    """Read a workbook."""
    from dlcourse.content.matching.teams import read_files

    return read_files({"team.xlsx": raw}).problems[:1]


def team_csv(people: str) -> object:
    """Read two CSV files."""
    from dlcourse.content.matching.teams import read_files

    problems = read_files({"people.csv": people.encode(), "work.csv": WORK.encode()}).problems
    return len(problems), problems[:1]


def ties(text: str, people: str = "") -> object:
    """Read ties."""
    from dlcourse.content.network.ties import File, read_files

    listed = File("people.csv", people.encode()) if people else None
    problems = read_files(File("ties.csv", text.encode()), listed).problems
    return len(problems), problems[:1]


def work(raw: bytes) -> object:
    """Read a file of work as it comes to the course, packed."""
    import dlcourse.course.local  # noqa: F401 (the course knows its events once its handlers are there)
    from dlcourse.domain.mywork.work_file import pack, read, unpack
    from dlcourse.errors import CourseError

    packed = pack(raw)
    try:
        read(unpack(packed))
    except CourseError as error:
        return f"{len(packed):,} characters packed: {error}"
    return "read"


ONE = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row></sheetData>'
MERGED = ONE + '<mergeCells count="1"><mergeCell ref="{}"/></mergeCells>'
WRONG = "name,role,hours," + ",".join(f"Skill {at}" for at in range(57)) + "\n"
STEP = (
    '{{"stream":"start/ann","version":{n},"actor":"ann","command":"c{n}","part":0,"kind":"Introduced",'
    '"body":{{"words":"c{n}"}},"at":"2026-03-01T10:00:00.000+00:00"}}'
)
INPUTS: dict[str, Callable[[], object]] = {
    "nothing": lambda: team(workbook()),
    "merged A1:XFD1048576": lambda: team(with_sheet(MERGED.format("A1:XFD1048576"))),
    "merged column": lambda: team(with_sheet(MERGED.format("A1:A1048576"))),
    "empty cells": lambda: team(with_sheet("<sheetData><row>" + "<c/>" * 1_900_000 + "</row></sheetData>")),
    "empty rows": lambda: team(with_sheet("<sheetData>" + "<row/>" * 1_200_000 + "</sheetData>")),
    "deep": lambda: team(with_sheet("<a>" * 1_100_000)),
    "one long cell many times": lambda: team(
        with_sheet(f'<sheetData><row r="1"><c t="inlineStr"><is><t>{"y" * 5_000_000}</t></is></c></row></sheetData>')
    ),
    "300 x 60 wrong cells": lambda: team_csv(WRONG + "".join(f"p{at},x,1{',good' * 57}\n" for at in range(300))),
    "1,900 x 60 wrong cells": lambda: team_csv(WRONG + "".join(f"p{at},x,1{',good' * 57}\n" for at in range(1_900))),
    "heading of 1,900,000 letters": lambda: team_csv("x" * 1_900_000 + "\n" + PEOPLE),
    "2,000,000 commas": lambda: team_csv("," * 2_000_000),
    "1,000,000 headings": lambda: ties("a," * 999_000),
    "50,000 wrong ties": lambda: ties("from,to,topic\n" + ",,x\n" * 50_000),
    "50,000 unknown names": lambda: ties(
        "from,to\n" + "".join(f"n{at},m{at}\n" for at in range(50_000)),
        "name\n" + "".join(f"person {at} {'x' * 80}\n" for at in range(1_000)),
    ),
    "quotation marks": lambda: ties('"' * 1_999_999),
    "quoted cells": lambda: ties("from,to\n" + '"a","b"\n' * 50_000),
    "events of nothing": lambda: work(sealed(",".join(["{}"] * 21_000_000))),
    "events of numbers": lambda: work(sealed(",".join(["1"] * 30_000_000))),
    "a text of emoji": lambda: work(sealed(json.dumps("\N{SEEDLING}" * 15_000_000, ensure_ascii=False))),
    "100,000 honest steps": lambda: work(sealed(",\n".join(STEP.format(n=at) for at in range(1, 100_001)))),
}


def main() -> None:
    """Measure each input in a process of its own, or one in this."""
    if len(sys.argv) > 1:
        begun = time.process_time()
        found = str(INPUTS[sys.argv[1]]())[:110]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(f"{sys.argv[1]:<30}{time.process_time() - begun:7.2f} s{peak:9.0f} MB  {found}\n")
        return
    for name in INPUTS:
        command = [sys.executable, "-m", "tests.bench.bench_expanding", name]
        subprocess.run(command, check=False, timeout=120)


if __name__ == "__main__":
    main()
