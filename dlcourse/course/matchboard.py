"""Handlers of matching by hand: one stream for each person and team; solving happens outside the store's turn."""

from contextlib import suppress
from functools import lru_cache

from dlcourse.content.library import Library
from dlcourse.course.desk import Heavy, ReadingDesk, WritingDesk, carry_out, look_up, make_ready, shows
from dlcourse.domain.beside import BesideView, beside
from dlcourse.domain.matchboard import BestBeside, BoardCompared, Matchboard, MoveOnBoard, Parts, folded, move
from dlcourse.domain.outcome import Outcome
from dlcourse.domain.speech import Event, Recorded
from dlcourse.domain.standing import standing
from dlcourse.domain.team import Team
from dlcourse.errors import CourseError
from dlcourse.store import Reading

SECONDS = 20.0
"""How long the best plan of a sample team may take; they need less than one."""


@make_ready.register
def _(command: MoveOnBoard, library: Library) -> Team:
    return library.team(command.team)


@carry_out.register
def _(command: MoveOnBoard, desk: WritingDesk) -> Recorded:
    assert isinstance(desk.ready, Team)
    past = moves(desk.books, desk.person, command.team)
    happened = move(command, desk.ready, past)
    return desk.books.append(_stream(desk.person, command.team), len(past), command.id, desk.person, [happened])


@look_up.register
def _(query: Matchboard, desk: ReadingDesk) -> Heavy:
    board, library = folded(moves(desk.books, desk.person, query.team)), desk.library
    return Heavy(lambda: standing(query.team, library.team(query.team), board))


@look_up.register
def _(query: BestBeside, desk: ReadingDesk) -> Heavy:
    board, library = folded(moves(desk.books, desk.person, query.team)), desk.library
    if not board.compared:
        raise CourseError("board", "the comparison has not been asked for", "Match the team first, then compare.")
    return Heavy(lambda: _beside(library.team(query.team), board.parts))


@shows("matchboard")
def _(desk: ReadingDesk, stream: str) -> None:
    team = stream.rpartition("/")[2]
    with suppress(CourseError):  # this version has no such team
        standing(team, desk.library.team(team), folded(moves(desk.books, desk.person, team)))


def moves(books: Reading, person: str, team: str) -> tuple[Event, ...]:
    """All that the person did at the board of this team, in order."""
    return tuple(kept.event for kept in books.events(_stream(person, team)))


def has_compared(books: Reading, person: str, team: str) -> bool:
    """Whether the person has ever asked for the best plan of this team."""
    return any(isinstance(event, BoardCompared) for event in moves(books, person, team))


def _beside(team: Team, parts: Parts) -> BesideView:
    return beside(team, parts, _best(team.model_dump_json()))


@lru_cache(maxsize=8)
def _best(team: str) -> Outcome:
    """The best plan of a team, solved once: a sample team is everybody's."""
    from dlcourse.engines.plan import solve  # only where somebody compares

    outcome = solve(Team.model_validate_json(team), seconds=SECONDS)
    if outcome.plan is None:
        raise CourseError("board", "no plan was found in time", "Try again in a moment.")
    return outcome


def _stream(person: str, team: str) -> str:
    return f"matchboard/{person}/{team}"
