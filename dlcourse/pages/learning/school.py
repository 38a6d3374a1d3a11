"""The page of a school whose choices can be changed: a prediction comes first, then what came of it.

One school is shown at a time. The map of regions and the film of one run are loaded when somebody asks for them.
"""

from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from dlcourse.domain.learning.choices import SchoolChoices
from dlcourse.domain.learning.messages import (
    SchoolFilm,
    SchoolFilmView,
    SchoolRegions,
    SchoolRegionsView,
    SchoolRuns,
    SchoolRunsView,
    Schools,
    SchoolsView,
    TrySchool,
)
from dlcourse.domain.learning.schools import chosen
from dlcourse.errors import CourseError
from dlcourse.pages.learning.school_contents import LoadedSchool, SchoolContents, SchoolGoal, contents
from dlcourse.pages.messages import LookAgain, Message, Takes
from dlcourse.pages.program import Do, Done, Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import PageProps, page_props


@dataclass(frozen=True)
class SchoolState:
    """The school that is shown, and what was loaded of it; ``shown`` is None before the first one was tried.

    ``goal`` is what was loaded last: the focus goes there.
    """

    shown: SchoolChoices | None = None
    schools: SchoolsView | None = None
    runs: SchoolRunsView | None = None
    regions: SchoolRegionsView | None = None
    film: SchoolFilmView | None = None
    goal: SchoolGoal = "school"
    saved: str = ""
    notice: CourseError | None = None


class ShowSchool(Message):
    """Show a school that was tried before."""

    school: SchoolChoices


class ShowRegions(Message):
    """Show for which aims and leaders a title does better."""


class ShowSchoolFilm(Message):
    """Show one run of the school, week by week."""


class SchoolProps(PageProps):
    """What the page draws; nothing of its own until the schools were loaded. ``heading`` changes with the school."""

    heading: str
    view: SchoolContents | None


def init(place: Raw) -> Step[SchoolState]:
    """Open the page at the school that the browser kept."""
    try:
        shown = SchoolChoices.model_validate(place.get("school"))
    except ValidationError:
        shown = None
    return SchoolState(shown), (See(Schools()),)


def update(state: SchoolState, message: Any) -> Step[SchoolState]:
    """Send a prediction and show what came of it, or show what was asked for."""
    match message:
        case TrySchool():
            return replace(state, notice=None), (Do(message),)
        case Done(command=TrySchool() as tried, recorded=recorded):
            return replace(_at(state, chosen(tried)), saved=recorded.at), (See(Schools()),)
        case ShowSchool(school=school):
            return _at(state, school), (See(SchoolRuns(school=school)),)
        case ShowRegions() if state.shown:
            return replace(state, notice=None), (See(SchoolRegions(school=state.shown)),)
        case ShowSchoolFilm() if state.shown:
            return replace(state, notice=None), (See(SchoolFilm(school=state.shown)),)
        case LookAgain():
            return state, (See(Schools()),)
        case Seen(view=view):
            return _seen(state, view)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def _at(state: SchoolState, school: SchoolChoices) -> SchoolState:
    """The state with this school in view, and nothing loaded of it yet."""
    return SchoolState(school, state.schools, saved=state.saved)


def _seen(state: SchoolState, view: object) -> Step[SchoolState]:
    match view:
        case SchoolsView(tried=tried):
            schools = [each.school for each in tried]
            shown = state.shown if state.shown in schools else schools[-1] if schools else None
            wanted = shown and (state.runs is None or state.runs.school != shown)
            return replace(state, schools=view, shown=shown), (See(SchoolRuns(school=shown)),) if wanted else ()
        case SchoolRunsView():
            return replace(state, runs=view, goal="school"), ()
        case SchoolRegionsView():
            return replace(state, regions=view, goal="regions"), ()
        case SchoolFilmView():
            return replace(state, film=view, goal="film"), ()
        case _:
            return state, ()


def props(state: SchoolState) -> SchoolProps:
    """What the page draws."""
    school = state.shown.model_dump(mode="json") if state.shown else ""
    frame = page_props("school", {"school": school}, saved=state.saved, notice=state.notice)
    loaded = LoadedSchool(state.runs, state.regions, state.film, state.goal)
    view = contents(state.schools, state.shown, loaded) if state.schools else None
    heading = f"{state.goal} {state.runs.school!r}" if state.runs else ""
    return {**frame, "looks": True, "heading": heading, "view": view}


PAGE = Page(
    "school", init, Takes("school", (TrySchool, ShowSchool, ShowRegions, ShowSchoolFilm, LookAgain)), update, props
)
