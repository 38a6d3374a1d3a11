"""The contributor's guide: its files exist, and the subject that it adds works exactly as written."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from dlcourse.frontend import bundle
from tests.test_house import TOP

GUIDE = (TOP / "data" / "guides" / "contributing.md").read_text("utf-8")
EXAMPLE = "thanks"
LEFT_OUT = shutil.ignore_patterns("node_modules", "static", "__pycache__", "e2e", "bench")
BLOCK = re.compile(r"^\*\*`(?P<path>[^`]+)`\*\*\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = {found["path"]: found["text"] for found in BLOCK.finditer(GUIDE)}
CHECKED = TOP / ".mypy_cache"
COURSE = "data/course.yaml"
TITLE = "    title: Ground rules\n"
"""The title of the session whose exercises the guide's exercise replaces."""
EXERCISES = re.compile(r"    exercises:\n(?: {6,}.*\n)+|    done_when: .*\n")
"""What a session says of its exercises."""


def run(*command: str, cwd: Path) -> str:
    """Run a program to its end; returns its output. If it fails, the test fails."""
    told = {**os.environ, "PYTHONPATH": str(cwd), "DLCOURSE_HOME": str(cwd / "home")}
    done = subprocess.run(command, cwd=cwd, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, bundles: Path) -> Path:
    """A copy of the course with the guide's subject. No existing file is edited except the order of sessions."""
    copied = tmp_path_factory.mktemp("contributing")
    for folder in ("dlcourse", "tests", "data", "notebooks"):
        shutil.copytree(TOP / folder, copied / folder, ignore=LEFT_OUT)
    shutil.copytree(bundles, copied / "dlcourse" / "static")
    (copied / "dlcourse" / "frontend" / "node_modules").symlink_to(bundle.HERE / "node_modules")
    shutil.copy(TOP / "pyproject.toml", copied)
    if CHECKED.is_dir():  # what mypy knows of the files that are copied
        shutil.copytree(CHECKED, copied / CHECKED.name)
    for path, text in BLOCKS.items():
        if path != COURSE:
            file = copied / path
            assert not file.exists(), f"{path} is there already"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    return copied


def test_every_file_that_the_guide_names_exists() -> None:
    """Each path in the guide is a file or folder, except for those of the example."""
    named = set(re.findall(r"`((?:dlcourse|data|tests|notebooks|pyproject)[\w./-]*)`", GUIDE))
    assert len(named) > 40
    assert sorted(path for path in named - BLOCKS.keys() if not (TOP / path).exists()) == []


def test_the_guide_has_ten_steps() -> None:
    """The steps are numbered from one to ten, and every file of the example is in a folder of the example."""
    assert re.findall(r"^### (\d+)\. ", GUIDE, re.MULTILINE) == [str(number) for number in range(1, 11)]
    assert all(path == COURSE or f"/{EXAMPLE}/" in path for path in BLOCKS)


def test_the_example_reads_as_our_code_does(copy: Path) -> None:
    """The format and style of each Python file in the guide are those of the project."""
    files = [path for path in BLOCKS if path.endswith(".py")]
    run(sys.executable, "-m", "ruff", "format", "--check", *files, cwd=copy)
    run(sys.executable, "-m", "ruff", "check", *files, cwd=copy)


def test_the_example_keeps_the_contracts(copy: Path) -> None:
    """A new subject needs no change of a contract, and the example breaks none."""
    run(str(Path(sysconfig.get_path("scripts"), "lint-imports")), "--no-logo", cwd=copy)


def test_the_example_has_the_right_types(copy: Path) -> None:
    """The strict type checker finds no fault with the files of the example."""
    files = [path for path in BLOCKS if path.endswith(".py")]
    run(sys.executable, "-m", "mypy", *files, cwd=copy)


@pytest.mark.slow
def test_the_example_s_component_fits_its_page(copy: Path) -> None:
    """The component fits the props of its page, and it is in the bundle."""
    run(sys.executable, "-m", "dlcourse.frontend.typecheck", cwd=copy)
    run(sys.executable, "dlcourse/frontend/bundle.py", cwd=copy)
    assert f"{EXAMPLE}:" in (copy / "dlcourse" / "static" / f"light-{EXAMPLE}.js").read_text("utf-8")


@pytest.mark.slow
def test_the_example_works(copy: Path) -> None:
    """The example's tests pass, and so do the tests for all subjects."""
    every = ["pages/test_registry.py", "handlers/test_registry.py", "handlers/test_access.py", "widgets/test_calls.py"]
    tests = [f"tests/handlers/{EXAMPLE}", *(f"tests/{path}" for path in every)]
    run(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, cwd=copy)


def test_a_session_can_use_it(copy: Path) -> None:
    """A session only needs an exercise in the order of sessions, and it is done once there is a note."""
    before, after = (TOP / COURSE).read_text("utf-8").split(TITLE)
    session, others = after.split("\n  - id: ", 1)
    changed = TITLE + BLOCKS[COURSE] + EXERCISES.sub("", f"{session}\n")
    (copy / COURSE).write_text(f"{before}{changed}  - id: {others}", "utf-8")
    assert run(sys.executable, "-c", USE, cwd=copy).split() == ["False", "True"]


USE = """
from dlcourse.course.connect import here
from dlcourse.domain.curriculum.progress import Home
from dlcourse.domain.thanks.notes import WriteThanks

def done():
    return next(session.done for session in here().see(Home()).sessions if session.title == "Ground rules")

print(done())
here().do(WriteThanks(id="my-first-note", words="Joy"))
print(done())
"""
