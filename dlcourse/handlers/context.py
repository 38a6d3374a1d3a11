"""What a handler is given to work with: the transaction, the viewer, the library, and the jobs.

What takes its time (reading files, drawing, solving) never happens inside a transaction. A command is prepared before
it, a query's answer can end in `Heavy` after it, and work that takes longer than a person waits goes on in the `Jobs`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dlcourse.content.library import Library
from dlcourse.domain.speech import View
from dlcourse.domain.viewer import Viewer
from dlcourse.handlers.fold_cache import FoldCache
from dlcourse.handlers.jobs import Jobs
from dlcourse.store import ReadTransaction, WriteTransaction


@dataclass(frozen=True)
class ReadContext:
    """The viewer asks to see something.

    ``folded`` holds what streams of this course added up to when they were last read; ``home`` is the folder of its
    key.
    """

    transaction: ReadTransaction
    viewer: Viewer
    library: Library
    jobs: Jobs
    folded: FoldCache[Any] = field(default_factory=FoldCache)
    home: Path | None = None

    @property
    def person(self) -> str:
        """The viewer's id."""
        return self.viewer.person


@dataclass(frozen=True)
class WriteContext:
    """The viewer asks for a change; all of it is recorded, or nothing."""

    transaction: WriteTransaction
    viewer: Viewer
    library: Library
    jobs: Jobs

    @property
    def person(self) -> str:
        """The viewer's id."""
        return self.viewer.person


@dataclass(frozen=True)
class Heavy:
    """An answer that takes its time: ``work`` gives it once the transaction is over."""

    work: Callable[[], View]
