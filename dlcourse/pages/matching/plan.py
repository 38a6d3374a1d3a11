"""Planning with one's own team: bring it, have the best plan made, look at it, fix something and have it made again.

The place in the browser is which team or plan is open, and the wishes that are being set for the next plan.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import Field

from dlcourse.domain.download import DownloadView
from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.plan_messages import (
    BeginPlan,
    BringTeam,
    CheckTeam,
    DropPlan,
    DropTeam,
    Id,
    NamePlan,
    PlanOf,
    Plans,
    StopPlan,
    Take,
    TakeSample,
    TeamCheckView,
    TeamOf,
)
from dlcourse.domain.matching.plan_views import PlansView, PlanView, TeamView
from dlcourse.domain.speech import TAG, Command, Query, View, decode
from dlcourse.errors import CourseError
from dlcourse.pages.file_checks import list_download, more_props
from dlcourse.pages.matching.plan_props import PlanScreen, TeamScreen, plan_screen, team_screen
from dlcourse.pages.matching.plan_teams import PlanFrame, TeamsScreen, problem_props, teams_screen
from dlcourse.pages.matching.words import Wished
from dlcourse.pages.messages import FetchFile, Message, Takes
from dlcourse.pages.program import Do, Done, Effect, Noticed, Page, Raw, Refused, See, Seen, Step, Unwatch, Watch
from dlcourse.pages.props import file_props, page_props

ALL, NO_WISHES, UNCHECKED = Plans(), Wishes(), TeamCheckView(problems=())
SAID = (BringTeam, TakeSample, DropTeam, BeginPlan, StopPlan, NamePlan, DropPlan)


@dataclass(frozen=True)
class PlanState:
    """What is open (``query``) and seen; the wishes for the next plan; what was found in files just brought.

    ``taken`` is a file that was asked for, with the ``ask`` of whoever asked.
    """

    query: Query = ALL
    view: View | None = None
    wishes: Wishes = NO_WISHES
    bringing: BringTeam | None = None
    checked: TeamCheckView = UNCHECKED
    taken: tuple[str, DownloadView] | None = None
    asked: str = ""
    saved: str = ""
    notice: CourseError | None = None


class OpenPlan(Message):
    """Look at a plan, at a team, or with none named at all teams."""

    team: Id | None = None
    plan: Id | None = None


class Wish(Message):
    """Fix something beforehand for the next plan, or with ``on`` False take that back."""

    kind: Wished
    person: str = Field(max_length=200)
    task: str = Field(max_length=200)
    on: bool


class FetchPlanFile(FetchFile):
    """Ask for a plan as a file, or for the template of a team file."""

    plan: str = ""
    form: Literal["xlsx", "csv", "template"]


class FetchProblems(FetchFile):
    """Ask for the whole list of what is wrong in the files."""


Asked = OpenPlan | Wish | FetchPlanFile | FetchProblems | Command


class NoScreen(PlanFrame):
    """Nothing was seen yet."""

    screen: Literal["none"]


PlanProps = TeamsScreen | TeamScreen | PlanScreen | NoScreen


def init(place: Raw) -> Step[PlanState]:
    """Open what was open."""
    query = _opened(place)
    wishes = _wishes(place.get("wishes"))
    return PlanState(query, wishes=wishes), (*_watch(query), See(query))


def update(state: PlanState, message: Any) -> Step[PlanState]:
    """Look, carry out, look again; files are checked before they are brought."""
    if isinstance(message, Asked):
        return _asked(replace(state, taken=None, notice=None), message)
    match message:
        case Done(command=command, recorded=recorded):
            return _done(replace(state, saved=recorded.at), command)
        case Seen(view=view):
            return _seen(state, view)
        case Noticed():
            return state, (See(state.query),)
        case Refused(error=error):
            return _refused(replace(state, notice=error, bringing=None), message.effect)
    return state, ()


def _asked(state: PlanState, message: Asked) -> Step[PlanState]:
    match message:
        case OpenPlan():
            return _open(state, _named(message.plan, message.team))
        case Wish():
            return replace(state, wishes=_wished(state.wishes, message)), ()
        case FetchPlanFile(ask=ask, plan=plan, form=form):
            return replace(state, asked=ask), (See(Take(plan=plan, form=form)),)
        case FetchProblems(ask=ask):
            return replace(state, taken=list_download(ask, state.checked.listing)), ()
        case BringTeam(files=files):
            return replace(state, bringing=message, checked=UNCHECKED), (See(CheckTeam(files=files)),)
        case _:
            return state, (Do(message),)


def _open(state: PlanState, query: Query) -> Step[PlanState]:
    """Look at something else, and watch that instead."""
    opened = PlanState(query, saved=state.saved, notice=state.notice)
    return opened, (*(Unwatch(each.topic) for each in _watch(state.query)), *_watch(query), See(query))


def _done(state: PlanState, command: Command) -> Step[PlanState]:
    """After a command one is where it leads: at the new team or plan, or back where the removed one was."""
    match command:
        case BringTeam(team=team):
            opened, effects = _open(state, TeamOf(team=team))
            return replace(opened, checked=state.checked), effects
        case TakeSample(team=team):
            return _open(state, TeamOf(team=team))
        case BeginPlan(plan=plan):
            return _open(state, PlanOf(plan=plan))
        case DropTeam():
            return _open(state, ALL)
        case DropPlan(plan=plan):
            view = state.view
            gone = isinstance(view, PlanView) and view.mark.plan == plan
            query = TeamOf(team=view.team.team) if isinstance(view, PlanView) and gone else state.query
            return _open(state, query)
        case _:
            return state, (See(state.query),)


def _seen(state: PlanState, view: View) -> Step[PlanState]:
    match view:
        case TeamCheckView(problems=problems):
            bringing = None if problems else state.bringing
            effects: tuple[Effect, ...] = (Do(bringing),) if bringing else ()
            return replace(state, checked=view, bringing=None), effects
        case DownloadView():
            return replace(state, taken=(state.asked, view)), ()
        case PlanView() if not isinstance(state.view, PlanView) and not state.wishes.all:
            return replace(state, view=view, wishes=view.wishes), ()
        case _:
            return replace(state, view=view), ()


def _refused(state: PlanState, effect: Effect) -> Step[PlanState]:
    """What was open may be gone, perhaps removed in another window: then all teams are shown."""
    gone = isinstance(effect, See) and effect.query == state.query and not isinstance(state.query, Plans)
    return _open(state, ALL) if gone else (state, ())


def _watch(query: Query) -> tuple[Watch, ...]:
    return (Watch(f"plan/{query.plan}"),) if isinstance(query, PlanOf) else ()


def _opened(place: Raw) -> Plans | TeamOf | PlanOf:
    """What a place names; a `CourseError` where that cannot be."""
    found = decode(OpenPlan, {TAG: "OpenPlan", "plan": place.get("plan") or None, "team": place.get("team") or None})
    return _named(found.plan, found.team)


def _named(plan: str | None, team: str | None) -> Plans | TeamOf | PlanOf:
    """The query for what is named; all teams where nothing is."""
    if plan:
        return PlanOf(plan=plan)
    return TeamOf(team=team) if team else Plans()


def _wishes(raw: object) -> Wishes:
    """The wishes that the browser kept; none where they are not understood."""
    try:
        return Wishes.model_validate(raw or {})
    except ValueError:
        return Wishes()


def _wished(wishes: Wishes, wish: Wish) -> Wishes:
    pair, old = (wish.person, wish.task), getattr(wishes, wish.kind)
    others = tuple(each for each in old if each != pair)
    return wishes.model_copy(update={wish.kind: (*others, pair) if wish.on and all(pair) else others})


def props(state: PlanState) -> PlanProps:
    """What is drawn: all teams, one team, or one plan."""
    frame = _frame(state)
    match state.view:
        case PlansView() as view:
            return teams_screen(frame, view)
        case TeamView() as view:
            return team_screen(frame, view, state.wishes, state.checked.notes)
        case PlanView() as view:
            return plan_screen(frame, view, state.wishes)
    return {**frame, "screen": "none"}


def _frame(state: PlanState) -> PlanFrame:
    place = state.query.model_dump(mode="json") | {"wishes": state.wishes.model_dump(mode="json")}
    return {
        **page_props("plan", place, saved=state.saved, notice=state.notice),
        "title": "Plan with your own team",
        "problems": [problem_props(problem) for problem in state.checked.problems],
        "problems_more": more_props(state.checked.more),
        "taken": file_props(state.taken),
    }


PAGE = Page("plan", init, Takes("plan", (OpenPlan, Wish, FetchPlanFile, FetchProblems, *SAID)), update, props)
