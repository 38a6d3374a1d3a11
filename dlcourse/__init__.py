"""An interactive course on distributed leadership for schools and universities.

A notebook calls ``dlcourse.play("the-reading-gap")`` and other functions. The pages of each subject say which ones
there are (``pages/<subject>/__init__.py``). They are loaded when they are called, so ``import dlcourse`` stays light.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dlcourse.widgets.page import PageWidget

__version__ = "0.1.0"

if "IPython" in sys.modules:  # the charts of this notebook are drawn by the course, see widgets/altair_charts.py
    from dlcourse.widgets.altair_charts import enable_here

    enable_here()


def __getattr__(name: str) -> "Callable[..., PageWidget]":
    """The function of this name for notebooks; it returns a widget. AttributeError if no subject offers it."""
    if not name.startswith("_"):
        from dlcourse.pages.registry import CALLS
        from dlcourse.widgets.calls import widget_call

        if name in CALLS:
            return globals().setdefault(name, widget_call(CALLS[name]))  # type: ignore[no-any-return]
    raise AttributeError(f"module 'dlcourse' has no attribute '{name}'", name=name, obj=sys.modules[__name__])


def __dir__() -> list[str]:
    """The names of this module, including all functions for notebooks."""
    from dlcourse.pages.registry import CALLS

    return sorted({*globals(), *CALLS})
