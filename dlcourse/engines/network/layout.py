"""Where each person stands in a drawing of who turns to whom: the same from run to run, nobody on top of another.

Each part that ties join is placed by its `stress`; boxes that overlap are pushed apart (after Misue, Eades, Lai &
Sugiyama 1995, "Layout adjustment and the mental map"); the parts are set beside each other, people without ties last.
It draws nothing and knows no colours.
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
"""The box that one person has alone, for a mark and a name: no two centres are nearer in both directions."""
MOST_DRAWN = 200
"""How many people a drawing can hold; beyond it nobody can read it, whatever the layout."""
STEP = 2.6
"""How far apart people with a tie are meant to stand."""
PUSHES = 300
"""How often, at most, boxes that overlap are pushed."""
PUSH, SPARE = 0.3, 0.001
"""The share of an overlap by which each of two boxes moves in one push, and how far apart they are to be then."""
GAP = 1.5
"""The room between parts that no tie joins."""
ASPECT = 1.6
"""How much wider than high the whole drawing is meant to be, as screens and sheets are."""


@dataclass(frozen=True)
class Layout:
    """The centre of each person's box, all within 0..width across and 0..height down; see `WIDE` and `HIGH`."""

    places: dict[str, tuple[float, float]]
    width: float
    height: float


def layout(graph: Graph) -> Layout:
    """Where everybody stands; it depends on all ties of the graph, so draw each topic in the places of the whole.

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
    """Some people and where they stand among themselves, from (0, 0) on."""

    people: Sequence[str]
    points: Points

    @property
    def size(self) -> tuple[float, float]:
        """Width and height with the boxes."""
        across, down = self.points.max(axis=0)
        return float(across) + WIDE, float(down) + HIGH


def _placed(group: Sequence[str], near: Near) -> Points:
    """The people of one part, their boxes apart, the outermost at 0."""
    steps = _steps(group, near)
    points = _upright(stress.placed(steps))
    points = _apart(points * (STEP * np.array([ASPECT**0.5, ASPECT**-0.5])))
    moved: Points = points - points.min(axis=0)
    return moved


def _steps(group: Sequence[str], near: Near) -> Points:
    """How many steps it is from each to each."""
    far = [reached(near, name) for name in group]
    return np.array([[steps[name] for name in group] for steps in far], dtype=np.float64)


def _upright(points: Points) -> Points:
    """Turned about the middle so that the drawing is widest across."""
    points = points - points.mean(axis=0)
    across, down = points[:, 0], points[:, 1]
    turn = np.arctan2(2 * (across * down).sum(), (across**2 - down**2).sum()) / 2
    sine, cosine = np.sin(turn), np.cos(turn)
    return np.column_stack([cosine * across + sine * down, cosine * down - sine * across])


def _apart(points: Points) -> Points:
    """No two boxes overlap: those that do are pushed, half each, the way they overlap least."""
    n = len(points)
    order = np.sign(np.arange(n)[:, None] - np.arange(n))  # tells two people on one spot apart
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
    """What still overlaps moves to the right, one person after the other, until it is free."""
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
    """The blocks in rows from left to right, each row as high as its highest block."""
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
