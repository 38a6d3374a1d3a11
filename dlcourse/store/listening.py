"""Hears what other programs changed in the same PostgreSQL database.

It tells which streams changed, never what is in them. While the connection is lost, changes cannot be heard, so
afterwards it says that anything may have changed.
"""

import json
import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from dlcourse.store import postgresql
from dlcourse.store.engine import Database

LONGEST = 7000
"""Bytes in one notification. PostgreSQL allows 8,000."""
_PAUSE, _LONGEST_PAUSE = 0.25, 5.0
"""Seconds before connecting again, at first and at most."""


class _Anything(frozenset[str]):
    """Contains every name."""

    __slots__ = ()

    def __contains__(self, _: object) -> bool:
        return True


ANYTHING = _Anything({""})
"""Stands for the names of all streams: something changed, and nobody knows what."""


def payload(sender: str, changed: Iterable[str]) -> str:
    """What a program announces about these changes; that anything may have changed if there are too many names."""
    names = json.dumps({"from": sender, "changed": sorted(changed)})
    return names if len(names) <= LONGEST else json.dumps({"from": sender})


class ChangeListener:
    """Listens in a thread of its own until it is closed. ``hears`` says whether it is connected."""

    def __init__(self, database: Database, own: str, notice: Callable[[frozenset[str]], None]) -> None:
        """``notice`` is called with the names of what other programs changed. ``own`` is the sender to ignore.

        Raises an `SQLAlchemyError` if the database cannot be reached.
        """
        self._database, self._own, self._notice = database, own, notice
        self._closed = False
        self.hears = True
        connection = self._connect()
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._run, args=(connection,), name="dlcourse-listen", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._closed = True
        self._wake.send(b".")
        self._thread.join(_LONGEST_PAUSE)
        for end in (self._wake, self._woken):
            end.close()

    def _connect(self) -> Any:
        """A connection of the driver that listens. It is not one of those that readers and writers share."""
        with postgresql.driver_errors():
            shared = self._database.engine.raw_connection()
            connection: Any = shared.dbapi_connection
            shared.detach()
            connection.autocommit = True
            name = connection.execute("SELECT current_schema()").fetchone()[0]
            connection.execute(f'LISTEN "{postgresql.channel(name)}"')
            return connection

    def _run(self, connection: Any) -> None:
        pause = _PAUSE
        while not self._closed:
            if connection is not None:
                self._listen(connection)
                self.hears = False
                connection, pause = None, _PAUSE
            self._wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
            with suppress(Exception):  # as long as it fails, it is tried again
                connection = None if self._closed else self._connect()
            if connection is not None:
                self._notice(ANYTHING)
                self.hears = True

    def _listen(self, connection: Any) -> None:
        """Tell what is heard until the connection is lost or this is closed."""
        try:
            while not self._closed:
                postgresql.can_read(None, connection, self._woken)
                for heard in connection.notifies(timeout=0):
                    self._tell(heard.payload)
        except Exception:  # noqa: BLE001  # whatever it was, this thread connects again
            return
        finally:
            with suppress(Exception):
                connection.close()

    def _wait(self, seconds: float) -> None:
        postgresql.can_read(seconds, self._woken)

    def _tell(self, text: str) -> None:
        said = json.loads(text)
        if said["from"] != self._own:
            self._notice(frozenset(said["changed"]) if "changed" in said else ANYTHING)
