"""How the map of a story is shown: scene by scene the ways taken and not taken, and how much is still unseen."""

from dlcourse.domain.roleplay.path_map import Path, PathMapView, Stop
from dlcourse.pages.markdown import inline
from dlcourse.pages.program import Props
from dlcourse.pages.words import counted, listed

UNSEEN = "a scene you have not seen"


def path_map_props(view: PathMapView) -> Props:
    """The map as a list of scenes, each with its ways on."""
    stops = [stop for stop in view.stops if not stop.end]
    return {
        "title": "Ways taken and not taken",
        "note": f"You have come through {len(view.stops)} of {counted(view.scenes, 'scene', 'scenes')} and to "
        f"{view.ends_seen} of {counted(view.ends, 'end', 'ends')}. Scenes that you have not seen keep their names.",
        "stops": [_stop(stop) for stop in stops],
        "ends": {"title": "Ends you have come to", "list": [_end(stop) for stop in view.stops if stop.end]},
    }


def _stop(stop: Stop) -> Props:
    return {
        "title": inline(stop.title),
        "note": _attempts(stop.attempts),
        "ways": [_way(way) for way in stop.ways],
    }


def _way(way: Path) -> Props:
    return {
        "html": inline(way.text),
        "taken": bool(way.taken),
        "note": f"Taken in {_attempts(way.taken).lower()}" if way.taken else "Not taken",
        "leads_to": f"leads to “{way.leads_to}”" if way.leads_to else f"leads to {UNSEEN}",
    }


def _end(stop: Stop) -> Props:
    return {"title": inline(stop.title), "note": _attempts(stop.attempts)}


def _attempts(numbers: tuple[int, ...]) -> str:
    word = "Attempt" if len(numbers) == 1 else "Attempts"
    return f"{word} {listed([str(number) for number in numbers])}"
