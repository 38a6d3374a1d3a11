"""What a handler is given to work with: the transaction, the viewer, the library, and the jobs.

Slow work (reading files, drawing, solving) never happens inside a transaction. A command can be prepared before the
transaction, and the answer to a query can end in `Heavy` after it. Work that takes longer than a person would wait is
done in the `Jobs`.
"""

from collections.abc import Callable, Hashable
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
    """The context of a query.

    ``folded`` caches what the streams of this course added up to when they were last read. ``home`` is the folder with
    its signing key.
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
    """The context of a command. Either all of its changes are recorded or none."""

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
    """An answer that takes a while: ``work`` computes it after the transaction has ended."""

    work: Callable[[], View]


@dataclass(frozen=True)
class Slow(Heavy):
    """An answer that takes seconds, such as a plan or a document: it is computed in the `slow_pool`.

    If the same viewer asks for the same before it is there, and nothing has changed for them meanwhile, it is computed
    once. With a ``key``, whoever asks for something with an equal key gets the same answer, so the key must hold
    everything that the answer depends on.
    """

    key: Hashable = None
