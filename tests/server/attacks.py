"""What somebody hostile sends to a running server: drawn from a seed, as many of each kind as are asked for.

Each attack checks that nothing was answered with a fault. Whether the server is still well is for the caller to see.
"""

import asyncio
import base64
import json
import random
import socket
import struct
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import psutil  # type: ignore[import-untyped]
from tornado.websocket import WebSocketClosedError

from dlcourse.domain.mywork import work_file
from dlcourse.domain.speech import Command
from dlcourse.pages.registry import ADDRESSES
from tests.server.asking import Answer, ask, connect
from tests.server.odd_files import odd_file
from tests.server.odd_speech import ODD, broken, kinds, mutated, sample
from tests.server.test_behind_a_proxy import UPGRADE
from tests.serving import PATIENCE, WORK_FILE, Served

Attack = Callable[[Served, random.Random, int], None]

MEMORY = 20 * 1024 * 1024
"""Bytes by which a server may have grown after an attack."""
PROMPT = 0.2
"""Seconds in which a page is answered by a server that is well."""
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "PROPFIND", "\x01")
PATHS = (
    "", "session/01-counting", "live", WORK_FILE, "course", "course/watch", "door", "alive?nonce=x", "steps",
    "exercises/session/01-counting", "kernels/00000000-0000-0000-0000-000000000000", "list/x",
    "portfolio.md", "check-ins.ics", "certificate/key", "certificate/00000000-0000-0000-0000-000000000000.jwt",
    "assets/0/session.js", "play/the-reading-gap",
)  # fmt: skip
ODD_IN_PATHS = ("", "%00", "%ff", "/../../", "//", "?" + "a" * 9000, "%2e%2e/", "\xe9", ";", "?token=x")
NAMES = (
    "Host", "Origin", "Referer", "Cookie", "Authorization", "Dlcourse-Proxy", "Content-Length", "Transfer-Encoding",
    "Content-Encoding", "Content-Type", "Expect", "Range", "If-None-Match", "If-Modified-Since", "Accept-Encoding",
    "Connection", "Upgrade", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Extensions",
    "Sec-WebSocket-Protocol", "Sec-Fetch-Site", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-Ip", "X-Scheme",
    "X-Xsrftoken", "Accept-Language", "Forwarded", "\xe9", "a b", "",
)  # fmt: skip
ODD_HEADERS = (
    "", "x" * 9000, "\x01\x7f", "\xff\xfe", "-1", "1e9", "99999999999999999999", "chunked", "gzip", "http://[evil",
    "null", "bytes=0-,5-2", "bytes=-99999999", "websocket", "permessage-deflate; server_max_window_bits=99", "13",
    "v1.kernel.websocket.jupyter.org", "Ticket :", "Ticket x:y:z", "Home ", "100-continue", "evil.example", 'W/"',
    "localhost:99999", 'a=b; =; "', "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 99 Foo 99999 00:00:00 GMT",
    "close, upgrade", "::1", "%s%n{}",
)  # fmt: skip


def memory(served: Served) -> int:
    """Bytes of memory of the server's process; what it shares with others counts in part."""
    return int(psutil.Process(served.process.pid).memory_full_info().pss)


def is_prompt(served: Served, path: str = "") -> bool:
    """Whether a page is answered in time now. On a busy machine, ask again."""
    begun = time.perf_counter()
    return ask(served.address, path).status == 200 and time.perf_counter() - begun < PROMPT


def raw(served: Served) -> socket.socket:
    """A connection on which anything can be sent."""
    parts = urlsplit(served.address)
    return socket.create_connection((parts.hostname or "", parts.port or 0), timeout=PATIENCE)


def send(served: Served, sent: bytes) -> bytes:
    """Send bytes, and return the beginning of what comes back."""
    with raw(served) as connection:
        try:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            return connection.recv(65536)
        except OSError:  # the server has ended the connection
            return b""


def request(served: Served, line: str, **headers: str) -> bytes:
    """The beginning of a request of a browser that came in, up to the empty line."""
    named = {"Host": "localhost"} | served.headers | {name.replace("_", "-"): text for name, text in headers.items()}
    return "\r\n".join((f"{line} HTTP/1.1", *map(": ".join, named.items()), "", "")).encode()


