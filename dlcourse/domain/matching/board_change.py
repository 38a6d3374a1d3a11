"""What the last move on a board changed: the figures before and after it, and one sentence for each change.

It knows two layouts and nothing of a better plan. `board_view` says how the board stands now.
"""

from collections.abc import Iterator

from dlcourse.domain.matching.board import Board, Part, plan_of
from dlcourse.domain.matching.gaps import number
from dlcourse.domain.matching.plan import Plan, hours_given, loads, uncovered, unsupported, without_part
from dlcourse.domain.matching.reasons import reasons
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.violations import violations
from dlcourse.domain.speech import Value

MOVED: dict[Part, str] = {
    "contributor": "{person} contributes to {task}.",
    "accountable": "{person} answers for {task}.",
    "learner": "{person} learns on {task}.",
    "none": "{person} is off {task}.",
}


class BoardCounts(Value):
    """What a layout achieves: requirements covered, tasks answered for with support, people with a part.

    ``fullest`` is the greatest share of somebody's hours, 1 for all of them; ``overloaded`` counts people.
    """

    covered: int
    answered: int
    busy: int
    fullest: float
    overloaded: int


def counts(team: Team, plan: Plan) -> BoardCounts:
    """What this plan achieves."""
    given = hours_given(team, plan)
    return BoardCounts(
        covered=len(team.requirements) - len(uncovered(team, plan)),
        answered=len(plan.accountable) - len(unsupported(team, plan)),
        busy=len(team.people) - len(without_part(team, plan)),
        fullest=float(max(loads(team, plan).values())),
        overloaded=sum(given[person.name] > person.hours for person in team.people),
    )


def changed(team: Team, board: Board) -> Iterator[str]:
    """What the last move changed: parts, what is covered or open now, hours, support, and newly broken rules."""
    yield from _moved(board)
    was, now = (plan_of(team, parts) for parts in (board.before, board.parts))
    yield from _coverage(team, was, now)
    yield from _hours(team, was, now)
    why = reasons(team, now).unsupported
    yield from (why[task] for task in unsupported(team, now) if task not in unsupported(team, was))
    old = {broken.text for broken in violations(team, was)}
    yield from (broken.text for broken in violations(team, now) if broken.text not in old)


def _moved(board: Board) -> Iterator[str]:
    """The people whose part changed."""
    was, now = board.before, board.parts
    keys = [key for key in {**was, **now} if was.get(key) != now.get(key)]
    if len(keys) > 2:
        yield "The board is empty." if not now else "The board is as it was before."
        return
    for task, person in keys:
        yield MOVED[now.get((task, person), "none")].format(person=person, task=task)


def _hours(team: Team, was: Plan, now: Plan) -> Iterator[str]:
    """The hours of one or two people, before and after; more would hide what matters."""
    before, after = hours_given(team, was), hours_given(team, now)
    names = [name for name in team.by_name if before[name] != after[name]]
    for name in names if len(names) <= 2 else ():
        hours = team.person(name).hours
        yield f"{name} gives {number(after[name])} of {number(hours)} hours; before it was {number(before[name])}."


def _coverage(team: Team, was: Plan, now: Plan) -> Iterator[str]:
    open_before, open_now = set(uncovered(team, was)), set(uncovered(team, now))
    for task, skill in team.requirements:
        if (task, skill) in open_before - open_now:
            expert = next(each.person for each in now.experts if (each.task, each.skill) == (task, skill))
            yield f"Covered now: {skill} in {task}, by {expert}."
        if (task, skill) in open_now - open_before:
            yield f"Open again: {skill} in {task}."
