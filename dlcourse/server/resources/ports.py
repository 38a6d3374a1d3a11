"""Opens the port of the course, or says plainly why that is not possible."""

import errno
from socket import socket

from tornado.netutil import bind_sockets

from dlcourse.errors import CourseError


def take(host: str, port: int) -> list[socket]:
    """Return sockets that listen there; 0 takes any free port. Raises a `CourseError` if that is not possible."""
    try:
        return bind_sockets(port, host)
    except OSError as error:
        raise _refused(host, port, error) from None
    except (OverflowError, UnicodeError):
        raise CourseError(f"--port {port}", "there is no such port", "Choose one below 65536.") from None


def refuse_taken(host: str, port: int) -> None:
    """Raise a `CourseError` if `take` would raise one, without opening the port."""
    for one in take(host, port):
        one.close()


def _refused(host: str, port: int, error: OSError) -> CourseError:
    other = "Choose another with --port, or let --port 0 find one."
    if error.errno == errno.EADDRINUSE:
        return CourseError(f"port {port}", "another program uses it", other)
    if error.errno == errno.EACCES:
        return CourseError(f"port {port}", "this machine does not let you use it", other)
    return CourseError(f"--host {host}", "this machine has no such address", "Use 127.0.0.1 or 0.0.0.0.")
