"""Starts and stops a course server: its port, its ``server.json``, and its cleanup.

Anything that prevents it raises a `CourseError` before anything is started.
"""

import asyncio
import os
import secrets
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tornado.httpserver import HTTPServer

from dlcourse.course import running_server
from dlcourse.course.home import not_kept
from dlcourse.course.running_server import RunningServer
from dlcourse.errors import CourseError
from dlcourse.handlers.job_threads import AT_ONCE
from dlcourse.pages.program import Page
from dlcourse.pages.registry import page as page_named
from dlcourse.server.access import browser, proxy
from dlcourse.server.access.door import Door
from dlcourse.server.access.keys import KeyedAddress, key_for_this_run, key_of, new_key
from dlcourse.server.app import CourseServer, ServerRun
from dlcourse.server.resources import ports
from dlcourse.server.resources.connection_limit import ConnectionLimit
from dlcourse.server.resources.garbage import only_new_garbage
from dlcourse.server.resources.temporary_folder import temporary_folder
from dlcourse.server.routing import CourseApplication
from dlcourse.server.settings import Keeper, Settings
from dlcourse.work_process import processes_for_work

LARGEST = 32 * 1024 * 1024
"""The most bytes of one request. The largest are a team's file and a person's work to be restored."""
IDLE = 30.0
"""Seconds in which the next request has to begin and its headers have to arrive."""
SLOWEST = 120.0
"""Seconds in which the body of a request has to arrive."""
SWITCH = 0.001
"""Seconds after which a thread that computes gives way to another one. A command needs many short turns, and waits this
long for each of them while a document is made; Python's own value would be five times as long."""
LAST_WORK = 5.0
"""Seconds that running work has to end when the server is stopped."""

Say = Callable[[str], None]


def say(line: str) -> None:
    """Print a message for the person at the terminal."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def serve(
    settings: Settings,
    keeper: Keeper,
    ready: Callable[[KeyedAddress], None] | None = None,
    page_of: Callable[[str], Page[Any]] = page_named,
    tell: Say = say,
) -> None:
    """Serve the course until SIGTERM or Ctrl-C.

    ``ready`` gets the address and the key once the server answers; by default, the terminal shows them. Raises a
    `CourseError` if the home is being served already, or the port cannot be opened.
    """
    sys.setswitchinterval(SWITCH)
    _refuse_second(settings.home)
    sockets = ports.take(settings.host, settings.port)
    port = sockets[0].getsockname()[1]
    address = f"http://{_near(settings.host)}:{port}{settings.root}"
    server = RunningServer(address, os.getpid(), secrets.token_urlsafe(32))
    with _announced(settings.home, server, tell), temporary_folder() as folder, _proxy_socket(settings) as by_proxy:
        key = (new_key if settings.renewed else key_for_this_run)(settings.home)
        door = Door(settings.home, key, settings.root, settings.proxy.secret)
        app = CourseServer(settings, keeper, page_of, ServerRun(server, folder, door))
        told = partial(ready or _greeting(settings, tell), KeyedAddress(address, key))
        asyncio.run(_run(app, (sockets, by_proxy), told))
    tell("The course is closed. Everything that was saved is kept.")


async def _run(app: CourseServer, sockets: tuple[list[socket.socket], ...], ready: Callable[[], None]) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopped.set))
    limit = ConnectionLimit(app.share.connections)
    servers = [_http(application) for application in app.applications()]
    for server, listening in zip(servers, sockets, strict=True):
        limit.listen(server, listening)
    with processes_for_work(AT_ONCE + 1):  # one more than threads of the slow pool, for what is not asked for there
        try:
            async with only_new_garbage():
                ready()
                await stopped.wait()
        finally:
            limit.stop()
            await _stop(app, servers)


def _http(application: CourseApplication) -> HTTPServer:
    return HTTPServer(application, max_body_size=LARGEST, idle_connection_timeout=IDLE, body_timeout=SLOWEST)


async def _stop(app: CourseServer, servers: list[HTTPServer]) -> None:
    """Close connections and end kernels at once: a connection may be waiting for its kernel."""
    app.kernel_manager.stopping = True
    closing = [asyncio.ensure_future(server.close_all_connections()) for server in servers]
    await app.kernel_manager.end_all()
    ending = asyncio.ensure_future(asyncio.to_thread(app.threads.shutdown, cancel_futures=True))
    await asyncio.wait([*closing, ending], timeout=LAST_WORK)


def _refuse_second(home: Path) -> None:
    if other := running_server.find(home):
        what = f"this folder's course is already open, at {KeyedAddress(other.address, key_of(home)).at()}"
        raise CourseError(str(home), what, "Use that one, or stop it first, or choose another folder with --home.")


def _greeting(settings: Settings, tell: Say) -> Callable[[KeyedAddress], None]:
    def greet(address: KeyedAddress) -> None:
        tell(f"The course is open at {address.at()}")
        tell(f"Your work is kept in {settings.home}")
        tell("To close it, press Ctrl-C here.")

    return greet


@contextmanager
def _announced(home: Path, server: RunningServer, tell: Say) -> Iterator[None]:
    """Let other programs on this computer find the server. In a folder without room or right to write, they do not."""
    try:
        running_server.announce(home, server)
    except OSError as error:
        if not home.is_dir():
            raise not_kept(home, error) from None
        tell("Nothing can be written to the course folder, so notebooks and commands do not find this open course.")
    try:
        yield
    finally:
        running_server.withdraw(home, server)
        browser.forget(home)


@contextmanager
def _proxy_socket(settings: Settings) -> Iterator[list[socket.socket]]:
    """Listen on the socket for a trusted proxy, if there is one."""
    path = settings.proxy.socket
    if path is None:
        yield []
        return
    with proxy.take(path) as listening:
        try:
            yield [listening]
        finally:
            proxy.remove(path)


def _near(host: str) -> str:
    """Return the host name by which this machine itself reaches the server, in whatever network it is later."""
    near = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"[{near}]" if ":" in near else near
