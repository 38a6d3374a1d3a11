"""What every request handler works with: who asks, that person's course, the pages, and the threads to work in."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from dlcourse.domain.speech import Course
from dlcourse.domain.viewer import Viewer
from dlcourse.pages.program import Page
from dlcourse.server.access.identity import Identity

A = TypeVar("A")
P = ParamSpec("P")


@dataclass(frozen=True)
class ServerContext:
    """One context for all addresses of a server."""

    identity: Identity
    course_of: Callable[[Viewer], Course]
    page_of: Callable[[str], Page[Any]]
    threads: Executor

    async def work(self, step: Callable[P, A], *arguments: P.args, **named: P.kwargs) -> A:
        """Do a step that may be slow in a thread, so that the server can answer others meanwhile.

        It is canceled if the server is closing, which takes no work any more.
        """
        try:
            working = asyncio.get_running_loop().run_in_executor(self.threads, lambda: step(*arguments, **named))
        except RuntimeError:  # what an executor raises that was shut down
            raise asyncio.CancelledError from None
        return await working
