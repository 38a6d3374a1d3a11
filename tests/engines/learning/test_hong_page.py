"""Hong and Page's model: its published figures, its limits, and each stop beside a plain search."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dlcourse.domain.learning.models import HongPageSettings, moments
from dlcourse.engines.learning.hong_page import TOP, hong_page, landscape, relay, stops
from tests.examples import examples

NOTED = [93.915724, 93.871402, 96.471525]
"""What was found on another machine."""
SOLVERS = np.array(list(permutations(range(1, 5), 3)), np.int32)


def plain_stop(values: list[int], triple: list[int], place: int) -> int:
    """Where a solver stops, step by step as the article tells it."""
    turn, failed = 0, 0
    while failed < 3:
        ahead = (place + triple[turn % 3]) % len(values)
        place, failed = (ahead, 0) if values[ahead] > values[place] else (place, failed + 1)
        turn += 1
    return place


def plain_relay(values: list[int], group: list[list[int]], place: int) -> int:
    """Where a group stops: each goes on from where the one before stopped, until nobody in a round moves."""
    while True:
        before = place
        for triple in group:
            place = plain_stop(values, triple, place)
        if place == before:
            return place


@settings(max_examples=examples(30), deadline=None)
@given(st.lists(st.integers(0, 30), min_size=6, max_size=25))
def test_stops_beside_a_plain_search(values: list[int]) -> None:
    """Every solver stops from every place where a plain search stops, and so does a group."""
    ends = stops(np.array(values, np.int64), SOLVERS)
    for triple, stop in zip(SOLVERS.tolist(), ends.tolist(), strict=True):
        assert stop == [plain_stop(values, triple, place) for place in range(len(values))]
    group = SOLVERS[:3].tolist()
    assert relay(ends[:3]).tolist() == [plain_relay(values, group, place) for place in range(len(values))]


def test_published_figures() -> None:
    """With twelve step sizes and ten solvers both groups reach what an independent program of the model reaches."""
    found = hong_page(HongPageSettings(), 50, 1)
    for values, published in ((found.best, 92.48), (found.random, 94.53)):
        one = moments(values.tolist())
        assert abs(one.mean - published) < 3 * one.sd / 50**0.5


def test_on_a_smooth_landscape_ability_wins() -> None:
    """Where near places have similar values, the best two solvers reach more than two drawn at random."""
    found = hong_page(HongPageSettings(solvers=2, smoothing=5, places=500), 30, 1)
    gain = moments((found.best - found.random).tolist())
    assert gain.mean > 3 * gain.sd / 30**0.5


def test_a_group_of_all_solvers_is_the_best_group() -> None:
    """With all solvers in both groups, both reach the same from everywhere: nobody of them can move."""
    values = np.random.Generator(np.random.PCG64(1)).permutation(300).astype(np.int64)
    ends = stops(values, SOLVERS)
    reached = {tuple(relay(ends[order])) for order in (np.arange(24), np.arange(24)[::-1])}
    for places in reached:
        assert all(values[(place + step) % 300] < values[place] for place in places for step in range(1, 5))


def test_one_peak_is_found_by_everybody() -> None:
    """On a ring with a single peak everybody ends at most three places before it, and a step of one ends on it."""
    values = np.concatenate([np.arange(50), np.arange(50)[::-1]]).astype(np.int64) * 2
    values[50:] -= 1
    ends = stops(values, SOLVERS)
    assert values[ends[0]].min() >= 0
    assert set(ends[[0]].ravel().tolist()) <= set(range(46, 50)) | set(range(50, 100))


def test_the_landscape_is_uniform_and_can_be_smooth() -> None:
    """Values lie below the top; smoothing keeps their distribution and brings neighbors closer together."""
    rough = landscape(HongPageSettings(), np.random.Generator(np.random.PCG64(1)))
    smooth = landscape(HongPageSettings(smoothing=20), np.random.Generator(np.random.PCG64(1)))
    for values in (rough, smooth):
        assert 0 <= values.min() < values.max() < TOP
        assert abs(values.mean() / TOP - 0.5) < 0.03
    assert abs(np.diff(smooth)).mean() < abs(np.diff(rough)).mean() / 5


def test_the_same_seed_gives_the_same() -> None:
    """Runs can be repeated, and the first of many is the one that one can have alone."""
    chosen = HongPageSettings(places=200)
    assert hong_page(chosen, 3, 9).best[:2].tolist() == hong_page(chosen, 2, 9).best.tolist()
    assert [round(value, 6) for value in hong_page(chosen, 3, 9).random] == NOTED


@pytest.mark.parametrize("wrong", [{"solvers": 10, "steps": 3}, {"places": 60, "smoothing": 60}, {"steps": 2}])
def test_impossible_settings(wrong: dict[str, int]) -> None:
    """More solvers than there are, or a landscape smoother than its ring, cannot be asked for."""
    with pytest.raises(ValidationError):
        HongPageSettings(**wrong)
