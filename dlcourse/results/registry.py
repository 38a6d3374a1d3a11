"""What each subject offers to a notebook cell as data, registered in ``results/<subject>/__init__.py``.

Those files and this one import the standard library only, so that ``import dlcourse`` and ``dlcourse.<tab>`` stay
light. The module of a table is imported when the table is asked for.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from dlcourse.registration import Registry

C = TypeVar("C", bound=Callable[..., Any])

FLOOR = "dlcourse.results"

TABLES: Registry[str] = Registry("table of results", FLOOR)
"""The module of each table of ``dlcourse.me()``, by the table's name."""
RESULT_CALLS: Registry[Callable[..., Any]] = Registry("call for results", FLOOR)
"""What a notebook calls to get results, by name; `dlcourse` itself offers these."""


def add_table(name: str, module: str) -> None:
    """Register a table of ``dlcourse.me()``: its name, and the module with its ``TABLE``."""
    TABLES.add(name, module)


def result_call(call: C) -> C:
    """Offer this function to notebooks, as ``dlcourse.<its name>``."""
    RESULT_CALLS.add(call.__name__, call)
    return call
