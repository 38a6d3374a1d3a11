"""Where one command or query is worked on: the transaction, the viewer, and the library; and the switchboards.

Each subject's module registers its handlers on `carry_out` and `look_up`. What takes its time (reading files, drawing)
never happens inside a transaction: before it, a command is made ready; after it, a look-up ends in `Heavy`. What takes
longer than a person waits (solving) is set going once its command is recorded, and goes on in the `Jobs`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import singledispatch
from pathlib import Path

from dlcourse.content.library import Library
from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.speech import Command, Query, Recorded, View
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.handlers.fold_cache import FoldCache
from dlcourse.handlers.jobs import Jobs
from dlcourse.store import ReadTransaction, WriteTransaction


@dataclass(frozen=True)
class ReadContext:
    """The viewer asks to see something.

    ``folded`` is what this course's plays added up to when last looked at; ``home`` is the folder of its key.
    """

    transaction: ReadTransaction
    viewer: Viewer
    library: Library
    jobs: Jobs
    folded: FoldCache[Attempt] = field(default_factory=FoldCache)
    home: Path | None = None

    @property
    def person(self) -> str:
        """The viewer's id."""
        return self.viewer.person


@dataclass(frozen=True)
class WriteContext:
    """The viewer asks for a change; all of it is recorded, or nothing. ``ready`` is what `prepare` gave."""

    transaction: WriteTransaction
    viewer: Viewer
    library: Library
    jobs: Jobs
    ready: object = None

    @property
    def person(self) -> str:
        """The viewer's id."""
        return self.viewer.person


@dataclass(frozen=True)
class Heavy:
    """An answer that takes its time; ``work`` is done once the transaction is over, and gives it."""

    work: Callable[[], View]


@singledispatch
def prepare(command: Command, library: Library) -> object:  # noqa: ARG001 (the handlers use them)
    """What a command needs from files or from heavy work, got before the transaction; `CourseError` as there."""
    return None


@singledispatch
def start_jobs(command: Command, jobs: Jobs) -> None:
    """What a command has going on after it was recorded; nothing, for most. Called again when one is sent again."""


Shown = Callable[[ReadContext, str], object]
"""Goes through all that pages show of a stream; an error, whichever, tells that its steps fit together nowhere."""
SHOWN: dict[str, Shown] = {}
"""For each kind of stream, by which its name begins, what has to be possible with one that a file has brought.

What may be missing in an honest file (a team that was removed, an exercise that this version has no more) is no error.
All is done inside the transaction: no solving and no drawing there.
"""


def shows(kind: str) -> Callable[[Shown], Shown]:
    """Register what has to be possible with streams of this kind."""

    def register(shown: Shown) -> Shown:
        SHOWN[kind] = shown
        return shown

    return register


@singledispatch
def carry_out(command: Command, context: WriteContext) -> Recorded:  # noqa: ARG001 (the handlers use it)
    """Record what the command asks for; `CourseError` where it is not possible."""
    raise CourseError("course", f"nobody here carries out {type(command).__name__}", "Reload the page.")


@singledispatch
def look_up(query: Query, context: ReadContext) -> View | Heavy:  # noqa: ARG001 (the handlers use it)
    """What the query shows this person; `CourseError` where there is nothing to show."""
    raise CourseError("course", f"nobody here answers {type(query).__name__}", "Reload the page.")
