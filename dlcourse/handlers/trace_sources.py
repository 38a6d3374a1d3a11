"""What a subject offers to the accountability trace: the decisions that the viewer may see there."""

from collections.abc import Callable, Iterable

from dlcourse.domain.trace import Traced
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry

FindTraced = Callable[[ReadContext], Iterable[Traced]]
"""Finds decisions that the viewer made or had a part in. It never returns what is private to somebody else."""
TRACES: Registry[FindTraced] = Registry("kind of decision", FLOOR)
"""What finds decisions, by kind."""
MOST = 40
"""How many decisions are traced, the newest first."""


def trace_source(kind: str) -> Callable[[FindTraced], FindTraced]:
    """Register the function that finds decisions of this kind."""
    return TRACES.register(kind)


def trace_of(context: ReadContext) -> tuple[Traced, ...]:
    """The viewer's decisions of every kind, the newest first."""
    found = [each for kind in sorted(TRACES) for each in TRACES[kind](context)]
    return tuple(sorted(found, key=lambda each: (each.at, each.id), reverse=True)[:MOST])
