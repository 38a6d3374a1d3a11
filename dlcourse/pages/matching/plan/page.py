"""Planning with one's own team: type it in or bring it, get the best plan, look at it, set wishes and plan again.

The browser saves which team or plan is open, and the wishes for the next plan. What is typed is kept as a draft.
"""

from dataclasses import replace
from typing import Any, Literal

from dlcourse.domain.download import DownloadView
from dlcourse.domain.drafts import Drafts, DraftsView
from dlcourse.domain.matching.plan_messages import (
    PLAN,
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
)
from dlcourse.domain.matching.plan_views import PlansView, PlanView, TeamView
from dlcourse.domain.matching.typed.messages import SLOTS, CellsView, CheckCells, TakeTeam, UseTeam
from dlcourse.domain.speech import Command, View
from dlcourse.errors import CourseError
from dlcourse.pages.file_checks import list_download
from dlcourse.pages.matching.plan import words as plan_words
from dlcourse.pages.matching.plan.frame import plan_frame
from dlcourse.pages.matching.plan.messages import (
    FetchPlanFile,
    FetchProblems,
    FetchTeamFile,
    OpenPlan,
    PlanWithout,
    Wish,
    wished,
)
from dlcourse.pages.matching.plan.props import PlanScreen, TeamScreen, plan_screen, team_screen
from dlcourse.pages.matching.plan.state import ALL, UNCHECKED, Opened, PlanState, at, opened
from dlcourse.pages.matching.plan.teams import NewTeamScreen, PlanFrame, TeamsScreen, new_screen, teams_screen
from dlcourse.pages.matching.plan.value import plan_value
from dlcourse.pages.matching.team import words as team_words
from dlcourse.pages.matching.team.form import (
    TeamFields,
    TeamFormProps,
    check_of,
    drafts_of,
    new_fields,
    team_fields,
    team_form,
)
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Done, Effect, Noticed, Page, Raw, Refused, See, Seen, Step, Unwatch, Watch

MINE = Drafts(slots=(SLOTS,))
ASKED = (OpenPlan, Wish, PlanWithout, FetchPlanFile, FetchTeamFile, FetchProblems)
SAID = (BringTeam, UseTeam, TakeSample, DropTeam, BeginPlan, StopPlan, NamePlan, DropPlan)
Asked = OpenPlan | Wish | PlanWithout | FetchPlanFile | FetchTeamFile | FetchProblems | Command


class NoScreen(PlanFrame):
    """Nothing has loaded yet."""

    screen: Literal["none"]


PlanProps = TeamsScreen | NewTeamScreen | TeamScreen | PlanScreen | NoScreen


def init(place: Raw) -> Step[PlanState]:
    """Open what was open last time, or what the address says."""
    state = opened(place)
    return state, (*_watch(state.query), See(state.query), See(MINE))


def update(state: PlanState, message: Any) -> Step[PlanState]:
    """Show things, send commands and reload. Files and tables are checked before they are saved."""
    if isinstance(message, Asked):
        return _asked(replace(state, taken=None, notice=None, said=""), message)
    match message:
        case Done(command=command, recorded=recorded):
            return _done(replace(state, saved=recorded.at), command)
        case Seen(query=query, view=view):
            return _seen(state, query, view)
        case Noticed(topic=topic):
            return state, (See(MINE if topic == state.topic else state.query),)
        case LookAgain():
            return state, (See(state.query),)
        case Refused(error=error):
            return _refused(state, message.effect, error)
    return state, ()


def _asked(state: PlanState, message: Asked) -> Step[PlanState]:
    match message:
        case OpenPlan():
            return _open(state, at(message))
        case Wish():
            return replace(state, wishes=wished(state.wishes, message)), ()
        case PlanWithout(id=id_, plan=plan, team=team, away=away):
            name = plan_words.WITHOUT_NAME.format(person=away)
            return state, (Do(BeginPlan(id=id_, plan=plan, team=team, name=name, away=away)),)
        case FetchPlanFile(ask=ask, plan=plan, form=form):
            return replace(state, asked=ask), (See(Take(plan=plan, form=form)),)
        case FetchTeamFile(ask=ask, team=team, form=written):
            return replace(state, asked=ask), (See(TakeTeam(team=team, form=written)),)
        case FetchProblems(ask=ask):
            return replace(state, taken=list_download(ask, state.checked.listing)), ()
        case BringTeam(files=files):
            return replace(state, bringing=message, checked=UNCHECKED), (See(CheckTeam(files=files)),)
        case _:
            return state, (Do(message),)


def _open(state: PlanState, now: PlanState) -> Step[PlanState]:
    """Open something else, and subscribe to that instead."""
    kept = replace(now, saved=state.saved, notice=state.notice, topic=state.topic)
    unwatched = (Unwatch(each.topic) for each in _watch(state.query))
    return kept, (*unwatched, *_watch(now.query), See(now.query), See(MINE))


def _to(state: PlanState, query: Opened) -> Step[PlanState]:
    return _open(state, PlanState(query))


