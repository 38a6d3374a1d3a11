"""Tables of results: which columns they have, and how rows become a DataFrame.

The columns and their types are always the same, even if there is no row. A value that is not there is ``<NA>``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from dlcourse.domain.chart import Chart
from dlcourse.domain.speech import Course

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

Kind = Literal["text", "names", "whole", "number", "yes/no", "time", "day"]
DTYPES: dict[Kind, str] = {
    "text": "string",
    "names": "object",
    "whole": "Int64",
    "number": "Float64",
    "yes/no": "boolean",
    "time": "datetime64[ns, UTC]",
    "day": "datetime64[ns]",
}
"""The pandas dtype of each kind of column. ``names`` are tuples of texts."""

Row = Sequence[Any]


@dataclass(frozen=True)
class Column:
    """A column of a table: its name, its kind, and what it means, with the unit."""

    name: str
    kind: Kind
    meaning: str

    @property
    def dtype(self) -> str:
        """The pandas dtype."""
        return DTYPES[self.kind]


@dataclass(frozen=True)
class ResultTable:
    """A table of ``dlcourse.me()``: its columns, what a row is, and how its rows are found.

    ``rows`` reads them through the course, so that nobody gets more than they may see. ``chart`` does the same for the
    chart that a page of the course draws of it; it gives None as long as there is nothing to draw.
    """

    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Course], Iterable[Row]]
    chart: Callable[[Course], Chart | None] | None = None

    def frame(self, course: Course) -> "DataFrame":
        """The table of the person of this course."""
        return data_frame(self.columns, self.rows(course))

    @property
    def text(self) -> str:
        """What the table holds, with its columns, one a line."""
        return f"{self.about}\n\n{columns_text(self.columns)}"


def columns_text(columns: Iterable[Column]) -> str:
    """The columns, one a line, each with its dtype and what it means."""
    return "\n".join(f"- ``{each.name}`` ({each.dtype}): {each.meaning}" for each in columns)


def data_frame(columns: Sequence[Column], rows: Iterable[Row]) -> "DataFrame":
    """The rows as a DataFrame with these columns and their dtypes; times are UTC."""
    import pandas as pd  # only once somebody asks for a table

    listed = list(rows)
    cells = {each.name: _series(each, [row[place] for row in listed], pd) for place, each in enumerate(columns)}
    return pd.DataFrame(cells, columns=[each.name for each in columns])


def _series(column: Column, values: list[Any], pd: Any) -> Any:
    match column.kind:
        case "time":
            return pd.Series(pd.to_datetime([value or None for value in values], utc=True)).astype(column.dtype)
        case "day":
            return pd.Series(pd.to_datetime(values)).astype(column.dtype)
        case _:
            return pd.Series([pd.NA if value is None else value for value in values], dtype=column.dtype)
