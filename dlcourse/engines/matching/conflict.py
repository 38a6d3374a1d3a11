"""When no plan keeps the bounds: the smallest set of them that contradict each other.

First bounds are left out one by one as long as the rest contradicts: that set is minimal. Then, for some seconds, a
smaller one is looked for: a set contradicts exactly if it meets every removal that makes a plan possible, so collect
removals, take the fewest bounds that meet all of them, and see whether those alone contradict (implicit hitting sets).
"""

import time
from collections.abc import Sequence

from dlcourse.domain.matching.outcome import Conflict
from dlcourse.engines.matching.ground import Ground
from dlcourse.engines.matching.linear_program import LinearProgram, minimise
from dlcourse.engines.matching.slack import LateError, Slack

Bounds = frozenset[int]
"""Positions in the slack's bounds."""
SEARCH = 10.0
"""Seconds at most for a smaller set than the minimal one; nobody should wait longer for a shorter list."""


def conflict(ground: Ground, seconds: float) -> Conflict:
    """The smallest set of bounds that contradict, else a minimal one, else one that may hold too many; the value says.

    Empty where not even a contradiction of all bounds together was proven in time.
    """
    end, slack = time.monotonic() + seconds, Slack(ground)
    kept, minimal = _minimal(slack, end)
    if not minimal:
        return Conflict(bounds=slack.named(kept), minimal=False, smallest=False)
    try:
        smallest = _smallest(slack, kept, min(end, time.monotonic() + SEARCH))
        return Conflict(bounds=slack.named(smallest))
    except LateError:
        return Conflict(bounds=slack.named(kept), smallest=False)


def _minimal(slack: Slack, end: float) -> tuple[Bounds, bool]:
    """Bounds that contradict, and whether each of them is needed for that; none where time was up at once."""
    kept: Bounds = frozenset()
    try:
        if not slack.possible(whole := frozenset(range(len(slack.bounds))), end):
            kept = whole
        for at in sorted(kept):
            kept = kept if slack.possible(kept - {at}, end) else kept - {at}
    except LateError:
        return kept, False
    return kept, bool(kept)


def _smallest(slack: Slack, known: Bounds, end: float) -> Bounds:
    """The fewest bounds that contradict, no more than are known; `LateError` where time is up."""
    removals: list[Bounds] = []
    while True:
        candidate = _fewest(len(slack.bounds), removals, end)
        if len(candidate) == len(known):
            return known
        removal = slack.removal(candidate, end)
        if removal is None:
            return candidate
        removals.append(removal)


def _fewest(bounds: int, removals: Sequence[Bounds], end: float) -> Bounds:
    """The fewest bounds of which every removal has one."""
    program = LinearProgram()
    columns = [program.yes_or_no() for _ in range(bounds)]
    for removal in removals:
        program.row({columns[at]: 1.0 for at in sorted(removal)}, lower=1)
    answer = minimise(program, dict.fromkeys(columns, 1.0), end - time.monotonic())
    if answer.columns is None or not answer.finished:
        raise LateError
    return frozenset(at for at in columns if answer.columns[at] > 0.5)
