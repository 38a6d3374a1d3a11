"""Handler of the home page: what a person has done is folded from what they did, never tracked beside it."""

from collections.abc import Callable, Mapping
from typing import Any

from dlcourse.content.library import Book, Shelf
from dlcourse.domain.curriculum.progress import Home, HomeView, Resume, ScenarioMark, SessionMark, marks
from dlcourse.domain.expertise.profile import all_rated
from dlcourse.domain.portfolio.certificate import CERTIFICATES
from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.scrutiny.own_practice import opened_up
from dlcourse.domain.selfcheck.readiness import levels_of, statements
from dlcourse.domain.selfcheck.sorting import all_sorted
from dlcourse.domain.sessions import Curriculum, Exercise
from dlcourse.handlers.context import Heavy, ReadContext, look_up
from dlcourse.handlers.expertise import profile
from dlcourse.handlers.matching import averages, board, plan_records
from dlcourse.handlers.network import own
from dlcourse.handlers.portfolio.arrangement import chosen_in
from dlcourse.handlers.roleplay.plays import plays
from dlcourse.handlers.scrutiny import own_practice, rounds
from dlcourse.handlers.selfcheck import readiness, sorting
from dlcourse.handlers.selfcheck.readiness import introduction


@look_up.register
def show_home(query: Home, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    mine = plays(context)
    curriculum = context.library.curriculum()
    done = _done(curriculum, mine, context)
    person = introduction(context.transaction, context.person).name
    whose = {"owner": context.person, "empty": not context.transaction.any_work(context.person), "person": person}
    return Heavy(lambda: _view(curriculum, done, whose, mine, context.library.shelf()))


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


def marks_of(curriculum: Curriculum, context: ReadContext) -> tuple[SessionMark, ...]:
    """The sessions as they are marked for this person."""
    return marks(curriculum, _done(curriculum, plays(context), context))


def _done(curriculum: Curriculum, mine: tuple[Attempt, ...], context: ReadContext) -> set[str]:
    return {exercise.id for exercise in curriculum.exercises if _is_done(exercise, mine, context)}


def _in_teaching_order(transaction: tuple[Book, ...], curriculum: Curriculum) -> list[Book]:
    """Those that the course declares first, in its order; then the others as they stood."""
    order = {scenario: place for place, scenario in enumerate(curriculum.role_plays)}
    return sorted(transaction, key=lambda book: order.get(book.scenario.id, len(order)))


def _is_done(exercise: Exercise, mine: tuple[Attempt, ...], context: ReadContext) -> bool:
    if exercise.kind == "play":
        return any(attempt.ended for attempt in mine if attempt.scenario == exercise.of)
    return DONE[exercise.kind](exercise.of, context)


def _sorted(of: str, context: ReadContext) -> bool:
    return all_sorted(context.library.sorting(of), sorting.answers(context.transaction, context.person, of))


def _checked(of: str, context: ReadContext, round_: int = 1) -> bool:
    levels = levels_of(readiness.events(context.transaction, context.person), of, round_)
    return statements(context.library.selfcheck(of)) <= levels.keys()


def _rated(_: str, context: ReadContext) -> bool:
    return all_rated(context.library.expertise(), profile.events(context.transaction, context.person))


DONE: dict[str, Callable[[str, ReadContext], bool]] = {
    "about-you": lambda _, context: introduction(context.transaction, context.person).said,
    "averages": lambda _, context: bool(averages.guesses(context.transaction, context.person)),
    "certificate": lambda _, context: bool(context.transaction.events(CERTIFICATES + context.person)),
    "check-again": lambda of, context: _checked(of, context, 2),
    "expertise": _rated,
    "match": lambda of, context: board.has_compared(context.transaction, context.person, of),
    "network": lambda _, context: own.has_guessed(context.transaction, context.person),
    "open-practice": rounds.any_closed,
    "own-practice": lambda of, context: opened_up(own_practice.events(context.transaction, context.person, of)),
    "plan": lambda _, context: plan_records.any_made(context.transaction, context.person),
    "portfolio": lambda _, context: bool(chosen_in(context.transaction, context.person)),
    "self-check": _checked,
    "sort": _sorted,
}
"""For each kind of exercise but a play: whether this person has done the one that ``of`` names."""


def _resume(begun: list[Attempt]) -> Resume | None:
    """The play that was touched last among those that have not ended."""
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
