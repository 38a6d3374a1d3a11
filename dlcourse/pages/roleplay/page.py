"""The role-play page: which play is open, what was said to it, and what came back.

What each screen shows is `table`, `debriefing` and `attempts`.
Messages from the browser are the role-play's own commands, or one of a few words about what to show.
"""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.roleplay.attempts import Attempt, Attempts, AttemptsView, Brief, BriefView
from dlcourse.domain.roleplay.debrief import ComparisonView, DebriefView
from dlcourse.domain.roleplay.messages import PLAYS, BeginPlay, BranchPlay, Compare, Debrief, Move, Table
from dlcourse.domain.roleplay.path_map import PathMap, PathMapView
from dlcourse.domain.roleplay.table import TableView
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.program import Do, Done, Effect, Noticed, Page, Props, Raw, Refused, See, Seen, Step, Unwatch, Watch
from dlcourse.pages.roleplay.attempts import brief_props, comparison_props
from dlcourse.pages.roleplay.debrief import debrief_props
from dlcourse.pages.roleplay.table import table_props
from dlcourse.pages.words import STATUS


@dataclass(frozen=True)
class RoleplayState:
    """What is open. ``play`` is the attempt wanted, empty for the brief; ``saved`` when the last move was recorded."""

    scenario: str
    play: str = ""
    brief: BriefView | None = None
    attempts: tuple[Attempt, ...] | None = None
    others: tuple[Attempt, ...] = ()
    table: TableView | None = None
    debrief: DebriefView | None = None
    ways: PathMapView | None = None
    comparison: ComparisonView | None = None
    saved: str = ""
    notice: CourseError | None = None


@dataclass(frozen=True)
class ShowScreen:
    """The person asks to see an attempt, or, with none named, the brief."""

    play: str = ""


@dataclass(frozen=True)
class SetSide:
    """The person asks to see two ended attempts side by side."""

    first: str
    second: str


def init(place: Raw) -> Step[RoleplayState]:
    """Open the scenario of the place, at the attempt that the browser kept, else at the newest one not ended."""
    scenario = str(place.get("scenario", ""))
    state = RoleplayState(scenario, play=str(place.get("play", "")))
    return state, (See(Brief(scenario=scenario)), See(Attempts(scenario=scenario)))


def parse(raw: Raw) -> Command | ShowScreen | SetSide:
    """One of the role-play's commands, or what to show."""
    match raw.get(TAG):
        case "show":
            return ShowScreen(str(raw.get("play", "")))
        case "compare":
            return SetSide(str(raw.get("first", "")), str(raw.get("second", "")))
        case _:
            command = decode(Command, raw)
            if isinstance(command, BeginPlay | BranchPlay | Move):
                return command
            raise CourseError("role-play", "it does not know that message", "Reload the page.")


def update(state: RoleplayState, message: Any) -> Step[RoleplayState]:
    """Carry out, look, show: what each message leads to."""
    match message:
        case Command():
            return replace(state, notice=None), (Do(message),)
        case ShowScreen(play=""):
            closed = replace(state, play="", table=None, debrief=None, ways=None, comparison=None, notice=None)
            return closed, (*_unwatched(state), *_attempts(state))
        case ShowScreen(play=play):
            return replace(state, notice=None), (See(Table(play=play)),)
        case SetSide(first=first, second=second):
            return replace(state, notice=None), (See(Compare(first=first, second=second)),)
        case Done(command=BeginPlay(play=play) | BranchPlay(play=play) | Move(play=play), recorded=recorded):
            return replace(state, saved=recorded.at), (See(Table(play=play)), *_attempts(state))
        case Noticed():
            return state, _caught_up(state)
        case Refused(effect=effect, error=error):
            return _refused(state, effect, error)
        case Seen(view=view):
            return _seen(state, view)
        case _:
            return state, ()


