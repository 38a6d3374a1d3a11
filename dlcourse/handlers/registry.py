"""What subjects register on the floor of handlers, and where the rest of the course asks for it.

A subject's modules use the decorators here; its ``__init__.py`` imports those modules. Whoever asks (home, the
portfolio, restoring a file) knows no subject by name.
"""

from collections.abc import Callable, Mapping
from functools import singledispatch, wraps
from typing import Any, Generic, TypeVar, cast

from dlcourse.content.library import Library
from dlcourse.domain.speech import Command, Query, Recorded, Speech, View
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.jobs import Jobs
from dlcourse.registration import Registry, load_subjects

FLOOR = "dlcourse.handlers"
S = TypeVar("S", bound=Speech)
G = TypeVar("G")
R = TypeVar("R")
A = TypeVar("A")
C = TypeVar("C", bound=Command)
P = TypeVar("P")
W = TypeVar("W", bound=Recorded)

Recording = Callable[[WriteContext], Recorded]
"""The part of carrying out a command that is done in its transaction."""


class Switchboard(Generic[G, R]):
    """Gives each command or query to the function that is registered for its class, or else for the class above it."""

    def __init__(self, otherwise: Callable[[Any, G], R]) -> None:
        """``otherwise`` takes what no function is registered for."""
        self._dispatch = singledispatch(otherwise)

    def __call__(self, speech: Speech, given: G) -> R:
        """Call the function that is registered for this speech; ``given`` is what it works with."""
        return self._dispatch(speech, given)

    @property
    def registry(self) -> Mapping[Any, Callable[..., R]]:
        """The function for each class that was registered."""
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
    """Gives each command to the function that is registered for it, once what the function needs has been prepared.

    Called with a command and the library, before the transaction, it gives what records the command within it.
    """

    def __init__(self) -> None:
        """Begin with no function."""
        self._steps: Switchboard[Library, Recording] = Switchboard(_nobody_carries_out)

    def __call__(self, command: Command, library: Library) -> Recording:
        """Prepare the command; raises `CourseError` where that is not possible."""
        return self._steps(command, library)

    @property
    def registry(self) -> Mapping[Any, Callable[..., Recording]]:
        """What begins with each class of commands that was registered."""
        return self._steps.registry

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
        """Register a function that is also given what ``prepare`` gets from files or by heavy work.

        ``prepare`` is called with the same command before the transaction.
        """

        def register(handler: Callable[[C, WriteContext, P], W]) -> Callable[[C, WriteContext, P], W]:
            @wraps(handler)
            def begin(command: C, library: Library) -> Recording:
                prepared = prepare(command, library)
                return lambda context: handler(command, context, prepared)

            self._steps.register(begin)
            return handler

        return register


def _nobody_answers(query: Query, context: ReadContext) -> View | Heavy:  # noqa: ARG001
    raise CourseError("course", f"nobody here answers {type(query).__name__}", "Reload the page.")


carry_out = CommandSwitchboard()
"""Prepares and records what a command asks for; `CourseError` where that is not possible."""
start_jobs: Switchboard[Jobs, None] = Switchboard(_no_jobs)
"""Starts what goes on after a command was recorded. Called again when the command is sent again."""
look_up: Switchboard[ReadContext, View | Heavy] = Switchboard(_nobody_answers)
"""Finds what a query shows this person; `CourseError` where there is nothing to show."""

IsDone = Callable[[str, ReadContext], bool]
"""Whether this person has done the exercise of a kind that is called so."""
EXERCISES_DONE: Registry[IsDone] = Registry("kind of exercise", FLOOR)

StreamCheck = Callable[[ReadContext, str], object]
"""Shows what pages show of a stream, all of it. Raises if its events cannot be shown; which exception does not matter.

What may be missing in an honest file is no error: a team that was removed, an exercise that this version does not
have. It runs inside the transaction, so it neither solves nor draws.
"""
STREAM_CHECKS: Registry[StreamCheck] = Registry("kind of stream", FLOOR)
"""By the first part of a stream's name: what is tried with a stream that came in a file."""
WORK_CHECKS: Registry[Callable[[ReadContext], object]] = Registry("check", FLOOR)
"""What is tried after a file came in, whatever is in it."""


F = TypeVar("F", bound=Callable[..., object])


def exercise_done(kind: str) -> Callable[[IsDone], IsDone]:
    """Register what tells whether somebody has done an exercise of this kind."""
    return _adding(EXERCISES_DONE, kind)


def stream_check(kind: str) -> Callable[[StreamCheck], StreamCheck]:
    """Register what is tried with streams whose names begin with this."""
    return _adding(STREAM_CHECKS, kind)


def work_check(name: str) -> Callable[[Callable[[ReadContext], object]], Callable[[ReadContext], object]]:
    """Register what is tried after any file came in."""
    return _adding(WORK_CHECKS, name)


def load() -> None:
    """Import every subject, so that all of its handlers are registered."""
    load_subjects(FLOOR)


def _adding(registry: Registry[F], name: str) -> Callable[[F], F]:
    def register(entry: F) -> F:
        registry.add(name, entry)
        return entry

    return register
