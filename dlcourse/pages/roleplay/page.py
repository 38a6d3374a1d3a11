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
    """What is open. ``play`` is the attempt wanted, empty for the brief; ``saved`` when the last move was recorded.

    ``watched`` is the play whose changes are told, empty for none. ``attempts`` are as they were when they were last
    shown: during a talk nothing of them is shown.
    """

    scenario: str
    play: str = ""
    brief: BriefView | None = None
    attempts: tuple[Attempt, ...] | None = None
    others: tuple[Attempt, ...] = ()
    table: TableView | None = None
    debrief: DebriefView | None = None
    ways: PathMapView | None = None
    comparison: ComparisonView | None = None
    watched: str = ""
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
            return _watching(closed, "", See(Attempts(scenario=state.scenario)))
        case ShowScreen(play=play):
            return replace(state, notice=None), (See(Table(play=play)),)
        case SetSide(first=first, second=second):
            return replace(state, notice=None), (See(Compare(first=first, second=second)),)
        case Done(command=BeginPlay(play=play) | BranchPlay(play=play) | Move(play=play), recorded=recorded):
            return _watching(replace(state, saved=recorded.at), play, See(Table(play=play)))
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
            return _watching(
                _at(state, view), "", See(Debrief(play=play)), See(PathMap(play=play)), *_ended(state, play)
            )
        case TableView(play=state.watched):
            return _at(state, view), ()
        case TableView(play=play):
            return _watching(_at(state, view), play, See(Table(play=play)))
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


def _watching(state: RoleplayState, play: str, *looks: Effect) -> Step[RoleplayState]:
    """Be told of the changes of this play alone, or of none, from before it is looked at."""
    unwatch = (Unwatch(PLAYS + state.watched),) if state.watched not in {"", play} else ()
    watch = (Watch(PLAYS + play),) if play not in {"", state.watched} else ()
    return replace(state, watched=play), (*unwatch, *watch, *looks)


def _ended(state: RoleplayState, play: str) -> tuple[Effect, ...]:
    """A debrief names its attempt: look at the attempts, unless this one was seen to have ended."""
    seen = any(attempt.play == play and attempt.ended for attempt in state.attempts or ())
    return () if seen else (See(Attempts(scenario=state.scenario)),)


def _caught_up(state: RoleplayState) -> tuple[Effect, ...]:
    """The play went on, perhaps in another tab: show where it is, unless something else is being looked at."""
    return (See(Table(play=state.watched)),) if state.watched and state.comparison is None else ()


def _refused(state: RoleplayState, effect: Effect, error: CourseError) -> Step[RoleplayState]:
    """Say what was refused; if the play has moved on elsewhere, for instance in another tab, show where it is."""
    told = replace(state, notice=error)
    if isinstance(effect, Do) and isinstance(effect.command, Move):
        return told, (See(Table(play=effect.command.play)),)
    return told, ()


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


PAGE = Page("roleplay", init, parse, update, props, drafts=("play/",))
