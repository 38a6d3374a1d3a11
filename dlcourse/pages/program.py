"""Runs one page for one person against the given course. All pages share this loop.

A *host* (a notebook widget, a web socket) carries messages from the browser and props to it. It knows nothing about the
course.
"""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dlcourse.domain.speech import MINE, TAG, Command, Course, Query, Recorded, View
from dlcourse.errors import CourseError

Raw = Mapping[str, Any]
LOOK_AGAIN: Raw = {TAG: "LookAgain"}
"""What a page is told when the person did something elsewhere; see `dlcourse.pages.messages.LookAgain`."""
Props = dict[str, Any]
S = TypeVar("S")


@dataclass(frozen=True)
class Do:
    """An effect: carry out this command."""

    command: Command


@dataclass(frozen=True)
class See:
    """An effect: run this query."""

    query: Query


@dataclass(frozen=True)
class Watch:
    """An effect: subscribe to this topic."""

    topic: str


@dataclass(frozen=True)
class Unwatch:
    """An effect: unsubscribe from this topic."""

    topic: str


@dataclass(frozen=True)
class Done:
    """The result of a `Do`: it is recorded and will not be lost."""

    command: Command
    recorded: Recorded


@dataclass(frozen=True)
class Seen:
    """The answer to a `See`."""

    query: Query
    view: View


@dataclass(frozen=True)
class Noticed:
    """A watched topic changed."""

    topic: str


@dataclass(frozen=True)
class Refused:
    """A `Do`, `See` or `Watch` that the course refused; nothing was changed, and nothing is watched."""

    effect: Do | See | Watch
    error: CourseError


Effect = Do | See | Watch | Unwatch
News = Done | Seen | Noticed | Refused
Step = tuple[S, tuple[Effect, ...]]


def _no_value(_: object) -> None:
    """A page without a value."""


@dataclass(frozen=True)
class Page(Generic[S]):
    """A page as four pure functions.

    ``init(place)`` gives the first state, where ``place`` is what the browser kept from last time (may be empty or
    stale); ``parse(raw)`` turns an untrusted message into one of the page's own, or raises a `CourseError`;
    ``update(state, message)`` gives the next state and effects; ``props(state)`` is what the component draws, a
    JSON-able dictionary in which ``place`` is what the browser shall keep. ``drafts`` are beginnings of the slots of
    those forms whose words are kept in the course while they are written; a page that has none keeps none there.

    ``value(state)`` is what a notebook cell can read of the page, as JSON-able data, and nothing that the page does
    not show; None for a page that has no value, or none yet.
    """

    name: str
    init: Callable[[Raw], Step[S]]
    parse: Callable[[Raw], Any]
    update: Callable[[S, Any], Step[S]]
    props: Callable[[S], Mapping[str, object]]
    drafts: tuple[str, ...] = ()
    value: Callable[[S], Mapping[str, object] | None] = _no_value


class Program(Generic[S]):
    """One page, running. Safe to call from several threads; one message is worked through at a time.

    A page that looks again after its own command is not told once more of the change that the command made.
    """

    def __init__(
        self,
        page: Page[S],
        course: Course,
        show: Callable[[Mapping[str, object]], None],
        later: Callable[[Callable[[], None]], None],
    ) -> None:
        """``show`` takes new props; ``later`` runs a function soon on the host's own thread or pool."""
        self._page, self._course, self._show, self._later = page, course, show, later
        self._state: S | None = None
        self._taken = True
        self._watches: dict[str, Callable[[], None]] = {}
        self._changed: set[str] = set()  # watched topics whose change has not reached the page yet
        self._lock = threading.RLock()

    @property
    def value(self) -> Mapping[str, object] | None:
        """What a notebook cell can read of the page now."""
        return None if self._state is None else self._page.value(self._state)

    def start(self, place: Raw) -> None:
        """Start the page where the browser left off (``place`` may be empty), and show it."""
        with self._lock:
            self.stop()  # drop what was watched from another place
            self._state, effects = self._page.init(place)
            self._settle(effects)

    def receive(self, raw: Raw) -> bool:
        """Work through one message from the browser; returns once everything it asked for is recorded and shown.

        False if the course refused a command that it led to: the person's input was not accepted.

        Raises a `CourseError` if the message is not one of the page's; what the course itself refuses is told by
        the page.
        """
        with self._lock:
            self._taken = True
            if not isinstance(raw.get(TAG), str):
                raise CourseError("message", "it does not say what it is", "Reload the page.")
            self._advance(self._page.parse(raw))
            return self._taken

    def stop(self) -> None:
        """End all subscriptions."""
        with self._lock:
            for unwatch in self._watches.values():
                unwatch()
            self._watches.clear()

    def _advance(self, message: Any) -> None:
        self._settle(self._step(message))

    def _step(self, message: Any) -> tuple[Effect, ...]:
        if self._state is None:
            raise CourseError("page", "it has not been started", "Reload the page.")
        self._state, effects = self._page.update(self._state, message)
        return effects

    def _settle(self, effects: tuple[Effect, ...]) -> None:
        waiting = list(effects)
        while waiting:
            news = self._perform(waiting.pop(0))
            led_to = self._step(news) if news is not None else ()
            if isinstance(news, Done) and any(isinstance(effect, See) for effect in led_to):
                self._changed -= {news.recorded.stream, MINE}  # the page reloads after its own change anyway
            waiting.extend(led_to)
        if self._state is not None:
            props = self._page.props(self._state)
            self._follow(props)
            self._show(props)

    def _follow(self, props: Mapping[str, object]) -> None:
        """Watch whatever the person does elsewhere, if the page takes a request to look again."""
        if props.get("looks"):
            with suppress(CourseError):
                self._watch(MINE)

    def _perform(self, effect: Effect) -> News | None:
        try:
            match effect:
                case Do(command):
                    return Done(command, self._course.do(command))
                case See(query):
                    return Seen(query, self._course.see(query))
                case Watch(topic):
                    self._watch(topic)
                    return None
                case Unwatch(topic):
                    self._watches.pop(topic, _nothing)()
                    return None
        except CourseError as error:
            assert not isinstance(effect, Unwatch)
            self._taken = self._taken and not isinstance(effect, Do)
            return Refused(effect, error)

    def _watch(self, topic: str) -> None:
        def notice() -> None:
            self._changed.add(topic)
            self._later(lambda: self._notice(topic))

        if topic not in self._watches:
            self._watches[topic] = self._course.watch(topic, notice)

    def _notice(self, topic: str) -> None:
        """Tell the page of a change, unless it has looked since: for this topic, or for several changes at once."""
        with self._lock:
            if topic in self._changed and topic in self._watches:
                self._changed.discard(topic)
                self._advance(self._page.parse(LOOK_AGAIN) if topic == MINE else Noticed(topic))


def _nothing() -> None:
    """Was not watched."""
