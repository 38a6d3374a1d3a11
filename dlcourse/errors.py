"""The error that people are meant to read: where it happened, what is wrong, and what to do about it.

It never contains a traceback, a secret, or somebody else's words.
"""

import traceback


class CourseError(Exception):
    """Something that a person asked for cannot be done, and nothing was changed.

    ``where`` names the place (a file and line, a command, a field), ``what`` says what is wrong there, and ``remedy``
    says what to do next. ``remedy`` may be empty if ``what`` already says it.
    """

    def __init__(self, where: str, what: str, remedy: str = "") -> None:
        """Store the three parts; ``str()`` gives ``where: what. remedy``."""
        super().__init__(where, what, remedy)
        self.where, self.what, self.remedy = where, what, remedy

    def __str__(self) -> str:
        """All three parts on one line."""
        return f"{self.where}: {self.what.rstrip('.')}. {self.remedy}".rstrip()

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows below a cell: one line, because a traceback would hide it."""
        return [str(self)]

    def to_json(self) -> dict[str, str]:
        """The three parts, as a page shows them."""
        return {"where": self.where, "what": self.what, "remedy": self.remedy}


class UnknownNameError(CourseError):
    """Something was asked for by a name that nothing has."""

    def to_json(self) -> dict[str, str]:
        """The three parts, marked so that whoever receives them knows that the name is wrong."""
        return {**super().to_json(), "unknown": "name"}


class WorkFailedError(RuntimeError):
    """A function failed in another process. Its text is the `traceback_text` from there."""


def traceback_text(error: BaseException) -> str:
    """What a log may say about an exception. Its own text is left out, because it may quote what a person wrote."""
    there = f"{error}\n" if isinstance(error, WorkFailedError) else ""
    return f"{there}{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"
