"""Explains database errors in words for a teacher.

It never repeats what the database said, because that may contain somebody's words or a password.
"""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from dlcourse.errors import CourseError

_KEPT = "Nothing that was saved before is lost."
_BACKUP = "Leave the file as it is, and put back a copy of it, or choose another home folder."

LOCKED = "it is in use by another program", f"Close what else uses this course, then try again. {_KEPT}"
READ_ONLY = (
    "it can be read but not written",
    f"Allow writing to the file and to its folder, or choose another home folder. {_KEPT}",
)
FULL = "there is no space left on the disk", f"Make room on the disk, then try again. {_KEPT}"
DEVICE = (
    "the disk or the network drive does not answer as it should",
    f"Check that it is connected, then try again. {_KEPT}",
)
REPLACED = (
    "the file was replaced, moved or deleted while the course was open",
    "If that was not meant, put the file back. Then start the course again, which opens the file that is there.",
)
DAMAGED = "the file is damaged", _BACKUP
EMPTY = (
    "the file is empty, although the course has been used in this folder",
    "Put back a copy of it. To start again without the work that was in it, delete the empty file.",
)
FOREIGN = "this is not the store of a course, or it is damaged", _BACKUP
EARLIER = (
    "it was written by an earlier version of the course, and has no checksums yet",
    "Open the course once, which adds them and makes a copy of the file first.",
)
CLOSED_OFF = (
    "it cannot be opened",
    "Check that the folder exists and that you may read and write there, or choose another home folder.",
)
TOO_LARGE = "this is too large to be stored", "Split it into smaller parts."
CHARACTER = "it contains a character that cannot be stored", "Delete what looks like an empty box."
TWICE = "this was recorded already", "Reload the page."
CLOSED = "the store has been closed", "Start the course again."
UNREACHABLE = "the database cannot be reached", f"Check that it is running, then try again. {_KEPT}"
REFUSED = (
    "the database server does not let you in",
    "Check the name, the password and the name of the database. The password can also be in ~/.pgpass or PGPASSWORD.",
)
NO_RIGHTS = (
    "the database server does not allow this course to do that",
    "Ask whoever looks after the database to give this name the right to create, read and change tables there.",
)
SERVER_READ_ONLY = (
    "it can be read but not written",
    f"Ask whoever looks after the database why it allows reading only. {_KEPT}",
)
ENCODING = (
    "this database cannot store every character",
    "Create it anew with ENCODING 'UTF8'.",
)
MIGRATED = (
    "a newer version of the course has changed its tables meanwhile",
    f"Install that version here, too, then start the course again. {_KEPT}",
)
NO_FOLDER = "the folder of this file does not exist", "Create it, or choose another home folder."
A_FOLDER = "this is a folder, not a file", "Give the name of a file in it."

BAD_ROW = (
    "it is damaged and cannot be read",
    "Everything else can be. Run dlcourse check-store, which names all that is damaged and says what to do.",
)
LONG_AGO = "1970-01-01T00:00:00.000+00:00"
"""Stands for the time of a damaged row."""

WhatAndRemedy = tuple[str, str]

_SQLITE: dict[int, WhatAndRemedy] = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_PROTOCOL: LOCKED,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_IOERR: DEVICE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: FOREIGN,
    sqlite3.SQLITE_ERROR: FOREIGN,  # "no such table", "no such column"
    sqlite3.SQLITE_CANTOPEN: CLOSED_OFF,
    sqlite3.SQLITE_PERM: CLOSED_OFF,
    sqlite3.SQLITE_AUTH: CLOSED_OFF,
    sqlite3.SQLITE_TOOBIG: TOO_LARGE,
}
_SERVER: dict[str, WhatAndRemedy] = {
    "08": UNREACHABLE,
    "22": CHARACTER,
    "25006": SERVER_READ_ONLY,
    "28": REFUSED,
    "3D": REFUSED,
    "40": LOCKED,
    "42": FOREIGN,  # no such table, no such column
    "42501": NO_RIGHTS,
    "53": UNREACHABLE,
    "53100": FULL,
    "54": TOO_LARGE,
    "55": LOCKED,
    "57": UNREACHABLE,
    "57014": LOCKED,
    "58": DEVICE,
    "XX": DAMAGED,
}
"""What the states of PostgreSQL mean, by the whole state or by its class."""
_BUSY = "too many clients", "starting up", "shutting down", "recovery"
"""What a server says that cannot let anybody in now."""
_DBMOVED = sqlite3.SQLITE_READONLY | (4 << 8)
"""SQLite's own word for a file that is no longer where it was opened. Python has no name for it before 3.12."""
_SYSTEM: dict[int | None, WhatAndRemedy] = {
    errno.EACCES: CLOSED_OFF,
    errno.EPERM: CLOSED_OFF,
    errno.EROFS: READ_ONLY,
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.ENOENT: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EISDIR: A_FOLDER,
}


def course_error(where: str, error: BaseException) -> BaseException:
    """A `CourseError` for an error of the database. Any other error is returned unchanged."""
    if isinstance(error, SQLAlchemyError):
        return CourseError(where, *_of_database(error))
    if isinstance(error, sqlite3.Error):
        return CourseError(where, *_of_sqlite(error))
    return CourseError("message", *CHARACTER) if isinstance(error, UnicodeEncodeError) else error


def why_unwritable(error: Exception) -> WhatAndRemedy | None:
    """Why nothing can be written now, if that is what this error of the database says; reading may be possible."""
    reason = course_error_at_opening("", error)
    said = (reason.what, reason.remedy) if isinstance(reason, CourseError) else None
    return next((known for known in (READ_ONLY, SERVER_READ_ONLY, FULL) if known == said), None)


def course_error_at_opening(where: str, error: Exception) -> BaseException:
    """Like `course_error`, but also for errors of the operating system about a file."""
    if isinstance(error, OSError):
        return CourseError(where, *_SYSTEM.get(error.errno, DEVICE))
    return course_error(where, error)


def _of_database(error: SQLAlchemyError) -> WhatAndRemedy:
    if isinstance(error, IntegrityError):
        return TWICE
    cause = error.orig if isinstance(error, DBAPIError) else None
    return _of_sqlite(cause) if isinstance(cause, sqlite3.Error) else _of_server(cause)


def _of_server(cause: BaseException | None) -> WhatAndRemedy:
    """What an error of PostgreSQL means. One that has no state is about the connection, or about a character."""
    if state := getattr(cause, "sqlstate", None):
        return _SERVER.get(state) or _SERVER.get(state[:2], UNREACHABLE)
    if isinstance(cause, Exception) and type(cause).__name__ == "DataError":
        return CHARACTER
    return REFUSED if cause is not None and _was_refused(cause) else UNREACHABLE


def _was_refused(cause: BaseException) -> bool:
    """Whether a server answered and refused; libpq gives no state for this."""
    connection, said = getattr(cause, "pgconn", None), str(cause)
    asked = bool(connection and (connection.needs_password or connection.used_password))
    return (asked or "FATAL" in said) and not any(word in said for word in _BUSY)


def _of_sqlite(error: sqlite3.Error) -> WhatAndRemedy:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)  # without a code, a stored text is invalid
    if code == _DBMOVED:
        return REPLACED
    return _SQLITE.get(code & 0xFF, DEVICE)
