"""Whether a phone in this room can reach the course: what the kernel can find out, and a picture to try it with.

Only a phone can really tell. A Wi-Fi may keep devices apart although this computer reaches itself.
"""

import os
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from http.client import HTTPConnection, HTTPException
from types import MappingProxyType
from urllib.parse import urlsplit

import ipywidgets  # type: ignore[import-untyped]

from dlcourse.course import running_server
from dlcourse.course.connect import SERVER
from dlcourse.course.home import folder
from dlcourse.domain.cohort.codes import code_shown, grouped
from dlcourse.exports.join_picture import join_picture
from dlcourse.server.access.hosts import is_loopback, network_address

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "closed": "The course is not open in a browser now. Start it with dlcourse serve --host 0.0.0.0, and open this "
        "page again.",
        "offline": "This computer is in no network, so no phone can reach it. Join a Wi-Fi or a phone's hotspot, and "
        "open this page again.",
        "near": "Only this computer can open the course. Stop it, start it with dlcourse serve --host 0.0.0.0, and "
        "open this page again.",
        "ready": "This computer answers at {address}. Scan the picture with one phone that is in the same Wi-Fi.",
        "code": "Join code",
        "code_note": "With the join code, the picture leads straight into your cohort. The code is not stored here.",
        "picture": "A picture to scan: it leads a phone to {address}",
    }
)
PATIENCE = 2.0
"""Seconds that an answer may take."""


@dataclass(frozen=True)
class Reach:
    """Where a phone would find the course: the address to join, empty if none would; ``says`` what was found out."""

    join: str
    says: str


def reach() -> Reach:
    """Find out at which address this computer answers others."""
    server = _server()
    if not server:
        return Reach("", WORDS["closed"])
    parts, host = urlsplit(server), network_address()
    if not host or is_loopback(host):
        return Reach("", WORDS["offline"])
    if not _answers(host, parts.port or 80, parts.path):
        return Reach("", WORDS["near"])
    join = f"{parts.scheme}://{host}:{parts.port}{parts.path}join"
    return Reach(join, WORDS["ready"].format(address=join))


class PhoneTest(ipywidgets.VBox):  # type: ignore[misc]
    """What was found out, a field for the join code, and the picture to scan."""

    def __init__(self, found: Reach) -> None:
        """Show this."""
        self._found = found
        self._picture = ipywidgets.HTML()
        says = ipywidgets.HTML(f"<p>{escape(found.says)}</p>")
        code = ipywidgets.Text(description=WORDS["code"])
        code.observe(lambda change: self._draw(change["new"]), "value")
        note = ipywidgets.HTML(f"<p>{escape(WORDS['code_note'])}</p>")
        self._draw("")
        super().__init__(children=(says, self._picture, code, note) if found.join else (says,))

    def _draw(self, code: str) -> None:
        if self._found.join:
            self._picture.value = picture_of(address_with(self._found.join, code), self._found.join)


def address_with(join: str, code: str) -> str:
    """The address to join, with the code in its fragment if it is a join code; a fragment is sent to nobody."""
    shown = code_shown(code)
    return f"{join}#code={grouped(shown.handle + shown.secret)}" if shown and shown.kind == "join" else join


def picture_of(address: str, join: str) -> str:
    """The picture of an address, as HTML; its description names the address without the code."""
    data = b64encode(join_picture(address).encode()).decode()
    about = escape(WORDS["picture"].format(address=join), quote=True)
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{about}" style="width: min(22rem, 100%)">'


def _server() -> str:
    """The address of the server of this kernel, or of the one that is running on this home; empty if there is none."""
    if served_by := os.environ.get(SERVER):
        return served_by
    server = running_server.find(folder())
    return server.address if server else ""


def _answers(host: str, port: int, root: str) -> bool:
    connection = HTTPConnection(host, port, timeout=PATIENCE)
    try:
        connection.request("GET", f"{root}alive")
        return connection.getresponse().status < 500
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
