"""A course folder to which nothing can be written: it is served, read, exported and, on a full disk, erased."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.cli.test_commands import run
from tests.cli.test_work import introduce
from tests.server.asking import ask
from tests.serving import COURSE, PATIENCE, TOP
from tests.store.disks import allow_reading_only, fill, small_disk

pytestmark = pytest.mark.slow
TROUBLES = {"full": (fill, "no space left"), "read-only": (allow_reading_only, "can be read but not written")}


@pytest.fixture(params=TROUBLES)
def trouble(request: pytest.FixtureRequest) -> str:
    """What is the matter with the disk."""
    return str(request.param)


@pytest.fixture
def home(bundles: Path, tmp_path: Path, trouble: str) -> Iterator[Path]:
    """A course folder with somebody's work, on a disk to which nothing more can be written."""
    disk = tmp_path / "disk"
    disk.mkdir()
    with small_disk(disk):
        introduce(disk)
        TROUBLES[trouble][0](disk)
        yield disk


@contextmanager
def serving(home: Path) -> Iterator[tuple[list[str], Callable[..., str]]]:
    """Serve it. Gives what the terminal says, and a function that asks for a page as a browser that came in."""
    process = subprocess.Popen(
        [sys.executable, "-m", *COURSE, str(home)], cwd=TOP, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout
    said: list[str] = []
    while not said or not said[-1].startswith("To close the course"):
        said.append(process.stdout.readline())
        assert said[-1], said
    text = "".join(said)
    ((address, key),) = re.findall(r"open at (\S+)#key=(\S+)", text)
    form = urlencode({"key": key})
    came_in = ask(address, "door", "POST", form, Content_Type="application/x-www-form-urlencoded")
    cookie = came_in.headers["Set-Cookie"].partition(";")[0]

    def page(path: str, method: str = "GET", body: object = None) -> str:
        answer = ask(address, path, method, body, Cookie=cookie)
        assert answer.status == 200, answer.text
        return answer.text

    try:
        yield said, page
    finally:
        process.terminate()
        rest = process.communicate(timeout=PATIENCE)[0]
    said.append(rest)
    assert process.returncode == 0
    assert "Traceback" not in rest


def test_it_is_served_and_says_that_nothing_can_be_saved(home: Path, trouble: str) -> None:
    """Pages are shown with the reason and the remedy, the work is given as a file, and a change is refused in words."""
    with serving(home) as (said, page):
        assert re.search(f"Nothing can be saved now. .*{TROUBLES[trouble][1]}", "".join(said))
        for path in ("", "work", "session/01-what-it-is", "log"):
            assert "<b>Nothing can be saved now.</b> You can still read everything" in page(path)
        assert "Amina" in page("work/file")
        stem = {"say": "FinishStep", "id": "finish-it-1", "session": "01-what-it-is", "step": "reading-1"}
        refused = json.loads(page("steps", "POST", stem))
        assert TROUBLES[trouble][1] in refused["error"]["what"]


def test_work_is_exported_to_another_disk(home: Path, tmp_path: Path) -> None:
    """The file of one's work is written elsewhere, and nothing in the folder changes."""
    before = sorted(path.name for path in home.iterdir())
    done = run("export", str(tmp_path / "work.json"), "--home", str(home))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Amina" in (tmp_path / "work.json").read_text("utf-8")
    assert sorted(path.name for path in home.iterdir()) == before


def test_work_is_erased_where_there_is_no_room(home: Path, trouble: str) -> None:
    """On a full disk everything is erased; on a read-only one the reason is told and nothing changes."""
    done = run("erase", "--yes", "--home", str(home))
    if trouble == "full":
        assert (done.exit_code, done.stderr) == (0, "")
        assert b"Amina" not in (home / "course.db").read_bytes()
    else:
        assert done.exit_code == 2
        assert "can be read but not written" in done.stderr
        assert "Traceback" not in done.output


def test_jupyterlab_needs_a_folder_that_can_be_written_to(home: Path, trouble: str) -> None:
    """The copies of the notebooks have to be written, so a read-only folder is refused in words."""
    if trouble == "read-only":
        done = run("lab", "--home", str(home), "--no-browser")
        assert done.exit_code == 2
        assert "nothing can be kept there" in done.stderr
