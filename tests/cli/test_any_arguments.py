"""Whatever the arguments of ``dlcourse`` are, it does its work or says on one line why not, without a traceback."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from dlcourse import files
from dlcourse.cli import main
from tests.examples import examples

OPTIONS: dict[str, tuple[str, ...]] = {
    "check": ("--json", "--graph"),
    "match": ("--json", "--out", "--template", "--seconds", "--pin", "--pin-lead", "--keep-off", "--keep-off-lead"),
    "network": ("--json", "--people", "--acts"),
    "export": ("--home", "--database"),
    "restore": ("--home", "--database"),
    "erase": ("--yes", "--home", "--database"),
    "check-store": ("--json", "--home", "--database"),
    "backup": ("--restore", "--home", "--database"),
    "rehearse": ("--json", "--code", "--seats", "--persona", "--seconds"),
    "play": ("--home", "--host", "--port", "--prefix", "--no-browser"),
    "serve": ("--home", "--database", "--host", "--port", "--prefix", "--no-browser", "--name", "--passing"),
    "lab": ("--home", "--host", "--port", "--prefix", "--no-browser"),
    "no-such": ("--help", "-h", "--version"),
}
SWITCHES = {"--restore", "--json", "--graph", "--yes", "--no-browser", "--passing", "--help", "-h", "--version"}
"""Options that take no value."""
NAMES = (
    *("file.txt/x.json", "locked/x.json", "folder", "a b#c?d%e.json", "été.yaml", "日本語.csv", "x" * 255, "x" * 300),
    *("\udcff.yaml", "/dev/stdout", "/dev/full", "/dev/null", "/dev/zero", ".", "~", "-", "nul\x01.json"),
    *("new.xlsx", "new.csv", "work.json", "scenario.yaml", "team", "team/people.csv", "home"),
)
VALUES = (
    *("", "0", "-1", "0.2", "1e9", "nan", "65536", "Ana=Task", "=", "=x", "sqlite://", "sqlite:////", "postgresql://x"),
    *("sqlite:////nowhere/x.db", "/ü/", "/a%20b/", "a", "\n"),
)


def takes(name: str) -> bool:
    """Whether this system can have a file of this name: in the C locale names are ASCII."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return True


WORD = st.one_of(
    st.sampled_from(NAMES), st.sampled_from(VALUES), st.text(st.characters(exclude_characters="\0"), max_size=12)
)


FITTING = {
    "--seconds": ("0", "0.2", "-1", "nan", "1e9", "x"),
    "--code": ("", "ABCD", "ABCD-EFGH-JKLM-ABCD-EFGH-JKLM", "x"),
    "--seats": ("0", "6", "1e9", "x"),
    "--persona": ("slow", "quick", ""),
    "--port": ("0", "8850", "65536", "-1", "x"),
    "--out": ("new.xlsx", "new.csv", "x.pdf", "folder", "/dev/full", "file.txt/x.csv", "x" * 255 + ".csv"),
    "--template": ("new.xlsx", "x.pdf", "folder", "/dev/full", "x" * 300 + ".xlsx"),
    "--prefix": ("/", "/ü/", "/a%20b/", "x", "/../"),
}
"""Values that come near to what an option takes."""
FILES = {"rehearse": 1, "check": 2, "match": 1, "network": 1, "export": 1, "restore": 1, "play": 1}
"""How many names a command takes at most."""


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command with file names and options, most of them its own, with values that are almost right."""
    command = draw(st.sampled_from(sorted(OPTIONS)))
    names = draw(
        st.lists(st.sampled_from(NAMES), min_size=min(1, FILES.get(command, 0)), max_size=FILES.get(command, 0))
    )
    line = [command, *names]
    for option in draw(st.lists(st.sampled_from(OPTIONS[command]), max_size=2)):
        value = st.one_of(st.sampled_from(FITTING.get(option, NAMES)), WORD)
        line += [option] if option in SWITCHES else [option, draw(value)]
    odd = st.sampled_from([[], [], [], [], ["--"], ["-"], ["--="], ["--json=1"], ["--help"], ["\udcff"]])
    return [*line, *draw(odd)]


LONG_AND_FOREIGN = [name for name in ("x" * 250 + ".json", "a b#c?d%e.json", "日本語.json") if takes(name)]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder with good files and traps. Commands run in it, with their own home."""
    folder = tmp_path / "place"
    folder.mkdir()
    (folder / "folder").mkdir()
    (folder / "file.txt").write_text("Dear all", "utf-8")
    (folder / "locked").mkdir()
    (folder / "locked").chmod(0)
    for name in ("people.csv", "work.csv"):
        team = folder / "team"
        team.mkdir(exist_ok=True)
        (team / name).write_bytes((files.data() / "teams" / "small-school" / name).read_bytes())
    (folder / "scenario.yaml").write_bytes((files.data() / "scenarios" / "the-empty-seats.yaml").read_bytes())
    with contextlib.chdir(folder), pytest.MonkeyPatch.context() as patch:
        patch.setenv("DLCOURSE_HOME", str(folder / "home"))
        patch.setenv("HOME", str(folder / "user"))
        patch.setattr("dlcourse.server.serving.serve", lambda *_, **__: None)  # what starts only ends by a signal
        patch.setattr("dlcourse.server.lab.open_lab", lambda *_, **__: None)
        yield folder
    (folder / "locked").chmod(0o700)


@settings(
    max_examples=examples(250),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(lines())
def test_no_arguments_lead_to_a_traceback(place: Path, line: list[str]) -> None:
    """Any command with any arguments ends with status 0, 1 or 2, and errors are in plain words."""
    done = CliRunner().invoke(main, line, prog_name="dlcourse", input="")
    crashed = done.exception is not None and not isinstance(done.exception, SystemExit)
    assert not crashed, (line, done.exc_info)
    event(f"{line[0]} ends with {done.exit_code}")
    assert done.exit_code in {0, 1, 2}
    assert "Traceback" not in done.output
    assert place.is_dir()


@pytest.mark.parametrize("name", ["file.txt/x.json", "x" * 300 + ".json", "/dev/full"])
def test_what_cannot_be_written_is_told_and_leaves_nothing(place: Path, name: str) -> None:
    """A file that cannot be written is named with the reason, and no partial file is left."""
    before = {path.name for path in place.iterdir()}
    done = CliRunner().invoke(main, ["export", name], prog_name="dlcourse")
    assert done.exit_code == 2
    assert done.output.startswith(name)
    assert {path.name for path in place.iterdir()} - {"home"} == before - {"home"}


@pytest.mark.parametrize("name", LONG_AND_FOREIGN)
def test_any_name_that_the_system_takes_is_good(place: Path, name: str) -> None:
    """A file name may be as long as the system allows, in any script, with any characters."""
    done = CliRunner().invoke(main, ["export", name], prog_name="dlcourse")
    assert (done.exit_code, (place / name).is_file()) == (0, True), done.output
    (place / name).unlink()


def test_a_device_is_written_to_as_it_is(place: Path) -> None:
    """Work can be written to standard output, or to a pipe."""
    assert place.is_dir()
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    done = CliRunner().invoke(main, ["export", "pipe"], prog_name="dlcourse")
    content = os.read(reader, 1_000_000)
    os.close(reader)
    Path("pipe").unlink()
    assert done.exit_code == 0, done.output
    assert b"dlcourse" in content
