"""The table of promises: how many people made one in each session, and what became of them."""

from collections.abc import Iterator

from dlcourse.domain.speech import Course
from dlcourse.results.overview.cohort_table import GUARDED, CohortTable, asked, counted, figures_in, of_kind
from dlcourse.results.overview.figure_tables import SESSION, SESSION_TITLE, session_titles
from dlcourse.results.tables import Column, Row

OUTCOMES = ("kept", "partly", "not kept", "dropped")


def _commitments(course: Course, cohort: str) -> Iterator[Row]:
    view, titles = figures_in(course, cohort), session_titles(course, cohort)
    due, outcome = of_kind(view, "promise-due"), of_kind(view, "promise-outcome")
    for session, made in of_kind(view, "promise-made").items():
        if made.people:
            said = outcome.get(session)
            counts = (asked(said, "promise-outcome"), *(counted(said, "promise-outcome", each) for each in OUTCOMES))
            people = counted(due.get(session), "promise-due", "yes")
            yield session, titles.get(session, session), made.people, people, *counts


COMMITMENTS = CohortTable(
    f"What people promised to do at work. One row for each session in which five people promised something. {GUARDED}",
    (
        SESSION,
        SESSION_TITLE,
        Column("made", "whole", "people who made a promise"),
        Column("due", "whole", "people for whom the day of a promise has come"),
        Column("answered", "whole", "people who said what became of it"),
        Column("kept", "whole", "how many of these kept it, as they said last"),
        Column("partly", "whole", "kept it in part"),
        Column("not_kept", "whole", "did not keep it"),
        Column("dropped", "whole", "dropped it"),
    ),
    _commitments,
)
