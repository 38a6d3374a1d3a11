"""Handler of the home page. What a person has done follows from what they did; it is never tracked separately."""

from collections.abc import Mapping
from typing import Any

from dlcourse.content.roleplay.shelf import shelf
from dlcourse.domain.curriculum.progress import Home, HomeView, Resume, ScenarioMark, SessionMark, marks
from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.roleplay.shelf import Book, Shelf
from dlcourse.domain.sessions import Curriculum
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.registry import EXERCISES_DONE, look_up, work_check
from dlcourse.handlers.roleplay.plays import plays
from dlcourse.handlers.selfcheck.readiness import introduction


@look_up.register
def show_home(query: Home, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    mine = plays(context)
    curriculum = context.library.curriculum()
    done = _done(curriculum, context)
    person = introduction(context.transaction, context.person).name
    whose = {"owner": context.person, "empty": not context.transaction.any_work(context.person), "person": person}
    return Heavy(lambda: _view(curriculum, done, whose, mine, shelf(context.library)))


def _view(
    curriculum: Curriculum, done: set[str], whose: Mapping[str, Any], mine: tuple[Attempt, ...], shelf: Shelf
) -> HomeView:
    return HomeView(
        **whose,
        title=curriculum.title,
        summary=curriculum.summary,
        sessions=marks(curriculum, done),
        scenarios=tuple(_scenario_mark(book, mine) for book in _in_teaching_order(shelf.books, curriculum)),
        faults=shelf.faults,
        resume=_resume([attempt for attempt in mine if not attempt.ended]),
    )


@work_check("home")
def check_home(context: ReadContext) -> None:
    look_up(Home(), context)


def marks_of(curriculum: Curriculum, context: ReadContext) -> tuple[SessionMark, ...]:
    """The sessions with this person's marks."""
    return marks(curriculum, _done(curriculum, context))


def _done(curriculum: Curriculum, context: ReadContext) -> set[str]:
    """The exercises that this person has done, out of those that count for a session."""
    counted = {exercise for session in curriculum.sessions for exercise in session.done_when}
    asked = [exercise for exercise in curriculum.exercises if exercise.id in counted]
    return {exercise.id for exercise in asked if EXERCISES_DONE[exercise.kind](exercise.of, context)}


def _in_teaching_order(transaction: tuple[Book, ...], curriculum: Curriculum) -> list[Book]:
    """The exercises in the order in which the course declares them; all others follow in their own order."""
    order = {scenario: place for place, scenario in enumerate(curriculum.role_plays)}
    return sorted(transaction, key=lambda book: order.get(book.scenario.id, len(order)))


def _resume(begun: list[Attempt]) -> Resume | None:
    """The most recently used play among those that have not ended."""
    last = max(begun, key=lambda attempt: attempt.changed, default=None)
    return Resume(scenario=last.scenario, title=last.title, seat=last.seat) if last else None


def _scenario_mark(book: Book, mine: tuple[Attempt, ...]) -> ScenarioMark:
    scenario = book.scenario
    of_it = [attempt for attempt in mine if attempt.scenario == scenario.id]
    begun = any(not attempt.ended for attempt in of_it)
    return ScenarioMark(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        minutes=scenario.minutes,
        own=book.own,
        attempts=len(of_it),
        state="begun" if begun else "ended" if of_it else "new",
    )
