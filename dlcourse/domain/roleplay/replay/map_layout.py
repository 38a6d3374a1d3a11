"""Where the scenes of a map stand: in rows from the first scene down, each link along a line that avoids the scenes.

This is the usual drawing in layers (Sugiyama, Tagawa & Toda 1981): links that would lead back up are turned for the
layout, rows follow from the longest way to a scene, and scenes stand near those that they are linked with. It is the
same in every run.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Link = tuple[str, str]
Place = tuple[float, float]

SWEEPS = 8
"""How often the rows are put in order by what they are linked with, down and up in turn."""
NARROW = 0.3
"""The width of a line that passes between scenes, where a scene has the width 1."""


@dataclass(frozen=True)
class MapLayout:
    """A drawing of ``rows`` rows, each ``width`` scenes wide at most.

    ``places`` gives each scene's place: across from 0 to ``width``, and the number of its row from 0. ``lines`` gives
    for each link the places that its line goes through between its two scenes.
    """

    width: int
    rows: int
    places: dict[str, Place]
    lines: dict[Link, tuple[Place, ...]]


def map_layout(scenes: Sequence[str], links: Iterable[Link], width: int) -> MapLayout:
    """Lay out the scenes, the first one on top, with at most ``width`` of them in a row.

    Links of a scene to itself are left out. Both ends of each link must be among the scenes.
    """
    wanted = list(dict.fromkeys((one, other) for one, other in links if one != other))
    down = _downward(scenes, wanted)
    rows = _rows(scenes, down, width)
    chains = {link: _chain(link, rows) for link in down}
    order = _ordered(scenes, rows, list(chains.values()))
    places = {name: (across, float(row)) for row, names in enumerate(order) for name, across in _across(names, width)}
    lines = {link: _between(chains, link, places) for link in wanted}
    return MapLayout(width=width, rows=len(order), places={scene: places[scene] for scene in scenes}, lines=lines)


def _downward(scenes: Sequence[str], links: Sequence[Link]) -> list[Link]:
    """The links, each turned if it leads back to a scene that it can be reached from; none twice."""
    targets: dict[str, list[str]] = {scene: [] for scene in scenes}
    for one, other in links:
        targets[one].append(other)
    back = _back(targets)
    return list(dict.fromkeys((link[1], link[0]) if link in back else link for link in links))


def _back(targets: Mapping[str, Sequence[str]]) -> set[Link]:
    """The links that lead back to a scene on the way to them, when each scene's links are followed in turn."""
    back: set[Link] = set()
    done: set[str] = set()
    for first in targets:
        path = {} if first in done else {first: iter(targets[first])}
        while path:
            scene, ways = next(reversed(path.items()))
            target = next(ways, None)
            if target is None:
                path.popitem()
                done.add(scene)
            elif target in path:
                back.add((scene, target))
            elif target not in done:
                path[target] = iter(targets[target])
    return back


def _rows(scenes: Sequence[str], down: Sequence[Link], width: int) -> dict[str, int]:
    """The row of each scene: below all from which a link leads down to it; rows that are too long are broken."""
    depth = dict.fromkeys(scenes, 0)
    for _ in scenes:
        for one, other in down:
            depth[other] = max(depth[other], depth[one] + 1)
    rows: dict[str, int] = {}
    first = 0
    for level in range(max(depth.values(), default=0) + 1):
        here = [scene for scene in scenes if depth[scene] == level]
        rows |= {scene: first + at // width for at, scene in enumerate(here)}
        first += -(-len(here) // width)
    return rows


def _chain(link: Link, rows: Mapping[str, int]) -> list[tuple[str, int]]:
    """What a link goes through from row to row: its scenes, and between them a place of its own in each row."""
    one, other = link
    between = [(f"{one} {other} {row}", row) for row in range(rows[one] + 1, rows[other])]
    return [(one, rows[one]), *between, (other, rows[other])]


def _ordered(
    scenes: Sequence[str], rows: Mapping[str, int], chains: Sequence[Sequence[tuple[str, int]]]
) -> list[list[str]]:
    """What stands in each row from left to right, near what it is linked with in the row above or below."""
    order: list[list[str]] = [[] for _ in range(max(rows.values(), default=-1) + 1)]
    for name, row in dict.fromkeys(
        [*((scene, rows[scene]) for scene in scenes), *(each for chain in chains for each in chain)]
    ):
        order[row].append(name)
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for chain in chains:
        for (one, _), (other, _) in pairwise(chain):
            below.setdefault(one, []).append(other)
            above.setdefault(other, []).append(one)
    for sweep in range(SWEEPS):
        near, turn = (above, range(1, len(order))) if sweep % 2 == 0 else (below, range(len(order) - 2, -1, -1))
        for row in turn:
            order[row] = _sorted_by(order[row], near, order[row - 1 if near is above else row + 1])
    return order


def _sorted_by(names: Sequence[str], near: Mapping[str, Sequence[str]], beside: Sequence[str]) -> list[str]:
    """The names in the order of the mean place of what they are linked with; others keep their share of the row."""
    at = {name: (place + 0.5) / len(beside) for place, name in enumerate(beside)}
    share = {name: (place + 0.5) / len(names) for place, name in enumerate(names)}
    found = {name: [at[each] for each in near.get(name, ())] for name in names}
    mean = {name: sum(places) / len(places) if places else share[name] for name, places in found.items()}
    return sorted(names, key=lambda name: (mean[name], share[name]))


def _across(names: Sequence[str], width: int) -> list[tuple[str, float]]:
    """Where the middle of each stands; lines are as narrow as they must be for the scenes to have room."""
    lines = sum(_is_line(name) for name in names)
    room = width - (len(names) - lines)
    line = min(NARROW, room / lines) if lines else 0.0
    sizes = [line if _is_line(name) else 1.0 for name in names]
    start = (width - sum(sizes)) / 2
    return [(name, start + sum(sizes[:at]) + sizes[at] / 2) for at, name in enumerate(names)]


def _is_line(name: str) -> bool:
    return " " in name


def _between(
    chains: Mapping[Link, Sequence[tuple[str, int]]], link: Link, places: Mapping[str, Place]
) -> tuple[Place, ...]:
    if link in chains:
        return tuple(places[name] for name, _ in chains[link][1:-1])
    return tuple(places[name] for name, _ in reversed(chains[link[1], link[0]][1:-1]))
