"""Makes all drawings with Altair: ``python -m dlcourse.charts.build`` prints their specifications, by name.

The build of the front end runs it and stores what it prints. Then there may be nothing but Altair installed, so the
drawings import nothing else.
"""

import dlcourse.fast_start  # noqa: F401 - before Altair

# isort: split
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from dlcourse.charts.theme import specification

DRAWING = "_drawing"
"""What the name of a drawing's module ends with."""
_HERE = Path(__file__).parent


def names() -> list[str]:
    """The name of each drawing: its folder and its file, without the ending."""
    return sorted(f"{file.parent.name}.{file.stem.removesuffix(DRAWING)}" for file in _HERE.glob(f"*/*{DRAWING}.py"))


def made() -> dict[str, dict[str, Any]]:
    """The specifications of all drawings by name."""
    return {name: specification(import_module(f"dlcourse.charts.{name}{DRAWING}").drawn()) for name in names()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(made()) + "\n")
