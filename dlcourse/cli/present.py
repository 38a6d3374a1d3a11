"""``dlcourse present``: the screen for a room in which a session is led, or the facilitator's home."""

from typing import Unpack

import click

from dlcourse.cli.serve import PORT, where_to_open
from dlcourse.cli.serving import Where, serve_home
from dlcourse.course.home import folder
from dlcourse.errors import CourseError

PATIENCE = 10.0
"""How many seconds to wait for a browser to start."""


@click.command(short_help="Lead a session: slides for the room, notes for you.")
@click.argument("session", required=False, default="")
@where_to_open(PORT)
def present(session: str, **where: Unpack[Where]) -> None:
    """Open the screen for the room for a SESSION, such as 03-the-reading-gap, or in short 03.

    The arrow keys and a clicker turn the slides. “More” on the screen opens the speaker notes in a window of their own.
    Without a SESSION, the facilitator's home opens: the next session, your cohorts, and all sessions.

    If the course is open already, it is used as it is. Otherwise it is served as with 'dlcourse serve', until you
    press Ctrl-C.

    \b
    Examples:
      dlcourse present 03-the-reading-gap
      dlcourse present 03 --host 0.0.0.0
      dlcourse present
    """
    from dlcourse.course import running_server  # keeps the command line fast
    from dlcourse.pages.facilitating import HOME
    from dlcourse.server.access.browser import open_in_browser
    from dlcourse.server.access.keys import KeyedAddress, key_of

    page, home = f"present/{_session(session)}" if session else HOME, folder(where["home"])
    server = running_server.find(home)
    if server is None:
        serve_home(where, [], page)
        return
    address = KeyedAddress(server.address, key_of(home)).at(page)
    click.echo(f"The course is open already. This page is at {address}")
    opening = open_in_browser(home, address) if where["browser"] else None
    if opening:
        opening.join(PATIENCE)


def _session(asked: str) -> str:
    """The id of the session that is meant: in full, or the number with which it begins."""
    from dlcourse import files  # keeps the command line fast
    from dlcourse.content.library import Library
    from dlcourse.domain.names import unknown

    known = [session.id for session in Library(files.data()).curriculum().sessions if session.open]
    found = [each for each in known if each == asked or each.startswith(f"{asked.zfill(2)}-")]
    if len(found) != 1:
        error: CourseError = unknown("session", asked, known, f"Choose one of {', '.join(known)}.")
        raise error
    return found[0]
