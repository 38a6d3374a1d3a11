"""Tables of figures about people: where they are stuck, plays, the sorting exercise, the self-check, confidence."""

from collections.abc import Iterator, Mapping

from dlcourse.domain.overview.views import PeopleFigure, QuestionFigure
from dlcourse.domain.speech import Course
from dlcourse.results.overview.cohort_table import (
    GUARDED,
    CohortTable,
    asked,
    counted,
    figures_in,
    of_kind,
    sessions_in,
)
from dlcourse.results.tables import Column, Row

SESSION = Column("session", "text", "the id of the session")
SESSION_TITLE = Column("session_title", "text", "its title")


def _stuck(course: Course, cohort: str) -> Iterator[Row]:
    view = figures_in(course, cohort)
    titles, done = session_titles(course, cohort), of_kind(view, "done")
    for session, begun in of_kind(view, "begun").items():
        before = counted(begun, "begun", "yes")
        yield session, titles.get(session, session), 0, "", "Began", before, None
        steps = [figure for figure in done.values() if figure.session == session]
        for place, figure in enumerate(steps, 1):
            reached = counted(figure, "done", "yes")
            yield (
                session,
                titles.get(session, session),
                place,
                figure.of,
                figure.title,
                reached,
                _stopped(before, reached),
            )
            before = reached


def _stopped(before: int | None, reached: int | None) -> int | None:
    return None if before is None or reached is None else max(0, before - reached)


STUCK = CohortTable(
    f"How many people came how far in each session. One row for each exercise that counts, in order. {GUARDED}",
    (
        SESSION,
        SESSION_TITLE,
        Column("place", "whole", "0 for having begun the session, then 1, 2, … for its exercises"),
        Column("step", "text", "the id of the exercise; empty for having begun"),
        Column("title", "text", "its title"),
        Column("reached", "whole", "people who have done it"),
        Column("stopped", "whole", "people who did the one before and not this one; it can be off by four"),
    ),
    _stuck,
)


def _plays(course: Course, cohort: str) -> Iterator[Row]:
    for figure in of_kind(figures_in(course, cohort), "plays").values():
        people, solved = asked(figure, "solved"), counted(figure, "solved", "yes")
        yield (
            figure.of,
            figure.title,
            people,
            solved,
            solved / people if people and solved is not None else None,
            counted(figure, "decoy", "yes"),
            _mean(figure, "coverage"),
            counted(figure, "changed", "yes"),
        )


def _mean(figure: PeopleFigure, question: str) -> float | None:
    found = [each.counts for each in figure.questions if each.question == question]
    return weighted_mean({float(answer): n for answer, n in found[0].items()}) if found else None


def weighted_mean(counts: Mapping[float, int]) -> float | None:
    """The mean of values that occur so many times each; None if there is none."""
    number = sum(counts.values())
    return sum(value * n for value, n in counts.items()) / number if number else None


PLAYS = CohortTable(
    f"What came of the first finished play of each person, played alone. One row for each scenario. {GUARDED}",
    (
        Column("scenario", "text", "the id of the scenario"),
        Column("title", "text", "its title"),
        Column("people", "whole", "people who have finished a play of it"),
        Column("solved", "whole", "plays in which the best option was chosen"),
        Column("solved_share", "number", "the same as a share of all, 0 to 1"),
        Column("decoy", "whole", "plays in which the option was chosen to which the shared facts point"),
        Column("coverage", "number", "mean of facts said that not everybody had / all of these, 0 to 1, in tenths"),
        Column("changed", "whole", "people who prefer another option after the talk than before"),
    ),
    _plays,
)


def _sorting(course: Course, cohort: str) -> Iterator[Row]:
    for figure in of_kind(figures_in(course, cohort), "sorting").values():
        for each in figure.questions:
            for answer, name in figure.answers.items():
                row = (answer, name, answer in each.fits, each.counts.get(answer, 0), each.people)
                yield figure.of, figure.title, each.question, each.text, *row


SORTING = CohortTable(
    f"How people sorted each situation at first sight. One row for each situation and answer. {GUARDED}",
    (
        Column("exercise", "text", "the id of the exercise"),
        Column("exercise_title", "text", "its title"),
        Column("situation", "text", "the id of the situation"),
        Column("text", "text", "the situation"),
        Column("answer", "text", "the id of an answer"),
        Column("answer_name", "text", "the answer"),
        Column("fits", "yes/no", "whether it fits, or can be defended"),
        Column("people", "whole", "people who answered this"),
        Column("of", "whole", "all people who answered"),
    ),
    _sorting,
)


def _self_check(course: Course, cohort: str) -> Iterator[Row]:
    view = figures_in(course, cohort)
    again = of_kind(view, "self-check-change")
    for figure in of_kind(view, "self-check").values():
        for each in figure.questions:
            changed = again.get(figure.of)
            ways = [counted(changed, each.question, way) for way in ("more", "same", "less", "unseen")]
            both = asked(changed, each.question)
            yield figure.of, each.group, each.question, each.text, each.people, *_levels(each), both, *ways


def _levels(figure: QuestionFigure) -> tuple[int, float | None]:
    seen = {float(level): n for level, n in figure.counts.items() if level != "0"}
    return sum(seen.values()), weighted_mean(seen)


SELF_CHECK = CohortTable(
    f"The self-check at the start, and how it changed. One row for each statement. {GUARDED}",
    (
        Column("check", "text", "the id of the self-check"),
        Column("group", "text", "the name of the group of statements"),
        Column("statement", "text", "the id of the statement"),
        Column("text", "text", "the statement"),
        Column("people", "whole", "people who answered it at the start"),
        Column("observed", "whole", "how many of these could observe it"),
        Column("mean", "number", "the mean of their levels, 1 to 5"),
        Column("again", "whole", "people who answered it at the end, too"),
        Column("more", "whole", "how many of these observe it more often than at the start"),
        Column("same", "whole", "as often"),
        Column("less", "whole", "less often"),
        Column("unseen", "whole", "could not observe it at both times"),
    ),
    _self_check,
)


def _confidence(course: Course, cohort: str) -> Iterator[Row]:
    titles = session_titles(course, cohort)
    for session, figure in of_kind(figures_in(course, cohort), "confidence").items():
        people = asked(figure, "confidence")
        for level in range(1, 6) if people else ():
            yield session, titles.get(session, session), level, counted(figure, "confidence", str(level)), people


CONFIDENCE = CohortTable(
    f"How sure people were in what they wrote last in each session. One row for each session and level. {GUARDED}",
    (
        SESSION,
        SESSION_TITLE,
        Column("level", "whole", "how sure, 1 to 5"),
        Column("people", "whole", "people who said so"),
        Column("of", "whole", "all people who said how sure they were in this session"),
    ),
    _confidence,
)


def session_titles(course: Course, cohort: str) -> dict[str, str]:
    """The titles of the sessions, by id, in the order of the course."""
    return {each.session: each.title for each in sessions_in(course, cohort).sessions}
