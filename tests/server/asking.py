"""Asks a server as a browser or a script would, down to the letter."""

import json
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

from tests.serving import PATIENCE


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str

    def json(self) -> Any:
        """Return it as JSON."""
        return json.loads(self.text)


def ask(address: str, path: str, method: str = "GET", body: Any = None, **headers: str) -> Answer:
    """Send exactly this path under this address; header names are written with ``_`` for ``-``."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    text = body if isinstance(body, str | bytes | None) else json.dumps(body)
    connection.putrequest(method, parts.path + path, skip_host="Host" in named)
    for name, value in named.items():
        connection.putheader(name, value)
    if text is not None:
        connection.putheader("Content-Length", str(len(text)))
    connection.endheaders(text.encode() if isinstance(text, str) else text)
    answer = connection.getresponse()
    said = Answer(answer.status, dict(answer.getheaders()), answer.read().decode())
    connection.close()
    return said
