"""Session pages: a notebook of the course as a page of text, with a place for each exercise."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from tornado.web import HTTPError

from dlcourse.domain.curriculum.steps import FinishStep
from dlcourse.domain.curriculum.versions import SessionVersion, SessionVersionView
from dlcourse.domain.speech import Course, View
from dlcourse.errors import CourseError
from dlcourse.pages.curriculum.frame import PageFrame
from dlcourse.pages.curriculum.steps import StepsBar
from dlcourse.pages.program import Page, Props
from dlcourse.pages.registry import subject_of
from dlcourse.server.context import ServerContext
from dlcourse.server.endpoint import answered, one_command
from dlcourse.server.pages import rendering
from dlcourse.server.pages.cells import CodeCells, Divide, only_where_needed
from dlcourse.server.pages.frame import framed
from dlcourse.server.pages.light_page import first_props, scripts_of
from dlcourse.server.pages.notebooks import FACILITATOR
from dlcourse.server.pages.steps import StepCells, bar, opening_and_steps, plain_bar
from dlcourse.server.pages.versions import ShownNotebook, other, shown_notebook
from dlcourse.server.web import OUTPUT_POLICY, CourseHandler
from dlcourse.server.words import FOR_FACILITATORS, VERSION_BUTTONS, VERSION_SAYS


class SessionList(CourseHandler):
    """Serves the list of sessions and the bar of steps with their current marks, for a page that is open already."""

    def initialize(self, context: ServerContext) -> None:
        """``context`` is the context of the server."""
        self._context = context

    async def get(self, stem: str) -> None:
        """Serve both as they are shown on the page of a session."""
        course = self._context.course_of(self._context.identity.visitor(self.request))
        found = await self._context.work(shown_notebook, self.settings["sessions"], stem, course)
        steps = opening_and_steps(found.notebook)[1] if found else []
        self.set_header("Cache-Control", "no-store")
        frame, bar = await self._context.work(around, course, stem, steps)
        self.finish(self.render_page("list.html", frame=frame) + self.render_page("steps.html", bar=bar))


class StepEnd(CourseHandler):
    """Records that somebody has come to the end of a step."""

    def initialize(self, context: ServerContext) -> None:
        """``context`` is the context of the server."""
        self._context = context

    def check_xsrf_cookie(self) -> None:
        """Check nothing, because the doorkeeper lets no page of another site send anything."""

    async def post(self) -> None:
        """Carry out ``FinishStep`` and no other command. Answers like the endpoint."""
        course = self._context.course_of(self._context.identity.visitor(self.request))
        self.set_header("Cache-Control", "no-store")
        self.finish(await self._context.work(answered, course, {"do": one_command(self.request.body, FinishStep)}))


class SessionPage(CourseHandler):
    """Serves the text of one notebook, with a place for each exercise. The page's own WebSocket fills those."""

    prefix = ""
    """What the name of a notebook begins with, before the stem in the address."""

    def initialize(self, context: ServerContext, divide: Divide) -> None:
        """``context`` is the context of the server; ``divide`` says which cells need a kernel."""
        self._context, self._divide = context, divide

    async def get(self, stem: str) -> None:
        """Serve the page. This starts no kernel, so a link or an image on another site cannot start one either."""
        course, session = self._context.course_of(self._context.identity.visitor(self.request)), self.prefix + stem
        try:
            found = await self._context.work(shown_notebook, self.settings["sessions"], session, course)
        except CourseError as error:
            self._answer_unreadable(error, await self._context.work(course.see, SessionVersion(session=session)))
            return
        if found is None:
            raise HTTPError(404)
        notebook = found.notebook
        opening, steps = opening_and_steps(notebook)
        frame, bar = await self._context.work(around, course, stem, steps)
        self.set_header("Cache-Control", "no-store")
        if runs_code(notebook):
            self.set_header("Content-Security-Policy", OUTPUT_POLICY)
        if problem := self._problem(frame):
            self.set_status(HTTPStatus.FORBIDDEN)
            self.finish(self.render_page("problem.html", problem=problem, title=problem.what))
            return
        contents = await self._context.work(self._contents, course, found, opening, steps, bar)
        shown = self._shown(frame, bar, found) | contents
        self.finish(self.render_page("session.html", **shown))

    head = get

    def _problem(self, frame: PageFrame) -> CourseError | None:  # noqa: ARG002 (pages for facilitators look at it)
        """Why this person does not get the page, or None."""
        return None

    def _answer_unreadable(self, problem: CourseError, version: View) -> None:
        """Say that one's own version cannot be read, and offer the course's."""
        assert isinstance(version, SessionVersionView)
        self.set_status(HTTPStatus.UNPROCESSABLE_ENTITY)
        self.set_header("Cache-Control", "no-store")
        self.finish(
            self.render_page("problem.html", problem=problem, title=problem.what, version=self._choice(version))
        )

    def _choice(self, version: SessionVersionView) -> dict[str, str] | None:
        """The words about the two versions, and the form to change; None if there is only one."""
        to = other(version)
        if to is None:
            return None
        root = self.settings["shared"]["root"]
        address = f"{root}version/{self.request.path.removeprefix(root)}"
        return {"to": to, "address": address, "says": VERSION_SAYS[version.shown], "button": VERSION_BUTTONS[to]}

    def _shown(self, frame: PageFrame, bar: StepsBar, found: ShownNotebook) -> dict[str, Any]:
        root = self.settings["shared"]["root"]
        current = next((session["title"] for session in frame["sessions"] if session["current"]), frame["title"])
        return {
            "title": frame["current"]["title"] if frame["current"] else current,
            "version": self._choice(found.version),
            "frame": frame,
            "bar": bar,
            "kernels": f"{root}kernels/",
            "live": f"{root}live",
            "exercises": f"{root}exercises/{self.request.path.removeprefix(root)}",
            "address": self.request.path,
        }

    def _code(self, notebook: Any) -> CodeCells:
        """The code cells. Whoever may have no kernel gets at least what needs none."""
        return self._divide(notebook) if self._may_have_kernel() else only_where_needed(notebook)

    def _may_have_kernel(self) -> bool:
        """Whether this person may have a kernel; the same as for the socket that starts it."""
        return bool(self.settings["kernel_manager"].allowed(self._context.identity.is_host(self.request)))

    def _contents(
        self,
        course: Course,
        found: ShownNotebook,
        opening: list[tuple[int, Any]],
        steps: list[StepCells],
        bar: StepsBar,
    ) -> dict[str, Any]:
        folder, code = found.folder, self._code(found.notebook)
        begun = begun_pages(self._context.page_of, course, code, [*opening, *first_shown(steps, bar)])
        first = list(code.pages)[:1]
        return {
            "opening": rendering.parts(opening, code, folder, begun),
            "contents": [rendering.parts(step.cells, code, folder, begun) for step in steps],
            "scripts": scripts_of("session-pages", {subject_of(code.pages[place].page) for place in begun or first}),
            "needs_kernel": bool(code.kernel),
        }


