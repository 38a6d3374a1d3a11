"""The endpoint of the course: both verbs and watching, for kernels, notebooks and command lines with a ticket.

Commands and queries run in threads, so that the server can answer others meanwhile.
"""

import asyncio
import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from tornado.iostream import StreamClosedError
from tornado.web import HTTPError

from dlcourse.course.page_host import FaultError, error_to_json
from dlcourse.course.running_server import proof
from dlcourse.course.watching import BEAT, CHANGED, READY
from dlcourse.domain.speech import Command, Course, Query, decode, encode
from dlcourse.errors import CourseError
from dlcourse.server.context import ServerContext
from dlcourse.server.resources.connection_limit import welcome
from dlcourse.server.web import CourseHandler

UNREADABLE = CourseError("course", "this cannot be understood", "Reload the page.")


class Endpoint(CourseHandler):
    """Answers callers with a ticket in JSON."""

    def initialize(self, context: ServerContext) -> None:
        """``context`` is the context of the server."""
        self._context = context

    def check_xsrf_cookie(self) -> None:
        """Check nothing: another site cannot make a browser send a ticket in a header."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ARG002
        """Send the error as JSON."""
        error = kwargs.get("exc_info", (None, None))[1]
        if isinstance(error, CourseError):
            self.set_status(HTTPStatus.UNAUTHORIZED)
        self.finish({"error": error_to_json(error if isinstance(error, CourseError) else FaultError())})

    async def post(self) -> None:
        """Answer ``{"do": …}`` or ``{"see": …}`` with ``{"view": …}`` or ``{"error": …}``."""
        course, asked = self._course(), self._asked()
        answer = await self._context.work(answered, course, asked)
        self.set_header("Cache-Control", "no-store")
        self.finish(answer)

    def _course(self) -> Course:
        viewer = self._context.identity.bearer(self.request.headers.get("Authorization", ""))
        welcome(self.request)
        return self._context.course_of(viewer)

    def _asked(self) -> Any:
        try:
            return json.loads(self.request.body)
        except (ValueError, RecursionError):
            return None


class Watching(Endpoint):
    """Sends a line whenever a topic changes, for as long as the caller listens."""

    _gone = False

    async def post(self) -> None:
        """Answer ``{"topic": …}`` with a stream: ``ready``, then ``changed`` for each change, with empty lines between.

        If the caller may not watch the topic, the answer is 403 and ``{"error": …}``.
        """
        course, asked = self._course(), self._asked()
        topic = asked.get("topic") if isinstance(asked, dict) else None
        loop, changed = asyncio.get_running_loop(), asyncio.Event()
        self._changed = changed

        def notice() -> None:
            loop.call_soon_threadsafe(changed.set)

        try:
            unwatch = await self._context.work(_watched, course, topic, notice)
        except CourseError as error:
            self.set_status(HTTPStatus.FORBIDDEN)
            self.finish({"error": error_to_json(error)})
            return
        try:
            await self._say_changes(changed)
        finally:
            unwatch()

    async def _say_changes(self, changed: asyncio.Event) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Accel-Buffering", "no")
        line = READY
        try:
            while not self._gone:
                self.write(line)
                await self.flush()
                line = await _next_line(changed)
        except StreamClosedError:
            return  # the caller stopped listening

    def on_connection_close(self) -> None:
        """Stop watching as soon as nobody listens."""
        self._gone = True
        if changed := getattr(self, "_changed", None):
            changed.set()


class Alive(CourseHandler):
    """Proves that this is the server that wrote ``server.json``."""

    def initialize(self, token: str) -> None:
        """``token`` is the token of the home."""
        self._token = token

    def get(self) -> None:
        """Prove that this server knows the token."""
        self.set_header("Content-Type", "text/plain")
        self.finish(proof(self._token, self.get_query_argument("nonce", "")[:64]))


def answered(course: Course, asked: Any) -> dict[str, Any]:
    """Carry out a command or a query. Returns the answer as JSON."""
    try:
        match asked:
            case {"do": dict(command), **more} if not more:
                return {"view": encode(course.do(decode(Command, command)))}
            case {"see": dict(query), **more} if not more:
                return {"view": encode(course.see(decode(Query, query)))}
            case _:
                return {"error": error_to_json(UNREADABLE)}
    except CourseError as error:
        return {"error": error_to_json(error)}


def one_command(body: bytes, kind: type[Command]) -> dict[str, Any]:
    """The command of this kind in the body of a request. Status 400 if there is anything else in it."""
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        raise HTTPError(400) from None
    if not isinstance(asked, dict) or asked.get("say") != kind.__name__:
        raise HTTPError(400)
    return asked


def _watched(course: Course, topic: object, notice: Callable[[], None]) -> Callable[[], None]:
    """Start watching a topic. Raises a `CourseError` if it is no topic, or none that this caller may watch."""
    if not isinstance(topic, str):
        raise UNREADABLE
    return course.watch(topic, notice)


async def _next_line(changed: asyncio.Event) -> bytes:
    try:
        await asyncio.wait_for(changed.wait(), BEAT)
    except TimeoutError:
        return b"\n"
    changed.clear()
    return CHANGED
