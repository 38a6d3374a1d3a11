"""What both hosts of a page (a notebook widget and a WebSocket) do with messages from the browser.

The page handles a message ``{"id": …}``, and the answer is ``{"answered": id, "error": …, "taken": …}``. ``{"hello":
place}`` restarts the page at the place that the browser stored. No error reaches the browser as a traceback.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from dlcourse.course.page_drafts import PageDrafts
from dlcourse.domain.speech import Course
from dlcourse.errors import CourseError, traceback_text
from dlcourse.pages.program import Page, Program

Send = Callable[[dict[str, Any]], None]
Later = Callable[[Callable[[], None]], None]


class FaultError(CourseError):
    """An unexpected error. The log says where it happened."""

    def __init__(self) -> None:
        """Set the message, and what to do about it."""
        super().__init__("page", "Something went wrong on our side", "What was saved is safe. Reload the page.")


class Host:
    """One page that runs for one person, and its messages to and from the browser.

    Call it from one thread at a time.
    """

    def __init__(self, page: Page[Any], course: Course, send: Send, later: Later, log: logging.Logger) -> None:
        """``send`` takes ``{"props": …, "whole": …}`` and ``{"answered": …}``.

        ``later`` runs a function soon, in order.

        ``whole`` says that the browser may have no props yet. Otherwise it needs only what has changed.
        """
        self._send, self._log = send, log
        self._props: Mapping[str, object] = {}
        self._whole = True
        self._program = Program(page, course, self._show, lambda notice: later(lambda: self._guard(notice)))
        self._drafts = PageDrafts(course, page.drafts, lambda: later(lambda: self._guard(self._show_drafts)))

    @property
    def value(self) -> Mapping[str, object] | None:
        """What a notebook cell can read of the page now."""
        return self._program.value

    def start(self, place: Mapping[str, Any]) -> None:
        """Start the page at the place. Raises a `CourseError` if that is not possible."""
        if error := self._attempt(lambda: self._begin(place)):
            raise error

    def take(self, raw: object) -> None:
        """Handle one message from the browser and answer it."""
        if not isinstance(raw, dict):
            return
        taken: list[bool] = []
        if "hello" in raw:
            error = self._attempt(lambda: self._greet(raw["hello"]))
        elif self._drafts.handles(raw):
            error = self._attempt(lambda: self._drafts.keep(raw))
        else:
            error = self._attempt(lambda: taken.append(self._receive(raw)))
        self._send({"answered": raw.get("id"), "error": error_to_json(error), "taken": error is None and all(taken)})

    def stop(self) -> None:
        """Stop watching all topics."""
        self._program.stop()
        self._drafts.stop()

    def _begin(self, place: Mapping[str, Any]) -> None:
        self._drafts.start()
        self._program.start(place)

    def _receive(self, raw: dict[str, Any]) -> bool:
        """Handle a message for the page. Meanwhile, the draft that the message came from is not shown."""
        self._drafts.sending(raw.get("id"))
        taken = False
        try:
            taken = self._program.receive(raw)
        finally:
            self._drafts.sent(taken=taken)
            if not taken:
                self._show(self._props)
        return taken

    def _greet(self, place: object) -> None:
        """Restart the page where the browser was. A browser that stored no place only gets the current props."""
        self._whole = True
        if isinstance(place, dict) and place:
            self._begin(place)
        else:
            self._show(self._props)

    def _show(self, props: Mapping[str, object]) -> None:
        self._props = props
        whole, self._whole = self._whole, False
        self._send({"props": self._drafts.beside(props), "whole": whole})

    def _show_drafts(self) -> None:
        self._drafts.look_again()
        self._show(self._props)

    def _guard(self, notice: Callable[[], None]) -> None:
        self._attempt(notice)

    def _attempt(self, step: Callable[[], None]) -> CourseError | None:
        try:
            step()
        except CourseError as error:
            return error
        except Exception as error:  # noqa: BLE001 - whatever it is, the page lives on
            self._log.error("Running a page: %s", traceback_text(error))
            return FaultError()
        return None


def error_to_json(error: CourseError | None) -> dict[str, str] | None:
    """Return an error in the format that the browser gets."""
    return None if error is None else error.to_json()
