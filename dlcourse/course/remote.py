"""The course at a distance: the two verbs over a course server's endpoint, with the standard library alone.

Safe to use from many threads. A command carries its id, so asking again after a lost connection records it once.
"""

import json
from collections import deque
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

from dlcourse.course.watching import Watcher, error_of
from dlcourse.domain.speech import Command, Query, Recorded, View, decode, encode
from dlcourse.errors import CourseError

WAIT_TO_DO = 30.0
WAIT_TO_SEE = 180.0
"""Seconds. A look may start heavy work on the server; a command never does."""


class SilenceError(CourseError):
    """The server does not answer; whether it still carried out a command, only asking again can tell."""

    def __init__(self) -> None:
        """Say what is kept and what to do."""
        remedy = "Your last saved step is safe. Wait a moment, then try again."
        super().__init__("course", "The course server does not answer", remedy)


class RemoteCourse:
    """A `Course` kept by a server; whose it is, the ticket says."""

    def __init__(self, address: str, ticket: str) -> None:
        """``address`` is the server's, with its prefix, ending in ``/``; ``ticket`` is one of `tickets`."""
        parts = urlsplit(address)
        self._host, self._port, self._root = parts.hostname or "", parts.port, parts.path
        self._ticket = ticket
        self._idle: deque[HTTPConnection] = deque()

    def do(self, command: Command) -> Recorded:
        """Carry out a command once, however often it is sent; returns when the server has it on its disk."""
        return decode(Recorded, self._ask({"do": encode(command)}, WAIT_TO_DO))

    def see(self, query: Query) -> View:
        """Show what this person may know."""
        return decode(View, self._ask({"see": encode(query)}, WAIT_TO_SEE))

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Call ``notice`` from a thread of its own whenever the topic changes, until the returned function is called.

        No change after the return is missed. Where the server cannot be reached, the watching begins when it can.
        Raises a `CourseError` where the server refuses; where it does so later, ``notice`` is called a last time.
        """
        return Watcher(lambda wait: self._listen(topic, wait), notice).stop

    def _ask(self, asked: dict[str, Any], wait: float) -> dict[str, Any]:
        try:
            answer = json.loads(self._exchange(json.dumps(asked).encode(), wait))
            if "error" not in answer:
                return dict(answer["view"])
            error = error_of(answer)
        except (OSError, HTTPException, ValueError, KeyError, TypeError):
            raise SilenceError from None
        raise error

    def _exchange(self, body: bytes, wait: float) -> bytes:
        """Send a request on a connection that was kept, else on a new one."""
        while self._idle:
            try:
                return self._send(self._idle.pop(), body, wait)
            except TimeoutError:
                raise
            except (OSError, HTTPException, IndexError):
                continue  # the server closed what we had kept, or another thread was quicker
        return self._send(self._connection(wait), body, wait)

    def _send(self, connection: HTTPConnection, body: bytes, wait: float) -> bytes:
        try:
            said = self._post(connection, "course", body, wait).read()
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)
        return said

    def _listen(self, topic: str, wait: float) -> tuple[HTTPConnection, HTTPResponse]:
        """Open a stream that says a line whenever the topic changes."""
        connection = self._connection(wait)
        return connection, self._post(connection, "course/watch", json.dumps({"topic": topic}).encode(), wait)

    def _post(self, connection: HTTPConnection, name: str, body: bytes, wait: float) -> HTTPResponse:
        if connection.sock is None:
            connection.connect()
        connection.sock.settimeout(wait)
        headers = {"Authorization": self._ticket, "Content-Type": "application/json"}
        connection.request("POST", self._root + name, body, headers)
        return connection.getresponse()

    def _connection(self, wait: float) -> HTTPConnection:
        return HTTPConnection(self._host, self._port, timeout=min(wait, 5.0))
