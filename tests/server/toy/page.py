"""The toy page: it counts, and shows the count to everybody who watches."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.speech import Command, Query, View
from dlcourse.errors import CourseError
from dlcourse.pages.program import Do, Done, Noticed, Page, Props, Raw, Refused, See, Seen, Step, Watch

TOPIC = "count"


class Bump(Command):
    """Count further."""

    by: int = 1


class Count(Query):
    """How far it is; ``wait`` makes it heavy work (seconds)."""

    wait: float = 0


class Counted(View):
    """How far it is."""

    count: int


@dataclass(frozen=True)
class State:
    """What the page knows."""

    count: int = -1
    step: int = 1
    trouble: str = ""


def init(place: Raw) -> Step[State]:
    """Look, and watch."""
    if place.get("scenario") == "unknown":
        raise CourseError("scenario", "there is none called 'unknown'", "Choose one from the home page.")
    return State(step=int(place.get("step", 1))), (Watch(TOPIC), See(Count()))


def parse(raw: Raw) -> Any:
    """Understand ``bump``, ``stride``, ``wait`` and ``crash``."""
    match raw.get("say"):
        case "bump":
            return Bump(id=str(raw["id"]), by=int(raw.get("by", 1)))
        case "stride":
            return int(raw["step"])
        case "wait":
            return Count(wait=float(raw["seconds"]))
        case "crash":
            raise ZeroDivisionError(raw["words"])
    raise CourseError("toy", "it does not know that message", "Reload the page.")


def update(state: State, message: Any) -> Step[State]:
    """Count, look, remember."""
    match message:
        case Bump():
            return replace(state, trouble=""), (Do(message),)
        case Count():
            return state, (See(message),)
        case int():
            return replace(state, step=message), ()
        case Seen(view=Counted(count=count)):
            return replace(state, count=count), ()
        case Refused(error=error):
            return replace(state, trouble=str(error)), ()
        case Done() | Noticed():
            return state, (See(Count()),)
        case _:
            return state, ()


def props(state: State) -> Props:
    """Show it."""
    shown = {"title": "Counting", "count": state.count, "step": state.step, "trouble": state.trouble}
    links = [{"to": "session/01-counting", "text": "Counting", "note": "5 minutes"}]
    return {"page": "toy", **shown, "links": links, "place": {"step": state.step}}


PAGE: Page[State] = Page("toy", init, parse, update, props)
