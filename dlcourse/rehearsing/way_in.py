"""The way to a course: its address, the code, and the live session that is open.

Each step says in plain words what is missing.
"""

import html
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex
from urllib.parse import urlencode, urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.simple_httpclient import HTTPStreamClosedError, HTTPTimeoutError

from dlcourse.domain.cohort.codes import code_shown
from dlcourse.errors import CourseError

PATIENCE = 30.0
"""Seconds after which a server that does not answer is given up."""
FORM = re.compile(r'<form id="join"')
PROBLEM = re.compile(r'<p id="wrong"[^>]*>(.*?)</p>', re.DOTALL)
SESSION = re.compile(r"live/([0-9a-f]{32})\b")
UNREACHABLE = "Check the address, and that the course is open there: `dlcourse serve`."
NO_COURSE = "Give the address that `dlcourse serve` prints, without the key, such as http://127.0.0.1:8850/"
Cookie = Mapping[str, str]
"""The header that lets a browser in."""


@dataclass(frozen=True)
class Site:
    """A course on the web. ``root`` is the address of its home page, with a slash at the end."""

    root: str

    @property
    def socket(self) -> str:
        """The address of the WebSocket that carries its pages."""
        return self.root.replace("http", "ws", 1) + "live"

    async def get(self, path: str, cookie: Cookie) -> HTTPResponse:
        """What stands at this path for this browser. Raises a `CourseError` if nothing answers."""
        return await self._fetch(path, headers=dict(cookie))

    async def check(self) -> None:
        """Make sure that people can join a cohort here. Raises a `CourseError` otherwise."""
        answer = await self.get("join", {})
        if answer.code != 200 or not FORM.search(answer.body.decode(errors="replace")):
            raise CourseError(self.root, "something answers there, but no course that people can join", NO_COURSE)

    async def join(self, code: str, name: str) -> Cookie:
        """Join the cohort with this code, as somebody new. Raises a `CourseError` that says what the page says."""
        fields = urlencode({"code": code, "name": name, "ask": token_hex(16)})
        headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
        answer = await self._fetch("join", method="POST", headers=headers, body=fields)
        if not (given := answer.headers.get_list("Set-Cookie")):
            raise _refused(answer)
        return {"Cookie": "; ".join(each.partition(";")[0] for each in given)}

    async def session(self, cookie: Cookie) -> str:
        """The id of the live session that the home page leads to; empty if none is open."""
        answer = await self.get("", cookie)
        found = SESSION.search(answer.body.decode(errors="replace"))
        return found[1] if found else ""

    async def _fetch(self, path: str, **asked: object) -> HTTPResponse:
        asking = {"follow_redirects": False, "connect_timeout": PATIENCE, "request_timeout": PATIENCE}
        try:
            return await AsyncHTTPClient().fetch(self.root + path, raise_error=False, **asking, **asked)
        except ssl.SSLError:
            remedy = "Use the name that the certificate is for."
            raise CourseError(self.root, "its certificate is not valid for this address", remedy) from None
        except (OSError, HTTPTimeoutError, HTTPStreamClosedError):
            raise CourseError(self.root, "nothing answers there", UNREACHABLE) from None


def site_at(address: str) -> Site:
    """The course at an address, as people write or copy it. Raises a `CourseError` if it is no address of the web."""
    written = address.strip().partition("#")[0].partition("?")[0]
    if "://" not in written:
        written = f"http://{written}"
    try:
        parts = urlsplit(written)
        fits = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        fits = False
    if not fits or not written.isprintable() or " " in written:
        raise CourseError(address, "this is no address of a course", NO_COURSE)
    return Site(written.rstrip("/").removesuffix("/join").rstrip("/") + "/")


def join_code(typed: str) -> str:
    """The join code that was typed. Raises a `CourseError` if it is none."""
    shown = code_shown(typed)
    if shown is None:
        raise CourseError("--code", "this is no join code", "It has three groups of four letters and digits.")
    if shown.kind == "facilitator":
        what = "this is the facilitator key, and the scripted participants need the join code"
        raise CourseError("--code", what, "Take the code that you show the room.")
    return typed


def _refused(answer: HTTPResponse) -> CourseError:
    """What the page to join says is wrong."""
    found = PROBLEM.search(answer.body.decode(errors="replace"))
    said = html.unescape(found[1]).strip() if found else f"The course answered with status {answer.code}"
    return CourseError("joining", said, "" if found else "Try it in a browser: it may say more.")
