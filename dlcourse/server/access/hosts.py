"""For which host names and from whose pages a request may come.

A request that was made for another host is not answered, nor one that a page of another site made a browser send.
"""

import ipaddress
import socket
from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest

from dlcourse.server.settings import ANY


class Doorkeeper:
    """Knows for which hosts and from which pages a request may come."""

    def __init__(self, host: str, names: Iterable[str]) -> None:
        """``host`` is what the server listens on; ``names`` are more names of it, ``*`` for any."""
        self._names = {name.lower().strip("[]") for name in names}
        self._anywhere = ANY in self._names
        self._open = not is_loopback(host)

    def admits(self, request: HTTPServerRequest) -> bool:
        """Whether the request was made for this server, and not by another site's page."""
        return self._knows(host_name(f"//{request.host}")) and self._own_page(request)

    def _knows(self, name: str) -> bool:
        # A page elsewhere can point its own name at this machine, but it cannot send one of these names.
        return self._anywhere or name in self._names or is_loopback(name) or (self._open and _is_own(name))

    def _own_page(self, request: HTTPServerRequest) -> bool:
        origin = request.headers.get("Origin")
        if origin is None:
            return True  # no page of another site: those always say where they are from
        return host_and_port(origin) == request.host.lower() or host_name(origin) in self._names


def host_and_port(address: str) -> str | None:
    """Return the host and port in an address, in lower case; ``None`` if there are none."""
    try:
        return urlsplit(address).netloc.lower() or None
    except ValueError:
        return None


def host_name(address: str) -> str:
    """Return the host's name in an address, in small letters; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _is_own(name: str) -> bool:
    """Whether it is a bare address, or a name of this machine: no page elsewhere can have come under one of these."""
    return _is_address(name) or name in {*_short_names(), socket.gethostname().lower(), socket.getfqdn().lower()}


def _short_names() -> set[str]:
    """The names of this machine that no name server knows: computers often find them, and phones seldom do."""
    short = socket.gethostname().lower().partition(".")[0]
    return {short, f"{short}.local"}


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(name: str) -> bool:
    """Whether the name is one of this machine for itself."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def reachable(origin: str, listens_on: str) -> str:
    """The origin under which other devices reach this server.

    If a browser calls it by a loopback address or by a name that only computers nearby know, and it listens to the
    network, that is the machine's address in the network.
    """
    parts = urlsplit(origin)
    called = (parts.hostname or "").lower()
    if is_loopback(listens_on) or not (is_loopback(called) or called in _short_names()):
        return origin
    own = network_address()
    return f"{parts.scheme}://{own}{f':{parts.port}' if parts.port else ''}" if own else origin


def network_address() -> str:
    """The address of this machine in its network; empty if it has none. Nothing is sent to find it out."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # an address that nobody has; this only chooses a network
        return str(probe.getsockname()[0])
    return ""
