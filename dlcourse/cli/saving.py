"""Writes a file at the path that somebody gave, whatever is there.

A regular file is replaced in one step, so that it is never half written. Devices and pipes are written to directly.
"""

import os
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from dlcourse.errors import CourseError

BEGINNING = 200
"""The number of bytes of an existing file that are read to see whether it may be replaced."""


def save(file: Path, content: bytes, may_replace: Callable[[bytes], bool]) -> None:
    """Write the content so that only its owner can read it.

    Raises a `CourseError` if that is not possible, and then changes nothing. An existing file is replaced only if
    ``may_replace`` agrees when it is given the first bytes of that file.
    """
    try:
        if file.exists() and not file.is_file():
            file.write_bytes(content)
            return
        if file.exists() and not may_replace(_beginning(file)):
            remedy = "Choose another name, or delete it first."
            raise CourseError(str(file), "there is another file of this name already", remedy)
        _replace(file, content)
    except (OSError, ValueError) as error:
        raise not_opened(file, error) from None


def not_opened(file: Path, error: OSError | ValueError) -> CourseError:
    """The error for a file that cannot be opened, read or written."""
    reason = getattr(error, "strerror", None) or str(error)
    return CourseError(str(file), f"it cannot be opened ({reason.lower()})", "Check its name and folder.")


def _beginning(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(BEGINNING)


def _replace(file: Path, content: bytes) -> None:
    draft = file.with_name(f".dlcourse-{uuid.uuid4().hex[:8]}")  # short: the given name may have the maximal length
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as made:
            made.write(content)
        draft.replace(file)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
