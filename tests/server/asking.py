"""Asks a server as a browser or a script would, down to the letter."""

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.serving import PATIENCE, Served, headers_for


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str

    def json(self) -> Any:
        """Return it as JSON."""
        return json.loads(self.text)


def fetched(address: str) -> bytes:
    """What stands at this address, for a browser that came in; an `HTTPError` where it is not to be had."""
    with urlopen(Request(address, headers=headers_for(address))) as answer:
        return bytes(answer.read())


def ask(address: str, path: str, method: str = "GET", body: Any = None, **headers: str) -> Answer:
    """Send exactly this path under this address, as a page of the course does in a browser that came in.

    Header names are written with ``_`` for ``-``; ``Cookie=""`` asks as somebody who did not come in.
    """
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    named = (
        {"Sec-Fetch-Site": "same-origin"}
        | headers_for(address)
        | {name.replace("_", "-"): value for name, value in headers.items()}
    )
    text = body if isinstance(body, str | bytes | None) else json.dumps(body)
    connection.putrequest(method, parts.path + path, skip_host="Host" in named)
    for name, value in named.items():
        connection.putheader(name, value)
    if text is not None:
        connection.putheader("Content-Length", str(len(text)))
    connection.endheaders(text.encode() if isinstance(text, str) else text)
    answer = connection.getresponse()
    said = Answer(answer.status, dict(answer.getheaders()), answer.read().decode(errors="replace"))
    connection.close()
    return said


@dataclass(frozen=True)
class SessionOpened:
    """A session page with what its exercises gave, and the path of its kernel's web socket."""

    text: str
    kernel: str

    @property
    def model(self) -> str:
        """The first exercise's name in the kernel."""
        return str(re.findall(r'<course-page model="([^"]*)"', self.text)[0])


def said(result: dict[str, Any]) -> str:
    """All that a result of a cell tells a page."""
    outputs = json.dumps(result["outputs"], ensure_ascii=False) if "outputs" in result else ""
    return f"{result['html']}{result.get('traceback', '')}{outputs}{'<failed>' * result['failed']}"


async def exercises(address: str, path: str) -> SessionOpened:
    """Ask for a page's exercises, as the page does; return what they gave when all have run."""
    socket = await connect(address, f"exercises/{path}")
    text, kernel = "", ""
    while "end" not in (news := json.loads(await socket.read_message() or "{}")):
        assert news, socket.close_reason
        kernel = news.get("kernel", kernel)
        text += said(news["result"]) if "result" in news else ""
    socket.close()
    return SessionOpened(text, f"kernels/{kernel}")


def open_session(served: Served, path: str) -> SessionOpened:
    """Open a session page to its last exercise, in a thread with an event loop of its own."""
    page = ask(served.address, path)
    assert page.status == 200
    with ThreadPoolExecutor(1) as thread:
        opened = thread.submit(asyncio.run, exercises(served.address, path)).result(PATIENCE)
    return SessionOpened(page.text + opened.text, opened.kernel)


async def connect(address: str, path: str, **options: Any) -> WebSocketClientConnection:
    """Open a web socket at this path, with the cookie of a browser that came in; ``options`` are Tornado's."""
    asked = HTTPRequest(address.replace("http", "ws", 1) + path, headers=headers_for(address))
    return await websocket_connect(asked, **options)
