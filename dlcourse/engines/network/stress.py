"""Places in the plane whose distances come close to given ones, the same whenever they are asked for.

Stress majorization (Gansner, Koren & North 2004, "Graph drawing by stress majorization", section 2.3; SMACOF, de Leeuw
1977) from classical scaling (Torgerson 1952), the start that Brandes & Pich (2009) recommend. No chance, and no BLAS:
its threads wait for each other on a busy machine, here for seconds.
"""

import numpy as np
from numpy.typing import NDArray

TURNS, ITERATIONS = 200, 50
"""How often, at most, the stress is lowered; and how often a vector is multiplied."""
STILL, NOTHING = 0.005, 1e-9
"""Below the first a move, in steps, is not worth another turn; below the second a length counts as none."""

Points = NDArray[np.float64]
"""One row a person: across and down. For steps: one row a person, one column a person."""


def placed(steps: Points) -> Points:
    """Places for people that are so many steps from each other (0 only from oneself), each on a spot of their own."""
    return _majorized(_classical(steps), steps)


def _classical(steps: Points) -> Points:
    """Classical scaling by power iteration; a little of the spiral it starts from keeps everybody on their own spot."""
    squares, start = steps**2, _spiral(len(steps))
    inner = (squares.mean(axis=0) + squares.mean(axis=1)[:, None] - squares.mean() - squares) / 2
    first = _axis(inner, start[:, 0])
    size = (first**2).sum()
    second = _axis(inner - np.outer(first, first), start[:, 1]) if size else first
    return np.column_stack([first, second]) + 0.1 * start


def _spiral(number: int) -> Points:
    """As many points inside the unit circle, each alone (the golden angle from one to the next)."""
    at = np.arange(number)
    far, turn = np.sqrt((at + 1) / number), at * np.pi * (3 - 5**0.5)
    return np.column_stack([far * np.cos(turn), far * np.sin(turn)])


def _axis(inner: Points, vector: Points) -> Points:
    """The eigenvector of the greatest eigenvalue, as long as its root."""
    for _ in range(ITERATIONS):
        grown = (inner * vector).sum(axis=1)
        length = float(np.hypot.reduce(grown))
        if length < NOTHING:
            return np.zeros(len(vector))
        vector = grown / length
    axis: Points = vector * length**0.5
    return axis


def _majorized(points: Points, steps: Points) -> Points:
    """Lower the stress, the sum of (distance - steps)^2 / steps^2: each in turn goes where the others want them."""
    weights = 1 / np.where(steps == 0, np.inf, steps) ** 2
    total = np.maximum(weights.sum(axis=1), NOTHING)
    for _ in range(TURNS):
        before = points.copy()
        for at, (wanted, weight) in enumerate(zip(steps, weights, strict=True)):
            away = points[at] - points
            far = np.maximum(np.hypot(away[:, 0], away[:, 1]), NOTHING)
            ideal = points + away * (wanted / far)[:, None]
            points[at] = (ideal * weight[:, None]).sum(axis=0) / total[at]
        if np.abs(points - before).max() < STILL:
            break
    return points