def opening(served: Served, path: str) -> bytes:
    """What a browser that came in sends to open a WebSocket."""
    return request(served, f"GET /{path}", **UPGRADE)


def frame(payload: bytes, opcode: int = 0x81) -> bytes:
    """A whole frame as a browser sends it, masked with zeros; it is a text unless ``opcode`` says otherwise."""
    return struct.pack("!BBQI", opcode, 0xFF, len(payload), 0) + payload


def random_bytes(served: Served, dice: random.Random, count: int) -> None:
    """Connections on which anything at all arrives."""
    for _ in range(count):
        _check_status(send(served, dice.randbytes(dice.randrange(400))))


def frames(served: Served, dice: random.Random, count: int, path: str = "live") -> None:
    """Frames of WebSockets with wrong flags, lengths, kinds and contents, several on each connection."""
    for _ in range(count):
        with raw(served) as connection:
            connection.sendall(opening(served, path))
            assert connection.recv(65536).startswith(b"HTTP/1.1 101")
            try:
                for _ in range(dice.randrange(1, 5)):
                    connection.sendall(_odd_frame(dice))
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
            except OSError:  # the server has ended the connection
                continue


def _odd_frame(dice: random.Random) -> bytes:
    text = json.dumps(mutated(dice, {"id": "first", "page": "toy", "place": {}})).encode()
    match dice.randrange(6):
        case 0:
            return dice.randbytes(dice.randrange(60))
        case 1:
            return struct.pack("!BB", dice.randrange(256), dice.randrange(256)) + dice.randbytes(40)
        case 2:
            return struct.pack("!BBQI", 0x81, 0xFF, dice.choice([2**62, 2**31, 10**7, 126]), 0) + text
        case 3:
            return frame(text, dice.choice([0x01, 0x00, 0x80, 0x82, 0x02, 0x88, 0x89, 0x8A, 0xC1, 0xF1]))
        case 4:
            return frame(dice.choice([b"\xff\xfe", b"[" * 50_000, b"1" * 5000, b"{}", b'"' + b"x" * 100_000 + b'"']))
    return frame(text)


def headers(served: Served, dice: random.Random, count: int) -> None:
    """Requests with odd methods, addresses and headers, with the key and without it."""
    inside = "".join(f"{name}: {value}\r\n" for name, value in served.headers.items())
    for _ in range(count):
        lines = "".join(f"{dice.choice(NAMES)}: {dice.choice(ODD_HEADERS)}\r\n" for _ in range(dice.randrange(8)))
        lines += inside * dice.randrange(2) + "Host: localhost\r\n" * dice.choice([0, 1, 1, 1, 1, 2])
        asked = f"{dice.choice(METHODS)} /{_odd_path(dice)} HTTP/1.1\r\n{lines}\r\n"
        _check_status(send(served, asked.encode("latin-1", "replace")))


def _odd_path(dice: random.Random) -> str:
    path = dice.choice(PATHS)
    where = dice.randrange(len(path) + 1)
    return path[:where] + dice.choice(ODD_IN_PATHS) + path[where:]


def bodies(served: Served, dice: random.Random, count: int) -> None:
    """Commands and queries of every kind with odd values, and bodies that are none, at each address that takes one."""
    known = kinds()
    for _ in range(count):
        kind = dice.choice(known)
        asked = {"do" if issubclass(kind, Command) else "see": {"say": kind.__name__, **sample(dice, kind)}}
        body = json.dumps(asked if dice.random() < 0.8 else mutated(dice, asked)).encode()
        path = dice.choice(["course"] * 6 + ["course/watch?", "steps", "door", WORK_FILE])
        _check(_post(served, path, broken(dice, body)))


