"""What the console of a live session says and offers."""

from typing import TypedDict

from dlcourse.domain.live.console_views import ConsoleGroup, LiveConsoleView
from dlcourse.pages.live.words import PHASES
from dlcourse.pages.words import counted


class ConsoleGroupProps(TypedDict):
    """A group on the console."""

    number: int
    phase: str
    here: str


class ConsoleContents(TypedDict):
    """What is drawn of a session."""

    status: str
    people: str
    groups: list[ConsoleGroupProps]


def console_contents(view: LiveConsoleView) -> ConsoleContents:
    """What is drawn."""
    return {
        "status": view.status,
        "people": counted(len(view.people), "person", "people"),
        "groups": [_group(group) for group in view.groups],
    }


def _group(group: ConsoleGroup) -> ConsoleGroupProps:
    return {"number": group.number, "phase": PHASES[group.phase], "here": counted(group.players, "person", "people")}
