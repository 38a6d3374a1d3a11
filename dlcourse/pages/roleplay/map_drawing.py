"""How the map of ways is drawn, in a narrow page and in a wide one: where each scene stands, and the lines between."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from dlcourse.domain.roleplay.replay.map_layout import Link, Place, map_layout
from dlcourse.domain.roleplay.replay.path_map import PathMapView, Stop

WIDTHS = (3, 5)
"""How many scenes stand side by side at most, in a narrow page and in a wide one."""


class MapLine(TypedDict):
    """A line between two scenes, by their places in the list; the attempts that took it, none if it was only open.

    ``through`` are the places it goes through in between, each across and down.
    """

    ends: tuple[int, int]
    taken: list[int]
    through: list[Place]


class MapDrawing(TypedDict):
    """A drawing of a width, with the place of each scene, across and down."""

    width: int
    rows: int
    places: list[Place]
    lines: list[MapLine]


def drawings(view: PathMapView) -> list[MapDrawing]:
    """The drawings of the map, the narrow one first."""
    scenes = [stop.scene for stop in view.stops]
    drawn = [(stop, way.target) for stop in view.stops for way in stop.ways if way.target]
    links = {(stop.scene, target): _taken(stop, target) for stop, target in drawn}
    return [_drawing(scenes, links, width) for width in WIDTHS]


def _drawing(scenes: Sequence[str], links: Mapping[Link, list[int]], width: int) -> MapDrawing:
    drawn = map_layout(scenes, links, width)
    return {
        "width": width,
        "rows": drawn.rows,
        "places": [drawn.places[scene] for scene in scenes],
        "lines": [
            {"ends": (scenes.index(one), scenes.index(other)), "taken": links[one, other], "through": list(through)}
            for (one, other), through in drawn.lines.items()
        ],
    }


def _taken(stop: Stop, target: str) -> list[int]:
    return sorted({number for way in stop.ways if way.target == target for number in way.taken})
