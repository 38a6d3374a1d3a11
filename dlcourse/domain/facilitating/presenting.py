"""Presenting a run-of-show: which slide the room sees now, and since when the meeting is going on.

All windows and devices of the person who presents show the same slide. Some hours later it is forgotten, so that nobody
opens a meeting with what the room of yesterday saw last.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import Field

from dlcourse.domain.speech import Command, Event

PRESENTING = "presenting/"
"""Before a person's id: the stream of what they presented."""
SESSION = r"^[0-9A-Za-z][0-9A-Za-z_-]*$"
"""What the name of a session looks like. It has no room for words."""
MOST_SLIDES = 500
FORGOTTEN_AFTER = timedelta(hours=3)
"""How long after the last slide a meeting is over."""


class ShowSlide(Command):
    """Show the room this slide of a session; the first is 0."""

    session: str = Field(max_length=100, pattern=SESSION)
    slide: int = Field(ge=0, lt=MOST_SLIDES)


class BeginRun(Command):
    """Begin the meeting: show the first slide, and count the time from now on."""

    session: str = Field(max_length=100, pattern=SESSION)


class SlideShown(Event):
    """Somebody showed a slide of a session."""

    session: str
    slide: int


class RunBegun(Event):
    """Somebody began a meeting about a session."""

    session: str


@dataclass(frozen=True)
class Presented:
    """The slide that is shown, and when the meeting began; None if it has not begun."""

    slide: int = 0
    begun: datetime | None = None


def presented(happened: Iterable[tuple[Event, str]], session: str, now: datetime) -> Presented:
    """Where somebody is in a session. ``happened`` are their events, each with its time (ISO 8601), in order."""
    shown, last = Presented(), now
    for event, at in happened:
        if not isinstance(event, SlideShown | RunBegun) or event.session != session:
            continue
        last = datetime.fromisoformat(at)
        shown = Presented(0, last) if isinstance(event, RunBegun) else Presented(event.slide, shown.begun)
    return shown if now - last < FORGOTTEN_AFTER else Presented()


def last_begun(happened: Iterable[Event]) -> str:
    """The session of the meeting that somebody began last; empty if they have begun none."""
    begun = [event.session for event in happened if isinstance(event, RunBegun)]
    return begun[-1] if begun else ""
