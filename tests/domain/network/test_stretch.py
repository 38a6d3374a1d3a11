"""How functions stretch over people: shares, evenness, and how few carry half."""

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.domain.network.stretch import Act, counted, stretch


def acts(**functions: dict[str, int]) -> list[Act]:
    """Acts by function and person."""
    return [
        Act(person=person, function=function, count=count)
        for function, people in functions.items()
        for person, count in people.items()
    ]


def test_equal_shares_are_even() -> None:
    """Four people with equal shares: evenness 1, and two of them carry half."""
    (spread,) = stretch(acts(watch={"Ana": 3, "Bo": 3, "Cy": 3, "Di": 3}))
    assert (spread.function, spread.evenness, spread.half) == ("watch", 1, 2)
    assert spread.shares == {"Ana": 0.25, "Bo": 0.25, "Cy": 0.25, "Di": 0.25}


def test_one_person_has_no_evenness() -> None:
    """With one person log n is 0, so evenness is not defined; that one carries half."""
    (spread,) = stretch(acts(watch={"Ana": 7}))
    assert (spread.shares, spread.evenness, spread.half) == ({"Ana": 1}, None, 1)


def test_evenness_worked_by_hand() -> None:
    """Shares of 3/4 and 1/4 have an entropy of 2 log 2 - 3/4 log 3, divided by log 2."""
    (spread,) = stretch(acts(watch={"Ana": 3, "Bo": 1}))
    assert spread.evenness == pytest.approx((2 * log(2) - 0.75 * log(3)) / log(2))
    assert spread.half == 1


def test_exactly_half_is_half() -> None:
    """Whoever has exactly half of the acts carries half of them alone."""
    assert stretch(acts(watch={"Ana": 1, "Bo": 2, "Cy": 1}))[0].half == 1
    assert stretch(acts(watch={"Ana": 2, "Bo": 2, "Cy": 1}))[0].half == 2


def test_lines_about_one_person_and_function_add_up() -> None:
    """Acts written down on several days are one count in the map; functions and people keep their order."""
    listed = [*acts(b={"Bo": 1, "Ana": 2}, a={"Ana": 5}), *acts(b={"Bo": 4})]
    assert counted(listed) == {"b": {"Bo": 5, "Ana": 2}, "a": {"Ana": 5}}
    assert [spread.function for spread in stretch(listed)] == ["b", "a"]


@settings(deadline=None)
@given(st.dictionaries(st.text("abcdefgh", min_size=1), st.integers(1, 1_000_000), min_size=1, max_size=9))
def test_laws_of_a_spread(people: dict[str, int]) -> None:
    """Shares add up to 1, evenness lies in 0..1, and one person fewer than ``half`` do not carry half."""
    (spread,) = stretch(acts(watch=people))
    assert sum(spread.shares.values()) == pytest.approx(1)
    assert spread.evenness is None or 0 <= spread.evenness <= 1
    most = sorted(people.values(), reverse=True)
    assert 2 * sum(most[: spread.half]) >= sum(most) > 2 * sum(most[: spread.half - 1])


def test_nobody_acts() -> None:
    """Without acts there is no function to speak of."""
    assert stretch([]) == ()
