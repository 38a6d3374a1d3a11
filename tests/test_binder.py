"""What Binder does with the checkout, according to its own tool, without building anything."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_package import NOT_COPIED, TOP


@pytest.fixture(scope="module")
def recipe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The steps that repo2docker would take for this checkout."""
    copy = shutil.copytree(TOP, tmp_path_factory.mktemp("copy") / "it", ignore=shutil.ignore_patterns(*NOT_COPIED))
    line = [
        sys.executable,
        "-m",
        "repo2docker",
        "--no-build",
        "--debug",
        "--user-id=1000",
        "--user-name=jovyan",
        str(copy),
    ]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_binder_chooses_python_3_11(recipe: str) -> None:
    """Binder chooses the Python that the checkout asks for."""
    assert "Building conda environment for python=3.11\n" in recipe


def test_binder_installs_the_course_from_the_checkout(recipe: str) -> None:
    """The requirements are installed when the whole checkout is there, and after that the settings are put in place."""
    steps = ["COPY --chown=1000:1000 src/ ${REPO_DIR}/", '-r "binder/requirements.txt"', "RUN ./binder/postBuild"]
    places = [recipe.find(step) for step in steps]
    assert -1 not in places
    assert places == sorted(places)
    assert recipe.count('-r "binder/requirements.txt"') == 1


def test_the_settings_name_what_there_is() -> None:
    """The script that Binder runs after installing is executable and names existing files."""
    script = TOP / "binder/postBuild"
    assert script.stat().st_mode & 0o111
    named = re.findall(r"binder/\w+\.py", script.read_text("utf-8"))
    assert named
    assert [name for name in named if not Path(TOP, name).is_file()] == []
