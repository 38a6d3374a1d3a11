"""What pip makes from the checkout: the source archive, the wheel, and how an installed course finds its files."""

import json
import shutil
import subprocess
import sys
import sysconfig
import venv
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import pytest

import dlcourse
from dlcourse import files
from dlcourse.errors import CourseError
from dlcourse.frontend import bundle

TOP = Path(__file__).resolve().parent.parent
NOT_COPIED = (
    ".git",
    ".venv",
    "node_modules",
    "static",
    "generated",
    "__pycache__",
    ".*_cache",
    ".hypothesis",
    "dist",
    "shipped",
)
BUNDLES = {
    *("widget.js", "light.js", "session-pages.js", "scripts.json", "copy.js", "course.css", "voila.css"),
    *("chart-renderer.js", "chart-cell.js", "chart-cell.css", "charts.json", "outputs.js", "outputs.css"),
    "LICENSES.txt",
}
PLACE = ".data/data/share/jupyter/voila/templates/dlcourse/"
TEMPLATE = {"conf.json", "index.html.j2", "page.html", "tree-lab.html", "static/voila.css"}
ASK = "from dlcourse import files; print(files.{}())"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """Run a program to its end; returns its output. If it fails, the test fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def inside(folder: Path) -> set[str]:
    """The paths of all files in a folder that are not hidden, relative to it."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts)}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh copy of the sources, like a clone without its history."""
    copy = tmp_path_factory.mktemp("copy") / "dlcourse"
    return Path(shutil.copytree(TOP, copy, ignore=shutil.ignore_patterns(*NOT_COPIED)))


@pytest.fixture(scope="module")
def unpacked(checkout: Path) -> Path:
    """The unpacked source archive."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", "out", cwd=checkout)
    (archive,) = (checkout / "out").iterdir()
    shutil.unpack_archive(archive, checkout / "out")
    (folder,) = (path for path in (checkout / "out").iterdir() if path.is_dir())
    return folder


@pytest.fixture(scope="module")
def wheel(unpacked: Path) -> Path:
    """The wheel that is built from the source archive."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "out", cwd=unpacked)
    (built,) = (unpacked / "out").iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment with the wheel. The packages that it needs are those of this run."""
    place = tmp_path_factory.mktemp("venv")
    venv.create(place)
    python = Path(sysconfig.get_path("scripts", "venv", {"base": str(place)}), "python")
    site = sysconfig.get_path("purelib", "venv", {"base": str(place)})
    Path(site, "this_run.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=place)
    return python


def bundled(static: Path) -> set[str]:
    """The names of the bundles in a folder, without the parts of which some consist. All of a light page are there."""
    hosts = json.loads((static / "scripts.json").read_text("utf-8")).values()
    listed = set(chain.from_iterable(chain.from_iterable(host.values()) for host in hosts))
    names = inside(static)
    assert listed <= names
    return {name for name in names if not name.startswith(("light-", "outputs-"))}


def template_in(wheel: Path) -> set[str]:
    """The files that a wheel installs where plain Voila looks for the course's template."""
    names = ZipFile(wheel).namelist()
    return {name.partition(PLACE)[2] for name in names if PLACE in name}


def test_source_archive(unpacked: Path) -> None:
    """The source archive has sources and tests, and nothing that was built or downloaded."""
    names = inside(unpacked)
    assert {"pyproject.toml", "README.md", "LICENSE", "tests/test_package.py"} <= names
    assert "dlcourse/frontend/package-lock.json" in names
    assert not [name for name in names if "node_modules" in name or "dlcourse/static" in name]


def test_wheel(wheel: Path) -> None:
    """The wheel has the bundles, all licenses, the template and settings for plain Voila, and no front-end sources."""
    names = ZipFile(wheel).namelist()
    assert {f"dlcourse/static/{name}" for name in BUNDLES} <= set(names)
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "LICENSE-CONTENT"}
    assert not [name for name in names if name.startswith(("dlcourse/frontend", "tests"))]
    assert template_in(wheel) == TEMPLATE
    assert [name for name in names if name.endswith("/etc/jupyter/voila.json")]


def test_version(wheel: Path) -> None:
    """The version of the package is the one in the code."""
    assert wheel.name.startswith(f"dlcourse-{dlcourse.__version__}-")


@pytest.mark.parametrize("folder", ["notebooks", "data"])
def test_installed_files(installed: Path, checkout: Path, tmp_path: Path, folder: str) -> None:
    """An installed course finds every notebook and data file of the checkout, from any working directory."""
    found = Path(run(installed, "-c", ASK.format(folder), cwd=tmp_path))
    assert not found.is_relative_to(TOP)
    assert inside(found) == inside(checkout / folder) != set()


def test_installed_bundles(installed: Path, tmp_path: Path) -> None:
    """An installed course finds its bundles, from any working directory."""
    found = Path(run(installed, "-c", ASK.format("static"), cwd=tmp_path))
    assert not found.is_relative_to(TOP)
    assert bundled(found) == BUNDLES


def test_editable_build(checkout: Path, unpacked: Path, wheel: Path, tmp_path: Path) -> None:
    """``pip install -e .`` leaves the bundles in the checkout, and installs the template for plain Voila.

    The npm packages are those of the wheel, which has installed them from nothing.
    """
    assert wheel.exists()
    shutil.move(unpacked / "dlcourse/frontend/node_modules", checkout / "dlcourse/frontend")
    build = "import sys, hatchling.build; hatchling.build.build_editable(sys.argv[1])"
    run(sys.executable, "-c", build, tmp_path, cwd=checkout)
    assert bundled(checkout / "dlcourse/static") == BUNDLES
    (built,) = tmp_path.iterdir()
    assert template_in(built) == TEMPLATE


@pytest.mark.parametrize("folder", ["notebooks", "data", "dlcourse/static"])
def test_editable_files(tmp_path: Path, folder: str) -> None:
    """The course that is installed for these tests finds the checkout's files from any working directory."""
    found = run(sys.executable, "-c", ASK.format(Path(folder).name), cwd=tmp_path)
    assert Path(found) == TOP / folder


def test_charts_in_a_build_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The charts are made with the Altair of pip's build environment, which pip names in ``PYTHONPATH``."""
    venv.create(tmp_path)
    bare = Path(sysconfig.get_path("scripts", "venv", {"base": str(tmp_path)}), "python")
    monkeypatch.setenv("PYTHONPATH", sysconfig.get_path("purelib"))
    ask = "from dlcourse.frontend.bundle import chart_specifications as made; print(made())"
    assert json.loads(run(bare, "-c", ask, cwd=TOP))


def test_missing_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A broken installation gives an error on one line with a remedy."""
    monkeypatch.setattr(files, "_TOP", tmp_path)
    monkeypatch.setattr(files, "_PACKAGE", tmp_path)
    with pytest.raises(CourseError, match=r"data: a part of the course is missing\. Install dlcourse again\."):
        files.data()
    with pytest.raises(CourseError, match=r"bundle\.py"):
        files.static()


def test_lock_file_names_no_registry() -> None:
    """The lock file says what to install and its checksum, but not from which registry."""
    packages = json.loads((bundle.HERE / "package-lock.json").read_text("utf-8"))["packages"]
    locked = [about for path, about in packages.items() if path]
    assert all(about["integrity"] for about in locked)
    assert not [about for about in locked if "resolved" in about]
