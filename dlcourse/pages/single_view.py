"""A page that shows one view and takes one kind of command: it looks, carries out, and looks again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dlcourse.domain.speech import TAG, Command, Query, View, decode
from dlcourse.errors import CourseError
from dlcourse.pages.program import Do, Done, Page, Props, Raw, Refused, See, Seen, Step
from dlcourse.pages.words import STATUS

V = TypeVar("V", bound=View)


@dataclass(frozen=True)
class SingleState:
    """What is looked at; ``saved`` is when a command was recorded last."""

    query: Query
    view: View | None = None
    saved: str = ""
    notice: CourseError | None = None


@dataclass(frozen=True)
class Look:
    """The person comes back to the page: look again, for what was done in another tab meanwhile."""


def single(
    name: str, looks: type[Query], says: type[Command], view: type[V], shown: Callable[[V], Props]
) -> Page[SingleState]:
    """The page ``name``: its place holds the parts of the query ``looks``; ``shown`` draws the ``view`` it gives."""

    def init(place: Raw) -> Step[SingleState]:
        parts = {part: place[part] for part in looks.model_fields if part in place}
        state = SingleState(decode(looks, {TAG: looks.__name__, **parts}))
        return state, (See(state.query),)

    def parse(raw: Raw) -> Command | Look:
        if raw.get("say") == "look":
            return Look()
        command = decode(Command, raw)
        if isinstance(command, says):
            return command
        raise CourseError(name, "it does not know that message", "Reload the page.")

    def props(state: SingleState) -> Props:
        drawn = shown(state.view) if isinstance(state.view, view) else {"view": None}
        return {
            "page": name,
            "place": state.query.model_dump(mode="json"),
            "status": STATUS,
            "saved": state.saved,
            "notice": state.notice.to_json() if state.notice else None,
            "links": [],
            "looks": True,
            **drawn,
        }

    return Page(name, init, parse, update, props)


def update(state: SingleState, message: Any) -> Step[SingleState]:
    """Carry out a command, look again after it, and tell what was refused."""
    match message:
        case Command():
            return replace(state, notice=None), (Do(message),)
        case Look():
            return state, (See(state.query),)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(state.query),)
        case Refused(effect=Do(), error=error):
            return replace(state, notice=error), (See(state.query),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case Seen(view=view):
            return replace(state, view=view), ()
        case _:
            return state, ()
