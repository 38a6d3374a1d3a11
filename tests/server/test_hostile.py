"""In hostile hands: whatever is sent, and however slowly, the server goes on answering people, and stays small."""

import asyncio
import json
import random
import resource
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.server.asking import ask, connect, open_session
from tests.server.attacks import MEMORY, frame, frames, is_prompt, memory, opening, raw, send
from tests.serving import PATIENCE, TOY, Served, start, until

SEED = 14
LOG_LINES = 150
"""Lines that all attacks together may leave in the log: a few about each cause, each with where it happened."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the toy course with few files, for all attacks; it has to end well after them."""
    served = start(tmp_path_factory.mktemp("home"), TOY, limit=lambda: files(256))
    ask(served.address, "")
    yield served
    said = served.stop()
    assert "Traceback" not in said, said
    assert len(said.splitlines()) < LOG_LINES, said


@pytest.fixture(autouse=True)
def _still_well(attacked: Served) -> Iterator[None]:
    """After each attack people are answered, and the server has hardly grown."""
    before = memory(attacked)
    yield
    assert until(lambda: is_prompt(attacked))
    assert until(lambda: memory(attacked) < before + MEMORY)


def files(most: int) -> None:
    """Allow this process that many open files, for good."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


@pytest.mark.slow
def test_slow_requests_keep_nobody_waiting(attacked: Served) -> None:
    """Four hundred requests that never end, with room for fewer than two hundred connections: people are answered."""
    with ExitStack() as held:
        for turn in range(400):
            connection = held.enter_context(raw(attacked))
            connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
            if turn % 100 == 0:
                assert ask(attacked.address, "").status == 200
        assert ask(attacked.address, "").status == 200


def test_slow_bodies_without_the_key_keep_nobody_waiting(attacked: Served) -> None:
    """The same with requests whose body never comes; there are more of them than fit."""
    begun = b"POST /door HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000\r\n\r\n"
    with ExitStack() as held:
        for _ in range(150):
            held.enter_context(raw(attacked)).sendall(begun)
        assert ask(attacked.address, "").status == 200


def test_more_page_sockets_than_fit_wait(attacked: Served) -> None:
    """Somebody with the key who opens more pages than fit is held up; when some are closed, others are answered."""

    async def held() -> None:
        opened = [asyncio.create_task(connect(attacked.address, "live")) for _ in range(200)]
        async with asyncio.timeout(PATIENCE):
            done, waiting = await asyncio.wait(opened, timeout=3)
            while len(done) <= 80:
                done, waiting = await asyncio.wait(opened, timeout=1)
        assert waiting
        for task in waiting:
            task.cancel()
        for task in done:
            task.result().close()

    asyncio.run(held())


@pytest.mark.slow
def test_as_many_kernels_as_fit_and_the_rest_wait(attacked: Served) -> None:
    """With 256 files four sessions run, the fifth says that it waits, and light pages are answered."""

    async def glance() -> dict[str, object]:
        socket = await connect(attacked.address, "exercises/session/01-counting")
        said = json.loads(str(await asyncio.wait_for(socket.read_message(), PATIENCE)))
        socket.close()
        return dict(said)

    for _ in range(4):
        assert "<course-page" in open_session(attacked, "session/01-counting").text
    assert "waiting" in asyncio.run(glance())
    for kernel in attacked.kernels():
        kernel.kill()
    until(lambda: "kernel" in asyncio.run(glance()))


def test_unread_answers_are_not_kept(attacked: Served) -> None:
    """A browser that asks without end and never reads makes the server keep nothing for it."""
    before = memory(attacked)
    with raw(attacked) as connection:
        connection.sendall(opening(attacked, "live"))
        for text in (json.dumps({"page": "toy", "id": "x"}), *[json.dumps({"say": "bump", "id": "y" * 60_000})] * 400):
            try:
                connection.sendall(frame(text.encode()))
            except (ConnectionResetError, BrokenPipeError, TimeoutError):
                break
        assert until(lambda: memory(attacked) < before + MEMORY)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\r\n" * 1000,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://[evil\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: [evil\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + b"x" * 100_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: =\xff;;;=;\x01\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET //evil HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\xff\xfe / HTTP/9.9\r\n\r\n",
        b"POST /door HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /door HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n",
        b"POST /door HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n",
        b"POST /course HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Encoding: gzip\r\n\r\nxx",
        b"GET /live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused(attacked: Served, sent: bytes) -> None:
    """Whatever arrives at the port, nothing of the course comes back, and no name of the server."""
    said = send(attacked, sent)
    assert said[:12] in {b"", b"HTTP/1.1 400", b"HTTP/1.1 401", b"HTTP/1.1 403", b"HTTP/1.1 413"}
    assert b"Server:" not in said


@pytest.mark.parametrize("path", ["work/file", "door", "course", "nowhere"])
@pytest.mark.parametrize("size", ["Content-Length: 30000000", "Transfer-Encoding: chunked"])
def test_a_stranger_s_body_is_not_kept(attacked: Served, path: str, size: str) -> None:
    """Without the key or a ticket, a large body is refused before it is read, however its size is given."""
    with raw(attacked) as connection:
        connection.sendall(f"POST /{path} HTTP/1.1\r\nHost: localhost\r\n{size}\r\n\r\n10000\r\n".encode())
        connection.sendall(b"x" * 65536 + b"\r\n10000\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 400")


def test_with_a_ticket_a_large_body_is_read(attacked: Served) -> None:
    """A kernel may send a team's file, and a browser with the key may restore its work."""
    body = json.dumps({"see": {"say": "Count", "words": "x" * 200_000}})
    said = ask(attacked.address, "course", "POST", body, Authorization=f"Home {attacked.token}", Cookie="")
    assert said.json()["error"]["where"] == "Count.words"
    assert ask(attacked.address, "work/file", "POST", body).status == 400


@pytest.mark.parametrize(
    "body",
    ['{"say":[]}', '{"do":{"say":[]}}', '{"see":{"say":{}}}', '{"do":{"say":"Bump","id":[]}}', "[" * 50_000, "\xff"],
)
@pytest.mark.parametrize("path", ["course", "work/file"])
def test_odd_bodies_are_answered_in_words(attacked: Served, path: str, body: str) -> None:
    """A body that nobody understands is answered with what is wrong, never with a traceback."""
    said = ask(attacked.address, path, "POST", body, Authorization=f"Home {attacked.token}")
    assert said.status in {200, 400}
    assert "Traceback" not in said.text
    assert "Server" not in said.headers


@pytest.mark.parametrize("path", ["live", "exercises/session/01-counting"])
def test_odd_frames_end_a_connection(attacked: Served, path: str) -> None:
    """Frames that break the protocol of WebSockets end the connection, and nothing else."""
    frames(attacked, random.Random(SEED), 30, path)


def test_odd_frames_leave_a_kernel_alone(attacked: Served) -> None:
    """Odd frames to a kernel's own address end their connection; the kernel goes on."""
    opened = open_session(attacked, "session/01-counting")
    frames(attacked, random.Random(SEED), 30, opened.kernel)
    assert [kernel for kernel in attacked.kernels() if kernel.name().startswith("python")]
    for kernel in attacked.kernels():
        kernel.kill()


def test_what_opens_a_web_socket_names_no_server(attacked: Served) -> None:
    """The answer that opens one carries safe headers like any other."""
    with raw(attacked) as connection:
        connection.sendall(opening(attacked, "live"))
        said = connection.recv(65536)
    assert said.startswith(b"HTTP/1.1 101")
    assert b"Server:" not in said
    assert b"X-Content-Type-Options: nosniff" in said