def _done(state: PlanState, command: Command) -> Step[PlanState]:
    """Where a command leads: to the new team or plan, or back to the list if one was removed."""
    match command:
        case BringTeam(team=team):
            now, effects = _to(state, TeamOf(team=team))
            return replace(now, checked=state.checked), effects
        case UseTeam(team=team):
            return _to(replace(state, own=False), TeamOf(team=team)) if state.new else _saved(state)
        case TakeSample(team=team):
            return _to(state, TeamOf(team=team))
        case BeginPlan(plan=plan):
            return _to(state, PlanOf(plan=plan))
        case DropTeam():
            return _to(state, ALL)
        case DropPlan(plan=plan):
            view = state.view
            gone = isinstance(view, PlanView) and view.mark.plan == plan
            return _to(state, TeamOf(team=view.team.team) if isinstance(view, PlanView) and gone else state.query)
        case _:
            return state, (See(state.query),)


def _saved(state: PlanState) -> Step[PlanState]:
    return state, (See(state.query), See(MINE))


def _seen(state: PlanState, query: object, view: View) -> Step[PlanState]:
    match view:
        case TeamCheckView(problems=problems):
            bringing = None if problems else state.bringing
            effects: tuple[Effect, ...] = (Do(bringing),) if bringing else ()
            return replace(state, checked=view, bringing=None), effects
        case DownloadView():
            return replace(state, taken=(state.asked, view)), ()
        case DraftsView():
            return _drafts_seen(state, view)
        case CellsView() if isinstance(query, CheckCells):
            return replace(state, checks={**state.checks, query.draft: (query.count, view)}), ()
        case PlansView() if state.own:
            return _own_team(replace(state, own=False), view)
        case PlansView() if state.new:
            return replace(state, view=view), (See(check_of(new_fields())),)
        case TeamView():
            return _team_seen(state, view)
        case PlanView() if not isinstance(state.view, PlanView) and not state.wishes.all:
            return replace(state, view=view, wishes=view.wishes), ()
        case _:
            return replace(state, view=view), ()


def _own_team(state: PlanState, view: PlansView) -> Step[PlanState]:
    """Open the newest team that is no sample; if there is none, the form for a new one."""
    mine = next((mark.team for mark in view.teams if not mark.sample), None)
    return _to(state, TeamOf(team=mine)) if mine else _open(state, PlanState(new=True))


def _team_seen(state: PlanState, view: TeamView) -> Step[PlanState]:
    before, mark, fields = state.view, view.mark, team_fields(view)
    corrected = isinstance(before, TeamView) and before.words != view.words
    said = team_words.saved(mark.people, mark.work, mark.skills) if corrected else state.said
    return replace(state, view=view, said=said), (See(check_of(fields)),) if fields else ()


def _drafts_seen(state: PlanState, view: DraftsView) -> Step[PlanState]:
    """Check what was typed since the drafts were seen last."""
    cards = () if state.team is None else drafts_of(view.drafts, state.team)
    fresh = [card for card in cards if state.checks.get(card.draft, (0, None))[0] != card.count]
    watched = () if state.topic else (Watch(view.topic),)
    checks = (See(check_of(card.fields, card.draft, card.count)) for card in fresh)
    return replace(state, drafts=view.drafts, topic=view.topic), (*watched, *checks)


def _refused(state: PlanState, effect: Effect, error: CourseError) -> Step[PlanState]:
    """Say what was refused. If what was open is gone, perhaps removed in another window, show all teams."""
    if isinstance(effect, See) and effect.query == MINE:  # whoever only looks on has no drafts
        return state, ()
    state = replace(state, notice=error, bringing=None)
    if isinstance(effect, See) and effect.query == state.query and not isinstance(state.query, Plans):
        return _to(state, ALL)
    again = isinstance(effect, Do) and isinstance(effect.command, UseTeam)  # the team may have changed meanwhile
    return state, (See(state.query),) if again else ()


def _watch(query: Opened) -> tuple[Watch, ...]:
    return (Watch(f"plan/{query.plan}"),) if isinstance(query, PlanOf) else ()


def props(state: PlanState) -> PlanProps:
    """The props of the page: all teams, a new team, one team, or one plan."""
    frame = plan_frame(state)
    match state.view:
        case PlansView() as view if state.new:
            begun = bool(drafts_of(state.drafts, ""))
            return new_screen(frame, view, _form(state, new_fields()), begun=begun)
        case PlansView() as view:
            return teams_screen(frame, view, begun=bool(drafts_of(state.drafts, "")))
        case TeamView() as view:
            fields = team_fields(view)
            form = _form(state, fields) if fields else None
            return team_screen(frame, view, state.wishes, state.checked.notes, form)
        case PlanView() as view:
            return plan_screen(frame, view, state.wishes)
    return {**frame, "screen": "none"}


def _form(state: PlanState, begun: TeamFields) -> TeamFormProps:
    team = state.team or ""
    cards = drafts_of(state.drafts, team)
    return team_form(team=team, base=state.base, begun=begun, cards=cards, checks=state.checks, said=state.said)


PAGE = Page(
    "plan",
    init,
    Takes("plan", (LookAgain, *ASKED, *SAID)),
    update,
    props,
    drafts=(SLOTS, PLAN),
    value=lambda state: plan_value(state.view),
)
