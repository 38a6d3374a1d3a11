"""How the map of a story is shown: scene by scene the ways taken and not taken, and how much is still unseen."""

from dlcourse.domain.roleplay.path_map import Path, PathMapView, Stop
from dlcourse.pages.markdown import inline
from dlcourse.pages.program import Props
from dlcourse.pages.roleplay import words
from dlcourse.pages.words import counted, listed


def path_map_props(view: PathMapView) -> Props:
    """The map as a list of scenes, each with its ways on."""
    stops = [stop for stop in view.stops if not stop.end]
    return {
        "title": words.PATHS,
        "note": words.PATHS_NOTE.format(
            seen=len(view.stops),
            scenes=counted(view.scenes, "scene", "scenes"),
            ends_seen=view.ends_seen,
            ends=counted(view.ends, "end", "ends"),
        ),
        "stops": [_stop(stop) for stop in stops],
        "ends": {"title": words.ENDS, "list": [_end(stop) for stop in view.stops if stop.end]},
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
        "note": _said(words.TAKEN_IN_ONE, words.TAKEN_IN_SOME, way.taken) if way.taken else words.NOT_TAKEN,
        "leads_to": words.LEADS_TO.format(scene=way.leads_to) if way.leads_to else words.LEADS_TO_UNSEEN,
    }


def _end(stop: Stop) -> Props:
    return {"title": inline(stop.title), "note": _attempts(stop.attempts)}


def _attempts(numbers: tuple[int, ...]) -> str:
    return _said(words.SEEN_IN_ONE, words.SEEN_IN_SOME, numbers)


def _said(one: str, some: str, numbers: tuple[int, ...]) -> str:
    """One of two sentences, for one attempt or for several."""
    return (one if len(numbers) == 1 else some).format(attempts=listed([str(number) for number in numbers]))
