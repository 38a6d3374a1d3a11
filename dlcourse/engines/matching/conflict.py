"""Finds the smallest set of bounds that contradict each other when no plan can satisfy all of them.

First, bounds are dropped one by one as long as the rest still contradict each other. That set is minimal. Then the
search spends a few seconds looking for a smaller set. A set contradicts exactly if it contains a bound from every
removal that makes a plan possible. So the search collects removals, takes the fewest bounds that hit all of them, and
checks whether those alone contradict each other (implicit hitting sets).
"""

import time
from collections.abc import Sequence

from dlcourse.domain.matching.outcome import Conflict
from dlcourse.engines.matching.droppable_bounds import DroppableBounds, LateError
from dlcourse.engines.matching.linear_program import LinearProgram, minimize
from dlcourse.engines.matching.solver_input import SolverInput

Bounds = frozenset[int]
"""Positions in `DroppableBounds.bounds`."""
SEARCH = 10.0
"""The most seconds to spend on finding a set smaller than the minimal one."""


def conflict(given: SolverInput, seconds: float) -> Conflict:
    """The smallest contradicting set of bounds, else a minimal one, else one that may hold too many.

    Its flags say which. It is empty if no contradiction was proven in time, not even of all bounds together.
    """
    end, program = time.monotonic() + seconds, DroppableBounds(given)
    remaining, minimal = _minimal(program, end)
    if not minimal:
        return Conflict(bounds=program.named(remaining), minimal=False, smallest=False)
    try:
        smallest = _smallest(program, remaining, min(end, time.monotonic() + SEARCH))
        return Conflict(bounds=program.named(smallest))
    except LateError:
        return Conflict(bounds=program.named(remaining), smallest=False)


def _minimal(program: DroppableBounds, end: float) -> tuple[Bounds, bool]:
    """Bounds that contradict each other, and whether every one of them is needed; no bounds if time ran out at once."""
    remaining: Bounds = frozenset()
    try:
        if not program.possible(whole := frozenset(range(len(program.bounds))), end):
            remaining = whole
        for at in sorted(remaining):
            remaining = remaining if program.possible(remaining - {at}, end) else remaining - {at}
    except LateError:
        return remaining, False
    return remaining, bool(remaining)


def _smallest(program: DroppableBounds, known: Bounds, end: float) -> Bounds:
    """The fewest bounds that contradict each other, at most as many as already known; `LateError` if time runs out."""
    removals: list[Bounds] = []
    while True:
        candidate = _fewest(len(program.bounds), removals, end)
        if len(candidate) == len(known):
            return known
        removal = program.removal(candidate, end)
        if removal is None:
            return candidate
        removals.append(removal)


def _fewest(bounds: int, removals: Sequence[Bounds], end: float) -> Bounds:
    """The fewest bounds such that every removal contains one of them."""
    program = LinearProgram()
    columns = [program.yes_or_no() for _ in range(bounds)]
    for removal in removals:
        program.row({columns[at]: 1.0 for at in sorted(removal)}, lower=1)
    answer = minimize(program, dict.fromkeys(columns, 1.0), end - time.monotonic())
    if answer.columns is None or not answer.finished:
        raise LateError
    return frozenset(at for at in columns if answer.columns[at] > 0.5)
