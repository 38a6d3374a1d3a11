"""What a subject has to say on the home page in one line: how much of something is there."""

from collections.abc import Callable

from dlcourse.domain.growing_work import GrowingWork
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry

Summarize = Callable[[ReadContext], GrowingWork]
SUMMARIES: Registry[Summarize] = Registry("home summary", FLOOR)
"""What sums up a person's work in a subject, by name."""


def home_summary(name: str) -> Callable[[Summarize], Summarize]:
    """Register the function that sums up a person's work."""
    return SUMMARIES.register(name)


def growing_work(context: ReadContext) -> tuple[tuple[GrowingWork, ...], bool]:
    """What this person has begun of such work; the second value says whether there is some that cannot be read."""
    found, damaged = list[GrowingWork](), False
    for summarize in SUMMARIES.values():
        try:
            work = summarize(context)
        except CourseError:
            damaged = True
        else:
            found += [work] if work.done else []
    return tuple(found), damaged