def uploads(served: Served, dice: random.Random, count: int) -> None:
    """Files of work, of teams and of ties that expand, break off or hold something else; and bodies without end."""
    whole = ask(served.address, WORK_FILE).text.encode()
    for turn in range(count):
        kind = dice.choice(("RestoreWork", "BringTeam", "BringNetwork", "TryNetwork"))
        asked = _upload(dice, kind, odd_file(dice, whole))
        if kind == "RestoreWork" and turn % 2:
            _check(_post(served, WORK_FILE, json.dumps(asked).encode()))
        else:
            body = {"see" if kind == "TryNetwork" else "do": asked}
            _check(_post(served, "course", json.dumps(body).encode()))
    for size in (50_000_000, 10**12):
        with raw(served) as connection:
            connection.sendall(request(served, f"POST /{WORK_FILE}", Content_Length=str(size)))
            assert connection.recv(100)[:12] in {b"HTTP/1.1 400", b"HTTP/1.1 413"}  # before any of the body was sent


def _upload(dice: random.Random, kind: str, content: bytes) -> dict[str, Any]:
    coded, key = base64.b64encode(content).decode(), f"{dice.getrandbits(128):032x}"
    name = dice.choice(["team.xlsx", "people.csv", "x", "../x.csv", "ties.ods", "\u202excsv.exe", "n" * 255])
    if kind == "RestoreWork":
        return {"say": kind, "id": key, "packed": work_file.pack(content) if dice.random() < 0.7 else coded}
    if kind == "BringTeam":
        sent = [{"name": name, "content": coded}] * dice.randrange(1, 3)
        return {"say": kind, "id": key, "team": key, "name": "T", "files": sent}
    tables = {"ties": coded, "ties_name": name}
    if dice.random() < 0.3:
        tables |= {"people": coded, "people_name": name}
    return {"say": kind, "files": tables} | ({"id": key} if kind == "BringNetwork" else {})


def page_messages(served: Served, dice: random.Random, count: int) -> None:
    """Messages of every page with anything where something else belongs, and places that are none."""
    pages = sorted({*ADDRESSES.values(), "nowhere", "toy"})
    while count > 0:
        asyncio.run(_talk(served, dice.choice(pages), dice, min(count, 25)))
        count -= 25


async def _talk(served: Served, page: str, dice: random.Random, count: int) -> None:
    """Open a page somewhere and send it messages, until the last one is answered or the server has hung up."""
    socket = await connect(served.address, "live")
    place = mutated(dice, {"scenario": "the-reading-gap", "session": "01-start", "step": "1"})
    try:
        await socket.write_message(json.dumps({"id": "first", "page": page, "place": place}))
        for message in _messages(dice, count):
            await socket.write_message(message)
        await socket.write_message(json.dumps({"id": "last", "say": "nothing"}))
    except WebSocketClosedError:
        return
    while (text := await asyncio.wait_for(socket.read_message(), PATIENCE)) is not None:
        news = json.loads(text)
        assert "on our side" not in str(news.get("error")), news
        if news.get("answered") == "last":
            break
    socket.close()


def _messages(dice: random.Random, count: int) -> Iterator[str]:
    known = kinds()
    for _ in range(count):
        kind = dice.choice(known)
        message = {"say": kind.__name__, "id": f"{dice.getrandbits(128):032x}", **sample(dice, kind)}
        odd = {name: dice.choice(ODD) for name in dice.sample(["hello", "draft", "slot", "say", "id"], 2)}
        yield json.dumps(message if dice.random() < 0.8 else message | odd)


def _post(served: Served, path: str, body: bytes) -> Answer:
    return ask(served.address, path, "POST", body, Authorization=f"Home {served.token}")


def _check_status(said: bytes) -> None:
    assert said[:10] in {b"", b"HTTP/1.1 1", b"HTTP/1.1 2", b"HTTP/1.1 3", b"HTTP/1.1 4"}, said[:2000]


def _check(answer: Answer) -> None:
    assert answer.status < 500, answer.text
    assert "Traceback" not in answer.text


ATTACKS: dict[str, tuple[Attack, int]] = {
    "random bytes": (random_bytes, 500),
    "frames": (frames, 500),
    "headers": (headers, 1000),
    "bodies": (bodies, 500),
    "uploads": (uploads, 16),
    "page messages": (page_messages, 500),
}
"""Each kind of attack, with how many of its inputs take one to three seconds."""
