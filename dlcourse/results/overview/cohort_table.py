"""A table of ``dlcourse.cohort()``: its columns, and how its rows are found through the course."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dlcourse.domain.overview.messages import CohortFigures, CohortProgress, CohortSessions
from dlcourse.domain.overview.views import CohortFiguresView, CohortProgressView, CohortSessionsView, PeopleFigure
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, Row, columns_text, data_frame

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

GUARDED = "A figure about people is missing until five people are in it, and moves on when five more are in it."


@dataclass(frozen=True)
class CohortTable:
    """A table of ``dlcourse.cohort()``: what a row is, its columns, and how the rows of a cohort are read."""

    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Course, str], Iterable[Row]]

    def frame(self, course: Course, cohort: str) -> "DataFrame":
        """The table of this cohort."""
        return data_frame(self.columns, self.rows(course, cohort))

    @property
    def text(self) -> str:
        """What the table holds, with its columns, one a line."""
        return f"{self.about}\n\n{columns_text(self.columns)}"


def figures_in(course: Course, cohort: str) -> CohortFiguresView:
    """The published figures of a cohort."""
    view = course.see(CohortFigures(cohort=cohort))
    assert isinstance(view, CohortFiguresView)
    return view


def of_kind(view: CohortFiguresView, kind: str) -> dict[str, PeopleFigure]:
    """The figures of a kind, by what they are about, in the order of the course."""
    return {figure.of: figure for figure in view.figures if figure.kind == kind}


def sessions_in(course: Course, cohort: str) -> CohortSessionsView:
    """How many have finished each session."""
    view = course.see(CohortSessions(cohort=cohort))
    assert isinstance(view, CohortSessionsView)
    return view


def progress_in(course: Course, cohort: str) -> CohortProgressView:
    """How far a cohort is."""
    view = course.see(CohortProgress(cohort=cohort))
    assert isinstance(view, CohortProgressView)
    return view


def counted(figure: PeopleFigure | None, question: str, answer: str) -> int | None:
    """How many people gave an answer; None if the figure was not published yet."""
    found = [each for each in figure.questions if each.question == question] if figure else []
    return found[0].counts.get(answer, 0) if found else None


def asked(figure: PeopleFigure | None, question: str) -> int | None:
    """How many people answered a question; None if the figure was not published yet."""
    found = [each.people for each in figure.questions if each.question == question] if figure else []
    return found[0] if found else None
