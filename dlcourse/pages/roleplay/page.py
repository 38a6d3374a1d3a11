"""The role-play page: which play is open, what was said to it, and what came back.

What each screen shows is `attempts`, `table`, `debrief` and `comparison`.
Messages from the browser are the role-play's own commands, or say what to show.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import Field

from dlcourse.domain.roleplay.attempts import Attempt, Attempts, AttemptsView, Brief, BriefView
from dlcourse.domain.roleplay.debrief import ComparisonView, DebriefView
from dlcourse.domain.roleplay.messages import PLAYS, BeginPlay, BranchPlay, Compare, Debrief, Move, Table
from dlcourse.domain.roleplay.replay.path_map import PathMap, PathMapView
from dlcourse.domain.roleplay.table import TableView
from dlcourse.domain.speech import Command
from dlcourse.errors import CourseError
from dlcourse.pages.messages import LookAgain, Message, Takes
from dlcourse.pages.program import Do, Done, Effect, Noticed, Page, Raw, Refused, See, Seen, Step, Unwatch, Watch
from dlcourse.pages.props import page_props
from dlcourse.pages.roleplay.attempts import BriefScreen, brief_screen
from dlcourse.pages.roleplay.comparison import ComparisonScreen, comparison_screen
from dlcourse.pages.roleplay.debrief import DebriefScreen, debrief_screen
from dlcourse.pages.roleplay.frame import STUDIO, RoleplayFrame
from dlcourse.pages.roleplay.play_value import PlayValue, play_value
from dlcourse.pages.roleplay.table import TableScreen, table_screen

ID_LETTERS = 64
"""How long the id of a play may be."""


@dataclass(frozen=True)
class RoleplayState:
    """What is open. ``play`` is the attempt wanted, empty for the brief; ``saved`` when the last move was recorded.

    ``watched`` is the play whose changes are told, empty for none. ``shared`` is how many moves a new attempt has from
    the one that it goes on from. ``attempts`` are as they were when they were last
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
    shared: int = 0
    saved: str = ""
    notice: CourseError | None = None


class ShowScreen(Message):
    """The person asks to see an attempt, or, with none named, the brief."""

    play: str = Field(default="", max_length=ID_LETTERS)


class SetSide(Message):
    """The person asks to see two ended attempts side by side."""

    first: str = Field(max_length=ID_LETTERS)
    second: str = Field(max_length=ID_LETTERS)


class WaitingScreen(RoleplayFrame):
    """Nothing to show yet, or nothing at all; why, the notice says."""

    screen: Literal["waiting"]


RoleplayProps = BriefScreen | TableScreen | DebriefScreen | ComparisonScreen | WaitingScreen


def init(place: Raw) -> Step[RoleplayState]:
    """Open the scenario of the place, at the attempt that the browser kept, else at the newest one not ended."""
    scenario = str(place.get("scenario", ""))
    state = RoleplayState(scenario, play=str(place.get("play", "")))
    return state, (See(Brief(scenario=scenario)), See(Attempts(scenario=scenario)))


def update(state: RoleplayState, message: Any) -> Step[RoleplayState]:
    """Carry out, look, show: what each message leads to."""
    match message:
        case Command():
            return replace(state, notice=None), (Do(message),)
        case ShowScreen(play=play):
            return _shown(state, play)
        case SetSide(first=first, second=second):
            return replace(state, notice=None), (See(Compare(first=first, second=second)),)
        case Done(command=BeginPlay() | BranchPlay() | Move() as command, recorded=recorded):
            shared = command.moves if isinstance(command, BranchPlay) else state.shared
            told = replace(state, saved=recorded.at, shared=shared)
            return _watching(told, command.play, See(Table(play=command.play)))
        case Noticed():
            return state, _caught_up(state)
        case LookAgain():
            return state, () if state.play else (See(Attempts(scenario=state.scenario)),)
        case Refused(effect=effect, error=error):
            return _refused(state, effect, error)
        case Seen(view=view):
            return _seen(state, view)
        case _:
            return state, ()


def _shown(state: RoleplayState, play: str) -> Step[RoleplayState]:
    """Show a play, or the scenario with its plays if none is named."""
    if play:
        return replace(state, notice=None), (See(Table(play=play)),)
    closed = replace(state, play="", table=None, debrief=None, ways=None, comparison=None, notice=None)
    return _watching(closed, "", See(Attempts(scenario=state.scenario)))


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


def props(state: RoleplayState) -> RoleplayProps:
    """What the role-play page draws: one screen at a time."""
    place = {"scenario": state.scenario, "play": state.play}
    shell = page_props("roleplay", place, saved=state.saved, notice=state.notice)
    title = state.brief.title if state.brief else ""
    missing = state.brief is None and state.notice is not None
    studio = STUDIO if state.brief and state.brief.editable else None
    return _screen({**shell, "looks": True, "title": title, "missing": missing, "studio": studio}, state)


def _screen(frame: RoleplayFrame, state: RoleplayState) -> RoleplayProps:
    attempts = state.attempts or ()
    if state.comparison is not None:
        return comparison_screen(frame, state.comparison, (*attempts, *state.others))
    if state.debrief is not None and state.table is not None:
        return debrief_screen(frame, state.debrief, state.ways, attempts)
    if state.table is not None and state.table.stage != "end":
        return table_screen(frame, state.table, state.shared)
    if state.brief is not None and state.table is None:
        return brief_screen(frame, state.brief, attempts, state.others)
    return {**frame, "screen": "waiting"}


def value(state: RoleplayState) -> PlayValue | None:
    """What a notebook cell can read of the play that is open; None if none is."""
    return play_value(state.table, state.debrief) if state.table else None


TAKES = Takes("role-play", (LookAgain, ShowScreen, SetSide, BeginPlay, BranchPlay, Move))
PAGE = Page("roleplay", init, TAKES, update, props, drafts=("play/",), value=value)
