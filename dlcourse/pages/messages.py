"""What a person says to a page itself (show this, fetch that), and how a message from a browser is understood.

A message is known by its class name, as commands are. Nothing that a browser sends reaches a page unchecked.
"""

from dataclasses import dataclass

from pydantic import Field

from dlcourse.domain.speech import KINDS, TAG, Speech, decode
from dlcourse.errors import CourseError
from dlcourse.pages.program import Raw


class Message(Speech):
    """Says to a page what to show; changes nothing in the course. ``id`` is the browser's, to match its answer."""

    id: str = Field(default="", max_length=64)


class LookAgain(Message):
    """Show what has changed meanwhile, for instance in another tab."""


class FetchFile(Message):
    """Ask for a file; ``ask`` comes back with it, so that only whoever asked saves it."""

    ask: str = Field(max_length=64)


@dataclass(frozen=True)
class Takes:
    """Understands what may be said on a page: messages and commands of these ``kinds``, or of a subclass of one.

    Called with a message as it came, it gives one of these kinds, or raises a `CourseError`.
    """

    page: str
    kinds: tuple[type[Speech], ...]

    def __call__(self, raw: Raw) -> Speech:
        """The message, checked."""
        kind = KINDS.get(str(raw.get(TAG)))
        if kind is None or not issubclass(kind, self.kinds):
            raise CourseError(self.page, "it does not know that message", "Reload the page.")
        return decode(kind, raw)
