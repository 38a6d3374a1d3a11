"""An interactive course on distributed leadership for schools and universities.

In a notebook, ``dlcourse.play("the-reading-gap")`` and other functions show the pages of the course, and
``dlcourse.me()`` and a few more give results as DataFrames. The subjects say which functions there are
(``pages/<subject>/__init__.py`` and ``results/<subject>/__init__.py``). They are loaded when they are called, so
``import dlcourse`` stays light.
"""

import sys as _sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from dlcourse.results.curriculum import me as me
    from dlcourse.results.learning import simulate as simulate
    from dlcourse.results.matching import team as team
    from dlcourse.results.network import ties as ties
    from dlcourse.results.overview import cohort as cohort
    from dlcourse.results.overview import dashboard as dashboard  # type: ignore[no-redef]  # they import each other
    from dlcourse.results.overview import phone_test as phone_test  # type: ignore[no-redef]
    from dlcourse.results.roleplay import scenario as scenario

__version__ = "0.1.0"

if "IPython" in _sys.modules:  # the charts of this notebook are drawn by the course, see widgets/altair_charts.py
    from dlcourse.widgets.altair_charts import enable_here

    enable_here()


def __getattr__(name: str) -> "Callable[..., Any]":
    """The function of this name for notebooks. AttributeError if no subject offers it."""
    if not name.startswith("_"):
        from dlcourse.pages.registry import CALLS
        from dlcourse.results.registry import RESULT_CALLS
        from dlcourse.widgets.calls import widget_call

        if name in CALLS:
            return globals().setdefault(name, widget_call(CALLS[name]))  # type: ignore[no-any-return]
        if name in RESULT_CALLS:
            return globals().setdefault(name, RESULT_CALLS[name])  # type: ignore[no-any-return]
    raise AttributeError(f"module 'dlcourse' has no attribute '{name}'", name=name, obj=_sys.modules[__name__])


def __dir__() -> list[str]:
    """The functions for notebooks, and nothing else."""
    from dlcourse.pages.registry import CALLS
    from dlcourse.results.registry import RESULT_CALLS

    return sorted({*CALLS, *RESULT_CALLS})
