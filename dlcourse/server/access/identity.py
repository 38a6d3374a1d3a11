"""Who asks: the only place that turns a browser's request or a ticket into a person.

Until cohorts exist, every browser that reaches the server is the owner of the home.
"""

from collections.abc import Callable

from tornado.httputil import HTTPServerRequest

from dlcourse.course import tickets
from dlcourse.errors import CourseError


class Identity:
    """Recognizes the people of a course by what they show."""

    def __init__(self, owner: str, token: str) -> None:
        """``token`` is the token of the home."""
        self._owner, self._token = owner, token
        self.key_of: Callable[[str], bytes | None] = lambda _: None
        """Gives the connection key of a running kernel."""
        self._kernels: dict[str, str] = {}

    def visitor(self, request: HTTPServerRequest) -> str:  # noqa: ARG002 (cohorts will look at it)
        """Return the person behind a browser's request."""
        return self._owner

    def lend(self, kernel: str, person: str) -> None:
        """Let this kernel act for this person as long as it runs."""
        self._kernels[kernel] = person

    def speaks_for(self, kernel: str, request: HTTPServerRequest) -> bool:
        """Whether this kernel was started for whoever is behind a browser's request."""
        return self._kernels.get(kernel) == self.visitor(request)

    def forget(self, kernel: str) -> None:
        """Stop letting this kernel act for a person."""
        self._kernels.pop(kernel, None)

    def has_ticket(self, request: HTTPServerRequest) -> bool:
        """Whether the request has a valid ticket."""
        try:
            return bool(self.bearer(request.headers.get("Authorization", "")))
        except CourseError:
            return False

    def bearer(self, shown: str) -> str:
        """Return the person for whom the ``Authorization`` header speaks. Raises a `CourseError` if there is none."""
        if tickets.same(shown, tickets.of_home(self._token)):
            return self._owner
        kernel = shown.removeprefix("Ticket ").partition(":")[0]
        key, person = self.key_of(kernel), self._kernels.get(kernel)
        if key and person and tickets.same(shown, tickets.of_kernel(kernel, key)):
            return person
        raise CourseError("course", "this ticket is not valid, or no longer", "Reload the page.")
