"""Compares the second self-check with the first: a person's own change, never a grade or a sum.

Only statements that were observed both times are compared. A step on one or two statements may come from a bad week, so
it is called little.
"""

from typing import Literal

from dlcourse.domain.chart import Chart
from dlcourse.domain.selfcheck.readiness import CheckView, GroupProfile
from dlcourse.domain.speech import Query, Value, View

LITTLE = 2
"""Up to this many steps in a group, in either direction, the change is called little."""

Way = Literal["incomplete", "unseen", "same", "little", "more", "less", "mixed"]


class CheckAgain(Query):
    """My second self-check, and what changed since the first."""

    check: str


class Moved(Value):
    """A statement with both levels; 0 if it could not be observed, None if it has no answer."""

    text: str
    first: int | None
    second: int | None

    @property
    def steps(self) -> int:
        """By how many steps it was observed more often; 0 if it cannot be compared."""
        return self.second - self.first if self.first and self.second else 0


class GroupChange(Value):
    """A group both times. ``first`` and ``second`` are means, or None if too little was observed.

    ``compared`` is the number of statements that can be compared.
    """

    name: str
    first: float | None
    second: float | None
    statements: tuple[Moved, ...]
    compared: int
    way: Way

    @property
    def up(self) -> int:
        """The number of statements observed more often the second time."""
        return sum(each.steps > 0 for each in self.statements)

    @property
    def down(self) -> int:
        """The number of statements observed less often the second time."""
        return sum(each.steps < 0 for each in self.statements)


class CheckAgainView(View):
    """The second self-check so far, how much of the ``first`` was answered, and the groups side by side.

    ``chart`` draws the means of both times. It is there only where a page shows it.
    """

    check: CheckView
    first: int
    groups: tuple[GroupChange, ...]
    chart: Chart | None = None


def check_again_view(first: CheckView, second: CheckView) -> CheckAgainView:
    """Compare both rounds of a self-check."""
    pairs = zip(first.groups, second.groups, strict=True)
    return CheckAgainView(check=second, first=first.answered, groups=tuple(_change(*pair) for pair in pairs))


def _change(first: GroupProfile, second: GroupProfile) -> GroupChange:
    pairs = zip(first.statements, second.statements, strict=True)
    statements = tuple(Moved(text=one.text, first=one.level, second=other.level) for one, other in pairs)
    return GroupChange(
        name=second.name,
        first=first.mean,
        second=second.mean,
        statements=statements,
        compared=sum(bool(each.first and each.second) for each in statements),
        way=_way(statements, complete=first.complete and second.complete),
    )


def _way(statements: tuple[Moved, ...], *, complete: bool) -> Way:
    """The cautious word for how a group changed."""
    if not complete:
        return "incomplete"
    if sum(bool(each.first and each.second) for each in statements) < 2:
        return "unseen"
    steps = [each.steps for each in statements if each.steps]
    if not steps:
        return "same"
    if sum(map(abs, steps)) <= LITTLE:
        return "little"
    return "more" if min(steps) > 0 else "less" if max(steps) < 0 else "mixed"
