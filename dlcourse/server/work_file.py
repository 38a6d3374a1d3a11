"""A person's work as a file at an address: it can be downloaded, and the copy in a browser can be restored."""

from http import HTTPStatus

from dlcourse.domain.mywork.work import RestoreWork, TakeAlong, WorkFileView
from dlcourse.domain.speech import Course
from dlcourse.server.access.same_origin import is_same_origin
from dlcourse.server.context import ServerContext
from dlcourse.server.endpoint import answered, one_command
from dlcourse.server.web import CourseHandler
from dlcourse.server.words import FROM_ELSEWHERE


class WorkFile(CourseHandler):
    """Serves or restores the visitor's own work. Nobody else's work is at this address."""

    def initialize(self, context: ServerContext) -> None:
        """``context`` is the context of the server."""
        self._context = context

    def check_xsrf_cookie(self) -> None:
        """Check nothing, because the doorkeeper lets no page of another site send anything."""

    async def get(self) -> None:
        """Serve the file so that the browser saves it instead of showing it."""
        if not is_same_origin(self.request):
            self.answer_problem(FROM_ELSEWHERE, HTTPStatus.FORBIDDEN)
            return
        file = await self._context.work(self._course().see, TakeAlong())
        assert isinstance(file, WorkFileView)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="{file.name}"')
        self.set_header("Cache-Control", "no-store")
        self.finish(file.document)

    async def post(self) -> None:
        """Carry out ``RestoreWork`` and no other command. Answers like the endpoint."""
        asked = one_command(self.request.body, RestoreWork)
        self.set_header("Cache-Control", "no-store")
        self.finish(await self._context.work(answered, self._course(), {"do": asked}))

    def _course(self) -> Course:
        return self._context.course_of(self._context.identity.visitor(self.request))
