"""How tests are divided among workers: whole files where something is shared, and the longest tests first."""

import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests.dividing import LONG, TOGETHER
from tests.serving import PATIENCE, TOP

PYTEST = [sys.executable, "-m", "pytest", "-p", "xdist"]
FEW_PLUGINS = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
"""How a test starts another pytest: it loads only what is named, since all installed plugins take seconds."""
SOME = """
import os
import time
from pathlib import Path

import pytest

HERE = Path(__file__)
WORKERS = 1 if HERE.stem == "test_package" else 2

@pytest.mark.parametrize("place", range(8))
def test_anything(place):
    HERE.with_suffix("." + os.environ["PYTEST_XDIST_WORKER"]).touch()
    end = time.monotonic() + 30
    while len(list(HERE.parent.glob(HERE.stem + ".gw*"))) < WORKERS and time.monotonic() < end:
        time.sleep(0.01)
"""
"""A test waits for the other worker, which may be late to begin; otherwise one worker could do everything."""


def test_what_is_named_is_there() -> None:
    """Every file and every test that is named in the lists exists."""
    assert sorted(path for path in TOGETHER if not (TOP / path).is_file()) == []
    written = "".join(path.read_text("utf-8") for path in (TOP / "tests/e2e").glob("test_*.py"))
    assert set(re.findall(r"^def (test_\w+)", written, re.MULTILINE)) >= LONG


@pytest.mark.slow
def test_a_file_stays_in_one_worker(tmp_path: Path) -> None:
    """With two workers, the tests of a file that is named all run in one of them, those of another file in both."""
    for name in ("test_package.py", "test_other.py"):
        (tmp_path / "tests").mkdir(exist_ok=True)
        (tmp_path / "tests" / name).write_text(SOME, "utf-8")
    line = [*PYTEST, "-p", "tests.dividing", "-n2", "--dist=loadscope", "-c", "/dev/null"]
    done = subprocess.run(
        [*line, f"--rootdir={tmp_path}", str(tmp_path)],
        cwd=TOP,
        env=FEW_PLUGINS,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    workers = defaultdict(set)
    for path in (tmp_path / "tests").glob("test_*.gw*"):
        workers[path.stem].add(path.suffix)
    assert {stem: len(found) for stem, found in workers.items()} == {"test_package": 1, "test_other": 2}
