"""How far one is in each session, as a table."""

from collections.abc import Iterator

from dlcourse.domain.chart import Chart
from dlcourse.domain.curriculum.progress import Home, HomeView
from dlcourse.domain.speech import Course
from dlcourse.results.exercises import exercises_of
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("session", "text", "the id of the session"),
    Column("title", "text", "its title"),
    Column("minutes", "whole", "minutes that everything in it takes"),
    Column("core", "whole", "minutes of the main path"),
    Column("open", "yes/no", "whether it is open in this version of the course"),
    Column("begun", "yes/no", "whether you did anything in it"),
    Column("done", "yes/no", "whether all exercises that count are done"),
    Column("exercises", "whole", "exercises that count"),
    Column("exercises_done", "whole", "how many of these are done"),
    Column("to_do", "names", "the titles of those that are not done"),
    Column("last", "time", "when you did something in it last"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each session, in the order of the course."""
    view = course.see(Home())
    assert isinstance(view, HomeView)
    for mark in view.sessions:
        counted = [each.done for each in exercises_of(mark.id, course) if each.counts]
        yield (
            mark.id,
            mark.title,
            mark.minutes,
            mark.core or mark.minutes,
            mark.open,
            mark.begun,
            mark.done,
            len(counted),
            sum(counted),
            mark.to_do,
            mark.last,
        )


def chart(course: Course) -> Chart | None:
    """The exercises of each session that count, and which of them are done."""
    view = course.see(Home())
    assert isinstance(view, HomeView)
    return view.chart


TABLE = ResultTable("How far you are. One row for each session, in the order of the course.", COLUMNS, rows, chart)
