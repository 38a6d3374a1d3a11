"""Tasks of the newest plans as decisions: which expertise was named for them, and who is accountable."""

from collections.abc import Iterator
from hashlib import sha256

from dlcourse.domain.matching.plan import Plan
from dlcourse.domain.trace import Traced
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.matching.plan_records import all_plans, made_of
from dlcourse.handlers.trace_sources import trace_source
from dlcourse.pages.matching.words import TRACED

NEWEST = 2
"""How many plans are traced."""


@trace_source("plan")
def trace_plans(context: ReadContext) -> Iterator[Traced]:
    kept = [each for plans in all_plans(context.transaction, context.person).values() for each in plans]
    newest = sorted((each for each in kept if each[1].made), key=lambda each: each[0].changed, reverse=True)[:NEWEST]
    for stream, thread in newest:
        made = made_of(context.transaction, thread)
        if made and made.outcome.plan:
            yield from _tasks(stream.stream, made.outcome.plan, stream.changed)


def _tasks(stream: str, plan: Plan, at: str) -> Iterator[Traced]:
    for task, accountable in plan.accountable.items():
        experts = tuple(f"{each.person}: {each.skill}" for each in plan.experts if each.task == task)
        yield Traced(
            id=f"{stream}/{_mark(task)}",
            kind=TRACED,
            what=task,
            contributed=experts,
            answers=accountable,
            changed="",
            at=at,
        )


def _mark(task: str) -> str:
    """What identifies a task without saying its name, because that is personal text."""
    return sha256(task.encode()).hexdigest()[:16]
