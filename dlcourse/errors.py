"""The one error a person is meant to read: where it happened, what is wrong, what to do about it.

Never carries a traceback, a secret, or somebody else's words.
"""

import traceback


class CourseError(Exception):
    """Something a person asked for cannot be done; nothing was changed.

    ``where`` names the place (a file and line, a command, a field), ``what`` says what is wrong there,
    ``remedy`` says what to do next; ``remedy`` may be empty where ``what`` already tells.
    """

    def __init__(self, where: str, what: str, remedy: str = "") -> None:
        """Keep the three parts; ``str()`` reads ``where: what. remedy``."""
        super().__init__(where, what, remedy)
        self.where, self.what, self.remedy = where, what, remedy

    def __str__(self) -> str:
        """One line a person can read."""
        return f"{self.where}: {self.what.rstrip('.')}. {self.remedy}".rstrip()

    def to_json(self) -> dict[str, str]:
        """The three parts, as a page shows them."""
        return {"where": self.where, "what": self.what, "remedy": self.remedy}


def traceback_text(error: BaseException) -> str:
    """Return what a log may hold of an exception: not its own text, which may quote what a person wrote."""
    return f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"
