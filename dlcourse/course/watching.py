"""Watches a topic at a course server, in a separate thread, and reconnects by itself.

It never says what changed. After a lost connection, it may give one notice too many, but never one too few. If the
server refuses, it does not try again.
"""

import json
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any

from dlcourse.errors import CourseError, UnknownNameError

BEAT = 10.0
"""Seconds between the empty lines that the server sends, so that both sides know the other is there."""
READY, CHANGED = b"ready\n", b"changed\n"
REFUSALS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
"""The statuses after which asking again is useless: the ticket is not valid, or the topic is not open to it."""
_LOST = (OSError, HTTPException, ValueError)

Listen = Callable[[float], tuple[HTTPConnection, HTTPResponse]]


class Watcher:
    """Watches one topic until it is stopped, or the server refuses."""

    def __init__(self, listen: Listen, notice: Callable[[], None]) -> None:
        """``listen(wait)`` opens the stream; ``notice`` is called whenever it says that something changed.

        Raises a `CourseError` if the server refuses.
        """
        self._listen, self._notice = listen, notice
        self._stopped = threading.Event()
        self._connection: HTTPConnection | None = None
        stream = self._open()
        threading.Thread(target=self._run, args=(stream,), name="dlcourse-watch", daemon=True).start()

    def stop(self) -> None:
        """Stop watching. No new notice begins after the return."""
        self._stopped.set()
        if self._connection is not None and self._connection.sock is not None:
            with suppress(OSError):
                self._connection.sock.shutdown(socket.SHUT_RDWR)

    def _open(self) -> HTTPResponse | None:
        """Return the stream; None if the server cannot be reached."""
        with suppress(*_LOST):
            self._connection, stream = self._listen(3 * BEAT)
            if stream.status == HTTPStatus.OK and stream.readline() == READY:
                return stream
            if stream.status in REFUSALS:
                refusal = _refusal(stream)
                self._close()
                raise refusal
        self._close()
        return None

    def _run(self, stream: HTTPResponse | None) -> None:
        """Listen, and connect again after each loss, until stopped or refused."""
        with suppress(CourseError):
            self._listen_on(stream)
        self._tell()  # not stopped but refused: a last notice, so that the watcher asks again and learns why
        self._close()

    def _listen_on(self, stream: HTTPResponse | None) -> None:
        pause = 0.25
        while not self._stopped.is_set():
            if stream is not None:
                pause = 0.25
                self._hear(stream)
                self._close()
            self._stopped.wait(pause)
            pause = min(2 * pause, 5.0)
            stream = None if self._stopped.is_set() else self._open()
            if stream is not None:
                self._tell()

    def _hear(self, stream: HTTPResponse) -> None:
        """Give notice of each change until the stream ends."""
        with suppress(*_LOST):
            while line := stream.readline():
                if line == CHANGED:
                    self._tell()

    def _tell(self) -> None:
        if not self._stopped.is_set():
            self._notice()

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()


def error_of(answer: Mapping[str, Any]) -> CourseError:
    """The error in a server's answer. Raises a KeyError or TypeError if there is none."""
    kind = UnknownNameError if "unknown" in answer["error"] else CourseError
    return kind(*(str(answer["error"][part]) for part in ("where", "what", "remedy")))


def _refusal(stream: HTTPResponse) -> CourseError:
    """What the server said about the refusal, in its own words if they can be read."""
    try:
        return error_of(json.loads(stream.read()))
    except (*_LOST, KeyError, TypeError):
        return CourseError("course", "the server does not let you watch this", "Reload the page.")