def _seen(state: RoleplayState, view: Any) -> Step[RoleplayState]:
    match view:
        case BriefView():
            return replace(state, brief=view), ()
        case AttemptsView(attempts=attempts, others=others):
            first, state = state.attempts is None, replace(state, attempts=attempts, others=others)
            return _resume(state) if first else (state, ())
        case TableView(stage="end", play=play):
            return _at(state, view), (*_unwatched(state), See(Debrief(play=play)), See(PathMap(play=play)))
        case TableView(play=play):
            return _at(state, view), _from_now_on(state, play)
        case DebriefView():
            return replace(state, debrief=view), ()
        case PathMapView():
            return replace(state, ways=view), ()
        case ComparisonView():
            return replace(state, comparison=view), ()
        case _:
            return state, ()


def _resume(state: RoleplayState) -> Step[RoleplayState]:
    attempts = state.attempts or ()
    kept = [attempt.play for attempt in attempts if attempt.play == state.play]
    unended = (attempt for attempt in attempts if not attempt.ended)
    begun = [attempt.play for attempt in sorted(unended, key=lambda attempt: attempt.changed, reverse=True)]
    play = next(iter([*kept, *begun]), "")
    return replace(state, play=play), ((See(Table(play=play)),) if play else ())


def _at(state: RoleplayState, table: TableView) -> RoleplayState:
    return replace(state, play=table.play, table=table, debrief=None, ways=None, comparison=None)


def _watched(state: RoleplayState) -> str:
    """The play whose changes are told: one that is open and goes on; empty for none."""
    return state.table.play if state.table is not None and state.table.stage != "end" else ""


def _from_now_on(state: RoleplayState, play: str) -> tuple[Effect, ...]:
    """Be told of this play's changes, then look again: what happened in between, nobody told."""
    if _watched(state) == play:
        return ()
    return (*_unwatched(state), Watch(PLAYS + play), See(Table(play=play)))


def _unwatched(state: RoleplayState) -> tuple[Effect, ...]:
    return (Unwatch(PLAYS + _watched(state)),) if _watched(state) else ()


def _caught_up(state: RoleplayState) -> tuple[Effect, ...]:
    """The play went on, perhaps in another tab: show where it is, unless something else is being looked at."""
    open_play = _watched(state) if state.comparison is None else ""
    return (See(Table(play=open_play)), *_attempts(state)) if open_play else ()


def _refused(state: RoleplayState, effect: Effect, error: CourseError) -> Step[RoleplayState]:
    """Say what was refused; if the play has moved on elsewhere, for instance in another tab, show where it is."""
    told = replace(state, notice=error)
    if isinstance(effect, Do) and isinstance(effect.command, Move):
        return told, (See(Table(play=effect.command.play)),)
    return told, ()


def _attempts(state: RoleplayState) -> tuple[Effect, ...]:
    return (See(Attempts(scenario=state.scenario)),)


def props(state: RoleplayState) -> Props:
    """What the role-play page draws: one screen at a time."""
    shown = _screen(state)
    return {
        "page": "roleplay",
        "place": {"scenario": state.scenario, "play": state.play},
        "status": STATUS,
        "saved": state.saved,
        "notice": state.notice.to_json() if state.notice else None,
        "title": state.brief.title if state.brief else "",
        "missing": state.brief is None and state.notice is not None,
        "links": [],
        **shown,
    }


def _screen(state: RoleplayState) -> Props:
    attempts = state.attempts or ()
    if state.comparison is not None:
        return {"screen": "compare", **comparison_props(state.comparison, (*attempts, *state.others))}
    if state.debrief is not None and state.table is not None:
        return {"screen": "debrief", **debrief_props(state.debrief, state.ways, attempts)}
    if state.table is not None and state.table.stage != "end":
        return {"screen": "table", **table_props(state.table)}
    if state.brief is not None and state.table is None:
        return {"screen": "brief", **brief_props(state.brief, attempts, state.others)}
    return {"screen": "waiting"}


PAGE = Page("roleplay", init, parse, update, props)
