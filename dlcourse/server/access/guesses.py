"""Limits wrong codes, by address and by cohort. A right one is never counted.

Somebody who tries thousands of codes is refused before any of them is checked slowly. Nobody is locked out by that:
thirty people behind one address all get in, also if somebody among them guesses. A code that was right before is
recognized without a slow check, and so are facilitator keys and phrases, which are too long to be guessed.
"""

import ipaddress
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

from tornado.httputil import HTTPServerRequest

MOST_KEYS = 20_000
"""How many addresses are remembered; the one that was wrong the longest ago is forgotten first."""


@dataclass(frozen=True)
class Limit:
    """At most ``most`` wrong ones within ``seconds``."""

    most: int
    seconds: float


BY_ADDRESS, BY_COHORT = Limit(60, 600.0), Limit(1000, 3600.0)
FEW = 5
"""Wrong ones from an address that has nothing to fear, even while many others guess at the same cohort."""


class WrongCodes:
    """Counts wrong codes. Use it from one thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives the time in seconds."""
        self._clock = clock
        self._wrong: OrderedDict[tuple[Limit, str], deque[float]] = OrderedDict()

    def may_refuse(self, address: str) -> bool:
        """Whether there were so many from this address that it matters which code comes next."""
        return self._recent(BY_ADDRESS, address) >= FEW

    def too_many(self, address: str, cohort: str = "") -> bool:
        """Whether there were too many from this address, or a few from it and too many at this cohort."""
        many = self._recent(BY_ADDRESS, address)
        return many >= BY_ADDRESS.most or (many >= FEW and self._recent(BY_COHORT, cohort) >= BY_COHORT.most)

    def count(self, address: str, cohort: str = "") -> None:
        """Count one wrong code from this address and, if it was a guess at a cohort, at that cohort."""
        self._add(BY_ADDRESS, address)
        if cohort:
            self._add(BY_COHORT, cohort)

    def _recent(self, limit: Limit, key: str) -> int:
        """How many there were within the seconds of this limit."""
        since = self._clock() - limit.seconds
        return sum(when > since for when in self._wrong.get((limit, key), ()))

    def _add(self, limit: Limit, key: str) -> None:
        times = self._wrong.setdefault((limit, key), deque(maxlen=limit.most))
        times.append(self._clock())
        self._wrong.move_to_end((limit, key))
        while len(self._wrong) > MOST_KEYS:
            self._wrong.popitem(last=False)


def address_of(request: HTTPServerRequest) -> str:
    """The network address that a request came from; behind a proxy on this machine, the one that the proxy names.

    The proxy's word decides only how wrong codes are counted. Of an IPv6 address, the part that a network shares.
    """
    peer = request.remote_ip or ""
    named = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    found = _parsed(named) if named and _is_near(peer) else _parsed(peer)
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found or peer)


def _is_near(peer: str) -> bool:
    found = _parsed(peer)
    return found.is_loopback if found else True  # a Unix socket has no address


def _parsed(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
