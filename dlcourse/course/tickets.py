"""How a caller shows the course server who it is: a ticket in the ``Authorization`` header, never in an address.

A served kernel's ticket is sealed with the key of its connection file, which only that kernel and the server know; it
ends with the kernel. Whoever may read a home's ``server.json`` shows its token.
"""

import hmac
import json
from pathlib import Path

_LABEL = b"dlcourse kernel ticket 1"


def of_kernel(kernel: str, key: bytes) -> str:
    """Return the ticket of the kernel with this id and connection key."""
    return f"Ticket {kernel}:{hmac.digest(key, _LABEL, 'sha256').hex()}"


def of_connection_file(path: Path) -> str:
    """Return the ticket of the kernel whose connection file this is, ``kernel-<id>.json``."""
    key = json.loads(path.read_text("utf-8"))["key"]
    return of_kernel(path.stem.removeprefix("kernel-"), key.encode())


def of_home(token: str) -> str:
    """Return the ticket of whoever owns the home."""
    return f"Home {token}"


def same(shown: str, true: str) -> bool:
    """Whether the ticket shown is the true one, in a time that tells nothing about where they differ."""
    return hmac.compare_digest(shown.encode("utf-8", "replace"), true.encode())
