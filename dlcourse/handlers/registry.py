"""What subjects register for handlers, and how the rest of the course calls it.

The modules of a subject use the decorators here, and the subject's ``__init__.py`` imports those modules. The callers
(home, the portfolio, restoring a file) know no subject by name.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import singledispatch, wraps
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from dlcourse.content.library import Library
from dlcourse.domain.speech import Command, Query, Recorded, Speech, View
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.jobs import Jobs
from dlcourse.registration import Registry, load_subjects
from dlcourse.store import ReadTransaction, Store

FLOOR = "dlcourse.handlers"
S = TypeVar("S", bound=Speech)
G = TypeVar("G")
R = TypeVar("R")
A = TypeVar("A")
C = TypeVar("C", bound=Command)
P = TypeVar("P")
W = TypeVar("W", bound=Recorded)

Recording = Callable[[WriteContext], Recorded]
"""The part of a command that runs in its transaction."""


class Switchboard(Generic[G, R]):
    """Passes each command or query to the function that is registered for its class, or else for its base class."""

    def __init__(self, otherwise: Callable[[Any, G], R]) -> None:
        """``otherwise`` handles classes that no function is registered for."""
        self._dispatch = singledispatch(otherwise)

    def __call__(self, speech: Speech, given: G) -> R:
        """Call the function that is registered for this command or query; ``given`` is its context."""
        return self._dispatch(speech, given)

    def handler(self, kind: type[Speech]) -> Callable[..., R]:
        """The function that handles this class."""
        return self._dispatch.dispatch(kind)

    @property
    def registry(self) -> Mapping[Any, Callable[..., R]]:
        """The registered function of each class."""
        return self._dispatch.registry

    def register(self, handler: Callable[[S, G], A]) -> Callable[[S, G], A]:
        """Register a function for the class, or the classes, of its first argument; TypeError if one has another."""
        before = dict(self.registry)
        self._dispatch.register(cast("Callable[..., R]", handler))
        for kind, known in before.items():
            if self.registry[kind] is not known:
                raise TypeError(f"two functions are registered for {kind.__name__}")
        return handler


def _no_jobs(command: Command, jobs: Jobs) -> None:
    """Most commands start none."""


def _nobody_carries_out(command: Command, library: Library) -> Recording:  # noqa: ARG001 (what a function is given)
    raise CourseError("course", f"nobody here carries out {type(command).__name__}", "Reload the page.")


class CommandSwitchboard:
    """Passes each command to the function that is registered for it, after preparing what that function needs.

    It is called with a command and the library before the transaction. It returns a function that records the command
    within the transaction.
    """

    def __init__(self) -> None:
        """Start without any functions."""
        self._steps: Switchboard[Library, Recording] = Switchboard(_nobody_carries_out)
        self._prepared: set[Callable[..., Recording]] = set()

    def __call__(self, command: Command, library: Library) -> Recording:
        """Prepare the command. Raises a `CourseError` if that is not possible."""
        return self._steps(command, library)

    @property
    def registry(self) -> Mapping[Any, Callable[..., Recording]]:
        """The registered preparation of each class of commands."""
        return self._steps.registry

    def prepares(self, command: Command) -> bool:
        """Whether something is prepared for this command, such as reading a file."""
        return self._steps.handler(type(command)) in self._prepared

    def register(self, handler: Callable[[C, WriteContext], W]) -> Callable[[C, WriteContext], W]:
        """Register a function for the class, or the classes, of its first argument. Nothing is prepared for it."""

        @wraps(handler)
        def begin(command: C, library: Library) -> Recording:  # noqa: ARG001
            return lambda context: handler(command, context)

        self._steps.register(begin)
        return handler

    def after(
        self, prepare: Callable[[Any, Library], P]
    ) -> Callable[[Callable[[C, WriteContext, P], W]], Callable[[C, WriteContext, P], W]]:
        """Register a function that also gets the result of ``prepare``, which reads files or does heavy work."""

        def register(handler: Callable[[C, WriteContext, P], W]) -> Callable[[C, WriteContext, P], W]:
            @wraps(handler)
            def begin(command: C, library: Library) -> Recording:
                prepared = prepare(command, library)
                return lambda context: handler(command, context, prepared)

            self._prepared.add(self._steps.register(begin))
            return handler

        return register


def _nobody_answers(query: Query, context: ReadContext) -> View | Heavy:  # noqa: ARG001
    raise CourseError("course", f"nobody here answers {type(query).__name__}", "Reload the page.")


carry_out = CommandSwitchboard()
"""Prepares and records what a command asks for. Raises a `CourseError` if that is not possible."""
start_jobs: Switchboard[Jobs, None] = Switchboard(_no_jobs)
"""Starts the jobs that go on after a command was recorded. It is called again if the command is sent again."""
look_up: Switchboard[ReadContext, View | Heavy] = Switchboard(_nobody_answers)
"""Finds what a query shows this person. Raises a `CourseError` if there is nothing to show."""

IsDone = Callable[[str, ReadContext], bool]
"""Whether this person has done the exercise of this name, for one kind of exercise."""
EXERCISES_DONE: Registry[IsDone] = Registry("kind of exercise", FLOOR)

IsBegun = Callable[[str, ReadContext], bool]
"""Whether this person has begun the exercise of this name, for one kind of exercise."""
EXERCISES_BEGUN: Registry[IsBegun] = Registry("kind of exercise that can be begun", FLOOR)
"""The kinds that take several steps. An exercise of any other kind has been begun when it is done."""

LastTime = Callable[[str, ReadContext], str]
"""When this person last did something in the exercise of this name (ISO 8601, UTC); empty if they never did."""
EXERCISES_LAST: Registry[LastTime] = Registry("kind of exercise with a time", FLOOR)

StreamCheck = Callable[[ReadContext, str], object]
"""Computes everything that pages show of a stream. Raises any exception if its events cannot be shown.

