"""Writes ``binder/constraints.txt``: the names and versions of all packages that the tests have run with.

Call it as ``python -m tests.constraints`` where all tests pass. Binder and institutions install by this file.
"""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FILE = Path(__file__).resolve().parent.parent / "binder/constraints.txt"
ROOTS = ("dlcourse", "jupyter-server-proxy")
"""The course, and what Binder needs beside it."""
HEAD = "# The versions that the tests have run with; written by `python -m tests.constraints`.\n"


def installed(roots: tuple[str, ...] = ROOTS) -> dict[str, str]:
    """The version of every package that these need, directly or not, without the course itself."""
    found: dict[str, str] = {}
    waiting = [Requirement(root) for root in roots]
    seen = set[tuple[str, frozenset[str]]]()
    while waiting:
        wanted = waiting.pop()
        name, extras = canonicalize_name(wanted.name), frozenset(wanted.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        try:
            there = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = there.version
        asked = map(Requirement, there.requires or ())
        waiting += [one for one in asked if any(_applies(one, extra) for extra in ("", *extras))]
    return {name: version for name, version in sorted(found.items()) if name != "dlcourse"}


def _applies(requirement: Requirement, extra: str) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": extra})


def text() -> str:
    """The file as it would be written now."""
    return HEAD + "".join(f"{name}=={version}\n" for name, version in installed().items())


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
