"""Hong and Page's model: problem solvers who search a ring of places for high values, alone and in groups.

A solver is an ordered triple of step sizes. From a place it tries its steps in turn and moves ahead by one if the value
there is higher; it goes on with the next step in turn, and stops where none of the three helps. A group works as a
relay: each goes on from where the one before stopped, round after round, until nobody gets any higher.

Where a solver stops depends on the place and on whose turn it is among its steps. A solver with step b in turn is the
solver (b, c, a) at its beginning. So one table of the next state, over all solvers and places, holds every move, and
following it from all states at once, twice as far each time, finds where everybody stops.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import permutations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dlcourse.domain.learning.models import HongPageSettings

Places: TypeAlias = NDArray[np.int32]
Values: TypeAlias = NDArray[np.int64]
TOP = 2**31
"""Values are whole numbers below this one, which stands for 100. Their sums are exact on every machine."""


@dataclass(frozen=True)
class HongPageRuns:
    """What came of all landscapes: arrays with one number for each landscape.

    ``best`` and ``random`` are the mean value that the group of the best solvers and a group drawn at random reach,
    over all places to start from.
    """

    best: NDArray[np.float64]
    random: NDArray[np.float64]


def hong_page(
    settings: HongPageSettings, runs: int, seed: int, advance: Callable[[int], object] = lambda _: None
) -> HongPageRuns:
    """Compare the two groups on this many landscapes; the same seed gives the same result.

    ``advance`` is called with the number of landscapes that are done, after each; it may raise to stop.
    """
    solvers = np.array(list(permutations(range(1, settings.steps + 1), 3)), np.int32)
    found = np.zeros((runs, 2))
    for run in range(runs):
        draws = np.random.Generator(np.random.PCG64([seed, run]))
        values = landscape(settings, draws)
        ends = stops(values, solvers)
        best = np.argsort(-values[ends].sum(axis=1), kind="stable")[: settings.solvers]
        drawn = draws.permutation(len(solvers))[: settings.solvers]
        found[run] = [int(values[relay(ends[group])].sum()) for group in (best, drawn)]
        advance(run + 1)
    return HongPageRuns(*(found / settings.places / TOP * 100).T)


def landscape(settings: HongPageSettings, draws: np.random.Generator) -> Values:
    """The values of all places: uniform below ``TOP``, and similar to those near by if ``smoothing`` exceeds 1.

    A smoothed landscape takes a moving sum three times, which leaves few steps up and down between near places. The
    ranks of the result are spread evenly below ``TOP``, so that its values are distributed as those of a rugged one.
    """
    values = draws.integers(0, TOP, settings.places, dtype=np.int64)
    if settings.smoothing == 1:
        return values
    values >>= 20  # so that sums of sums of a thousand values fit
    for _ in range(3):
        values = _moving_sum(values, settings.smoothing)
    ranks: Values = np.argsort(np.argsort(values, kind="stable"), kind="stable")
    return (2 * ranks + 1) * TOP // (2 * settings.places)


def _moving_sum(values: Values, width: int) -> Values:
    """For each place the sum of the ``width`` values from there on around the ring."""
    sums: Values = np.cumsum(np.concatenate([values[:0], [0], values, values[: width - 1]]))
    return sums[width:] - sums[:-width]


def stops(values: Values, solvers: Places) -> Places:
    """Where each solver stops from each place: an array (solvers, places) of places.

    ``solvers`` has a row for each ordered triple of step sizes, and with a triple also its two rotations.
    """
    state = _next_states(values, solvers)
    while True:
        further = state[state]
        if np.array_equal(further, state):
            return (state % len(values)).reshape(len(solvers), len(values))
        state = further


def relay(ends: Places) -> Places:
    """Where a group stops from each place. ``ends`` has a row for each of its solvers, in the order of the relay."""
    places = np.arange(ends.shape[1], dtype=np.int32)
    while True:
        before = places
        for stop in ends:
            places = stop[places]
        if np.array_equal(places, before):
            return places


def _next_states(values: Values, solvers: Places) -> Places:
    """The state after one move, for each state (a solver's number times the places, plus a place); itself at a stop."""
    count, places = len(solvers), len(values)
    here = np.arange(places, dtype=np.int32)
    ahead = np.stack([np.roll(here, -step) for step in range(solvers.max() + 1)])
    higher = values[ahead] > values
    numbers = {tuple(triple): number for number, triple in enumerate(solvers.tolist())}
    state = np.arange(count * places, dtype=np.int32).reshape(count, places)
    for turn in (2, 1, 0):  # an earlier step goes before a later one, so it is written last
        step = solvers[:, turn]
        turned = [numbers[tuple(np.roll(triple, -turn - 1).tolist())] for triple in solvers]
        moved = ahead[step] + np.array(turned, np.int32)[:, None] * np.int32(places)
        np.copyto(state, moved, where=higher[step])
    return state.ravel()
