"""A person's work as a file with an address: to download it, and to bring back the copy that a browser kept."""

import json
from typing import Any

from tornado.web import HTTPError

from dlcourse.domain.mywork.work import RestoreWork, TakeAlong, WorkFileView
from dlcourse.domain.speech import Course
from dlcourse.server.context import ServerContext
from dlcourse.server.endpoint import answered
from dlcourse.server.web import CourseHandler


class WorkFile(CourseHandler):
    """Gives the visitor's own work, or takes it back; nobody else's is at this address."""

    def initialize(self, context: ServerContext) -> None:
        """``context`` is the server's."""
        self._context = context

    def check_xsrf_cookie(self) -> None:
        """The doorkeeper lets no other site's page send anything."""

    async def get(self) -> None:
        """Give the file, to be saved rather than shown."""
        file = await self._context.work(self._course().see, TakeAlong())
        assert isinstance(file, WorkFileView)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="{file.name}"')
        self.set_header("Cache-Control", "no-store")
        self.finish(file.document)

    async def post(self) -> None:
        """Carry out ``RestoreWork``, and no other command; answer as the endpoint does."""
        asked = _asked(self.request.body)
        self.set_header("Cache-Control", "no-store")
        self.finish(await self._context.work(answered, self._course(), {"do": asked}))

    def _course(self) -> Course:
        return self._context.course_of(self._context.identity.visitor(self.request))


def _asked(body: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        raise HTTPError(400) from None
    if not isinstance(asked, dict) or asked.get("say") != RestoreWork.__name__:
        raise HTTPError(400)
    return asked
