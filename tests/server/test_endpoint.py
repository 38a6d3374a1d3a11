"""The course's endpoint: who is heard, what is answered, and who hears of a change."""

import asyncio
import threading
import time
from typing import Any

import pytest

from dlcourse.course.remote import RemoteCourse, SilenceError
from dlcourse.course.tickets import of_home, of_kernel
from dlcourse.errors import CourseError
from tests.server.asking import ask
from tests.server.toy.course import ToyCourse
from tests.server.toy.page import Bump, Count, Counted
from tests.serving import PATIENCE, Served, until

KERNEL = "00000000-0000-0000-0000-000000000000"


def count(course: RemoteCourse) -> int:
    """Return how far it counted."""
    seen = course.see(Count())
    assert isinstance(seen, Counted)
    return seen.count


def test_a_command_sent_twice_is_carried_out_once(toy: Served) -> None:
    """The answer to a repeated command is the first one's."""
    course = toy.course()
    first = course.do(Bump(id="the-same-id"))
    before = count(course)
    assert course.do(Bump(id="the-same-id")) == first
    assert count(course) == before


def test_a_refusal_crosses_the_wire(toy: Served) -> None:
    """What the course refuses is raised with where, what and remedy, as if it stood here."""
    with pytest.raises(CourseError) as refused:
        toy.course().do(Bump(id="too-much-at-once", by=1000))
    assert (refused.value.where, refused.value.remedy) == ("count", "Take a smaller step.")


@pytest.mark.parametrize(
    "ticket",
    [
        "",
        "Home ",
        "Home wrong",
        "Bearer x",
        "Home \xff",
        of_kernel(KERNEL, b""),
        of_kernel(KERNEL, b"key"),
        "Ticket :",
        f"Ticket {KERNEL}:",
    ],
)
@pytest.mark.parametrize("path", ["course", "course/watch"])
def test_without_a_ticket_nothing_is_done(toy: Served, ticket: str, path: str) -> None:
    """A missing, wrong or made-up ticket is answered 401, for everything."""
    asked = {"do": {"say": "Bump", "id": "not-allowed"}, "topic": "count"}
    said = ask(toy.address, path, "POST", asked, Authorization=ticket)
    assert said.status == 401
    assert "ticket" in said.json()["error"]["what"]


def test_a_ticket_in_the_address_counts_for_nothing(toy: Served) -> None:
    """An address may be written down anywhere, so it carries no right."""
    assert ask(toy.address, f"course?token={toy.token}", "POST", {"see": {"say": "Count"}}).status == 401


@pytest.mark.parametrize(
    "body",
    [
        *("", "{", "[]", "1", "\x00", "[" * 100_000),
        *('{"do": 1}', '{"see": {}}', '{"see": {"say": "Bump", "id": "12345678"}}'),
        *('{"see": {"say": "Count", "more": 1}}', '{"see": {"say": "Count"}, "do": {}}'),
    ],
)
def test_what_cannot_be_understood_is_told(toy: Served, body: str) -> None:
    """Whatever is sent, the answer is an error in words, and the server goes on."""
    said = ask(toy.address, "course", "POST", body, Authorization=of_home(toy.token))
    assert set(said.json()["error"]) == {"where", "what", "remedy"}
    assert said.status == 200


@pytest.mark.slow
def test_heavy_looks_hold_up_nobody(toy: Served) -> None:
    """While eight people wait for heavy work, a ninth is answered at once."""
    course = toy.course()
    waiting = [threading.Thread(target=course.see, args=[Count(wait=3)]) for _ in range(8)]
    for thread in waiting:
        thread.start()
    course.see(Count())
    assert all(thread.is_alive() for thread in waiting)
    for thread in waiting:
        thread.join()


def test_a_change_is_noticed_and_only_while_watching(toy: Served) -> None:
    """The watcher is told after each change, until it stops watching."""
    course, changed = toy.course(), threading.Event()
    stop = course.watch("count", changed.set)
    for turn in range(3):
        changed.clear()
        course.do(Bump(id=f"watched-{turn}-{time.monotonic_ns()}"))
        assert changed.wait(PATIENCE)
    stop()
    changed.clear()
    course.do(Bump(id=f"unwatched-{time.monotonic_ns()}"))
    assert not changed.is_set()


