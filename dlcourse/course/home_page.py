"""Handler of the home page: what a person has done is folded from what they did, never tracked beside it."""

from collections.abc import Callable, Mapping
from typing import Any

from dlcourse.content.library import Book, Shelf
from dlcourse.course import averages, expertise, matchboard, network, own_practice, plans, scrutiny, sorting, start
from dlcourse.course.arrangement import chosen_in
from dlcourse.course.desk import Heavy, ReadingDesk, look_up
from dlcourse.course.roleplay import plays
from dlcourse.course.start import introduction
from dlcourse.domain.attempts import Attempt
from dlcourse.domain.certificate import CERTIFICATES
from dlcourse.domain.curriculum import Curriculum, Exercise
from dlcourse.domain.expertise import all_rated
from dlcourse.domain.own_practice import opened_up
from dlcourse.domain.progress import Home, HomeView, Resume, ScenarioMark, SessionMark, marks
from dlcourse.domain.sorting import all_sorted
from dlcourse.domain.start import levels_of, statements


@look_up.register
def _(query: Home, desk: ReadingDesk) -> Heavy:  # noqa: ARG001 (a query without parts)
    mine = plays(desk)
    curriculum = desk.library.curriculum()
    done = _done(curriculum, mine, desk)
    person = introduction(desk.books, desk.person).name
    whose = {"owner": desk.person, "empty": not desk.books.any_work(desk.person), "person": person}
    return Heavy(lambda: _view(curriculum, done, whose, mine, desk.library.shelf()))


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


def marks_of(curriculum: Curriculum, desk: ReadingDesk) -> tuple[SessionMark, ...]:
    """The sessions as they are marked for this person."""
    return marks(curriculum, _done(curriculum, plays(desk), desk))


def _done(curriculum: Curriculum, mine: tuple[Attempt, ...], desk: ReadingDesk) -> set[str]:
    return {exercise.id for exercise in curriculum.exercises if _is_done(exercise, mine, desk)}


def _in_teaching_order(books: tuple[Book, ...], curriculum: Curriculum) -> list[Book]:
    """Those that the course declares first, in its order; then the others as they stood."""
    order = {scenario: place for place, scenario in enumerate(curriculum.role_plays)}
    return sorted(books, key=lambda book: order.get(book.scenario.id, len(order)))


def _is_done(exercise: Exercise, mine: tuple[Attempt, ...], desk: ReadingDesk) -> bool:
    if exercise.kind == "play":
        return any(attempt.ended for attempt in mine if attempt.scenario == exercise.of)
    return DONE[exercise.kind](exercise.of, desk)


def _sorted(of: str, desk: ReadingDesk) -> bool:
    return all_sorted(desk.library.sorting(of), sorting.answers(desk.books, desk.person, of))


def _checked(of: str, desk: ReadingDesk, round_: int = 1) -> bool:
    levels = levels_of(start.events(desk.books, desk.person), of, round_)
    return statements(desk.library.selfcheck(of)) <= levels.keys()


def _rated(_: str, desk: ReadingDesk) -> bool:
    return all_rated(desk.library.expertise(), expertise.events(desk.books, desk.person))


DONE: dict[str, Callable[[str, ReadingDesk], bool]] = {
    "about-you": lambda _, desk: introduction(desk.books, desk.person).said,
    "averages": lambda _, desk: bool(averages.guesses(desk.books, desk.person)),
    "certificate": lambda _, desk: bool(desk.books.events(CERTIFICATES + desk.person)),
    "check-again": lambda of, desk: _checked(of, desk, 2),
    "expertise": _rated,
    "match": lambda of, desk: matchboard.has_compared(desk.books, desk.person, of),
    "network": lambda _, desk: network.has_guessed(desk.books, desk.person),
    "open-practice": scrutiny.any_closed,
    "own-practice": lambda of, desk: opened_up(own_practice.events(desk.books, desk.person, of)),
    "plan": lambda _, desk: plans.any_made(desk.books, desk.person),
    "portfolio": lambda _, desk: bool(chosen_in(desk.books, desk.person)),
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
