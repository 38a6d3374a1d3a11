"""The context of a server: work that comes while it closes."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import NoReturn

import pytest

from dlcourse.errors import CourseError
from dlcourse.server.access.identity import Identity
from dlcourse.server.context import ServerContext


def _nothing(*_: object) -> NoReturn:
    raise CourseError("here", "there is none", "Choose another.")


def context(threads: ThreadPoolExecutor) -> ServerContext:
    """A context with these threads, for work that needs no course and no page."""
    return ServerContext(Identity.__new__(Identity), _nothing, _nothing, threads)


def test_work_is_done_in_a_thread() -> None:
    """A step's result comes back, and so does the error that it raises, whatever its kind."""
    with ThreadPoolExecutor(1) as threads:
        assert asyncio.run(context(threads).work(max, 3, 4)) == 4
        with pytest.raises(RuntimeError, match="of its own"):
            asyncio.run(context(threads).work(_raises))


def test_a_server_that_closes_cancels_what_comes_late() -> None:
    """Work that comes after the threads have ended is canceled, so that no task fails unseen."""
    threads = ThreadPoolExecutor(1)
    threads.shutdown()
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(context(threads).work(max, 3, 4))


def _raises() -> NoReturn:
    raise RuntimeError("of its own")
