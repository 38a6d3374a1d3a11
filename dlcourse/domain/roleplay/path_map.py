"""The map of a story after its first end: the ways a person took, the ways that stayed open, and how much is unseen.

A scene that nobody of these plays came to keeps its title and its text.
"""

from collections.abc import Mapping

from dlcourse.domain.roleplay.messages import ChoiceMade, Decided
from dlcourse.domain.roleplay.play import Play
from dlcourse.domain.roleplay.scenario import Crossroads, End, Panel, Scenario
from dlcourse.domain.speech import Query, Value, View
from dlcourse.errors import CourseError


class PathMap(Query):
    """The map of the scenario of this play, from all my ended plays of it."""

    play: str


class Path(Value):
    """A way on from a scene; ``taken`` in which attempts. ``leads_to`` is empty where that scene is unseen."""

    text: str
    taken: tuple[int, ...]
    leads_to: str


class Stop(Value):
    """A scene that was come to, in which attempts, and its ways on; an end has none."""

    scene: str
    title: str
    end: bool
    attempts: tuple[int, ...]
    ways: tuple[Path, ...]


class PathMapView(View):
    """The scenes come to, in the file's order, and how many scenes and ends there are in all."""

    stops: tuple[Stop, ...]
    scenes: int
    ends: int
    ends_seen: int


Steps = list[tuple[str, str]]
"""The scenes a play went through with the way taken on from each: a choice's or an option's id."""


def path_map_view(scenario: Scenario, plays: Mapping[int, Play]) -> PathMapView:
    """The map of these ended plays, by their numbers; `CourseError` where none has ended."""
    if not plays:
        raise CourseError("map", "it is drawn after the first end", "Play the story to an end first.")
    steps = {number: _steps(play) for number, play in plays.items()}
    seen = {scene for play, taken in zip(plays.values(), steps.values(), strict=True) for scene in _seen(play, taken)}
    stops = tuple(_stop(scenario, scene.id, plays, steps, seen) for scene in scenario.scenes if scene.id in seen)
    return PathMapView(
        stops=stops,
        scenes=len(scenario.scenes),
        ends=sum(isinstance(scene, End) for scene in scenario.scenes),
        ends_seen=sum(stop.end for stop in stops),
    )


def _steps(play: Play) -> Steps:
    taken: Steps = []
    for said in play.said:
        if isinstance(said.turn, ChoiceMade):
            taken.append((said.scene, said.turn.choice))
        elif isinstance(said.turn, Decided):
            taken.append((said.scene, said.turn.option))
    return taken


def _seen(play: Play, taken: Steps) -> set[str]:
    return {scene for scene, _ in taken} | {play.scene}


def _stop(
    scenario: Scenario, scene_id: str, plays: Mapping[int, Play], steps: Mapping[int, Steps], seen: set[str]
) -> Stop:
    scene = scenario.scene(scene_id)
    title = _title(scenario, scene_id, seen)
    attempts = tuple(number for number, play in plays.items() if scene_id in _seen(play, steps[number]))
    ways = tuple(
        Path(
            text=text,
            taken=tuple(number for number, taken in steps.items() if (scene_id, way) in taken),
            leads_to=_title(scenario, target, seen),
        )
        for way, text, target in _ways_on(scenario, scene)
    )
    return Stop(scene=scene_id, title=title, end=isinstance(scene, End), attempts=attempts, ways=ways)


def _ways_on(scenario: Scenario, scene: Panel | Crossroads | End) -> list[tuple[str, str, str]]:
    """The ways on from a scene: id, words, where it leads."""
    match scene:
        case Crossroads():
            return [(choice.id, choice.text, choice.leads_to) for choice in scene.choices]
        case Panel():
            return [(option.id, option.name, scene.leads_to[option.id]) for option in scenario.options]
        case End():
            return []


def _title(scenario: Scenario, scene_id: str, seen: set[str]) -> str:
    return (scenario.scene(scene_id).title or scene_id) if scene_id in seen else ""