Something may be missing in an honest file, for example a team that was removed or an exercise that this version does
not have. That is not an error. The check runs inside the transaction, so it must neither solve nor draw.
"""
STREAM_CHECKS: Registry[StreamCheck] = Registry("kind of stream", FLOOR)
"""The checks for streams that came in a file, by the first part of the stream's name."""
WORK_CHECKS: Registry[Callable[[ReadContext], object]] = Registry("check", FLOOR)
"""The checks that run after a file was restored, whatever is in it."""


Notice = Callable[[], None]
OnWatch = Callable[[str, str, Store, Notice], tuple[Notice, Notice]]
"""What is done when somebody starts to watch a topic: given the topic, the person, the store and their notice.

It is quick. It returns the notice to call when the topic changes, and what is done when they stop.
"""
WATCHED: Registry[OnWatch] = Registry("kind of topic that notes who watches it", FLOOR)
"""By the beginning of the topic, up to the first slash."""


IsEdited = Callable[[Path, str], bool]
"""Whether the home in this folder has an edited copy of the session with this id. It reads files."""
EDITED: Registry[IsEdited] = Registry("check for edited sessions", FLOOR)


def is_edited(home: Path, session: str) -> bool:
    """Whether the home in this folder has an edited copy of this session."""
    return any(check(home, session) for check in EDITED.values())


FindPosts = Callable[[ReadTransaction, Iterable[str]], Mapping[str, str]]
"""Gives the post of each of these people who named one. It is used to seat people, and shown to nobody."""
POSTS: Registry[FindPosts] = Registry("source of posts", FLOOR)


def notes_watchers(prefix: str) -> Callable[[OnWatch], OnWatch]:
    """Register what is done when somebody starts to watch a topic that begins with this, up to the first slash."""
    return WATCHED.register(prefix)


def post_source(subject: str) -> Callable[[FindPosts], FindPosts]:
    """Register the function that finds the posts that people named in this subject."""
    return POSTS.register(subject)


def exercise_done(kind: str) -> Callable[[IsDone], IsDone]:
    """Register the function that tells whether somebody has done an exercise of this kind."""
    return EXERCISES_DONE.register(kind)


def exercise_begun(kind: str) -> Callable[[IsBegun], IsBegun]:
    """Register the function that tells whether somebody has begun an exercise of this kind."""
    return EXERCISES_BEGUN.register(kind)


def exercise_last(kind: str) -> Callable[[LastTime], LastTime]:
    """Register the function that tells when somebody last did something in an exercise of this kind."""
    return EXERCISES_LAST.register(kind)


def stream_check(kind: str) -> Callable[[StreamCheck], StreamCheck]:
    """Register a check for streams whose names begin with this."""
    return STREAM_CHECKS.register(kind)


def work_check(name: str) -> Callable[[Callable[[ReadContext], object]], Callable[[ReadContext], object]]:
    """Register a check that runs after any file was restored."""
    return WORK_CHECKS.register(name)


def load() -> None:
    """Import every subject, so that all of its handlers are registered."""
    load_subjects(FLOOR)
