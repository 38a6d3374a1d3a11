"""The notebooks in a home folder: one's own versions of the course's notebooks, and sessions of one's own.

A copy is one's own version if the texts of its cells differ both from what the course ships and from what it shipped
when the copy was made. Running a copy does not make it one's own. Nothing is written here.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from dlcourse.domain.curriculum.versions import OwnSession

FOLDER = "notebooks"
"""The folder of the copies, in the home folder."""
LEDGER = ".shipped.json"
"""The file in it that has the digest of each notebook as it was shipped when its copy was made."""
_BESIDE = re.compile(r" \(new version( \d+)?\)$")
"""How the name of the course's new version ends that is saved beside an edited copy."""
_OTHER = re.compile(r"[^0-9a-z]+")


def digest(path: Path) -> str:
    """A digest of what a person wrote: the types and texts of the cells, without outputs and execution counts."""
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        written = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
    except (ValueError, KeyError, TypeError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return hashlib.sha256(json.dumps(written).encode()).hexdigest()


def shipped_before(copies: Path) -> dict[str, str]:
    """The digests of what was shipped when the copies were made, by name.

    Empty if that is unknown, so that every copy that differs counts as one's own.
    """
    try:
        found = json.loads((copies / LEDGER).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def own_version(copies: Path, shipped: Path, session: str) -> Path | None:
    """One's own version of a notebook of the course, such as ``03-the-reading-gap``; None if there is none."""
    name = f"{session}.ipynb"
    copy, original = copies / name, shipped / name
    try:
        if not (original.is_file() and copy.is_file()):
            return None
        own = _digest(copy, copy.stat().st_mtime_ns)
        same = {_digest(original, original.stat().st_mtime_ns), shipped_before(copies).get(name)}
    except OSError:
        return copy  # there is something that cannot be read, and whoever opens it is told why
    return None if own in same else copy


def own_sessions(copies: Path, shipped: Path) -> dict[str, Path]:
    """The sessions of one's own: the notebooks that the course does not have, by the name in their address."""
    found: dict[str, Path] = {}
    for path in _notebooks(copies):
        if not (shipped / path.name).exists() and not _BESIDE.search(path.stem):
            found[_free(_OTHER.sub("-", path.stem.lower()).strip("-") or "own", found, shipped)] = path
    return found


def own_session(session: str, path: Path) -> OwnSession:
    """The session of one's own as a list has it."""
    try:
        return OwnSession(id=session, title=_title(path, path.stat().st_mtime_ns) or path.stem)
    except OSError:
        return OwnSession(id=session, title=path.stem)


def _notebooks(copies: Path) -> Iterator[Path]:
    try:
        found = sorted(copies.glob("*.ipynb"))
    except OSError:
        return
    yield from (path for path in found if path.is_file() and not path.name.startswith("."))


def _free(name: str, taken: dict[str, Path], shipped: Path) -> str:
    """The name, or with a number behind it one that no other session has."""
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(each for each in names if each not in taken and not (shipped / f"{each}.ipynb").exists())


@lru_cache(maxsize=256)
def _digest(path: Path, _changed: int) -> str:
    return digest(path)


@lru_cache(maxsize=256)
def _title(path: Path, _changed: int) -> str:
    """The first heading of the first level; empty if there is none or the file is no notebook."""
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    lines = (line for text in texts for line in text.splitlines())
    return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), "")[:200]
