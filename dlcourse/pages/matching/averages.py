"""Role averages: a guess, the real figures of five occupations, and beside them the persons of one role in a team."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.matching.averages import Averages, AveragesView, GuessHighest
from dlcourse.errors import CourseError
from dlcourse.pages.matching.averages_props import AveragesContents, averages_contents
from dlcourse.pages.messages import Message, Takes
from dlcourse.pages.program import Do, Done, Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import PageProps, page_props

FIRST = "Instructing"
"""The skill that is shown first, where it is there."""


@dataclass(frozen=True)
class AveragesState:
    """What is looked at: a skill of the averages, and an ability of the team."""

    team: str
    skill: str = ""
    ability: str = ""
    view: AveragesView | None = None
    saved: str = ""
    notice: CourseError | None = None


class ShowAverages(Message):
    """The person asks to see another skill, or another ability; an empty one stays as it is."""

    skill: str = ""
    ability: str = ""


class AveragesProps(PageProps):
    """What the page draws; nothing of its own until the figures were seen."""

    view: AveragesContents | None


def init(place: Raw) -> Step[AveragesState]:
    """Open the page at the skill and the ability that the browser kept."""
    team, skill, ability = (str(place.get(part, "")) for part in ("team", "skill", "ability"))
    return AveragesState(team, skill, ability), (See(Averages(team=team)),)


def update(state: AveragesState, message: Any) -> Step[AveragesState]:
    """Carry out a guess and look again; show what was chosen."""
    match message:
        case GuessHighest():
            return replace(state, notice=None), (Do(message),)
        case ShowAverages(skill=skill, ability=ability):
            return replace(state, skill=skill or state.skill, ability=ability or state.ability), ()
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(Averages(team=state.team)),)
        case Seen(view=AveragesView() as view):
            return replace(state, view=view), ()
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def props(state: AveragesState) -> AveragesProps:
    """What the page draws; a skill or an ability that is not there gives way to the first."""
    view = state.view
    skill = _one_of(view.skills, state.skill, FIRST) if view else ""
    ability = _one_of(view.abilities, state.ability, "") if view else ""
    place = {"team": state.team, "skill": skill, "ability": ability}
    frame = page_props("averages", place, saved=state.saved, notice=state.notice)
    return {**frame, "view": averages_contents(view, skill, ability) if view else None}


def _one_of(there: tuple[str, ...], wanted: str, first: str) -> str:
    return wanted if wanted in there else first if first in there else there[0]


PAGE = Page("averages", init, Takes("averages", (GuessHighest, ShowAverages)), update, props)
