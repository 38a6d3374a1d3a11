"""What can be said to a course and what it answers: commands, queries, views, events, and the two verbs.

Every kind of speech is a frozen type with a tag (its class name) and is sent as plain JSON.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dlcourse.errors import CourseError

TAG = "say"
DRAFTS = "drafts/"
"""Before a person's id: the topic under which changes of their drafts are announced."""
MINE = "mine/"
"""The topic under which anything that the viewer does is announced, in whatever window or program they do it.

The store announces it with the person's id. Pages do not know that id, so they watch it without one.
"""
UNFIT = (
    "it is missing or not filled in as it should be",
    "Fill it in again; if that does not help, reload the page.",
)
UNSTORABLE = "it contains a character that cannot be stored", "Delete what looks like an empty box."


class Value(BaseModel):
    """A frozen value: two values with equal fields are equal, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Speech(Value):
    """Anything that is sent between a page and a course; identified by its class name."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Register the subclass under its name; two kinds with the same name are a programming error."""
        super().__pydantic_init_subclass__(**kwargs)
        known = KINDS.setdefault(cls.__name__, cls)
        if (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            raise TypeError(f"two kinds of speech are called {cls.__name__}")


KINDS: dict[str, type[Speech]] = {}
"""Every kind of speech that is known, by its tag."""


class Command(Speech):
    """Asks for a change. The sender makes the ``id``; a command is carried out once, however often it is sent."""

    id: str = Field(min_length=8, max_length=64)

    def texts(self) -> dict[str, str]:
        """The personal words in it, by the ids that events use to refer to them. They are stored in separate rows."""
        return {}


class Query(Speech):
    """Asks to see something; changes nothing."""


class View(Speech):
    """The answer to a query, limited to what the viewer may know."""


class Event(Speech):
    """A fact in the past tense; never changed once it is recorded.

    ``VERSION`` counts how often the fields of its kind have changed; see `dlcourse.domain.event_versions`.
    """

    VERSION: ClassVar[int] = 1

    def new_members(self) -> frozenset[str]:
        """The ids of the people who take part in its stream from now on; most events bring nobody new."""
        return frozenset()

    def new_roles(self) -> Mapping[str, str]:
        """What people are in its stream from now on, by their ids; whoever gets a role takes part."""
        return {}

    def former_members(self) -> frozenset[str]:
        """The ids of the people who take part in its stream no longer."""
        return frozenset()


class Damaged(Event):
    """Stands for an event that was recorded and cannot be read any more. Nobody records it."""


class Recorded(View):
    """The answer to a command: the stream it was recorded in, the stream's new length, and the time (ISO 8601, UTC)."""

    stream: str
    version: int
    at: str


class Course(Protocol):
    """The course for one person: no command or query names its actor."""

    def do(self, command: Command) -> Recorded:
        """Carry out a command, or raise a `CourseError` and change nothing."""
        ...

    def see(self, query: Query) -> View:
        """Return what this person may see, or raise a `CourseError`."""
        ...

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Call ``notice`` (from any thread) whenever the topic changes, until the returned function is called.

        Raises a `CourseError` where this person may not know that it changes.
        """
        ...


S = TypeVar("S", bound=Speech)


def encode(speech: Speech) -> dict[str, Any]:
    """The speech as a dictionary of JSON values with its tag."""
    return {TAG: type(speech).__name__, **speech.model_dump(mode="json")}


def decode(family: type[S], raw: Mapping[str, Any]) -> S:
    """Turn received JSON into one of ``family``; a `CourseError` if it is not one."""
    kind = KINDS.get(str(raw.get(TAG)))
    if kind is None or not issubclass(kind, family):
        raise CourseError("message", f"'{raw.get(TAG)}' is not a known {family.__name__.lower()}", "Reload the page.")
    try:
        return kind.model_validate({key: value for key, value in raw.items() if key != TAG})
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "message"
        what, remedy = UNSTORABLE if first["type"] == "string_unicode" else UNFIT
        raise CourseError(f"{kind.__name__}.{field}", what, remedy) from None
