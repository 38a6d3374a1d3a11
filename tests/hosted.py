"""A page as a host runs it, without a browser: its messages, props, answers and drafts."""

import logging
import uuid
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from dlcourse.course.local import LocalCourse
from dlcourse.course.page_host import Host
from dlcourse.pages.registry import page


class HostedPage:
    """One page, open in one browser. ``shown`` has all its props so far, and ``answers`` its answers by id."""

    def __init__(self, name: str, course: LocalCourse, **place: Any) -> None:
        self.shown: list[dict[str, Any]] = []
        self.answers: dict[str, dict[str, Any]] = {}
        self._later: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.host = Host(page(name), course, self._hear, self._later.put, logging.getLogger(__name__))
        self.host.start(place)

    def say(self, kind: str, **parts: Any) -> dict[str, Any]:
        """Send a message as the browser would; returns its answer."""
        message = {"say": kind, "id": uuid.uuid4().hex} | parts
        self.host.take(message)
        return self.answers[message["id"]]

    def keep(self, draft: str, slot: str, count: int = 1, **fields: str) -> dict[str, Any]:
        """Store a draft of a form."""
        return self.say("KeepDraft", draft=draft, slot=slot, count=count, fields=fields)

    def catch_up(self) -> dict[str, Any]:
        """Let the page process all notices that have come; returns what it shows then."""
        while not self._later.empty():
            self._later.get()()
        return self.shows

    @property
    def shows(self) -> dict[str, Any]:
        """The newest props."""
        return self.shown[-1]

    @property
    def drafts(self) -> dict[str, dict[str, str]]:
        """The drafts that the page shows: their fields by their ids."""
        return {card["draft"]: card["fields"] for card in self.shows["drafts"]}

    def _hear(self, news: dict[str, Any]) -> None:
        if "props" in news:
            self.shown.append(news["props"])
        else:
            self.answers[news["answered"]] = news
