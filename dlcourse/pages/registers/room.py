"""A register on the screen of a room: one thing at a time, large, and without the names of those who wrote.

It follows what people write on their phones. Whoever stands beside it moves on, and new things come at the end.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypedDict, TypeVar

from pydantic import Field

from dlcourse.domain.registers.streams import RegisterView
from dlcourse.domain.speech import Query
from dlcourse.errors import CourseError
from dlcourse.pages.messages import LookAgain, Message, Takes
from dlcourse.pages.program import Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import LinkProps, NamedText, PageProps, page_props

V = TypeVar("V", bound=RegisterView)
PLACE = "{number} of {whole}"
BACK_ONE, ON = "Previous", "Next"
OPEN = "Show it on a screen, one thing at a time"
"""The words of the link that leads here."""


class ShowOnScreen(Message):
    """Show the part of the register that has this key."""

    key: str = Field(max_length=200)


class RoomCount(TypedDict):
    """How many there are of something."""

    name: str
    number: str


class RoomPart(TypedDict):
    """One thing of the register. ``mark`` says where it stands; ``listed`` are sentences under ``list_title``."""

    key: str
    title: str
    mark: str
    lines: list[NamedText]
    counts: list[RoomCount]
    list_title: str
    listed: list[str]


class RoomScreen(TypedDict):
    """The part that is shown, which one it is, and the keys of those before and after it (empty if there is none)."""

    part: RoomPart
    place: str
    back_one: str
    before: str
    on: str
    after: str


class RegisterRoomProps(PageProps):
    """What the screen draws; ``screen`` is None until the register was seen. ``back`` leads to the register."""

    back: LinkProps
    screen: RoomScreen | None


@dataclass(frozen=True)
class RoomState(Generic[V]):
    """The latest answer, and the key of the part that is shown; the first one if it is empty or gone."""

    view: V | None = None
    key: str = ""
    notice: CourseError | None = None


def part(  # noqa: PLR0913 (the parts of a part)
    key: str,
    title: str,
    *,
    mark: str = "",
    lines: Sequence[tuple[str, str]] = (),
    counts: Sequence[tuple[str, int]] = (),
    listed: tuple[str, Sequence[str]] = ("", ()),
) -> RoomPart:
    """One thing of a register; lines without a text are left out."""
    return {
        "key": key,
        "title": title,
        "mark": mark,
        "lines": [{"name": name, "text": text} for name, text in lines if text],
        "counts": [{"name": name, "number": str(number)} for name, number in counts],
        "list_title": listed[0] if listed[1] else "",
        "listed": list(listed[1]),
    }


def room_page(
    name: str, looks: Query, view: type[V], parts: Callable[[V], list[RoomPart]], back: LinkProps
) -> Page[RoomState[V]]:
    """The page ``name``, which shows the answer to the query ``looks`` in ``parts``, of which there is at least one.

    ``back`` leads to the register.
    """

    def init(_: Raw) -> Step[RoomState[V]]:
        return RoomState[V](), (See(looks),)

    def step(state: RoomState[V], message: Any) -> Step[RoomState[V]]:
        match message:
            case Seen(view=seen) if isinstance(seen, view):
                return replace(state, view=seen, notice=None), (Watch(seen.topic),)
            case ShowOnScreen(key=key):
                return replace(state, key=key), ()
            case LookAgain() | Noticed():
                return state, (See(looks),)
            case Refused(error=error):
                return replace(state, notice=error), ()
            case _:
                return state, ()

    def props(state: RoomState[V]) -> RegisterRoomProps:
        return {
            **page_props(name, {}, notice=state.notice),
            "looks": True,
            "back": back,
            "screen": room_screen(parts(state.view), state.key) if state.view else None,
        }

    return Page(name, init, Takes(name, (LookAgain, ShowOnScreen)), step, props)


def room_screen(parts: Sequence[RoomPart], key: str) -> RoomScreen:
    """The part with this key, or the first one, between those before and after it."""
    keys = [each["key"] for each in parts]
    at = keys.index(key) if key in keys else 0
    return {
        "part": parts[at],
        "place": PLACE.format(number=at + 1, whole=len(parts)),
        "back_one": BACK_ONE,
        "before": keys[at - 1] if at else "",
        "on": ON,
        "after": keys[at + 1] if at + 1 < len(keys) else "",
    }
