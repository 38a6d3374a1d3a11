"""What figures about a cohort count of the self-check and of the sorting exercise."""

from collections.abc import Iterator, Mapping, Sequence

from dlcourse.content.library import Library
from dlcourse.domain.measured import AskedQuestion, FigureWords, Measured
from dlcourse.domain.selfcheck.readiness import Rated, SelfCheck, levels_of, statements
from dlcourse.domain.selfcheck.situations import SortingExercise
from dlcourse.domain.selfcheck.sorting import all_sorted
from dlcourse.domain.sessions import Curriculum, Exercise
from dlcourse.domain.speech import Event
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.measures import measure
from dlcourse.handlers.selfcheck.readiness import events
from dlcourse.handlers.selfcheck.sorting import answers

WAYS = {
    "more": "more often than at the start",
    "same": "as often as at the start",
    "less": "less often than at the start",
    "unseen": "not observed at both times",
}
"""How a statement changed between both rounds of the self-check."""


def describe_sorting(library: Library) -> Mapping[str, FigureWords]:
    """Every sorting exercise, with its situations."""
    return {
        of: _sorting_words(library.exercise(of, SortingExercise), session) for of, session in _of_kind("sort", library)
    }


@measure("sorting", 30, describe_sorting)
def measure_sorting(context: ReadContext) -> Mapping[str, Measured]:
    """How somebody sorted each situation at first sight, once they have sorted all of them. This never changes."""
    found = dict[str, Measured]()
    for of, _ in _of_kind("sort", context.library):
        exercise, past = context.library.exercise(of, SortingExercise), answers(context.transaction, context.person, of)
        if all_sorted(exercise, past):
            first = {each.situation: each.answer for each in reversed(past)}
            found[of] = Measured(
                {each.id: first[each.id] for each in exercise.situations}, str(len(exercise.situations))
            )
    return found


def describe_first_check(library: Library) -> Mapping[str, FigureWords]:
    """Every self-check, with its statements and the steps of its scale."""
    return {
        of: _check_words(library.exercise(of, SelfCheck), session, _scale(library.exercise(of, SelfCheck)))
        for of, session in _of_kind("self-check", library)
    }


@measure("self-check", 40, describe_first_check)
def measure_first_check(context: ReadContext) -> Mapping[str, Measured]:
    """The levels that somebody gave at the start, once every statement has one; 0 for what could not be observed."""
    past = events(context.transaction, context.person)
    found = dict[str, Measured]()
    for of, _ in _of_kind("self-check", context.library):
        levels = levels_of(past, of, 1)
        if statements(context.library.exercise(of, SelfCheck)) <= levels.keys():
            found[of] = Measured({name: str(level) for name, level in levels.items()}, _changes(past, of, (1,)))
    return found


def describe_second_check(library: Library) -> Mapping[str, FigureWords]:
    """Every self-check, with its statements, and how they can change."""
    return {
        of: _check_words(library.exercise(of, SelfCheck), session, WAYS)
        for of, session in _of_kind("self-check", library)
    }


@measure("self-check-change", 41, describe_second_check)
def measure_second_check(context: ReadContext) -> Mapping[str, Measured]:
    """How each statement changed, once somebody has answered all of them both times."""
    past = events(context.transaction, context.person)
    found = dict[str, Measured]()
    for of, _ in _of_kind("self-check", context.library):
        first, second = (levels_of(past, of, round_) for round_ in (1, 2))
        if (asked := statements(context.library.exercise(of, SelfCheck))) <= first.keys() & second.keys():
            ways = {name: _way(first[name], second[name]) for name in asked}
            found[of] = Measured(ways, _changes(past, of, (1, 2)))
    return found


def _of_kind(kind: str, library: Library) -> Iterator[tuple[str, str]]:
    """What the exercises of a kind are about, each with the first session that has it."""
    curriculum: Curriculum = library.curriculum()
    seen = set[str]()
    for session in curriculum.sessions:
        for exercise in session.exercises:
            if exercise.kind == kind and (of := _about(exercise)) not in seen:
                seen.add(of)
                yield of, session.id


def _about(exercise: Exercise) -> str:
    return exercise.of or exercise.id


def _way(first: int, second: int) -> str:
    if not (first and second):
        return "unseen"
    return "more" if second > first else "less" if second < first else "same"


def _changes(past: Sequence[Event], check: str, rounds: tuple[int, ...]) -> str:
    """How often a level was changed: it tells that the levels are others, and not which."""
    levels, changes = dict[tuple[int, str], int](), 0
    for event in past:
        if isinstance(event, Rated) and event.check == check and event.round in rounds:
            place = event.round, event.statement
            changes += levels.get(place, event.level) != event.level
            levels[place] = event.level
    return str(changes)


def _sorting_words(exercise: SortingExercise, session: str) -> FigureWords:
    questions = {
        each.id: AskedQuestion(each.text, fits=(each.answer, *([each.also] if each.also else [])))
        for each in exercise.situations
    }
    return FigureWords(exercise.title, session, questions, {kind.id: kind.name for kind in exercise.kinds})


def _check_words(check: SelfCheck, session: str, names: Mapping[str, str]) -> FigureWords:
    questions = {each.id: AskedQuestion(each.text, group.name) for group in check.groups for each in group.items}
    return FigureWords(check.title, session, questions, names)


def _scale(check: SelfCheck) -> Mapping[str, str]:
    return {"0": check.skip, **{str(step.step): step.word for step in check.scale}}
