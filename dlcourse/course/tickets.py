"""Tickets that identify a caller to the course server, in the ``Authorization`` header and never in an address.

A served kernel's ticket is derived from the key of its connection file, which only that kernel and the server know. It
is valid as long as the kernel lives. Anyone who can read the home's ``server.json`` uses the token in it.
"""

import hmac
import json
from pathlib import Path

_LABEL = b"dlcourse kernel ticket 1"


def of_kernel(kernel: str, key: bytes) -> str:
    """The ticket of the kernel with this id and connection key."""
    return f"Ticket {kernel}:{hmac.digest(key, _LABEL, 'sha256').hex()}"


def of_connection_file(path: Path) -> str:
    """The ticket of the kernel with this connection file, ``kernel-<id>.json``."""
    key = json.loads(path.read_text("utf-8"))["key"]
    return of_kernel(path.stem.removeprefix("kernel-"), key.encode())


def of_home(token: str) -> str:
    """The ticket of the home's owner."""
    return f"Home {token}"


def same(shown: str, true: str) -> bool:
    """Whether two tickets are equal, compared in constant time."""
    return hmac.compare_digest(shown.encode("utf-8", "replace"), true.encode())
