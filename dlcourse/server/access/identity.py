"""Who asks: the only place that turns a browser's request or a ticket into a viewer."""

from collections.abc import Callable

from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError

from dlcourse.course import tickets
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.server.access.visits import found_viewer


class Identity:
    """Recognizes the people of a course by what they show."""

    def __init__(self, owner: str, token: str) -> None:
        """``owner`` is the person of the home, and ``token`` is the home's token."""
        self._owner, self._token = Viewer(owner), token
        self.key_of: Callable[[str], bytes | None] = lambda _: None
        """Gives the connection key of a running kernel."""
        self._kernels: dict[str, Viewer] = {}

    def visitor(self, request: HTTPServerRequest) -> Viewer:
        """The viewer behind a browser's request, who was found when it came in. Status 401 if there is none."""
        viewer = found_viewer(request)
        if viewer is None:
            raise HTTPError(401)
        return viewer

    def is_host(self, request: HTTPServerRequest) -> bool:
        """Whether the owner of the home is behind a browser's request, and not a member of a cohort."""
        return found_viewer(request) == self._owner

    def lend(self, kernel: str, viewer: Viewer) -> None:
        """Let this kernel act for this viewer as long as it runs."""
        self._kernels[kernel] = viewer

    def speaks_for(self, kernel: str, request: HTTPServerRequest) -> bool:
        """Whether this kernel was started for whoever is behind a browser's request."""
        return self._kernels.get(kernel) == self.visitor(request)

    def forget(self, kernel: str) -> None:
        """Stop letting this kernel act for anybody."""
        self._kernels.pop(kernel, None)

    def has_ticket(self, request: HTTPServerRequest) -> bool:
        """Whether the request has a valid ticket."""
        try:
            return bool(self.bearer(request.headers.get("Authorization", "")))
        except CourseError:
            return False

    def bearer(self, shown: str) -> Viewer:
        """The viewer for whom the ``Authorization`` header speaks. Raises a `CourseError` if there is none."""
        if tickets.same(shown, tickets.of_home(self._token)):
            return self._owner
        kernel = shown.removeprefix("Ticket ").partition(":")[0]
        key, viewer = self.key_of(kernel), self._kernels.get(kernel)
        if key and viewer and tickets.same(shown, tickets.of_kernel(kernel, key)):
            return viewer
        raise CourseError("course", "this ticket is not valid, or no longer", "Reload the page.")
