"""Which version of a notebook a person is shown on a session page, and their choice between the two."""

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from tornado.web import HTTPError

from dlcourse.domain.curriculum.versions import ChooseVersion, SessionVersion, SessionVersionView, Version
from dlcourse.domain.speech import TAG, Command, Course, decode
from dlcourse.errors import CourseError
from dlcourse.server.context import ServerContext
from dlcourse.server.pages.notebooks import FACILITATOR, Sessions
from dlcourse.server.web import CourseHandler


@dataclass(frozen=True)
class ShownNotebook:
    """A notebook, the folder with its pictures, and which version it is."""

    notebook: Any
    folder: Path
    version: SessionVersionView


def shown_notebook(sessions: Sessions, session: str, course: Course) -> ShownNotebook | None:
    """The notebook of a session as this person is shown it, ready to run; None if there is no such session.

    Raises a `CourseError` if it is the person's own version, and cannot be read. A member of a cohort then gets the
    course's in place of the host's.
    """
    version = course.see(SessionVersion(session=session))
    assert isinstance(version, SessionVersionView)
    try:
        if version.shown == "own" and sessions.own and (own := sessions.of_owner(session)) is not None:
            return ShownNotebook(own, sessions.own, version)
    except CourseError:
        shipped = None if version.edited else _of_course(sessions, session)
        if shipped is None:
            raise  # to its owner, who can mend it
        return ShownNotebook(shipped, sessions.folder, version)
    found = _of_course(sessions, session)
    return None if found is None else ShownNotebook(found, sessions.folder, version)


def _of_course(sessions: Sessions, session: str) -> Any | None:
    stem = session.removeprefix(f"{FACILITATOR}/")
    return sessions.for_facilitators(stem) if stem != session else sessions.for_learners(stem)


class VersionChoice(CourseHandler):
    """Records which version of a session somebody wants to see, and leads back to the session."""

    def initialize(self, context: ServerContext) -> None:
        """``context`` is the context of the server."""
        self._context = context

    def check_xsrf_cookie(self) -> None:
        """Check nothing, because the doorkeeper lets no page of another site send anything."""

    async def post(self, kind: str, stem: str) -> None:
        """Carry out the choice in the form."""
        course = self._context.course_of(self._context.identity.visitor(self.request))
        session = f"{FACILITATOR}/{stem}" if kind == FACILITATOR else stem
        await self._context.work(course.do, _choice(session, self.get_body_argument("version", "")))
        self.redirect(f"{self.settings['shared']['root']}{kind}/{quote(stem)}", status=HTTPStatus.SEE_OTHER)


def _choice(session: str, version: str) -> Command:
    raw = {TAG: ChooseVersion.__name__, "id": uuid4().hex, "session": session, "version": version}
    try:
        return decode(Command, raw)
    except CourseError:
        raise HTTPError(400) from None


def other(version: SessionVersionView) -> Version | None:
    """The version that somebody can change to; None if there is only one."""
    if not version.edited:
        return None
    return "course" if version.shown == "own" else "own"
