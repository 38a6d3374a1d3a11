"""Tables with a row for each person or session: who is there, how far they are, and what they share."""

from collections.abc import Iterator

from dlcourse.domain.overview.messages import CohortShared
from dlcourse.domain.overview.views import CohortSharedView
from dlcourse.domain.speech import Course
from dlcourse.results.overview.cohort_table import CohortTable, progress_in, sessions_in
from dlcourse.results.tables import Column, Row


def _people(course: Course, cohort: str) -> Iterator[Row]:
    for card in progress_in(course, cohort).people:
        last_seen = card.last_seen or None
        yield card.person, card.name, card.role, card.joined, last_seen, len(card.finished), card.finished


PEOPLE = CohortTable(
    "Who is in the cohort, by name. One row for each person, in the order in which they joined.",
    (
        Column("person", "text", "the id of the person in this course"),
        Column("name", "text", "their name in the cohort"),
        Column("role", "text", "participant, observer, co-facilitator or facilitator"),
        Column("joined", "time", "when they joined"),
        Column("last_seen", "time", "when they did something last; missing if they have not yet"),
        Column("finished", "whole", "sessions that they have finished"),
        Column("sessions", "names", "the ids of these sessions"),
    ),
    _people,
)


def _progress(course: Course, cohort: str) -> Iterator[Row]:
    view = sessions_in(course, cohort)
    for each in view.sessions:
        yield each.session, each.title, each.open, each.on, each.finished, view.participants


PROGRESS = CohortTable(
    "How many have finished each session. One row for each session, in the order of the course.",
    (
        Column("session", "text", "the id of the session"),
        Column("title", "text", "its title"),
        Column("open", "yes/no", "whether it is open in this version of the course"),
        Column("day", "day", "its day in this cohort's calendar; missing if it has none"),
        Column("finished", "whole", "participants who have finished it"),
        Column("people", "whole", "all participants"),
    ),
    _progress,
)


def _shared(course: Course, cohort: str) -> Iterator[Row]:
    view = course.see(CohortShared(cohort=cohort))
    assert isinstance(view, CohortSharedView)
    for each in view.shared:
        yield (
            each.session,
            each.session_title,
            each.author,
            each.asked,
            each.words,
            each.visibility,
            each.changed,
        )


SHARED = CohortTable(
    "What people let you read of their logs. One row for each entry, the newest first.",
    (
        Column("session", "text", "the id of the session it was written in; empty for none"),
        Column("session_title", "text", "the title of that session"),
        Column("author", "text", "the name of whoever wrote it"),
        Column("asked", "text", "the question that it answers; empty for a free entry"),
        Column("words", "text", "their words, with their headings"),
        Column("visibility", "text", "for whom they shared it: facilitator or cohort"),
        Column("changed", "time", "when they saved it last"),
    ),
    _shared,
)
