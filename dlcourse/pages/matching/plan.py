"""Planning with one's own team: bring it, have the best plan made, look at it, fix something and have it made again.

The place in the browser is which team or plan is open, and the wishes that are being set for the next plan.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

from dlcourse.domain.download import DownloadView
from dlcourse.domain.matching.plan import Wishes
from dlcourse.domain.matching.plan_messages import (
    BeginPlan,
    BringTeam,
    CheckTeam,
    DropPlan,
    DropTeam,
    NamePlan,
    PlanOf,
    Plans,
    StopPlan,
    Take,
    TakeSample,
    TeamCheckView,
    TeamOf,
    TeamProblem,
)
from dlcourse.domain.matching.plan_views import PlansView, PlanView, TeamView
from dlcourse.domain.speech import TAG, Command, Query, View, decode
from dlcourse.errors import CourseError
from dlcourse.pages.matching.plan_props import page_props
from dlcourse.pages.problem_list import list_download, more_props
from dlcourse.pages.program import Do, Done, Effect, Noticed, Page, Props, Raw, Refused, See, Seen, Step, Unwatch, Watch

Wished = Literal["pins", "leads", "keep_off", "no_lead"]
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


@dataclass(frozen=True)
class OpenPlan:
    """Look at a team, a plan, or all of them."""

    query: Plans | TeamOf | PlanOf


@dataclass(frozen=True)
class Wish:
    """Fix something beforehand for the next plan, or with ``on`` False take that back."""

    kind: Wished
    person: str
    task: str
    on: bool


@dataclass(frozen=True)
class FetchPlanFile:
    """Ask for a file to take along; ``ask`` comes back with it."""

    take: Take
    ask: str


@dataclass(frozen=True)
class FetchProblems:
    """Ask for the whole list of what is wrong with the files; ``ask`` comes back with it."""

    ask: str


Asked = OpenPlan | Wish | FetchPlanFile | FetchProblems | Command


def init(place: Raw) -> Step[PlanState]:
    """Open what was open."""
    query = _opened(place)
    wishes = _wishes(place.get("wishes"))
    return PlanState(query, wishes=wishes), (*_watch(query), See(query))


def parse(raw: Raw) -> Asked:
    """Understand what may be said here."""
    match raw.get(TAG):
        case "Open":
            return OpenPlan(_opened(raw))
        case "Wish" if raw.get("kind") in get_args(Wished):
            words = (str(raw.get("person", ""))[:200], str(raw.get("task", ""))[:200])
            return Wish(cast("Wished", raw["kind"]), *words, raw.get("on") is not False)
        case "Fetch" if raw.get("form") == "problems":
            return FetchProblems(str(raw.get("ask", ""))[:64])
        case "Fetch":
            take = decode(Take, {TAG: "Take", "plan": str(raw.get("plan", "")), "form": raw.get("form")})
            return FetchPlanFile(take, str(raw.get("ask", ""))[:64])
    command = decode(Command, raw)
    if isinstance(command, SAID):
        return command
    raise CourseError("plan", "it does not know that message", "Reload the page.")


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
        case OpenPlan(query=query):
            return _open(state, query)
        case Wish():
            return replace(state, wishes=_wished(state.wishes, message)), ()
        case FetchPlanFile(take=take, ask=ask):
            return replace(state, asked=ask), (See(take),)
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


def _refused(state: PlanState, effect: Do | See) -> Step[PlanState]:
    """What was open may be gone, perhaps removed in another window: then all teams are shown."""
    gone = isinstance(effect, See) and effect.query == state.query and not isinstance(state.query, Plans)
    return _open(state, ALL) if gone else (state, ())


def _watch(query: Query) -> tuple[Watch, ...]:
    return (Watch(f"plan/{query.plan}"),) if isinstance(query, PlanOf) else ()


def _opened(place: Raw) -> Plans | TeamOf | PlanOf:
    """What a place or message names; all teams where it names nothing that can be."""
    if place.get("plan"):
        return decode(PlanOf, {TAG: "PlanOf", "plan": place["plan"]})
    return decode(TeamOf, {TAG: "TeamOf", "team": place["team"]}) if place.get("team") else Plans()


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


def props(state: PlanState) -> Props:
    """What is drawn: all teams, one team, or one plan."""
    view = state.view if isinstance(state.view, PlansView | TeamView | PlanView) else None
    return page_props(view, state.wishes, state.checked.notes) | {
        "place": _place(state),
        "saved": state.saved,
        "notice": state.notice.to_json() if state.notice else None,
        "problems": [_problem(problem) for problem in state.checked.problems],
        "problems_more": more_props(state.checked.more),
        "taken": {"ask": state.taken[0], **state.taken[1].model_dump()} if state.taken else None,
    }


def _problem(problem: TeamProblem) -> Props:
    """A problem as one reads it; where it is, in words."""
    parts = (
        problem.file,
        f"sheet {problem.sheet}" if problem.sheet else "",
        f"line {problem.line}" if problem.line else "",
        f"column {problem.column}" if problem.column else "",
    )
    return {"where": ", ".join(filter(None, parts)), "message": problem.message, "remedy": problem.remedy}


def _place(state: PlanState) -> Props:
    return state.query.model_dump(mode="json") | {"wishes": state.wishes.model_dump(mode="json")}


PAGE = Page("plan", init, parse, update, props)
