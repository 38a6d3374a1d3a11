"""Positions in the plane whose distances are close to given distances; the same input gives the same positions.

Stress majorization (Gansner, Koren & North 2004, "Graph drawing by stress majorization", section 2.3; SMACOF, de Leeuw
1977), started from classical scaling (Torgerson 1952), as Brandes & Pich (2009) recommend. Nothing is random. BLAS is
avoided: on a busy machine its threads wait for each other, here for seconds.
"""

import numpy as np
from numpy.typing import NDArray

TURNS, ITERATIONS = 200, 50
"""The most rounds of lowering the stress, and the number of power iterations."""
STILL, NOTHING = 0.005, 1e-9
"""A move shorter than the first, in steps, ends the rounds; a length below the second counts as zero."""

Points = NDArray[np.float64]
"""One row per person: across and down. For steps: one row and one column per person."""


def placed(steps: Points) -> Points:
    """Distinct positions for people whose distances in steps are given (0 only from oneself)."""
    return _majorized(_classical(steps), steps)


def _classical(steps: Points) -> Points:
    """Classical scaling by power iteration, plus a little of the starting spiral, so that no two spots coincide."""
    squares, start = steps**2, _spiral(len(steps))
    inner = (squares.mean(axis=0) + squares.mean(axis=1)[:, None] - squares.mean() - squares) / 2
    first = _axis(inner, start[:, 0])
    size = (first**2).sum()
    second = _axis(inner - np.outer(first, first), start[:, 1]) if size else first
    return np.column_stack([first, second]) + 0.1 * start


def _spiral(number: int) -> Points:
    """Distinct points inside the unit circle, turning by the golden angle from one to the next."""
    at = np.arange(number)
    far, turn = np.sqrt((at + 1) / number), at * np.pi * (3 - 5**0.5)
    return np.column_stack([far * np.cos(turn), far * np.sin(turn)])


def _axis(inner: Points, vector: Points) -> Points:
    """The eigenvector of the greatest eigenvalue, scaled to the square root of that eigenvalue."""
    for _ in range(ITERATIONS):
        grown = (inner * vector).sum(axis=1)
        length = float(np.hypot.reduce(grown))
        if length < NOTHING:
            return np.zeros(len(vector))
        vector = grown / length
    axis: Points = vector * length**0.5
    return axis


def _majorized(points: Points, steps: Points) -> Points:
    """Lower the stress, the sum of (distance - steps)^2 / steps^2, by moving one person at a time."""
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
