"""Handlers of schools that somebody tries: one stream for each person. Nothing is shown before it was predicted."""

from collections.abc import Callable, Iterable
from functools import cache

from dlcourse.domain.learning.choices import DEPARTMENTS, PEOPLE, SchoolChoices
from dlcourse.domain.learning.messages import (
    LEARNING,
    RunFrame,
    SchoolFilm,
    SchoolFilmView,
    SchoolRegions,
    SchoolRuns,
    Schools,
    SchoolsView,
    SchoolTried,
    TrySchool,
)
from dlcourse.domain.learning.place import PlaceSettings
from dlcourse.domain.learning.schools import own_place, schools_view, try_school
from dlcourse.domain.speech import Event, Recorded, View
from dlcourse.engines.learning.curves import frames
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, Slow, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.learning.results import mapped, needed, school_regions, school_runs
from dlcourse.handlers.learning.run_cache import CACHE, SEED
from dlcourse.handlers.registry import carry_out, exercise_done, exercise_last, look_up, stream_check
from dlcourse.store import ReadTransaction
from dlcourse.work_process import computed


@carry_out.register
def record_try(command: TrySchool, context: WriteContext) -> Recorded:
    return append(context, command.id, try_school(command))


@look_up.register
def show_schools(query: Schools, context: ReadContext) -> SchoolsView:  # noqa: ARG001 (a query without parts)
    return schools_view(events(context.transaction, context.person))


@look_up.register
def show_school_runs(query: SchoolRuns, context: ReadContext) -> Heavy:
    _check_tried(query.school, context)
    return answer("runs", query.school, needed(query.school), school_runs)


@look_up.register
def show_school_regions(query: SchoolRegions, context: ReadContext) -> Heavy:
    _check_tried(query.school, context)
    alike = SchoolChoices(openness=query.school.openness, learns_from=query.school.learns_from)
    return answer("regions", alike, mapped(alike), school_regions)


@look_up.register
def show_school_film(query: SchoolFilm, context: ReadContext) -> Heavy:
    _check_tried(query.school, context)
    return Heavy(lambda: _film(query.school))


@exercise_done("school")
def has_tried(_: str, context: ReadContext) -> bool:
    return any(isinstance(event, SchoolTried) for event in events(context.transaction, context.person))


@exercise_last("school")
def last_tried(_: str, context: ReadContext) -> str:
    stored = context.transaction.readable_events(LEARNING + context.person)
    return last_time(each for each in stored if isinstance(each.event, SchoolTried))


@stream_check("learning")
def check_learning(context: ReadContext, _: str) -> None:
    past = events(context.transaction, context.person)
    schools_view(past), own_place(past)


def answer(
    kind: str, school: SchoolChoices, runs: Iterable[PlaceSettings], work: Callable[[SchoolChoices], View]
) -> Heavy:
    """What comes of a school: at once if all of it has run before, else computed once for everybody who asks."""
    if CACHE.has(runs):
        return Heavy(lambda: work(school))
    return Slow(lambda: work(school), key=(kind, school))


def events(transaction: ReadTransaction, person: str) -> tuple[Event, ...]:
    """Everything that the person tried and set, in order."""
    return tuple(stored.event for stored in transaction.readable_events(LEARNING + person))


def append(context: WriteContext, command: str, event: Event) -> Recorded:
    """Record one event."""
    length = len(events(context.transaction, context.person))
    return context.transaction.append(LEARNING + context.person, length, command, context.person, [event], {})


def _check_tried(school: SchoolChoices, context: ReadContext) -> None:
    past = events(context.transaction, context.person)
    if school not in {each.school for each in schools_view(past).tried}:
        raise CourseError("school", "you have not predicted what comes of it", "Predict first; then it runs.")


def _film(school: SchoolChoices) -> SchoolFilmView:
    settings = school.settings
    return SchoolFilmView(
        school=school,
        departments=tuple(person % DEPARTMENTS for person in range(PEOPLE)),
        leaders=settings.leaders,
        common=round(settings.coherence * settings.dimensions),
        frames=_frames(settings),
    )


@cache
def _frames(settings: PlaceSettings) -> tuple[RunFrame, ...]:
    return computed(frames, settings, SEED)
