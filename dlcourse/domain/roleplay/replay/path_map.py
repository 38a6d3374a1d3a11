"""The map of a story after its first end: the ways that a person took, those that were open, and those still hidden.

The title and text of a scene that none of these plays reached are not revealed, nor is a way that was never open.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from dlcourse.domain.roleplay.replay.visits import Visit
from dlcourse.domain.roleplay.scenario import Crossroads, End, Panel, Scenario
from dlcourse.domain.speech import Query, Value, View
from dlcourse.errors import CourseError

WayState = Literal["taken", "open", "hidden"]
"""Whether a way was taken, was open and not taken, or was never open in these plays."""


class PathMap(Query):
    """The map of the scenario of this play, from all my ended plays of it."""

    play: str


class Path(Value):
    """A way on from a scene, and the attempts that took it.

    ``target`` is the id of the scene that it leads to, and ``leads_to`` that scene's title; both are empty if that
    scene is unseen. The ``text`` of a hidden way is empty, too.
    """

    text: str
    state: WayState
    taken: tuple[int, ...]
    target: str
    leads_to: str


class BranchPoint(Value):
    """A visit from which a new attempt can go on: after ``moves`` moves of the play ``play``, attempt ``attempt``."""

    attempt: int
    play: str
    moves: int


class Stop(Value):
    """A scene that was reached, the attempts that reached it, and the ways on from it; an end has none.

    ``points`` are the visits to it, in the order of the attempts.
    """

    scene: str
    title: str
    end: bool
    attempts: tuple[int, ...]
    ways: tuple[Path, ...]
    points: tuple[BranchPoint, ...]


class PathMapView(View):
    """The scenes that were reached, the first scene first and else in file order; the number of scenes and ends."""

    stops: tuple[Stop, ...]
    scenes: int
    ends: int
    ends_seen: int


class Route(NamedTuple):
    """A play that has ended, and the scenes that it came through."""

    play: str
    visits: Sequence[Visit]


def path_map_view(scenario: Scenario, routes: Mapping[int, Route]) -> PathMapView:
    """The map of these ended plays, keyed by their numbers; `CourseError` if none has ended."""
    if not routes:
        raise CourseError("map", "it is drawn after the first end", "Play the story to an end first.")
    seen = {visit.scene for route in routes.values() for visit in route.visits}
    first_then_file_order = sorted(scenario.scenes, key=lambda scene: scene.id != scenario.start)
    stops = tuple(_stop(scenario, scene, routes, seen) for scene in first_then_file_order if scene.id in seen)
    return PathMapView(
        stops=stops,
        scenes=len(scenario.scenes),
        ends=sum(isinstance(scene, End) for scene in scenario.scenes),
        ends_seen=sum(stop.end for stop in stops),
    )


def _stop(scenario: Scenario, scene: Panel | Crossroads | End, routes: Mapping[int, Route], seen: set[str]) -> Stop:
    here = [
        (number, route.play, visit)
        for number, route in routes.items()
        for visit in route.visits
        if visit.scene == scene.id
    ]
    end = isinstance(scene, End)
    return Stop(
        scene=scene.id,
        title=_title(scenario, scene.id),
        end=end,
        attempts=tuple(dict.fromkeys(number for number, _, _ in here)),
        ways=tuple(
            _path(scenario, way, [(number, visit) for number, _, visit in here], seen) for way in _ways(scenario, scene)
        ),
        points=()
        if end
        else tuple(BranchPoint(attempt=number, play=play, moves=visit.moves) for number, play, visit in here),
    )


class _WayOn(NamedTuple):
    """A way on from a scene: the id and the words of the choice or option, and the scene that it leads to."""

    id: str
    text: str
    target: str


def _ways(scenario: Scenario, scene: Panel | Crossroads | End) -> list[_WayOn]:
    match scene:
        case Crossroads():
            return [_WayOn(choice.id, choice.text, choice.leads_to) for choice in scene.choices]
        case Panel():
            return [_WayOn(option.id, option.name, scene.leads_to[option.id]) for option in scenario.options]
        case End():
            return []


def _path(scenario: Scenario, way: _WayOn, here: Sequence[tuple[int, Visit]], seen: set[str]) -> Path:
    taken = tuple(dict.fromkeys(number for number, visit in here if visit.way == way.id))
    opened = any(way.id in visit.open for _, visit in here)
    state: WayState = "taken" if taken else "open" if opened else "hidden"
    known = state != "hidden" and way.target in seen
    return Path(
        text="" if state == "hidden" else way.text,
        state=state,
        taken=taken,
        target=way.target if known else "",
        leads_to=_title(scenario, way.target) if known else "",
    )


def _title(scenario: Scenario, scene_id: str) -> str:
    return scenario.scene(scene_id).title or scene_id
