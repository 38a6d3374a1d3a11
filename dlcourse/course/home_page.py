"""Handler of the home page: what a person has done is folded from what they did, never tracked beside it."""

from dlcourse.content.library import Book, Shelf
from dlcourse.course import plans, sorting, start
from dlcourse.course.desk import Heavy, ReadingDesk, look_up
from dlcourse.course.roleplay import plays
from dlcourse.course.start import introduction
from dlcourse.domain.attempts import Attempt
from dlcourse.domain.curriculum import Curriculum, Exercise
from dlcourse.domain.progress import Home, HomeView, Resume, ScenarioMark, marks
from dlcourse.domain.sorting import all_sorted
from dlcourse.domain.start import levels_of, statements


@look_up.register
def _(query: Home, desk: ReadingDesk) -> Heavy:  # noqa: ARG001 (a query without parts)
    mine = plays(desk)
    curriculum = desk.library.curriculum()
    done = {exercise.id for exercise in curriculum.exercises if _is_done(exercise, mine, desk)}
    person = introduction(desk.books, desk.person).name
    return Heavy(lambda: _view(curriculum, done, person, mine, desk.library.shelf()))


def _view(curriculum: Curriculum, done: set[str], person: str, mine: tuple[Attempt, ...], shelf: Shelf) -> HomeView:
    return HomeView(
        title=curriculum.title,
        summary=curriculum.summary,
        person=person,
        sessions=marks(curriculum, done),
        scenarios=tuple(_scenario_mark(book, mine) for book in shelf.books),
        faults=shelf.faults,
        resume=_resume([attempt for attempt in mine if not attempt.ended]),
    )


def _is_done(exercise: Exercise, mine: tuple[Attempt, ...], desk: ReadingDesk) -> bool:
    match exercise.kind:
        case "play":
            return any(attempt.ended for attempt in mine if attempt.scenario == exercise.of)
        case "sort":
            past = sorting.answers(desk.books, desk.person, exercise.of)
            return all_sorted(desk.library.sorting(exercise.of), past)
        case "self-check":
            levels = levels_of(start.events(desk.books, desk.person), exercise.of)
            return statements(desk.library.selfcheck(exercise.of)) <= levels.keys()
        case "about-you":
            return introduction(desk.books, desk.person).said
        case "plan":
            return plans.any_made(desk.books, desk.person)


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
