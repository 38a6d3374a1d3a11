"""Accepts connections, never more than there is room for, so that nobody can use up all open files.

A connection is a stranger's until something was asked on it by somebody who may use the course. Strangers make room for
others, the one who has been here longest first.
"""

import errno
import logging
from collections import Counter, OrderedDict
from socket import socket
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.ioloop import IOLoop
from tornado.iostream import IOStream

STRANGERS = 64
"""Connections of strangers from one address."""
GRACE = 5.0
"""Seconds that a stranger has in any case, because a whole hall may join at once from one address."""
AT_ONCE = 16
"""Connections that are accepted before anything else gets its turn."""
PAUSE = 0.1
"""Seconds before the next attempt when no more connections can be accepted."""
_NONE_LEFT = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}
_log = logging.getLogger(__name__)


class LimitedStream(IOStream):
    """One connection. It tells the `ConnectionLimit` when it is closed."""

    def __init__(self, connection: socket, limit: "ConnectionLimit", address: str) -> None:
        """``address`` is the address that the connection comes from."""
        super().__init__(connection)
        self._limit, self.address = limit, address

    def close_fd(self) -> None:
        """Close the connection."""
        super().close_fd()
        self._limit.closed(self)

    def welcome(self) -> None:
        """From now on this is no stranger's connection."""
        self._limit.know(self)


class ConnectionLimit:
    """All connections of one server. Use it from its event loop."""

    def __init__(self, most: int) -> None:
        """``most`` connections may be open at once."""
        self._most = most
        self._open: set[LimitedStream] = set()
        self._strangers: OrderedDict[LimitedStream, float] = OrderedDict()
        """When each of them came, the oldest first."""
        self._from: Counter[str] = Counter()
        self._listening: dict[socket, HTTPServer] = {}
        self._paused = False

    def listen(self, server: HTTPServer, listening: list[socket]) -> None:
        """Pass what arrives at these sockets to the server."""
        self._listening |= dict.fromkeys(listening, server)
        for one in listening:
            IOLoop.current().add_handler(one, self._accept, IOLoop.READ)

    def stop(self) -> None:
        """Accept nothing more."""
        self._pause()
        for one in self._listening:
            one.close()
        self._listening = {}

    def know(self, stream: LimitedStream) -> None:
        """Somebody who may use the course has asked for something on this connection."""
        if stream in self._strangers:
            del self._strangers[stream]
            self._count(stream.address, -1)

    def closed(self, stream: LimitedStream) -> None:
        """Let go of a connection, and go on accepting others if there was no room."""
        self.know(stream)
        self._open.discard(stream)
        self._resume()

    def _accept(self, listening: Any, _: int) -> None:
        for _turn in range(AT_ONCE):
            if not self._make_room():
                return self._pause_for_a_while("As many connections are open as this computer can carry.")
            try:
                connection, address = listening.accept()
            except BlockingIOError:
                return None
            except OSError as error:
                if error.errno in _NONE_LEFT:
                    return self._pause_for_a_while("The system lets this process open no more files.")
                continue  # whoever it was is gone already
            self._take(listening, connection, address)
        return None

    def _take(self, listening: socket, connection: socket, address: Any) -> None:
        connection.setblocking(False)  # noqa: FBT003 - the system's own name
        origin = str(address[0]) if address else ""
        stream = LimitedStream(connection, self, origin)
        self._open.add(stream)
        self._strangers[stream] = IOLoop.current().time()
        self._count(origin, 1)
        self._listening[listening].handle_stream(stream, address)
        if self._from[origin] > STRANGERS:
            self._send_away(next(one for one in self._strangers if one.address == origin))

    def _make_room(self) -> bool:
        if len(self._open) >= self._most and self._strangers:
            self._send_away(next(iter(self._strangers)))
        return len(self._open) < self._most

    def _send_away(self, stranger: LimitedStream) -> None:
        if IOLoop.current().time() - self._strangers[stranger] > GRACE:
            stranger.close()

    def _count(self, address: str, by: int) -> None:
        self._from[address] += by
        if not self._from[address]:
            del self._from[address]

    def _pause_for_a_while(self, reason: str) -> None:
        _log.warning("%s New ones wait.", reason)
        self._pause()
        IOLoop.current().call_later(PAUSE, self._resume)

    def _pause(self) -> None:
        if not self._paused:
            self._paused = True
            for one in self._listening:
                IOLoop.current().remove_handler(one)

    def _resume(self) -> None:
        if self._paused and self._listening:
            self._paused = False
            for one in self._listening:
                IOLoop.current().add_handler(one, self._accept, IOLoop.READ)


def welcome(request: HTTPServerRequest) -> None:
    """Remember that the connection of this request is one of somebody who may use the course."""
    stream = getattr(request.connection, "stream", None)
    if isinstance(stream, LimitedStream):
        stream.welcome()
