"""What a subject offers to others that need names of colleagues: the lists that a person has entered there."""

from collections.abc import Callable

from dlcourse.domain.colleague_lists import ColleagueList
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry

FindColleagues = Callable[[ReadContext], tuple[ColleagueList, ...]]
"""Finds the lists that the viewer has entered, the newest first. It never returns a list of anybody else's."""
COLLEAGUES: Registry[FindColleagues] = Registry("list of colleagues", FLOOR)
"""Where lists of colleagues come from, by subject."""


def colleague_source(subject: str) -> Callable[[FindColleagues], FindColleagues]:
    """Register the function that finds a person's lists in this subject."""
    return COLLEAGUES.register(subject)


def colleagues(context: ReadContext) -> tuple[ColleagueList, ...]:
    """All lists of colleagues that the viewer has entered."""
    return tuple(found for find in COLLEAGUES.values() for found in find(context))
