"""The second self-check: what is compared, and how carefully a change is described."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.selfcheck.check_again import LITTLE, GroupChange, Way, check_again_view
from dlcourse.domain.selfcheck.readiness import SelfCheck, check_view
from dlcourse.pages.selfcheck.check_again import says

CHECK = Library(files.data()).exercise("readiness", SelfCheck)
IDS = [item.id for group in CHECK.groups for item in group.items]
FIRST = CHECK.groups[0]
Levels = dict[str, int]


def changes(first: Levels, second: Levels) -> tuple[GroupChange, ...]:
    """The groups, with these ratings at the start and at the end."""
    return check_again_view(check_view(CHECK, first, 1), check_view(CHECK, second, 2)).groups


def group(first: list[int], second: list[int]) -> GroupChange:
    """The first group, with these ratings of its statements in order."""
    ids = [item.id for item in FIRST.items]
    return changes(dict(zip(ids, first, strict=False)), dict(zip(ids, second, strict=False)))[0]


@pytest.mark.parametrize(
    ("first", "second", "way"),
    [
        ([3, 3, 3, 3], [3, 3, 3, 3], "same"),
        ([3, 3, 3, 3], [4, 3, 3, 3], "little"),
        ([3, 3, 3, 3], [4, 4, 3, 3], "little"),
        ([3, 3, 3, 3], [4, 2, 3, 3], "little"),
        ([3, 3, 3, 3], [4, 4, 4, 3], "more"),
        ([1, 3, 3, 3], [4, 3, 3, 3], "more"),
        ([3, 3, 3, 3], [1, 3, 3, 2], "less"),
        ([3, 3, 3, 3], [5, 1, 3, 3], "mixed"),
        ([3, 3, 3, 0], [0, 0, 0, 5], "unseen"),
        ([0, 0, 3, 3], [5, 5, 3, 3], "same"),
        ([3, 3, 3], [3, 3, 3, 3], "incomplete"),
        ([3, 3, 3, 3], [], "incomplete"),
    ],
)
def test_a_change_is_called_with_care(first: list[int], second: list[int], way: Way) -> None:
    """One step on one or two statements is called little; only statements answered both times count."""
    found = group(first, second)
    assert found.way == way
    assert ("Little has moved" in says(found)) == (way == "little")


ratings = st.dictionaries(st.sampled_from(IDS), st.integers(0, 5))


@given(ratings, ratings)
def test_turned_round_a_change_is_the_other_way(first: Levels, second: Levels) -> None:
    """If the two rounds are exchanged, more becomes less, and nothing else changes."""
    turned: dict[Way, Way] = {"more": "less", "less": "more"}
    for there, back in zip(changes(first, second), changes(second, first), strict=True):
        assert back.way == turned.get(there.way, there.way)
        assert (back.up, back.down, back.compared) == (there.down, there.up, there.compared)
        assert says(there)


@given(ratings, ratings)
def test_more_is_never_said_of_little(first: Levels, second: Levels) -> None:
    """A group counts as changed only after more than two steps, and as more only if none of them goes down."""
    for each in changes(first, second):
        steps = [statement.steps for statement in each.statements]
        if each.way in {"more", "less", "mixed"}:
            assert sum(map(abs, steps)) > LITTLE
        if each.way == "more":
            assert min(steps) >= 0


def test_the_second_round_leaves_the_first_alone() -> None:
    """The statements on the page are those of the end, and those of the start are only counted."""
    view = check_again_view(check_view(CHECK, dict.fromkeys(IDS, 2), 1), check_view(CHECK, {IDS[0]: 5}, 2))
    assert (view.first, view.check.answered, view.check.round) == (len(IDS), 1, 2)
    assert view.check.groups[0].statements[0].level == 5
