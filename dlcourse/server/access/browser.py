"""Opens the course in the owner's browser without putting the key into the arguments of a process.

Other accounts can see the arguments of processes. So the browser gets a file that only the owner can read, and that
file redirects to the course.
"""

import html
import threading
import webbrowser
from contextlib import suppress
from pathlib import Path

from dlcourse.course.home import write_private

NAME = "open-course.html"
_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={address}"><title>The course</title></head>
<body><p><a href="{address}">Open the course</a></p></body>
</html>
"""


def open_in_browser(home: Path, address: str) -> threading.Thread | None:
    """Open the address in the person's browser, through a file in ``home``.

    Nothing happens if there is no browser, or if the file cannot be written. The thread that is returned has ended
    when the browser was asked; a program that is about to end waits for it.
    """
    file = home / NAME
    try:
        write_private(file, _PAGE.format(address=html.escape(address)))
    except OSError:
        return None
    opening = threading.Thread(target=webbrowser.open, args=(file.as_uri(),), daemon=True)
    opening.start()
    return opening


def forget(home: Path) -> None:
    """Delete the file."""
    with suppress(OSError):
        (home / NAME).unlink()
