"""The problem of practice, for subjects that begin from it: in the person's own words, and only for that person."""

from collections.abc import Callable

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry

FindProblem = Callable[[ReadContext], str]
PROBLEMS: Registry[FindProblem] = Registry("source of the problem", FLOOR)
"""What finds the problem that a person has named; the words are empty if they have named none."""


def problem_source(subject: str) -> Callable[[FindProblem], FindProblem]:
    """Register the function that finds the problem that the viewer has named."""
    return PROBLEMS.register(subject)


def problem_of(context: ReadContext) -> str:
    """The problem that the viewer has named; empty if they have named none."""
    return next((words for find in PROBLEMS.values() if (words := find(context).strip())), "")
