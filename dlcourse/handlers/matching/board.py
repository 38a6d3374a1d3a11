"""Handlers of matching by hand: one stream for each person and team.

Solving happens outside the store's transactions.
"""

from contextlib import suppress
from functools import lru_cache

from dlcourse.charts.matching.comparison import comparison
from dlcourse.content.library import Library
from dlcourse.content.matching.samples import sample_team
from dlcourse.domain.matching.board import (
    BoardCompared,
    ComparePlans,
    Matchboard,
    MoveOnBoard,
    Parts,
    folded,
    move,
)
from dlcourse.domain.matching.board_view import standing
from dlcourse.domain.matching.comparison import ComparedPlansView, compare_plans
from dlcourse.domain.matching.outcome import Outcome
from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, Slow, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.registry import carry_out, exercise_begun, exercise_done, exercise_last, look_up, stream_check
from dlcourse.store import ReadTransaction

SECONDS = 20.0
"""Seconds that solving the best plan of a sample team may take. It needs less than one."""


def _team(command: MoveOnBoard, library: Library) -> Team:
    return sample_team(library, command.team)


@carry_out.after(_team)
def move_on_board(command: MoveOnBoard, context: WriteContext, team: Team) -> Recorded:
    past = moves(context.transaction, context.person, command.team)
    happened = move(command, team, past)
    return context.transaction.append(
        _stream(context.person, command.team), len(past), command.id, context.person, [happened]
    )


@look_up.register
def show_matchboard(query: Matchboard, context: ReadContext) -> Heavy:
    board, library = folded(moves(context.transaction, context.person, query.team)), context.library
    return Heavy(lambda: standing(query.team, sample_team(library, query.team), board))


@look_up.register
def show_compare_plans(query: ComparePlans, context: ReadContext) -> Slow:
    board, library = folded(moves(context.transaction, context.person, query.team)), context.library
    if not board.compared:
        raise CourseError("board", "the comparison has not been asked for", "Match the team first, then compare.")
    return Slow(lambda: _compared(sample_team(library, query.team), board.parts))


@stream_check("matchboard")
def check_matchboard(context: ReadContext, stream: str) -> None:
    team = stream.rpartition("/")[2]
    with suppress(CourseError):  # this version has no such team
        standing(team, sample_team(context.library, team), folded(moves(context.transaction, context.person, team)))


def moves(transaction: ReadTransaction, person: str, team: str) -> tuple[Event, ...]:
    """Everything that the person did at the board of this team, in order."""
    return tuple(stored.event for stored in transaction.events(_stream(person, team)))


@exercise_done("match")
def has_compared(team: str, context: ReadContext) -> bool:
    """Whether the person has ever asked for the best plan of this team."""
    past = moves(context.transaction, context.person, team)
    return any(isinstance(event, BoardCompared) for event in past)


@exercise_begun("match")
def has_moved(team: str, context: ReadContext) -> bool:
    return bool(moves(context.transaction, context.person, team))


@exercise_last("match")
def last_moved(team: str, context: ReadContext) -> str:
    return last_time(context.transaction.readable_events(_stream(context.person, team)))


def _compared(team: Team, parts: Parts) -> ComparedPlansView:
    found = compare_plans(team, parts, _best(team.model_dump_json()))
    return ComparedPlansView(found=found, chart=comparison(found))


@lru_cache(maxsize=8)
def _best(team: str) -> Outcome:
    """The best plan of a team. It is solved once for everybody, because sample teams are the same for all."""
    from dlcourse.engines.matching.solver import solve  # only needed if somebody compares

    outcome = solve(Team.model_validate_json(team), seconds=SECONDS)
    if outcome.plan is None:
        raise CourseError("board", "no plan was found in time", "Try again in a moment.")
    return outcome


def _stream(person: str, team: str) -> str:
    return f"matchboard/{person}/{team}"
