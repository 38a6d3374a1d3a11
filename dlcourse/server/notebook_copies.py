"""Makes and updates the working copies of the notebooks for JupyterLab. An edited copy is never overwritten.

A copy counts as edited if the text of its cells differs from what was shipped when it was made. Running it does not
count.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dlcourse.content.curriculum.own_notebooks import LEDGER, digest, shipped_before

_NUMBERS = tuple(f" {number}" for number in range(2, 1000))
Deed = Literal["made", "updated", "kept", "beside"]


@dataclass(frozen=True)
class Copied:
    """What was done about one notebook.

    ``path`` is the copy; for ``beside``, it is the new version saved next to it.
    """

    path: Path
    deed: Deed

    def __str__(self) -> str:
        """One line about the copy, for its owner."""
        name = self.path.name
        return {
            "made": f"{name}: new",
            "updated": f"{name}: brought up to date",
            "kept": f"{name}: kept as it is",
            "beside": f"{name}: the course's new version, beside your edited copy",
        }[self.deed]


def for_learners(shipped: Path) -> list[str]:
    """The notebooks for everybody, by their paths in the folder: not those in its subfolders."""
    return sorted(path.name for path in shipped.glob("*.ipynb"))


def for_facilitators(shipped: Path) -> list[str]:
    """All notebooks, with those for facilitators, by their paths in the folder."""
    return sorted(path.relative_to(shipped).as_posix() for path in shipped.rglob("*.ipynb"))


def bring_up_to_date(shipped: Path, copies: Path, names: Iterable[str]) -> tuple[Copied, ...]:
    """Make and update the copies of these shipped notebooks. Returns what was done, in their order.

    Copies of other notebooks stay as they are.
    """
    copies.mkdir(parents=True, exist_ok=True)
    ledger = shipped_before(copies)
    done = {name: _copy(shipped / name, copies / name, ledger.get(name, "")) for name in names}
    known = ledger | {name: digest(shipped / name) for name in done}
    (copies / LEDGER).write_text(json.dumps(known, indent=1), "utf-8")
    return tuple(done.values())


def _copy(shipped: Path, copy: Path, known: str) -> Copied:
    if not copy.exists():
        return _write(shipped, copy, "made")
    if digest(copy) == digest(shipped) or digest(shipped) == known:
        return Copied(copy, "kept")
    if digest(copy) == known:
        return _write(shipped, copy, "updated")
    return _write(shipped, _free(shipped, copy), "beside")


def _free(shipped: Path, copy: Path) -> Path:
    """A free file name next to the copy."""
    names = (copy.with_name(f"{copy.stem} (new version{number}){copy.suffix}") for number in ("", *_NUMBERS))
    return next(path for path in names if not path.exists() or digest(path) == digest(shipped))


def _write(shipped: Path, target: Path, deed: Deed) -> Copied:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(shipped.read_bytes())
    return Copied(target, deed)
