"""Which sessions of the course somebody has edited in their home, for the subjects that need to know.

The subject that has the notebooks registers the function that finds out.
"""

from collections.abc import Callable
from pathlib import Path

from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry

IsEdited = Callable[[Path, str], bool]
"""Whether the home in this folder has an edited copy of the session with this id. It reads files."""
EDITED: Registry[IsEdited] = Registry("check for edited sessions", FLOOR)
"""The functions that find out, by subject."""


def is_edited(home: Path, session: str) -> bool:
    """Whether the home in this folder has an edited copy of this session."""
    return any(check(home, session) for check in EDITED.values())
