"""A place like a school: March's model of mutual learning with open or closed practice, departments, titles and aims.

As in `march`, everything is kept in agreement with the common reality: a belief is +1 where it serves the common aim. A
department with an aim of its own on a question may be served best by -1 there.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dlcourse.domain.learning.place import PlaceSettings
from dlcourse.engines.learning.march import DRAW, Signs, batches, below, chances, coins, learn


@dataclass(frozen=True)
class PlaceRuns:
    """What came of all runs, period by period: arrays (runs, periods + 1), from -1 to 1.

    ``shared`` is the usual way, ``each`` what people know on average, both measured by the common aim.
    """

    shared: NDArray[np.float64]
    each: NDArray[np.float64]


@dataclass
class Place:
    """A batch of runs and its state. ``aims`` (runs, people, dimensions) is +1 where a person wants what all want."""

    settings: PlaceSettings
    draws: np.random.Generator
    beliefs: Signs
    code: Signs
    aims: Signs
    departments: NDArray[np.intp]

    @classmethod
    def begin(cls, settings: PlaceSettings, runs: int, draws: np.random.Generator) -> "Place":
        """Runs at their beginning: nothing is taken as given, and people are right by chance."""
        people, dimensions = settings.people, settings.dimensions
        beliefs = draws.integers(-1, 2, (runs, people, dimensions), dtype=np.int8)
        known = draws.integers(0, DRAW, (runs, settings.leaders, dimensions), dtype=np.int64)
        beliefs[:, : settings.leaders][known < below(settings.leaders_know)] = 1
        departments = np.arange(people) % settings.departments
        own = coins(draws, (runs, settings.departments, dimensions))
        common = np.arange(dimensions) < round(settings.coherence * dimensions)
        aims = np.where(common, np.int8(1), own)[:, departments]
        return cls(settings, draws, beliefs, np.zeros((runs, dimensions), np.int8), aims, departments)

    def step(self) -> None:
        """Go on by one period."""
        undecided = self.beliefs == 0
        actions = self.beliefs.copy()
        actions[undecided] = coins(self.draws, int(undecided.sum()))
        seen = self.draws.integers(0, DRAW, actions.shape[:2], dtype=np.int64) < below(self.settings.openness)
        code = self._code_after(actions, seen)
        learn(self.beliefs, np.broadcast_to(self.code[:, None, :], actions.shape), self.settings.p1, self.draws)
        if self.settings.learns_from != "nobody":
            self._learn_from_each_other(actions, seen)
        self.code = code

    def _code_after(self, actions: Signs, seen: NDArray[np.bool_]) -> Signs:
        """The usual way after it has changed by those who have a say."""
        if self.settings.authority == "title":
            say = seen & (np.arange(self.settings.people) < self.settings.leaders)
        else:
            gain = ((actions - self.code[:, None, :]) * self.aims).sum(axis=2, dtype=np.int16)
            say = seen & (gain > 0)
        margin = np.einsum("rpd,rp->rd", actions, say, dtype=np.int16, casting="unsafe")
        majority = np.sign(margin).astype(np.int8)
        chance = chances(self.settings.p2, self.settings.people)[np.abs(margin)]
        won = (majority != 0) & (majority != self.code)
        won &= self.draws.integers(0, DRAW, margin.shape, dtype=np.int64) < chance
        return np.where(won, majority, self.code)

    def _learn_from_each_other(self, actions: Signs, seen: NDArray[np.bool_]) -> None:
        """Everybody watches one other person, if that practice is open and serves their own aim better."""
        runs, people = seen.shape
        watched = self._watched(runs, people)
        row = np.arange(runs)[:, None]
        theirs = actions[row, watched]
        better = ((theirs - actions) * self.aims).sum(axis=2, dtype=np.int16) > 0
        taught = np.where((better & seen[row, watched])[:, :, None], theirs, np.int8(0))
        learn(self.beliefs, taught, self.settings.p1, self.draws)

    def _watched(self, runs: int, people: int) -> NDArray[np.int64]:
        """For each person whom they watch in this period; oneself stands for nobody."""
        if self.settings.learns_from == "everybody":
            return self.draws.integers(0, people, (runs, people), dtype=np.int64)
        count = self.settings.departments
        sizes = (people - 1 - self.departments) // count + 1
        return self.departments + count * (self.draws.integers(0, DRAW, (runs, people), dtype=np.int64) % sizes)


def place(
    settings: PlaceSettings, runs: int, seed: int, advance: Callable[[int], object] = lambda _: None
) -> PlaceRuns:
    """Let all runs go on through their periods; the same seed gives the same result.

    ``advance`` is called with the number of runs that are done, after each batch; it may raise to stop.
    """
    shared, each = (np.zeros((runs, settings.periods + 1)) for _ in range(2))
    for done, count, draws in batches(runs, seed):
        batch = Place.begin(settings, count, draws)
        for period in range(settings.periods + 1):
            shared[done - count : done, period] = batch.code.mean(axis=1)
            each[done - count : done, period] = batch.beliefs.mean(axis=(1, 2))
            if period < settings.periods:
                batch.step()
        advance(done)
    return PlaceRuns(shared, each)