def test_watching_survives_a_server_that_was_away(serve: Any) -> None:
    """After the server came back the watcher is told once, because it may have missed something, and hears again."""
    served = serve()
    course, changed = served.course(), threading.Event()
    stop = course.watch("count", changed.set)
    port = served.address.split(":")[2].strip("/")
    served.kill()
    with pytest.raises(SilenceError, match="last saved step is safe"):
        course.see(Count())
    again = serve(port)
    # The home's token is another one now, so whoever watched with the old one stays unheard.
    assert of_home(again.token) != of_home(served.token)
    stop()
    fresh = again.course()
    stop = fresh.watch("count", changed.set)
    fresh.do(Bump(id="after-the-return"))
    assert changed.wait(PATIENCE)
    stop()


def test_a_refused_topic_is_not_watched(toy: Served) -> None:
    """What the course does not let somebody watch is refused in its words, with 403, and nothing is watched."""
    with pytest.raises(CourseError, match="not yours to see"):
        toy.course().watch("somebody-else", lambda: None)
    said = ask(toy.address, "course/watch", "POST", {"topic": "somebody-else"}, Authorization=of_home(toy.token))
    assert said.status == 403
    assert set(said.json()["error"]) == {"where", "what", "remedy"}


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"topic": 1}', '{"topic": null}'])
def test_what_is_no_topic_is_refused(toy: Served, body: str) -> None:
    """A request to watch that names no topic is answered in words, and ends."""
    said = ask(toy.address, "course/watch", "POST", body, Authorization=of_home(toy.token))
    assert said.status == 403
    assert "cannot be understood" in said.json()["error"]["what"]


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden"])
def test_a_refusal_ends_the_watching(status: str) -> None:
    """Where the server refuses later on, the watcher is told a last time, and does not ask again."""
    error = b'{"error": {"where": "w", "what": "not yours", "remedy": "r"}}'
    with Scripted([b"ready\n", (status, error), b"ready\n"]) as scripted:
        told, others = threading.Event(), watchers()
        RemoteCourse(scripted.address, "Home x").watch("count", told.set)
        assert told.wait(PATIENCE)
        assert until(lambda: watchers() <= others)
        assert scripted.answers == [b"ready\n"]
        with pytest.raises(CourseError, match="not yours"):
            RemoteCourse(scripted.refusing(status, error), "Home x").watch("count", told.set)


def watchers() -> set[threading.Thread]:
    """Return the threads in which something is watched."""
    return {thread for thread in threading.enumerate() if thread.name == "dlcourse-watch"}


def test_a_kept_connection_that_was_closed_is_no_failure() -> None:
    """When the server has closed an idle connection, the question is asked again on a new one."""
    with Scripted([b"{}", None, b'{"view": {"say": "Counted", "count": 7}}']) as scripted:
        course = RemoteCourse(scripted.address, "Home x")
        with pytest.raises(SilenceError):
            course.see(Count())
        assert count(course) == 7


class Scripted:
    """A server that gives one answer after the other; ``None`` closes the connection instead.

    An answer may have a status of its own.
    """

    def __init__(self, answers: list[bytes | tuple[str, bytes] | None]) -> None:
        """Listen on a free port."""
        self.answers, self._ready = answers, threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))

    def __enter__(self) -> "Scripted":
        """Return it once it listens."""
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        """Let it go."""
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()

    def refusing(self, status: str, error: bytes) -> str:
        """Let the next answer be this one; return the address."""
        self.answers[:] = [(status, error)]
        return self.address

    async def _serve(self) -> None:
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        self._ready.set()
        await self._end.wait()
        server.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(int(line.split(b":")[1]) for line in head.splitlines() if b"content-length" in line.lower())
            await reader.readexactly(length)
            answer = self.answers.pop(0)
            if answer is None:
                writer.close()
                return
            status, body = answer if isinstance(answer, tuple) else ("200 OK", answer)
            writer.write(b"HTTP/1.1 %b\r\nContent-Length: %d\r\n\r\n%b" % (status.encode(), len(body), body))


def test_the_server_lets_go_of_who_listens_no_more() -> None:
    """Nothing of a watcher that went away stays in the course."""
    course = ToyCourse()
    stop = course.watch("count", lambda: None)
    assert until(lambda: course.watchers)
    stop()
    assert not course.watchers
