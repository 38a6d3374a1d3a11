"""Where each person stands in a drawing of who turns to whom: the same in every run, without overlaps.

Each connected part is placed by minimizing its `stress`. Overlapping boxes are pushed apart (after Misue, Eades, Lai &
Sugiyama 1995, "Layout adjustment and the mental map"). The parts are placed side by side, people without ties last.
Nothing is drawn here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dlcourse.domain.network.articulation import Near, parts, reached
from dlcourse.domain.network.graph import Graph
from dlcourse.engines.network import stress
from dlcourse.engines.network.stress import Points
from dlcourse.errors import CourseError

WIDE, HIGH = 3.0, 1.5
"""The box that one person has alone, for a mark and a name: no two centers are closer in both directions."""
MOST_DRAWN = 200
"""The most people in a drawing; with more, no layout is readable."""
STEP = 2.6
"""The ideal distance between two people with a tie."""
PUSHES = 300
"""The most rounds of pushing overlapping boxes apart."""
PUSH, SPARE = 0.3, 0.001
"""The share of an overlap by which each of two boxes moves in one push, and the gap to leave between them."""
GAP = 1.5
"""The room between unconnected parts."""
ASPECT = 1.6
"""The ideal ratio of width to height, close to that of screens and sheets of paper."""


@dataclass(frozen=True)
class Layout:
    """The center of each person's box, from 0 to ``width`` across and 0 to ``height`` down; see `WIDE` and `HIGH`."""

    places: dict[str, tuple[float, float]]
    width: float
    height: float


def layout(graph: Graph) -> Layout:
    """Where everybody stands. It depends on all ties, so use one layout for the drawings of all topics.

    Raises a `CourseError` for more than `MOST_DRAWN` people.
    """
    if len(graph.people) > MOST_DRAWN:
        what = f"{len(graph.people)} people are more than a drawing can show ({MOST_DRAWN})"
        raise CourseError("drawing", what, "Draw a part of the network, or read the table.")
    groups = sorted(parts(graph.near), key=len, reverse=True)
    blocks = [_Block(group, _placed(group, graph.near)) for group in groups]
    return _beside(blocks)


@dataclass(frozen=True)
class _Block:
    """Some people and their positions relative to each other, starting at (0, 0)."""

    people: Sequence[str]
    points: Points

    @property
    def size(self) -> tuple[float, float]:
        """Width and height with the boxes."""
        across, down = self.points.max(axis=0)
        return float(across) + WIDE, float(down) + HIGH


def _placed(group: Sequence[str], near: Near) -> Points:
    """The people of one part, placed without overlaps, the outermost at 0."""
    steps = _steps(group, near)
    points = _upright(stress.placed(steps))
    points = _apart(points * (STEP * np.array([ASPECT**0.5, ASPECT**-0.5])))
    moved: Points = points - points.min(axis=0)
    return moved


def _steps(group: Sequence[str], near: Near) -> Points:
    """The number of steps between every two people."""
    far = [reached(near, name) for name in group]
    return np.array([[steps[name] for name in group] for steps in far], dtype=np.float64)


def _upright(points: Points) -> Points:
    """The positions rotated about the center, so that the drawing is wider than high."""
    points = points - points.mean(axis=0)
    across, down = points[:, 0], points[:, 1]
    turn = np.arctan2(2 * (across * down).sum(), (across**2 - down**2).sum()) / 2
    sine, cosine = np.sin(turn), np.cos(turn)
    return np.column_stack([cosine * across + sine * down, cosine * down - sine * across])


def _apart(points: Points) -> Points:
    """The positions without overlaps: boxes are pushed apart, half each, where they overlap least."""
    n = len(points)
    order = np.sign(np.arange(n)[:, None] - np.arange(n))  # separates two people on the same spot
    for _ in range(PUSHES):
        away = points[:, None] - points[None]
        over = (WIDE, HIGH) - np.abs(away)
        hit = (over > 0).all(axis=2) & (order != 0)
        if not hit.any():
            break
        ways = np.where(away == 0, order[:, :, None], np.sign(away)) * (over + SPARE)
        sideways = over[:, :, 0] / WIDE < over[:, :, 1] / HIGH
        moves = ways * np.stack([hit & sideways, hit & ~sideways], axis=2)
        points = points + moves.sum(axis=1) * PUSH
    return _settled(points)


def _settled(points: Points) -> Points:
    """The positions with whoever still overlaps moved to the right, one person after the other."""
    points = np.round(points, 3)
    done: list[int] = []
    for at in np.argsort(points[:, 0], kind="stable"):
        while True:
            free = (np.abs(points[done] - points[at]) > np.array([WIDE, HIGH]) - SPARE / 2).any(axis=1)
            if free.all():
                break
            points[at, 0] = points[done][~free, 0].max() + WIDE
        done.append(int(at))
    return points


def _beside(blocks: Sequence[_Block]) -> Layout:
    """The blocks in rows from left to right; a row is as high as its highest block."""
    room = sum((block.size[0] + GAP) * (block.size[1] + GAP) for block in blocks)
    most = max([(room * ASPECT) ** 0.5, *(block.size[0] + GAP for block in blocks)])
    places: dict[str, tuple[float, float]] = {}
    across, top, bottom, width = 0.0, 0.0, 0.0, 0.0
    for block in blocks:
        if across + block.size[0] > most:
            across, top = 0.0, bottom + GAP
        places.update(_moved(block, across, top))
        across, width = across + block.size[0] + GAP, max(width, across + block.size[0])
        bottom = max(bottom, top + block.size[1])
    return Layout(places, round(width, 3), round(bottom, 3))


def _moved(block: _Block, across: float, top: float) -> dict[str, tuple[float, float]]:
    points = block.points + np.array([across + WIDE / 2, top + HIGH / 2])
    return {name: (round(x, 3), round(y, 3)) for name, (x, y) in zip(block.people, points.tolist(), strict=True)}
