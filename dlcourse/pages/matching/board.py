"""Matching by hand: the board of a team and, on request, the comparison with the best plan."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.matching.board import ComparePlans, Matchboard, MoveOnBoard
from dlcourse.domain.matching.board_view import MatchboardView
from dlcourse.domain.matching.comparison import ComparedPlansView
from dlcourse.errors import CourseError
from dlcourse.pages.matching.board_props import BoardContents, board_contents
from dlcourse.pages.matching.board_value import BoardValue, board_value
from dlcourse.pages.matching.comparison import ComparisonProps, comparison_props
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Done, Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import PageProps, page_props


@dataclass(frozen=True)
class BoardState:
    """The board of a team as it was last loaded; ``comparison`` is set once the person asks for it."""

    team: str
    board: MatchboardView | None = None
    comparison: ComparedPlansView | None = None
    saved: str = ""
    notice: CourseError | None = None


def init(place: Raw) -> Step[BoardState]:
    """Open the board of the team."""
    state = BoardState(str(place.get("team", "")))
    return state, (See(Matchboard(team=state.team)),)


def update(state: BoardState, message: Any) -> Step[BoardState]:
    """Send a move, then reload the board and, if it is open, the comparison."""
    match message:
        case MoveOnBoard():
            return replace(state, notice=None), (Do(message),)
        case LookAgain():
            return state, (See(Matchboard(team=state.team)),)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(Matchboard(team=state.team)),)
        case Seen(view=MatchboardView(compared=True) as board):
            return replace(state, board=board), (See(ComparePlans(team=state.team)),)
        case Seen(view=MatchboardView() as board):
            return replace(state, board=board, comparison=None), ()
        case Seen(view=ComparedPlansView() as found):
            return replace(state, comparison=found), ()
        case Refused(effect=Do(), error=error):
            return replace(state, notice=error), (See(Matchboard(team=state.team)),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


class BoardProps(PageProps):
    """What the page draws; ``heading`` changes when the comparison opens, and the focus goes there."""

    heading: str
    view: BoardContents | None
    comparison: ComparisonProps | None


def props(state: BoardState) -> BoardProps:
    """What the page draws."""
    frame = page_props("matchboard", {"team": state.team}, saved=state.saved, notice=state.notice)
    return {
        **frame,
        "looks": True,
        "heading": "comparison" if state.comparison else "",
        "view": board_contents(state.board) if state.board else None,
        "comparison": comparison_props(state.comparison, state.board) if state.comparison and state.board else None,
    }


def value(state: BoardState) -> BoardValue | None:
    """What a notebook cell can read of the board; None until it is loaded."""
    return board_value(state.board) if state.board else None


PAGE = Page("matchboard", init, Takes("board", (LookAgain, MoveOnBoard)), update, props, value=value)
