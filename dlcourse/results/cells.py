"""The cells of a DataFrame as texts, as the readers of files take them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

Rows = tuple[tuple[str, ...], ...]


def is_frame(value: object) -> bool:
    """Whether the value is a DataFrame. It is told by its shape, so that pandas is not imported for it."""
    return hasattr(value, "itertuples") and hasattr(value, "columns")


def text_rows(frame: "DataFrame") -> Rows:
    """The headings and the rows, each cell as a text; a missing value is empty, and 3.0 is 3."""
    rows = frame.itertuples(index=False, name=None)
    return (tuple(map(str, frame.columns)), *(tuple(map(_text, row)) for row in rows))


def _text(value: Any) -> str:
    if value is None or str(value) in {"<NA>", "NaT", "nan"}:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
