"""What a subject has to say on the home page in one line: how much of something is there."""

from collections.abc import Callable
from dataclasses import dataclass

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry


@dataclass(frozen=True)
class HomeSummary:
    """What it is called, its address, and how many of its parts are there. ``title`` may be in the person's words."""

    to: str
    title: str
    done: int
    of: int


Summarize = Callable[[ReadContext], HomeSummary]
SUMMARIES: Registry[Summarize] = Registry("home summary", FLOOR)
"""What sums up a person's work in a subject, by name."""


def home_summary(name: str) -> Callable[[Summarize], Summarize]:
    """Register the function that sums up a person's work."""
    return SUMMARIES.register(name)
