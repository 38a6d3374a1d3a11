"""How a course does with few open files: ``python -m tests.bench.bench_open_files [PART...]``.

The parts are: 64 session pages under a soft limit of 1,024 files, session pages under hard limits of 1,024 and 256,
300 page sockets, and 1,000 requests that never end. Prints how many pages got a kernel, how many wait, and how fast
other pages are answered meanwhile. Ends with status 1 where a page that needs no kernel is not answered.
"""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from tornado.websocket import WebSocketClientConnection

from tests.server.asking import ask, connect
from tests.server.attacks import raw
from tests.serving import TOY, Served, start

PAGES = 64
"""Session pages that are opened at the same time."""
SETTLED = 240.0
"""Seconds after which every page has its exercises or is waiting, on a slow machine."""


def limit_files(soft: int, hard: int) -> None:
    """Let this process open so many files."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@contextmanager
def serving(soft: int, hard: int) -> Iterator[Served]:
    """Serve the toy course with these limits."""
    with TemporaryDirectory() as home:
        served = start(Path(home), TOY, limit=partial(limit_files, soft, hard))
        ask(served.address, "")
        yield served
        said = served.stop()
        assert "Traceback" not in said, said


class Visitor:
    """Somebody who visits the home page, in a process that does nothing else."""

    def __init__(self, served: Served) -> None:
        """Use this when the server has started."""
        self._served, self._process = served, ProcessPoolExecutor(1, get_context("fork"))

    async def visit(self) -> float:
        """Seconds that one visit takes."""
        return await asyncio.get_running_loop().run_in_executor(self._process, visit, self._served.address)

    async def meanwhile(self, until: Awaitable[object]) -> tuple[object, list[float]]:
        """What an awaitable gives, and how many seconds each visit took meanwhile."""
        work, taken = asyncio.ensure_future(until), list[float]()
        while not work.done():
            taken.append(await self.visit())
            await asyncio.wait([work], timeout=0.1)
        return work.result(), taken

    async def then(self) -> list[float]:
        """How many seconds each of a few visits takes now."""
        return [await self.visit() for _ in range(5)]


def visit(address: str) -> float:
    """Visit the home page; return how many seconds that took."""
    begun = time.perf_counter()
    assert ask(address, "").status == 200
    return time.perf_counter() - begun


async def open_page(served: Served) -> tuple[str, WebSocketClientConnection]:
    """Open a session page; whether its exercises came or it waits for a kernel."""
    socket = await connect(served.address, "exercises/session/01-counting")
    while (news := json.loads(str(await socket.read_message() or "{}"))) and "end" not in news:
        if "waiting" in news:
            return "waiting", socket
    return "ready" if news else "refused", socket


async def pages(served: Served, visitor: Visitor) -> str:
    """Open all session pages at once; say what became of them, and of visits to the home page meanwhile and after."""
    begun = time.perf_counter()
    opening = asyncio.gather(*(open_page(served) for _ in range(PAGES)))
    opened, during = await visitor.meanwhile(asyncio.wait_for(opening, SETTLED))
    took, after = time.perf_counter() - begun, await visitor.then()
    assert isinstance(opened, list)
    kinds = [kind for kind, _ in opened]
    for _, socket in opened:
        socket.close()
    counted = ", ".join(f"{kinds.count(kind)} {kind}" for kind in ("ready", "waiting", "refused"))
    return f"{counted} after {took:.0f} s; home page {shown(during)} meanwhile, {shown(after)} then"


async def sockets(served: Served, visitor: Visitor) -> str:
    """Open 300 page sockets; say how long it took until all of them showed a page."""

    async def page() -> WebSocketClientConnection:
        socket = await connect(served.address, "live")
        await socket.write_message(json.dumps({"id": "first", "page": "toy", "place": {}}))
        while "props" not in json.loads(str(await socket.read_message())):
            pass
        return socket

    begun = time.perf_counter()
    opening = asyncio.gather(*(page() for _ in range(300)))
    opened, during = await visitor.meanwhile(asyncio.wait_for(opening, SETTLED))
    took, after = time.perf_counter() - begun, await visitor.then()
    assert isinstance(opened, list)
    for socket in opened:
        socket.close()
    return f"{len(opened)} pages after {took:.1f} s; home page {shown(during)} meanwhile, {shown(after)} then"


async def slow_requests(served: Served, visitor: Visitor) -> str:
    """Begin 1,000 requests that never end; say how fast people are answered meanwhile."""
    with ExitStack() as held:

        def attack() -> None:
            for _ in range(1000):
                held.enter_context(raw(served)).sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")

        begun = time.perf_counter()
        _, during = await visitor.meanwhile(asyncio.to_thread(attack))
        took, after = time.perf_counter() - begun, await visitor.then()
    return f"all after {took:.0f} s; home page {shown(during)} meanwhile, {shown(after)} then"


def shown(seconds: list[float]) -> str:
    """The middle and the longest of these times, in milliseconds."""
    return f"{sorted(seconds)[len(seconds) // 2] * 1000:.0f} ms (at most {max(seconds) * 1000:.0f})"


PARTS: dict[str, tuple[int, int, Callable[[Served, Visitor], Awaitable[str]]]] = {
    "soft-1024": (1024, 8192, pages),
    "hard-1024": (1024, 1024, pages),
    "hard-256": (256, 256, pages),
    "sockets": (1024, 1024, sockets),
    "slow": (256, 256, slow_requests),
}
"""Each part with its soft and hard limit of open files."""


async def _measure(name: str) -> None:
    soft, hard, part = PARTS[name]
    with serving(soft, hard) as served:
        print(f"{name:10} {await part(served, Visitor(served))}", flush=True)  # noqa: T201


if __name__ == "__main__":
    limit_files(8192, resource.getrlimit(resource.RLIMIT_NOFILE)[1])  # this program has many connections itself
    for chosen in sys.argv[1:] or PARTS:
        asyncio.run(_measure(chosen))
