"""``dlcourse.cohort()``: a cohort as those who lead it see it, as tables.

Everything is read through the course, as this viewer may see it. Nothing is cached: a table is as the course is now.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from dlcourse.course.connect import here
from dlcourse.domain.cohort.messages import Cohorts
from dlcourse.domain.cohort.views import CohortCard, CohortsView
from dlcourse.domain.names import look
from dlcourse.domain.policy import FACILITATORS
from dlcourse.domain.speech import Course
from dlcourse.domain.viewer import COHORT, OVERVIEW
from dlcourse.errors import CourseError
from dlcourse.results.html import definition_list
from dlcourse.results.names import unknown
from dlcourse.results.overview import by_name, figure_tables, group_table, long_table, promise_table, yardstick_table
from dlcourse.results.overview.cohort_table import CohortTable
from dlcourse.results.tables import Column, data_frame

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

TABLES: dict[str, CohortTable] = {
    "people": by_name.PEOPLE,
    "progress": by_name.PROGRESS,
    "stuck": figure_tables.STUCK,
    "plays": figure_tables.PLAYS,
    "yardsticks": yardstick_table.YARDSTICKS,
    "sorting": figure_tables.SORTING,
    "self_check": figure_tables.SELF_CHECK,
    "confidence": figure_tables.CONFIDENCE,
    "commitments": promise_table.COMMITMENTS,
    "shared": by_name.SHARED,
    "groups": group_table.GROUPS,
    "figures": long_table.FIGURES,
}
"""The tables of a cohort, by name."""
ABOUT_COLUMNS = (
    Column("column", "text", "the name of the column"),
    Column("dtype", "text", "its pandas dtype"),
    Column("meaning", "text", "what it means, with the unit"),
)


class CohortResults:
    """A cohort that you lead, as DataFrames: one attribute for each table. ``id`` and ``name`` are the cohort's.

    ``columns("plays")`` says what the columns of a table mean.
    """

    def __init__(self, course: Course, card: CohortCard) -> None:
        """The tables of this cohort, as the person of this course may see them."""
        self._course, self.id, self.name = course, card.cohort, card.name

    def columns(self, name: str) -> "DataFrame":
        """The columns of a table, each with its dtype and what it means; `CourseError` if there is no such table."""
        listed = ((each.name, each.dtype, each.meaning) for each in _table(name).columns)
        return data_frame(ABOUT_COLUMNS, listed)

    def table(self, name: str) -> "DataFrame":
        """The table of this name; the same as the attribute."""
        return _table(name).frame(self._course, self.id)

    def on_change(self, notice: Callable[[], None]) -> Callable[[], None]:
        """Call ``notice`` from another thread whenever something in the cohort has changed, but not too often.

        It says that something is new, not what. Returns a function that ends this.
        """
        stops = [self._course.watch(topic + self.id, notice) for topic in (OVERVIEW, COHORT)]

        def stop() -> None:
            for each in stops:
                each()

        return stop

    def __getattr__(self, name: str) -> "DataFrame":
        """Say which table may have been meant."""
        raise AttributeError(str(unknown("cohort", f"there is no table '{name}'", name, TABLES)))

    def __repr__(self) -> str:
        """The name of the cohort and of its tables."""
        return f"The cohort {self.name}, in these tables: {', '.join(TABLES)}"

    def _repr_html_(self) -> str:
        tables = {name: table.about for name, table in TABLES.items()}
        return definition_list(f"The cohort {self.name}, in these tables:", tables)


@cache
def with_cohort_tables() -> type[CohortResults]:
    """`CohortResults` with a property for each table, so that ``?`` and the tab key find them."""
    return type("CohortResults", (CohortResults,), {name: _property(name) for name in TABLES})


def led_cohort(which: str = "", course: Course | None = None) -> CohortResults:
    """The tables of a cohort that the viewer leads, by its name or id; the only one if ``which`` is empty."""
    asked = course or here()
    return with_cohort_tables()(asked, _chosen(asked, which))


def led_cohorts(course: Course) -> list[CohortCard]:
    """The cohorts that the viewer leads, or that they host."""
    view = _cohorts(course)
    return [card for card in view.cohorts if card.role in FACILITATORS or view.may_create]


def _cohorts(course: Course) -> CohortsView:
    view = course.see(Cohorts())
    assert isinstance(view, CohortsView)
    return view


def _current(course: Course) -> str:
    return _cohorts(course).current


def _chosen(course: Course, which: str) -> CohortCard:
    led, current = led_cohorts(course), _current(course)
    if not led:
        raise CourseError("cohort", "you lead none", "Come in with a facilitator key, or create one on the home page.")
    found = [card for card in led if which == card.cohort or look(which) == look(card.name)] if which else led
    if which and not found:
        raise unknown("cohort", f"you lead none called '{which}'", which, [card.name for card in led])
    if len(found) > 1 and (here_now := [card for card in found if card.cohort == current]):
        return here_now[0]
    if len(found) > 1:
        raise CourseError("cohort", f"you lead {len(found)} that this could be", "Give the id of one of them.")
    return found[0]


def _table(name: str) -> CohortTable:
    if name not in TABLES:
        raise unknown("cohort", f"there is no table '{name}'", name, TABLES)
    return TABLES[name]


def _property(name: str) -> Any:
    return property(lambda results: results.table(name), doc=TABLES[name].text)
