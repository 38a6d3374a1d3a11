"""A progress bar below a notebook cell. Outside of a notebook nothing is shown."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

Step = Callable[[float, str], None]
"""Takes how much is done, 0 to 1, and a few words about it."""


@contextmanager
def progress_bar() -> Iterator[Step | None]:
    """What moves the bar, or None outside of a notebook. The bar is gone at the end."""
    if not _in_notebook():
        yield None
        return
    from IPython.display import display

    handle: Any = display(_bar(0.0, ""), raw=True, display_id=True)  # type: ignore[no-untyped-call]
    try:
        yield lambda done, words: handle.update(_bar(done, words), raw=True)
    finally:
        handle.update({"text/plain": "", "text/html": ""}, raw=True)


def _in_notebook() -> bool:
    """Whether a Jupyter kernel runs this code."""
    try:
        from IPython import get_ipython
    except ImportError:
        return False
    return getattr(get_ipython(), "kernel", None) is not None


def _bar(done: float, words: str) -> dict[str, str]:
    label = escape(words)
    bar = f'<progress max="1" value="{done:.3f}" aria-label="{label}"></progress>'
    return {"text/plain": f"{done:.0%} {words}".rstrip(), "text/html": f"<label>{bar} {label}</label>"}
