"""A team matched to its work by hand: a board with everybody's part in each task, changed move by move.

The board holds what a person laid out, even if it breaks a rule. `board_view` says how it stands. Nothing here knows a
better plan.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dlcourse.domain.matching.plan import Plan
from dlcourse.domain.matching.role_assignment import by_hand
from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Command, Event, Query
from dlcourse.errors import CourseError

Part = Literal["none", "contributor", "learner", "accountable"]
PARTS: tuple[Part, ...] = ("contributor", "accountable", "learner", "none")
"""The parts, in the order in which a key cycles through them. The accountable person contributes as well."""


class MoveOnBoard(Command):
    """A move on the board of a team; ``team`` is the id of the sample team."""

    team: str


class PutPerson(MoveOnBoard):
    """Give a person a part in a task; it replaces the part they had there."""

    person: str
    task: str
    part: Part


class PassOn(MoveOnBoard):
    """Give a person the next part in a task, in the order of `PARTS`."""

    person: str
    task: str


class TakeMoveBack(MoveOnBoard):
    """Undo the last move, or the last clearing of the board."""


class ClearBoard(MoveOnBoard):
    """Start from an empty board."""


class CompareBoard(MoveOnBoard):
    """Ask to compare one's own plan with the best one."""


class Matchboard(Query):
    """My board of a team."""

    team: str


class ComparePlans(Query):
    """My own plan compared with the best one and the one by title; only once I have asked for it."""

    team: str


class PersonPut(Event):
    """Somebody got a part in a task, or lost it."""

    person: str
    task: str
    part: Part


class MoveTakenBack(Event):
    """The last move was undone."""


class BoardCleared(Event):
    """The board was emptied."""


class BoardCompared(Event):
    """Somebody asked for the comparison with the best plan."""


Parts = Mapping[tuple[str, str], Part]
"""(task, person) -> part. People without a part in a task are left out."""


@dataclass(frozen=True)
class Board:
    """A board after some moves: all layouts so far, the last one being the current one.

    ``before`` is the layout before the last move, even if that move was an undo.
    """

    layouts: tuple[Parts, ...]
    before: Parts
    compared: bool

    @property
    def parts(self) -> Parts:
        """Who currently has which part in which task."""
        return self.layouts[-1]


def move(command: MoveOnBoard, team: Team, past: Iterable[Event]) -> Event:
    """The event that records the command; `CourseError` if the move is not possible now."""
    board = folded(past)
    match command:
        case PutPerson(person=person, task=task, part=part):
            return _put(team, person, task, part)
        case PassOn(person=person, task=task):
            return _put(team, person, task, following(board.parts.get((task, person), "none")))
        case TakeMoveBack():
            if len(board.layouts) == 1:
                raise CourseError("board", "there is no move to take back", "Give somebody a part first.")
            return MoveTakenBack()
        case ClearBoard():
            return BoardCleared()
        case CompareBoard():
            if open_tasks := unstaffed(team, board.parts):
                raise CourseError("board", f"nobody contributes to {open_tasks[0]} yet", "Give each task somebody.")
            return BoardCompared()
        case _:
            raise CourseError("board", "nothing was moved", "Reload the page.")


def folded(past: Iterable[Event]) -> Board:
    """The board after these moves."""
    layouts: list[dict[tuple[str, str], Part]] = [{}]
    before, compared = layouts[-1], False
    for event in past:
        before = layouts[-1]
        match event:
            case PersonPut():
                layouts.append(put(layouts[-1], event.task, event.person, event.part))
            case MoveTakenBack():
                layouts = layouts[:-1] or [{}]
            case BoardCleared():
                layouts, compared = [*layouts, {}], False
            case BoardCompared():
                compared = True
    return Board(tuple(layouts), before, compared)


def put(parts: Parts, task: str, person: str, part: Part) -> dict[tuple[str, str], Part]:
    """The parts after one was given. A task has one accountable person; the former one still contributes."""
    after = {key: each for key, each in parts.items() if key != (task, person)}
    if part == "accountable":
        after |= {key: "contributor" for key, each in after.items() if key[0] == task and each == "accountable"}
    return after if part == "none" else {**after, (task, person): part}


def following(part: Part) -> Part:
    """The part that follows this one when somebody cycles through them with a key."""
    return PARTS[(PARTS.index(part) + 1) % len(PARTS)]


def unstaffed(team: Team, parts: Parts) -> list[str]:
    """The tasks that nobody contributes to."""
    staffed = {task for (task, _), part in parts.items() if part != "learner"}
    return [task.name for task in team.work if task.name not in staffed]


def plan_of(team: Team, parts: Parts) -> Plan:
    """The board as a plan, with the best named experts and coaching that this layout allows.

    People and tasks that are no longer in the team's file are skipped.
    """
    parts = {(t, p): part for (t, p), part in parts.items() if t in team.task_by_name and p in team.by_name}
    return by_hand(
        team,
        {task.name: _with(parts, task.name, "contributor", "accountable") for task in team.work},
        {task.name: _with(parts, task.name, "learner") for task in team.work},
        {task: person for (task, person), part in parts.items() if part == "accountable"},
    )


def part_of(plan: Plan, task: str, person: str) -> Part:
    """The part that somebody has in a task of a plan."""
    if plan.accountable.get(task) == person:
        return "accountable"
    if person in plan.contributors.get(task, ()):
        return "contributor"
    return "learner" if person in plan.learners.get(task, ()) else "none"


def _put(team: Team, person: str, task: str, part: Part) -> PersonPut:
    return PersonPut(person=team.person(person).name, task=team.task(task).name, part=part)


def _with(parts: Parts, task: str, *wanted: Part) -> tuple[str, ...]:
    return tuple(person for (at, person), part in parts.items() if at == task and part in wanted)
