"""The map of a story after its first end: the paths a person took, the paths not taken, and how much is unseen.

The title and text of a scene that none of these plays reached are not revealed.
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
    """A path from a scene and the attempts that took it; ``leads_to`` is empty if that scene is unseen."""

    text: str
    taken: tuple[int, ...]
    leads_to: str


class Stop(Value):
    """A scene that was reached, the attempts that reached it, and the paths from it; an end has none."""

    scene: str
    title: str
    end: bool
    attempts: tuple[int, ...]
    ways: tuple[Path, ...]


class PathMapView(View):
    """The scenes that were reached, in file order, and the total number of scenes and ends."""

    stops: tuple[Stop, ...]
    scenes: int
    ends: int
    ends_seen: int


Steps = list[tuple[str, str]]
"""The scenes of a play, each with the path taken from it: the id of a choice or an option."""


def path_map_view(scenario: Scenario, plays: Mapping[int, Play]) -> PathMapView:
    """The map of these ended plays, keyed by their numbers; `CourseError` if none has ended."""
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
    """The paths from a scene: id, words, and the scene each leads to."""
    match scene:
        case Crossroads():
            return [(choice.id, choice.text, choice.leads_to) for choice in scene.choices]
        case Panel():
            return [(option.id, option.name, scene.leads_to[option.id]) for option in scenario.options]
        case End():
            return []


def _title(scenario: Scenario, scene_id: str, seen: set[str]) -> str:
    return (scenario.scene(scene_id).title or scene_id) if scene_id in seen else ""
