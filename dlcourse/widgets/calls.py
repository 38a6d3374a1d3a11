"""Makes the functions that a notebook calls from what the pages offer.

They have the same signature and docstring, and return a widget.
"""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import TYPE_CHECKING, Any

from dlcourse.pages.registry import Opening

if TYPE_CHECKING:
    from dlcourse.widgets.page import PageWidget


def widget_call(call: Callable[..., Opening]) -> "Callable[..., PageWidget]":
    """A function that opens in a notebook cell what ``call`` names. Jupyter is imported when it is first called.

    The function raises a `CourseError` if there is nothing of that name; it says which one may have been meant.
    """

    @wraps(call)
    def show(*values: Any, **named: Any) -> "PageWidget":
        from dlcourse.widgets.page import PageWidget  # only a notebook has what this needs

        opening = call(*values, **named)
        widget = PageWidget(opening.page, opening.place, about=_as_called(call.__name__, values, named))
        if error := widget.unknown:
            widget.close()
            raise error
        return widget

    show.__module__ = "dlcourse"
    show.__signature__ = signature(call).replace(return_annotation="PageWidget")  # type: ignore[attr-defined]
    return show


def _as_called(name: str, values: tuple[Any, ...], named: dict[str, Any]) -> str:
    """The call as a cell has it."""
    given = (*map(repr, values), *(f"{each}={value!r}" for each, value in named.items()))
    return f"dlcourse.{name}({', '.join(given)})"
