"""The props of the map of ways: a drawing of the scenes that were reached, and the same as a list."""

from collections.abc import Iterable
from typing import Literal, TypedDict

from dlcourse.domain.roleplay.replay.path_map import BranchPoint, Path, PathMapView, Stop, WayState
from dlcourse.pages.markdown import inline
from dlcourse.pages.props import NamedText
from dlcourse.pages.roleplay import replay_words as words
from dlcourse.pages.roleplay.map_drawing import MapDrawing, drawings
from dlcourse.pages.words import counted, listed


class PathProps(TypedDict):
    """A way on from a scene: whether it was taken, open or hidden, in which attempts, and where it leads."""

    html: str
    state: WayState
    note: str
    leads_to: str


class GoOnPoint(TypedDict):
    """An attempt from which a new one can go on here: which, after how many moves, and what it is called."""

    play: str
    moves: int
    text: str


class StopProps(TypedDict):
    """A scene that was reached: in which attempts, its ways on, and from where in them one can go on.

    ``label`` says in a few words what the drawing shows of it. ``stubs`` are its ways that lead to nothing drawn:
    open ones to scenes that are unseen, and hidden ones. ``attempts`` are the numbers of those that reached it.
    """

    title: str
    note: str
    label: str
    end: bool
    ways: list[PathProps]
    points: list[GoOnPoint]
    stubs: list[Literal["unseen", "hidden"]]
    attempts: list[int]


class MapWords(TypedDict):
    """The words around the drawing."""

    label: str
    which: str
    all: str
    legend: list[NamedText]
    pick: str
    from_which: str
    go_on: str
    no_point: str
    close: str
    list: str
    ends: str


class AttemptOption(TypedDict):
    """An attempt whose line can be shown."""

    number: int
    text: str


class PathMapProps(TypedDict):
    """The map of a story: its scenes, drawn for a narrow and for a wide page, with a note on how much is unseen.

    ``attempt`` is the number of the attempt that is debriefed, whose line is shown at first.
    """

    title: str
    note: str
    stops: list[StopProps]
    drawings: list[MapDrawing]
    attempt: int
    attempts: list[AttemptOption]
    words: MapWords


def path_map_props(view: PathMapView, attempt: int) -> PathMapProps:
    """The map, with the line of one attempt to begin with."""
    numbers = sorted({number for stop in view.stops for number in stop.attempts})
    return {
        "title": words.MAP,
        "note": words.MAP_NOTE.format(
            seen=len(view.stops),
            scenes=counted(view.scenes, "scene", "scenes"),
            ends_seen=view.ends_seen,
            ends=counted(view.ends, "end", "ends"),
        ),
        "stops": [_stop(stop) for stop in view.stops],
        "drawings": drawings(view),
        "attempt": attempt,
        "attempts": [{"number": number, "text": words.ATTEMPT.format(number=number)} for number in numbers],
        "words": WORDS,
    }


def _stop(stop: Stop) -> StopProps:
    return {
        "title": inline(stop.title),
        "note": _attempts(stop.attempts),
        "label": _label(stop),
        "end": stop.end,
        "ways": [_way(way) for way in stop.ways],
        "points": _points(stop.points),
        "stubs": [_stub(way.state) for way in stop.ways if not way.target and way.state != "taken"],
        "attempts": list(stop.attempts),
    }


def _stub(state: WayState) -> Literal["unseen", "hidden"]:
    return "unseen" if state == "open" else "hidden"


def _label(stop: Stop) -> str:
    attempts = _attempts(stop.attempts)
    if stop.end:
        return words.END_LABEL.format(attempts=attempts)
    sentences: dict[WayState, str] = {
        "taken": words.WAYS_TAKEN,
        "open": words.WAYS_OPEN,
        "hidden": words.WAYS_HIDDEN,
    }
    counts = {state: sum(way.state == state for way in stop.ways) for state in sentences}
    ways = [sentences[state].format(ways=counted(count, "way", "ways")) for state, count in counts.items() if count]
    return words.SCENE_LABEL.format(attempts=attempts, ways=listed(ways))


def _points(points: Iterable[BranchPoint]) -> list[GoOnPoint]:
    """The points of a scene, the newest attempt first; a scene that an attempt came back to has several."""
    shown: list[GoOnPoint] = []
    times: dict[int, int] = {}
    for point in points:
        times[point.attempt] = time = times.get(point.attempt, 0) + 1
        shown.append({"play": point.play, "moves": point.moves, "text": _point(point.attempt, time)})
    return shown[::-1]


def _point(attempt: int, time: int) -> str:
    named = words.ATTEMPT.format(number=attempt)
    if time == 1:
        return named
    place = words.TIMES[time - 1] if time <= len(words.TIMES) else words.LATER_TIME.format(number=time)
    return words.AGAIN_THERE.format(attempt=named, place=place)


def _way(way: Path) -> PathProps:
    if way.state == "hidden":
        return {
            "html": words.HIDDEN_WAY,
            "state": "hidden",
            "note": words.HIDDEN_WAY_NOTE,
            "leads_to": "",
        }
    return {
        "html": inline(way.text),
        "state": way.state,
        "note": _said(words.TAKEN_IN_ONE, words.TAKEN_IN_SOME, way.taken) if way.taken else words.NOT_TAKEN,
        "leads_to": words.LEADS_TO.format(scene=way.leads_to) if way.target else words.LEADS_TO_UNSEEN,
    }


def _attempts(numbers: tuple[int, ...]) -> str:
    return _said(words.SEEN_IN_ONE, words.SEEN_IN_SOME, numbers)


def _said(one: str, some: str, numbers: tuple[int, ...]) -> str:
    """One of two sentences, for one attempt or for several."""
    return (one if len(numbers) == 1 else some).format(attempts=listed([str(number) for number in numbers]))


WORDS: MapWords = {
    "label": words.MAP_LABEL,
    "which": words.WHICH_ATTEMPT,
    "all": words.ALL_ATTEMPTS,
    "legend": [{"name": mark, "text": text} for mark, text in words.LEGEND.items()],
    "pick": words.PICK,
    "from_which": words.FROM_WHICH,
    "go_on": words.GO_ON,
    "no_point": words.NO_POINT,
    "close": words.CLOSE,
    "list": words.MAP_LIST,
    "ends": words.ENDS,
}
