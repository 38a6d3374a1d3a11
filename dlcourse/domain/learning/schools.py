"""Schools that somebody tried: what is recorded, which expectation counts, and what came of it."""

from collections.abc import Iterable

from dlcourse.domain.learning.choices import AT_FIRST, SchoolChoices
from dlcourse.domain.learning.messages import (
    Expected,
    KnownAtEnd,
    OwnPlaceSet,
    SchoolsView,
    SchoolTried,
    SetOwnPlace,
    TriedSchool,
    TrySchool,
)
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError


def try_school(command: TrySchool) -> SchoolTried:
    """Record an expectation; `CourseError` for the school that all others are compared with."""
    school = chosen(command)
    if school == AT_FIRST:
        raise CourseError("school", "this is the school as it is", "Change at least one thing, then predict.")
    return SchoolTried(school=school, expects=command.expects)


def set_own_place(command: SetOwnPlace) -> OwnPlaceSet:
    """Record which school is most like one's own place."""
    return OwnPlaceSet(school=chosen(command))


def chosen(choices: SchoolChoices) -> SchoolChoices:
    """The choices alone, without whatever else a command says."""
    return SchoolChoices.model_validate({name: getattr(choices, name) for name in SchoolChoices.model_fields})


def schools_view(past: Iterable[Event]) -> SchoolsView:
    """The schools that were tried, in order. The first expectation counts, since what came of it is known after it."""
    first: dict[SchoolChoices, Expected] = {}
    for event in past:
        if isinstance(event, SchoolTried):
            first.setdefault(event.school, event.expects)
    return SchoolsView(tried=tuple(TriedSchool(school=school, expects=said) for school, said in first.items()))


def own_place(past: Iterable[Event]) -> SchoolChoices | None:
    """The school that the person said last is most like their place; None if they said none."""
    return next((event.school for event in reversed(tuple(past)) if isinstance(event, OwnPlaceSet)), None)


def came_of(end: KnownAtEnd, first: KnownAtEnd) -> Expected:
    """Whether the usual way is better in the end than at the other school; ``same`` within two standard errors."""
    by, error = end.shared - first.shared, apart(end, first)
    return "same" if abs(by) <= 2 * error else "more" if by > 0 else "less"


def apart(end: KnownAtEnd, other: KnownAtEnd) -> float:
    """The standard error of the difference between the usual ways of two schools in the end."""
    return float((end.shared_error**2 + other.shared_error**2) ** 0.5)
