"""Hosts a page in a notebook cell, in JupyterLab and in Voila: props go down, messages come up.

It knows nothing about the course. Messages are handled in a separate thread, so that the browser's ``{"ping": n}`` is
answered at once, however long a message takes.
"""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from typing import Any

import anywidget
import traitlets

from dlcourse.course.connect import here
from dlcourse.course.page_host import Host, error_to_json
from dlcourse.course.props_feed import PropsFeed
from dlcourse.domain.speech import Course
from dlcourse.errors import CourseError, UnknownNameError
from dlcourse.pages.program import Page, Props
from dlcourse.pages.registry import page as page_named
from dlcourse.widgets.static_files import asset, static_text


class PageWidget(anywidget.AnyWidget):
    """A page of the course. ``page`` is its name; ``props`` is what its component draws.

    ``value`` is what a cell can read of it, as JSON-able data; None for a page without a value. It can be observed:
    ``widget.observe(f, "value")``. It stays in the kernel.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    page = traitlets.Unicode().tag(sync=True)
    props = traitlets.Dict().tag(sync=True)
    value = traitlets.Any(None, read_only=True)

    def __init__(
        self,
        page: str | Page[Any],
        place: Mapping[str, Any] | None = None,
        course: Course | None = None,
        about: str = "",
        **traits: Any,
    ) -> None:
        """``page`` is a page or its name; ``place`` is where it starts, unless the browser has stored another place.

        ``about`` is the call that the cell has. The first props are there when this returns. If the page cannot start,
        ``props["problem"]`` says why.
        """
        made = Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="dlcourse-page")
        self._thread.submit(made.wait)  # props that arrive now are shown once the page is there
        self._host: Host | None = None
        self._first: dict[str, Any] | None = {}
        self._feed = PropsFeed()
        self._about, self._loop = about, _running_loop()
        shown = page if isinstance(page, str) else page.name
        self._begin(page, place or {}, course)
        props, self._first = self._first, None
        super().__init__(page=shown, props=props, **traits)
        self._update_value()
        self.on_msg(lambda _, content, __: self._take(content))
        made.set()

    @property
    def unknown(self) -> UnknownNameError | None:
        """The error if the page was asked for something by a name that nothing has."""
        notice = self.props.get("notice") or {}
        if "unknown" not in notice:
            return None
        return UnknownNameError(*(notice[part] for part in ("where", "what", "remedy")))

    def __repr__(self) -> str:
        """What it is: which page of the course."""
        about = self._about or f"dlcourse page '{self.page}'"
        return f"{about}: a page of the course, shown where widgets are"

    def close(self) -> None:
        """End the page and stop watching."""
        if self._host is not None:
            self._host.stop()
            self._host = None
        self._thread.shutdown(wait=False, cancel_futures=True)
        super().close()

    @traitlets.default("_esm")
    def _module(self) -> str:
        return static_text("widget.js")

    @traitlets.default("_css")
    def _style(self) -> str:
        return static_text("course.css")

    def _begin(self, page: str | Page[Any], place: Mapping[str, Any], course: Course | None) -> None:
        try:
            found = page_named(page) if isinstance(page, str) else page
            self._host = Host(found, course or here(), self._tell, self._soon, self.log)
            self._host.start(place)
        except CourseError as error:
            self._first = {"problem": error_to_json(error)}

    def _take(self, content: object) -> None:
        if isinstance(content, dict) and "ping" in content:
            self.send({"pong": content["ping"]})
        elif answer := asset(content):
            self.send(answer)
        elif self._host is not None:
            host = self._host
            self._soon(lambda: host.take(content))

    def _soon(self, step: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the page was closed
            self._thread.submit(step)

    def _tell(self, news: dict[str, Any]) -> None:
        if "props" not in news:
            self.send(news)
        elif self._first is not None:
            self._feed.next(news["props"])
            self._first = self._feed.props
        else:
            self._show(news["props"], whole=news["whole"])
            self._later_in_cells(self._update_value)

    def _later_in_cells(self, step: Callable[[], None]) -> None:
        """Run a step where the cells of the notebook run, so that an observer of the value can print and display."""
        if self._loop is None or self._loop.is_closed():
            step()
        else:
            self._loop.call_soon_threadsafe(step)

    def _update_value(self) -> None:
        if self._host is not None:
            self.set_trait("value", self._host.value)

    def _show(self, props: Props, *, whole: bool) -> None:
        """Send these props to every open view. The model holds all of them for views that open later."""
        if whole:
            self._feed.forget()
        if (news := self._feed.next(props)) is None:
            return
        self.props = self._feed.props
        if "props" in news:
            self.send_state("props")
        else:
            self.send(news)

    def _should_send_property(self, key: str, value: object) -> bool:
        """Keep ipywidgets from sending new props by itself: `_show` decides whether to send all or only changes."""
        return key != "props" and bool(super()._should_send_property(key, value))


def _running_loop() -> asyncio.AbstractEventLoop | None:
    """The loop in which a kernel runs its cells; None outside of a kernel."""
    with suppress(RuntimeError):
        return asyncio.get_running_loop()
    return None
