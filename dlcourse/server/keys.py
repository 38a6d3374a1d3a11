"""The key of a course folder: whoever has it may open the course in a browser.

It is kept in a file that only the owner can read. It never stands in an address that is sent over a network, in a log
or in a QR code.
"""

import os
import re
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dlcourse.course.home import write_private
from dlcourse.errors import CourseError

NAME = "door-key"
_SHAPE = re.compile(r"[\w-]{43}", re.ASCII)
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True)
class KeyedAddress:
    """Where a course is open, and the key that opens it there."""

    address: str
    """Without the key; ends in ``/``."""
    key: str

    def at(self, page: str = "") -> str:
        """The address of a page with the key in its fragment, which browsers send to nobody."""
        return f"{self.address}{page}#key={self.key}"


def key_of(home: Path) -> str:
    """The key of this course folder; a new one where there is none yet, or where others could read the old one.

    Raises `CourseError` where a new one cannot be kept.
    """
    return _kept(home / NAME) or new_key(home)


def new_key(home: Path) -> str:
    """Make and keep a new key; the old one, and every browser that it let in, is refused from then on."""
    key = secrets.token_urlsafe(32)
    try:
        write_private(home / NAME, key + "\n")
    except OSError as error:
        what = f"nothing can be kept there ({(error.strerror or str(error)).lower()})"
        raise CourseError(str(home), what, "Choose a folder that you may write to, with --home.") from None
    return key


def only_for_owner(path: Path) -> bool:
    """Whether nobody but its owner, who is running this program, can read or write the file."""
    if os.name != "posix":
        return True  # the folder of a person's own data is closed to others there
    found = path.stat()
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS


def _kept(path: Path) -> str | None:
    with suppress(OSError, ValueError):
        key = path.read_text("ascii").strip()
        return key if _SHAPE.fullmatch(key) and only_for_owner(path) else None
    return None
