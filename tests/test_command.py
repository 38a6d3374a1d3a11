"""The test command: what its options mean, and what a quick run leaves out and reports."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import __main__ as command
from tests.serving import PATIENCE, TOP
from tests.test_dividing import FEW_PLUGINS, PYTEST

SOME = """
import pytest

@pytest.fixture
def browser():
    return "a browser"

def test_anything():
    pass

@pytest.mark.slow
def test_something_slow():
    raise AssertionError

def test_a_page(browser):
    raise AssertionError
"""


@pytest.mark.parametrize(
    ("words", "quick", "others"),
    [
        ([], False, []),
        (["--quick"], True, []),
        (["--quick", "-k", "march", "-x", "tests/domain"], True, ["-k", "march", "-x", "tests/domain"]),
        (["--maxfail=1", "--quick"], True, ["--maxfail=1"]),
        (["--qui"], False, ["--qui"]),
    ],
)
def test_what_is_unknown_goes_on_to_pytest(words: list[str], quick: bool, others: list[str]) -> None:  # noqa: FBT001
    """Only ``--quick``, in full, is the command's own option; pytest gets all others in order."""
    chosen, left = command.options().parse_known_args(words)
    assert (chosen.quick, left) == (quick, others)


def test_the_help_says_where_other_options_go(capsys: pytest.CaptureFixture[str]) -> None:
    """``--help`` shows the command's option and ends without running anything."""
    with pytest.raises(SystemExit) as ended:
        command.main(["--help"])
    assert ended.value.code == 0
    assert "--quick" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["0", "2"])
def test_a_quick_run_says_what_it_left_out(tmp_path: Path, workers: str) -> None:
    """Slow tests and browser tests do not run, and the last lines count them, with and without workers."""
    (tmp_path / "test_some.py").write_text(SOME, "utf-8")
    line = [*PYTEST, "-p", "tests.quick", f"-n{workers}", f"--rootdir={tmp_path}", "-q"]
    done = subprocess.run(
        [*line, "-c", "/dev/null", str(tmp_path)],
        cwd=TOP,
        env=FEW_PLUGINS,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "--quick left out 2 tests: 1 slow, 1 with a browser." in done.stdout.splitlines()[-4:]
    assert "1 passed" in done.stdout.splitlines()[-1]


def test_a_check_that_fails_is_named_with_what_it_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Every check runs, even after one that failed, and the output of each is shown."""
    broken = [sys.executable, "-c", "import sys; print('line 1 is wrong'); sys.exit(3)"]
    assert command.failing({"first": broken, "second": [sys.executable, "-c", "print('fine')"]}) == ["first"]
    said = capsys.readouterr().out
    assert "line 1 is wrong\nfirst: FAILED, status 3" in said
    assert "fine\nsecond: passed" in said
