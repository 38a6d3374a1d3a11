"""Handlers of a place like one's own: set by hand, with the person's own figures beside, and a word for the problem."""

from contextlib import suppress

from dlcourse.content.library import Library
from dlcourse.domain.learning.choices import SchoolChoices
from dlcourse.domain.learning.messages import LEARNING, OwnPlace, OwnPlaceSet, OwnPlaceView, SetOwnPlace
from dlcourse.domain.learning.schools import chosen, own_place, set_own_place
from dlcourse.domain.place_figures import PlaceFigure
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, Slow, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.learning.results import needed, place_runs
from dlcourse.handlers.learning.run_cache import CACHE
from dlcourse.handlers.learning.schools import append, events
from dlcourse.handlers.part_suggestions import part_suggestion
from dlcourse.handlers.place_figures import place_figures
from dlcourse.handlers.registry import carry_out, exercise_done, exercise_last, look_up
from dlcourse.handlers.slow_pool import POOL
from dlcourse.pages.learning.change_words import curve_words


def _run(command: SetOwnPlace, library: Library) -> None:  # noqa: ARG001 (what prepares a command is given)
    """Let it run before it is recorded, so that the problem of practice has what came of it at once.

    If too many people are asking for something, it is recorded without that, and runs when it is looked at.
    """
    school = chosen(command)
    if not CACHE.has(needed(school)):
        with suppress(CourseError):
            POOL.answer(("place", school), lambda: place_runs(school))


@carry_out.after(_run)
def record_own_place(command: SetOwnPlace, context: WriteContext, _: None) -> Recorded:
    return append(context, command.id, set_own_place(command))


@look_up.register
def show_own_place(query: OwnPlace, context: ReadContext) -> OwnPlaceView | Heavy:  # noqa: ARG001 (a query without parts)
    school, figures = own_place(events(context.transaction, context.person)), place_figures(context)
    if school is None:
        return OwnPlaceView(school=None, result=None, figures=figures)
    if CACHE.has(needed(school)):
        return Heavy(lambda: _view(school, figures))
    return Slow(lambda: _view(school, figures), key=("own place", school, figures))


def _view(school: SchoolChoices, figures: tuple[PlaceFigure, ...]) -> OwnPlaceView:
    return OwnPlaceView(school=school, result=place_runs(school), figures=figures)


@exercise_done("own-place")
def has_set_place(_: str, context: ReadContext) -> bool:
    return own_place(events(context.transaction, context.person)) is not None


@exercise_last("own-place")
def last_set(_: str, context: ReadContext) -> str:
    stored = context.transaction.readable_events(LEARNING + context.person)
    return last_time(each for each in stored if isinstance(each.event, OwnPlaceSet))


@part_suggestion("09-many-decisions-one-result")
def suggest_change(context: ReadContext) -> dict[str, str]:
    """What moves the curve of the person's place most, once its runs are there."""
    school = own_place(events(context.transaction, context.person))
    if school is None or not CACHE.has(needed(school)):
        return {}
    return {"curve": curve_words(place_runs(school))}
