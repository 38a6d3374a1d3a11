"""``dlcourse.me()``: what a person did in the course, as tables.

Everything is read through the course, as this person may see it. Nothing is cached: a table is as the course is now.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from dlcourse.course.connect import here
from dlcourse.domain.speech import Course
from dlcourse.errors import CourseError
from dlcourse.results.html import definition_list
from dlcourse.results.names import unknown
from dlcourse.results.registry import TABLES
from dlcourse.results.tables import Column, ResultTable, data_frame

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

ABOUT_COLUMNS = (
    Column("column", "text", "the name of the column"),
    Column("dtype", "text", "its pandas dtype"),
    Column("meaning", "text", "what it means, with the unit"),
)


class MyResults:
    """What you did in the course, as DataFrames: one attribute for each table.

    ``dlcourse.me().plays`` is the table of your plays. ``columns("plays")`` says what its columns mean, and
    ``chart("progress")`` draws one. Only what you may see is in them, and each is as the course is now.
    """

    def __init__(self, course: Course) -> None:
        """The tables of the person of this course."""
        self._course = course

    def columns(self, name: str) -> "DataFrame":
        """The columns of a table, each with its dtype and what it means; `CourseError` if there is no such table."""
        if name not in TABLES:
            raise unknown("me", f"there is no table '{name}'", name, TABLES)
        listed = ((each.name, each.dtype, each.meaning) for each in result_table(name).columns)
        return data_frame(ABOUT_COLUMNS, listed)

    def table(self, name: str) -> "DataFrame":
        """The table of this name; the same as the attribute."""
        if name not in TABLES:
            raise unknown("me", f"there is no table '{name}'", name, TABLES)
        return result_table(name).frame(self._course)

    def chart(self, name: str) -> Any:
        """The chart that the course draws of a table, as an Altair chart: of ``progress``, ``log`` or ``self_check``.

        Raises a `CourseError` if there is none of this table, or nothing to draw yet.
        """
        from dlcourse.charts.in_cell import altair_chart  # Altair, only once somebody wants a chart

        charts = {each: find for each in TABLES if (find := result_table(each).chart)}
        if name not in charts:
            raise unknown("me", f"there is no chart of '{name}'", name, charts)
        found = charts[name](self._course)
        if found is None:
            raise CourseError("me", f"there is nothing to draw of '{name}' yet", "Do something in the course first.")
        return altair_chart(found)

    def __getattr__(self, name: str) -> "DataFrame":
        """Say which table may have been meant."""
        raise AttributeError(str(unknown("me", f"there is no table '{name}'", name, TABLES)))

    def __repr__(self) -> str:
        """The names of the tables."""
        return f"What you did in the course, in these tables: {', '.join(TABLES)}"

    def _repr_html_(self) -> str:
        tables = {name: result_table(name).about for name in TABLES}
        return definition_list("What you did in the course, in these tables:", tables)


def result_table(name: str) -> ResultTable:
    """The registered table of this name."""
    found = import_module(TABLES[name]).TABLE
    assert isinstance(found, ResultTable)
    return found


@cache
def with_all_tables() -> type[MyResults]:
    """`MyResults` with a property for each registered table, so that ``?`` and the tab key find them."""
    return type("MyResults", (MyResults,), {name: _property(name) for name in TABLES})


def my_results() -> MyResults:
    """The tables of the person whose kernel this is."""
    return with_all_tables()(here())


def _property(name: str) -> Any:
    return property(lambda me: me.table(name), doc=result_table(name).text)
