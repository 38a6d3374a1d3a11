"""How people come into a cohort in a browser: the page to join, coming back with a phrase, and signing out.

A code rides in the fragment of an address or in the body of a request, so that it is in no log.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from tornado.web import HTTPError

from dlcourse.course.entrance import Entered, Entrance, WrongCodeError
from dlcourse.domain.cohort.codes import code_shown, grouped
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.pages.cohort import privacy
from dlcourse.server.access.entry_words import ALREADY, JOIN, JOINED, NEAR_ONLY, NO_COHORTS, NO_NAME, TOO_MANY_CODES
from dlcourse.server.access.guesses import WrongCodes, address_of
from dlcourse.server.access.hosts import host_name, is_loopback, reachable
from dlcourse.server.access.sign_in_page import came_by_https
from dlcourse.server.access.visits import SessionCookies
from dlcourse.server.context import ServerContext
from dlcourse.server.resources.connection_limit import welcome
from dlcourse.server.web import CourseHandler

LONGEST = 400
"""Characters of a field that are looked at."""


@dataclass(frozen=True)
class EntryContext:
    """What the handlers of these pages share."""

    entrance: Entrance | None
    cookies: SessionCookies
    wrong: WrongCodes
    context: ServerContext
    host: str
    """What the server listens on."""


class EntryHandler(CourseHandler):
    """A page that is open to strangers."""

    def initialize(self, entry: EntryContext) -> None:
        """``entry`` is what these pages share."""
        self._entry = entry

    def prepare(self) -> None:
        """Answer that there are no cohorts, where there is no entrance."""
        self.set_header("Cache-Control", "no-store")
        super().prepare()
        if self._entry.entrance is None and not self._finished:
            self.answer_problem(NO_COHORTS, HTTPStatus.NOT_FOUND)

    def check_xsrf_cookie(self) -> None:
        """Check nothing, because the doorkeeper lets no page of another site send anything."""

    @property
    def entrance(self) -> Entrance:
        """The way into the cohorts."""
        assert self._entry.entrance is not None
        return self._entry.entrance

    @property
    def member(self) -> Viewer | None:
        """The member whose session this browser has."""
        session = self._entry.cookies.session(self.request)
        return self.entrance.visitor(session) if session else None

    def field(self, name: str) -> str:
        """What was filled in."""
        return self.get_body_argument(name, "")[:LONGEST].strip()


class JoinPage(EntryHandler):
    """The forms for a code and for a phrase."""

    def get(self) -> None:
        """Serve the page; to a member, it says that they are in."""
        self.finish(self._page())

    head = get

    async def post(self) -> None:
        """Let somebody in, or say what is wrong.

        Where there were too many wrong codes, from this address or for this cohort, only what needs no slow check is
        looked at.
        """
        address = address_of(self.request)
        if await self._is_refused(address):
            self._refuse(TOO_MANY_CODES, HTTPStatus.TOO_MANY_REQUESTS)
            return
        if not self._entry.wrong.too_many(address):
            welcome(self.request)  # a whole hall may come from one address
        try:
            entered = await self._entry.context.work(self._come_in())
        except WrongCodeError as error:
            self._entry.wrong.count(address, error.cohort)
            self._refuse(error, HTTPStatus.FORBIDDEN)
        except CourseError as error:
            self._refuse(error, HTTPStatus.BAD_REQUEST)
        else:
            self._welcome(entered, await self._entry.context.work(lambda: self.entrance.live_session(entered.viewer)))

    async def _is_refused(self, address: str) -> bool:
        if self.field("phrase") or not self._entry.wrong.may_refuse(address):
            return False
        guess = await self._entry.context.work(self.entrance.guess, self.field("code"))
        return not guess.is_known and self._entry.wrong.too_many(address, guess.cohort)

    def _come_in(self) -> Callable[[], Entered]:
        if phrase := self.field("phrase"):
            return lambda: self.entrance.resume(phrase)
        if not self.field("name"):
            raise NO_NAME
        code, name, ask, member = self.field("code"), self.field("name"), self.field("ask"), self.member
        return lambda: self.entrance.join(code, name, ask or secrets.token_hex(), member.person if member else "")

    def _welcome(self, entered: Entered, session: str) -> None:
        """Let the browser in. If the cohort has an open live session, that is where the person goes next."""
        live = f"live/{session}" if session else ""
        secure = came_by_https(self.request)
        self.set_header("Set-Cookie", self._entry.cookies.cookie(entered.session, secure=secure))
        if not entered.phrase:
            self.redirect(self.settings["shared"]["root"] + live, status=HTTPStatus.SEE_OTHER)
            return
        welcome = JOINED["welcome"].format(name=self.field("name"))
        self.finish(
            self.render_page(
                "joined.html",
                title=JOINED["title"],
                joined=JOINED,
                welcome=welcome,
                phrase=entered.phrase,
                live=live,
            )
        )

    def _refuse(self, problem: CourseError, status: int) -> None:
        self.set_status(status)
        self.finish(self._page(problem))

    def _page(self, problem: CourseError | None = None) -> str:
        filled = {"name": self.field("name"), "ask": self.field("ask") or secrets.token_hex(16)}
        return self.render_page(
            "join.html",
            title=JOIN["title"],
            join=JOIN,
            already=ALREADY if self.member else None,
            privacy=privacy,
            filled=filled,
            problem=problem,
        )


class SignOut(EntryHandler):
    """Ends the session of this browser."""

    async def post(self) -> None:
        """End it, and lead back to the page to join."""
        session = self._entry.cookies.session(self.request)
        await self._entry.context.work(self.entrance.end, session)
        self.set_header("Set-Cookie", self._entry.cookies.no_cookie())
        self.redirect(f"{self.settings['shared']['root']}join", status=HTTPStatus.SEE_OTHER)


class Switch(EntryHandler):
    """Lets this browser go on in another cohort of the same person."""

    async def post(self) -> None:
        """Switch, and lead to the home page."""
        session = self._entry.cookies.session(self.request)
        try:
            await self._entry.context.work(self.entrance.switch, session, self.field("cohort"))
        except CourseError as error:
            self.answer_problem(error, HTTPStatus.FORBIDDEN)
        else:
            self.redirect(self.settings["shared"]["root"], status=HTTPStatus.SEE_OTHER)


class JoinPicture(EntryHandler):
    """Draws a join code for a phone to scan. The code comes in the body, and stands in the picture's fragment."""

    async def post(self) -> None:
        """Answer with ``{"svg": …, "address": …, "note": …}``.

        These are the picture, the address to join without the code, and what to know about that address.
        """
        shown = code_shown(self.field("code"))
        if shown is None or shown.kind != "join":
            raise HTTPError(400)
        from dlcourse.exports.join_picture import join_picture  # only needed for the picture

        origin = self.request.headers.get("Origin") or f"{self.request.protocol}://{self.request.host}"
        reached = reachable(origin, self._entry.host)
        address = f"{reached}{self.settings['shared']['root']}join"
        code = grouped(shown.handle + shown.secret)
        await self._entry.context.work(self.entrance.recognize, code)  # those who scan it need no slow check
        svg = await self._entry.context.work(join_picture, f"{address}#code={code}")
        self.finish({"svg": svg, "address": address, "note": NEAR_ONLY if is_loopback(host_name(reached)) else ""})


class PrivacyPage(CourseHandler):
    """The privacy notice, for everybody."""

    def get(self) -> None:
        """Serve it."""
        values: dict[str, Any] = {"title": privacy.NOTICE_TITLE, "sections": self._sections()}
        self.finish(self.render_page("privacy.html", **values))

    head = get

    def _sections(self) -> tuple[Any, ...]:
        made_up = self.settings["shared"]["made_up"]
        return (made_up["notice"], *privacy.NOTICE) if made_up else tuple(privacy.NOTICE)
