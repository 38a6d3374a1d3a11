"""What a notebook cell can read of a board."""

from typing import TypedDict

from dlcourse.domain.matching.board import Part
from dlcourse.domain.matching.board_view import MatchboardView


class BoardPart(TypedDict):
    """Somebody's part in a task: ``contributor``, ``accountable`` or ``learner``."""

    task: str
    person: str
    part: Part


class OpenRequirement(TypedDict):
    """A skill that a task requires, with its level, 1 to 5, and that nobody on the board covers."""

    task: str
    skill: str
    level: int


class BoardValue(TypedDict):
    """A board: who has which part, and what that reaches.

    ``moves`` counts the moves so far, ``covered`` the requirements with a named expert. ``open`` are those without.
    ``fullest`` is the greatest share of somebody's hours, 1.0 for all of them. ``left_out`` are people without a part;
    ``broken`` says in sentences which rules are broken.
    """

    team: str
    moves: int
    parts: list[BoardPart]
    covered: int
    open: list[OpenRequirement]
    fullest: float
    left_out: list[str]
    broken: list[str]


def board_value(view: MatchboardView) -> BoardValue:
    """The board as plain data, in the order of the team file."""
    return {
        "team": view.team,
        "moves": view.moves,
        "parts": [
            {"task": task.name, "person": person, "part": part}
            for task in view.work
            for person, part in task.parts.items()
        ],
        "covered": view.counts.covered,
        "open": [
            {"task": task.name, "skill": need.skill, "level": need.level}
            for task in view.work
            for need in task.needs
            if need.expert is None
        ],
        "fullest": view.counts.fullest,
        "left_out": list(view.left_out),
        "broken": list(view.broken),
    }