class FacilitatorPage(SessionPage):
    """Serves a notebook for facilitators to those who facilitate."""

    prefix = f"{FACILITATOR}/"

    def _problem(self, frame: PageFrame) -> CourseError | None:
        return None if frame["facilitates"] else FOR_FACILITATORS

    def _may_have_kernel(self) -> bool:
        return True


def runs_code(notebook: Any) -> bool:
    """Whether a cell may show something other than a page of the course."""
    return bool(only_where_needed(notebook).kernel)


def around(course: Course, stem: str, steps: list[StepCells]) -> tuple[PageFrame, StepsBar]:
    """What is around the text of a notebook: the frame, and the bar of its steps."""
    frame = framed(course, stem)
    return frame, bar(course, stem, steps) if frame["current"] and steps else plain_bar(steps)


def first_shown(steps: list[StepCells], bar: StepsBar) -> tuple[tuple[int, Any], ...]:
    """The cells of the step that a browser shows first: the one with which the person goes on, or else the first."""
    on = (step.cells for step, link in zip(steps, bar["steps"], strict=True) if link["goes_on"])
    return next(on, steps[0].cells if steps else ())


def begun_pages(
    page_of: Callable[[str], Page[Any]], course: Course, code: CodeCells, numbered: Iterable[tuple[int, Any]]
) -> dict[int, Props]:
    """The first props of the first page in these cells. If it cannot be opened now, the browser is told why."""
    place = next((place for place, _ in numbered if place in code.pages), None)
    if place is not None:
        opening = code.pages[place]
        with suppress(CourseError):
            return {place: first_props(page_of(opening.page), course, opening.place)}
    return {}
