"""A page that shows one view and takes one kind of command: it looks, carries out, and looks again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from dlcourse.domain.speech import TAG, Command, Query, View, decode
from dlcourse.errors import CourseError
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Do, Done, Page, Props, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import PageProps, page_props

V = TypeVar("V", bound=View)


@dataclass(frozen=True)
class SingleState(Generic[V]):
    """What is looked at, and what was seen of it; ``saved`` is when a command was recorded last."""

    query: Query
    view: V | None = None
    saved: str = ""
    notice: CourseError | None = None


def single(
    name: str,
    looks: type[Query],
    says: type[Command],
    view: type[V],
    props: Callable[[SingleState[V]], Mapping[str, object]],
) -> Page[SingleState[V]]:
    """The page ``name``: its place holds the parts of the query ``looks``, whose answer is a ``view``.

    ``says`` is the kind of command that it takes; ``props`` are what its component draws, see `single_props`.
    """

    def init(place: Raw) -> Step[SingleState[V]]:
        parts = {part: place[part] for part in looks.model_fields if part in place}
        state = SingleState[V](decode(looks, {TAG: looks.__name__, **parts}))
        return state, (See(state.query),)

    def shown(state: SingleState[V], message: Any) -> Step[SingleState[V]]:
        match message:
            case Seen(view=seen) if isinstance(seen, view):
                return replace(state, view=seen), ()
            case _:
                return update(state, message)

    return Page(name, init, Takes(name, (LookAgain, says)), shown, props)


def single_props(name: str, state: SingleState[V]) -> PageProps:
    """The frame of such a page's props."""
    frame = page_props(name, state.query.model_dump(mode="json"), saved=state.saved, notice=state.notice)
    return {**frame, "looks": True}


def untyped(name: str, shown: Callable[[V], Props]) -> Callable[[SingleState[V]], Props]:
    """The props of a page whose ``shown`` has no type yet."""
    return lambda state: {**single_props(name, state), **(shown(state.view) if state.view else {"view": None})}


def update(state: SingleState[V], message: Any) -> Step[SingleState[V]]:
    """Carry out a command, look again after it, and tell what was refused."""
    match message:
        case Command():
            return replace(state, notice=None), (Do(message),)
        case LookAgain():
            return state, (See(state.query),)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(state.query),)
        case Refused(effect=Do(), error=error):
            return replace(state, notice=error), (See(state.query),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()
