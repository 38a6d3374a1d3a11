"""Finds the course server that runs on a home, by the home's ``server.json``.

A stale file is recognized, because only a running server can prove that it knows the token. The token itself is never
sent for that.
"""

import hmac
import json
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from dlcourse.course.home import write_private

NAME = "server.json"
_PATIENCE = 5.0


@dataclass(frozen=True)
class RunningServer:
    """A course server: its address (with the prefix, ending in ``/``), its process id, and its home's token."""

    address: str
    pid: int
    token: str


def announce(home: Path, server: RunningServer) -> None:
    """Write ``server.json`` atomically, readable only by its owner."""
    write_private(home / NAME, json.dumps(asdict(server)))


def withdraw(home: Path, server: RunningServer) -> None:
    """Delete ``server.json``, unless it now belongs to another server."""
    if written(home) == server:
        (home / NAME).unlink(missing_ok=True)


def written(home: Path) -> RunningServer | None:
    """What ``server.json`` says, even if it is stale; None if it says nothing usable."""
    with suppress(OSError, ValueError, TypeError):
        return RunningServer(**json.loads((home / NAME).read_text("utf-8")))
    return None


def find(home: Path) -> RunningServer | None:
    """The server that is running on this home now, or None."""
    server = written(home)
    return server if server and _answers(server) else None


def proof(token: str, nonce: str) -> str:
    """A proof that the sender knows the token, without revealing it."""
    return hmac.digest(token.encode(), f"dlcourse alive {nonce}".encode(), "sha256").hex()


def _answers(server: RunningServer) -> bool:
    nonce = secrets.token_hex(16)
    try:
        parts = urlsplit(server.address)
        connection = HTTPConnection(parts.hostname or "", parts.port, timeout=_PATIENCE)
        try:
            connection.request("GET", f"{parts.path}alive?nonce={nonce}")
            answer = connection.getresponse().read(1024)
        finally:
            connection.close()
    except (OSError, HTTPException, ValueError):
        return False
    return hmac.compare_digest(answer, proof(server.token, nonce).encode())
