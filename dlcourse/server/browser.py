"""Opens the course in the browser of whoever started it, without the key in any process's arguments.

Other accounts can see those. The browser is given a file instead that only the owner can read, and that leads on.
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


def open_in_browser(home: Path, address: str) -> None:
    """Open the address in the person's browser, by a file in ``home``; without a browser nothing happens."""
    file = home / NAME
    write_private(file, _PAGE.format(address=html.escape(address)))
    threading.Thread(target=webbrowser.open, args=(file.as_uri(),), daemon=True).start()


def forget(home: Path) -> None:
    """Remove the file."""
    with suppress(OSError):
        (home / NAME).unlink()
