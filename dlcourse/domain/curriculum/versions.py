"""Which version of a notebook a person is shown: the course's, or their own, which is an edited copy in their home.

Whoever edits a copy is shown it from then on, until they choose the course's version.
"""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from dlcourse.domain.speech import Command, Event, Query, Value, View

VERSIONS = "versions/"
"""Before a person's id: the stream of these choices."""
Version = Literal["own", "course"]
SESSION = r"^(facilitator/)?[0-9A-Za-z][0-9A-Za-z_-]*$"
"""What the name of a notebook of the course looks like. It has no room for words."""


class ChooseVersion(Command):
    """Choose which version of a session's notebook I am shown from now on."""

    session: str = Field(max_length=100, pattern=SESSION)
    version: Version


class VersionChosen(Event):
    """Somebody chose the version of a session that they are shown."""

    session: str
    version: Version


class SessionVersion(Query):
    """Which version of a session I am shown. The notes for facilitators are sessions as well: ``facilitator/03-…``."""

    session: str = Field(max_length=100)


class SessionVersionView(View):
    """The version that is shown: ``own`` is the copy in the home, or a session of one's own. ``edited``: both exist."""

    shown: Version
    edited: bool


class OwnSession(Value):
    """A session of one's own: a notebook in the home that the course does not have; ``id`` is that of its address."""

    id: str
    title: str


def choose_version(command: ChooseVersion, past: Iterable[Event]) -> tuple[VersionChosen, ...]:
    """What happens: nothing if this is how it is already."""
    if command.version == chosen_version(command.session, past):
        return ()
    return (VersionChosen(session=command.session, version=command.version),)


def chosen_version(session: str, past: Iterable[Event]) -> Version:
    """The version that somebody chose last; their own as long as they chose none."""
    chosen: Version = "own"
    for event in past:
        if isinstance(event, VersionChosen) and event.session == session:
            chosen = event.version
    return chosen
