"""The map of a scenario for its author: all scenes and all ways, as far as the text is sound."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, TypedDict

from dlcourse.domain.roleplay.replay.map_layout import map_layout
from dlcourse.pages.roleplay.map_drawing import WIDTHS, MapDrawing
from dlcourse.pages.roleplay.path_map import WORDS, MapWords, StopProps
from dlcourse.pages.roleplay.studio import words

MOST_SCENES = 120


class SceneMapProps(TypedDict):
    """The drawing, and for each scene the key of its card in the form."""

    note: str
    stops: list[StopProps]
    drawings: list[MapDrawing]
    cards: list[str]
    words: MapWords


def scene_map(contents: Mapping[str, Any]) -> SceneMapProps | None:
    """The map; None if no scene has an id."""
    listed = contents.get("scenes")
    found = [(at, scene) for at, scene in enumerate(listed if isinstance(listed, list) else []) if _id(scene)]
    start = contents.get("start")
    scenes = dict(
        sorted(
            ((_id(scene), (at, scene)) for at, scene in reversed(found)), key=lambda one: (one[0] != start, one[1][0])
        )
    )
    if not scenes or len(scenes) > MOST_SCENES:
        return None
    links = [(name, target) for name, (_, scene) in scenes.items() for target in _targets(scene) if target in scenes]
    return {
        "note": words.MAP_NOTE,
        "stops": [_stop(scene, scenes) for _, scene in scenes.values()],
        "drawings": [_drawing(list(scenes), list(dict.fromkeys(links)), width) for width in WIDTHS],
        "cards": [f"scenes/{at}" for at, _ in scenes.values()],
        "words": {**WORDS, "label": words.MAP_LABEL},
    }


def _drawing(scenes: list[str], links: list[tuple[str, str]], width: int) -> MapDrawing:
    drawn = map_layout(scenes, links, width)
    lines = drawn.lines.items()
    return {
        "width": width,
        "rows": drawn.rows,
        "places": [drawn.places[scene] for scene in scenes],
        "lines": [
            {"ends": (scenes.index(one), scenes.index(other)), "taken": [], "through": list(through)}
            for (one, other), through in lines
        ],
    }


def _stop(scene: dict[str, Any], scenes: Mapping[str, tuple[int, dict[str, Any]]]) -> StopProps:
    kind = str(scene.get("kind", ""))
    targets = list(dict.fromkeys(_targets(scene)))
    shown = ", ".join(_title(scenes[name][1]) for name in targets if name in scenes) or words.NOWHERE
    label = words.STOP_END if kind == "end" else words.STOP.format(kind=words.KINDS.get(kind, "?"), targets=shown)
    return {
        "title": escape(_title(scene)),
        "note": "",
        "label": label,
        "end": kind == "end",
        "ways": [],
        "points": [],
        "stubs": ["unseen" for name in targets if name not in scenes],
        "attempts": [],
    }


def _targets(scene: dict[str, Any]) -> Iterator[str]:
    """The ids of the scenes that this one leads to."""
    leads_to, choices = scene.get("leads_to"), scene.get("choices")
    if scene.get("kind") == "panel" and isinstance(leads_to, dict):
        yield from (target for target in leads_to.values() if isinstance(target, str) and target)
    for choice in choices if isinstance(choices, list) else []:
        if isinstance(choice, dict) and isinstance(choice.get("leads_to"), str) and choice["leads_to"]:
            yield choice["leads_to"]


def _id(scene: Any) -> str:
    return str(scene.get("id") or "") if isinstance(scene, dict) and isinstance(scene.get("id"), str) else ""


def _title(scene: dict[str, Any]) -> str:
    return " ".join(str(scene.get("title") or scene.get("id")).split())[:80]
