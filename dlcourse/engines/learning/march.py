"""March's model of mutual learning, many runs at a time.

Reality has m dimensions, each +1 or -1. The model treats both alike, so everything here is kept *in agreement with
reality*: a belief is +1 where a person is right, -1 where wrong, and 0 without an opinion; the organization's code is
kept the same way. A sum over dimensions is then how much is known, without a product with reality.

One period, from the state at its beginning: everybody acts on each belief, by a coin where there is none. Each belief
moves one step toward a code value that is not 0, with probability p1. Among the people whose actions score higher than
the code, the majority on each dimension wins the code over with probability 1 - (1 - p2)^k, where k is the majority's
margin, if it differs from the code. (Section 4 of the published article; "one step", since taking over the code's value
at once gives other figures.)

Draws are whole numbers below 2^31, and the order of the draws does not depend on the machine. So the same seed gives
the same result everywhere.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dlcourse.domain.learning.models import MarchSettings

Signs: TypeAlias = NDArray[np.int8]
DRAW = 2**31
"""Draws are from 0 up to this number."""
BATCH = 100
"""Runs that are computed together. Each batch has its own random numbers, so that a run does not depend on how many
other runs are asked for."""


@dataclass(frozen=True)
class MarchRuns:
    """What came of all runs: arrays with one number for each run, in the order of the runs.

    ``code`` is what the code knows in the end and ``people`` what people know on average, both as the share of
    dimensions that are right less the share that are wrong, from -1 to 1. ``periods`` is how long the run took.
    """

    code: NDArray[np.float64]
    people: NDArray[np.float64]
    periods: NDArray[np.int64]


@dataclass
class March:
    """A batch of runs and its state: ``beliefs`` (runs, people, dimensions) and ``code`` (runs, dimensions)."""

    settings: MarchSettings
    draws: np.random.Generator
    beliefs: Signs
    code: Signs

    @classmethod
    def begin(cls, settings: MarchSettings, runs: int, draws: np.random.Generator) -> "March":
        """Runs at their beginning: a code without any value, and people with beliefs that are right by chance."""
        size = runs, settings.people, settings.dimensions
        beliefs = draws.integers(-1, 2, size, dtype=np.int8)
        return cls(settings, draws, beliefs, np.zeros((runs, settings.dimensions), np.int8))

    def step(self) -> None:
        """Go on by one period."""
        actions = self._actions()
        code = self._code_after(actions)
        learn(self.beliefs, np.broadcast_to(self.code[:, None, :], self.beliefs.shape), self.settings.p1, self.draws)
        self.code = code

    def at_rest(self) -> NDArray[np.bool_]:
        """Whether each run can change no more: all beliefs equal the code, and nobody's best score exceeds the code's.

        With p1 = 0 no belief moves, and with p2 = 0 the code keeps no value; then the other half is enough.
        """
        if self.settings.p2 == 0:
            return np.ones(len(self.code), bool)
        best = np.where(self.beliefs == 0, 1, self.beliefs).sum(axis=2, dtype=np.int16).max(axis=1)
        quiet: NDArray[np.bool_] = best <= self.code.sum(axis=1, dtype=np.int16)
        if self.settings.p1 == 0:
            return quiet
        same: NDArray[np.bool_] = (self.beliefs == self.code[:, None, :]).all(axis=(1, 2))
        return quiet & same

    def keep(self, these: NDArray[np.bool_]) -> None:
        """Go on with these runs only."""
        self.beliefs, self.code = self.beliefs[these], self.code[these]

    def _actions(self) -> Signs:
        actions = self.beliefs.copy()
        undecided = np.flatnonzero(actions.ravel() == 0)
        actions.ravel()[undecided] = coins(self.draws, undecided.size)
        return actions

    def _code_after(self, actions: Signs) -> Signs:
        """The code after it has learned from those whose actions score higher than it."""
        scores = actions.sum(axis=2, dtype=np.int16)
        better = scores > self.code.sum(axis=1, dtype=np.int16)[:, None]
        margin = np.einsum("rpd,rp->rd", actions, better, dtype=np.int16, casting="unsafe")
        majority = np.sign(margin).astype(np.int8)
        open_ = np.flatnonzero(((majority != 0) & (majority != self.code)).ravel())
        chance = chances(self.settings.p2, self.settings.people)[np.abs(margin.ravel()[open_])]
        won = open_[self.draws.integers(0, DRAW, open_.size, dtype=np.int64) < chance]
        code = self.code.copy()
        code.ravel()[won] = majority.ravel()[won]
        return code


def march(
    settings: MarchSettings, runs: int, seed: int, advance: Callable[[int], object] = lambda _: None
) -> MarchRuns:
    """Let all runs go on until they are at rest; the same seed gives the same result.

    ``advance`` is called with the number of runs that are done, after each batch; it may raise to stop.
    """
    parts = []
    for done, count, draws in batches(runs, seed):
        parts.append(_run(March.begin(settings, count, draws)))
        advance(done)
    return MarchRuns(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in ("code", "people", "periods"))
    )


def _run(batch: March) -> MarchRuns:
    runs, settings = len(batch.code), batch.settings
    code, people, periods = np.zeros(runs), np.zeros(runs), np.full(runs, settings.periods)
    going = np.arange(runs)
    for period in range(settings.periods + 1):
        resting = batch.at_rest() if period < settings.periods else np.ones(going.size, bool)
        ended = going[resting]
        code[ended] = batch.code[resting].mean(axis=1)
        people[ended] = batch.beliefs[resting].mean(axis=(1, 2))
        periods[ended] = period
        if resting.any():
            batch.keep(~resting)
            going = going[~resting]
        if not going.size:
            break
        batch.step()
    return MarchRuns(code, people, periods)


def coins(draws: np.random.Generator, size: int | tuple[int, ...]) -> Signs:
    """Values that are +1 or -1 with the same probability."""
    return 2 * draws.integers(0, 2, size, dtype=np.int8) - np.int8(1)


def learn(beliefs: Signs, taught: Signs, probability: float, draws: np.random.Generator) -> None:
    """Move each belief one step toward what is taught there, unless that is 0, with this probability."""
    unlike = np.flatnonzero(((beliefs != taught) & (taught != 0)).ravel())
    learning = unlike[draws.integers(0, DRAW, unlike.size, dtype=np.int64) < below(probability)]
    beliefs.ravel()[learning] += taught[np.unravel_index(learning, taught.shape)]


def batches(runs: int, seed: int) -> Iterator[tuple[int, int, np.random.Generator]]:
    """For each batch how many runs are done after it, its number of runs, and its random numbers."""
    for number, first in enumerate(range(0, runs, BATCH)):
        count = min(BATCH, runs - first)
        yield first + count, count, np.random.Generator(np.random.PCG64([seed, number]))


def below(probability: float) -> int:
    """A draw below this number happens with the given probability."""
    return round(probability * DRAW) if probability < 1 else DRAW


def chances(p2: float, people: int) -> NDArray[np.int64]:
    """For each margin, from 0 to everybody, what a draw has to be below for the code to learn."""
    return np.array([below(1 - (1 - p2) ** margin) for margin in range(people + 1)], np.int64)
