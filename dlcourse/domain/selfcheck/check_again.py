"""The self-check a second time, at the end, beside the first: one's own change, never a grade, never a sum.

Only statements that were seen both times are compared. A step on a statement or two is less than a bad week makes, and
is called little.
"""

from typing import Literal

from dlcourse.domain.selfcheck.readiness import CheckView, GroupProfile
from dlcourse.domain.speech import Query, Value, View

LITTLE = 2
"""Steps in a group, in whatever direction, up to which nothing but "little" is said."""

Way = Literal["incomplete", "unseen", "same", "little", "more", "less", "mixed"]


class CheckAgain(Query):
    """My second self-check, and what has changed since the first."""

    check: str


class Moved(Value):
    """A statement with its level each time; 0 where it could not be seen, None where it has no answer."""

    text: str
    first: int | None
    second: int | None

    @property
    def steps(self) -> int:
        """By how many steps it was seen more often; 0 where it cannot be compared."""
        return self.second - self.first if self.first and self.second else 0


class GroupChange(Value):
    """A group both times. ``first`` and ``second`` are means, None where too little was seen; ``compared`` counts."""

    name: str
    first: float | None
    second: float | None
    statements: tuple[Moved, ...]
    compared: int
    way: Way

    @property
    def up(self) -> int:
        """Statements that were seen more often the second time."""
        return sum(each.steps > 0 for each in self.statements)

    @property
    def down(self) -> int:
        """Statements that were seen less often the second time."""
        return sum(each.steps < 0 for each in self.statements)


class CheckAgainView(View):
    """The second self-check as far as it is, how much of the ``first`` was answered, and the groups side by side."""

    check: CheckView
    first: int
    groups: tuple[GroupChange, ...]


def check_again_view(first: CheckView, second: CheckView) -> CheckAgainView:
    """Both rounds of one self-check, side by side."""
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
    """In which way a group has changed, said with care."""
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
