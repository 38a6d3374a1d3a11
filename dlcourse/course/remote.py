"""The course over the network: both verbs, through a course server's endpoint, with the standard library alone.

It is safe to use from many threads. A command carries its id, so sending it again after a lost connection records it
only once.
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
"""Seconds to wait for a query. A query may start heavy work on the server; a command never does."""


class SilenceError(CourseError):
    """The server does not answer. Only asking again can tell whether it carried out a command."""

    def __init__(self) -> None:
        """Set the message, and what to do about it."""
        remedy = "Your last saved step is safe. Wait a moment, then try again."
        super().__init__("course", "The course server does not answer", remedy)


class RemoteCourse:
    """A `Course` at a server. The ticket says whose course it is."""

    def __init__(self, address: str, ticket: str) -> None:
        """``address`` is the address of the server with its prefix, ending in ``/``. ``ticket`` is one of `tickets`."""
        parts = urlsplit(address)
        self._host, self._port, self._root = parts.hostname or "", parts.port, parts.path
        self._ticket = ticket
        self._idle: deque[HTTPConnection] = deque()

    def do(self, command: Command) -> Recorded:
        """Carry out a command exactly once, even if it is sent several times.

        Returns when the server has it on its disk.
        """
        return decode(Recorded, self._ask({"do": encode(command)}, WAIT_TO_DO))

    def see(self, query: Query) -> View:
        """Show what this person is allowed to see."""
        return decode(View, self._ask({"see": encode(query)}, WAIT_TO_SEE))

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Call ``notice`` in a separate thread whenever the topic changes, until the returned function is called.

        No change after the return is missed. If the server cannot be reached, watching begins as soon as it can. Raises
        a `CourseError` if the server refuses. If it refuses later, ``notice`` is called one last time.
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
        """Send a request on an open connection if there is one, otherwise on a new one."""
        while self._idle:
            try:
                return self._send(self._idle.pop(), body, wait)
            except TimeoutError:
                raise
            except (OSError, HTTPException, IndexError):
                continue  # the server closed our open connection, or another thread was quicker
        return self._send(self._connection(wait), body, wait)

    def _send(self, connection: HTTPConnection, body: bytes, wait: float) -> bytes:
        try:
            response = self._post(connection, "course", body, wait).read()
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)
        return response

    def _listen(self, topic: str, wait: float) -> tuple[HTTPConnection, HTTPResponse]:
        """Open a stream that sends a line whenever the topic changes."""
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
