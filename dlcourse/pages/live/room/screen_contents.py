"""The screen for a room in which a live session is played: how to come in, and the clocks. It names nobody."""

from collections.abc import Sequence
from typing import TypedDict

from dlcourse.domain.live.console_views import ConsoleGroup, LiveConsoleView
from dlcourse.domain.live.seat_views import LiveTimer
from dlcourse.pages.live.clock import LiveClockProps, Timers, clock
from dlcourse.pages.live.leading.console_words import GROUP
from dlcourse.pages.live.room import screen_words as words
from dlcourse.pages.live.words import PHASES
from dlcourse.pages.props import LinkProps


class ScreenClock(TypedDict):
    """What one group does, or all of them, and how much time is left. ``group`` is empty if it is true of all."""

    group: str
    phase: str
    clock: LiveClockProps | None


class CodeWords(TypedDict):
    """What is said about a join code."""

    title: str
    note: str
    label: str
    show: str
    hide: str
    picture: str
    again: str


class CodeProps(CodeWords):
    """The same for one cohort. Its code is kept in the browser's tab and is not among the props."""

    cohort: str


class ScreenContents(TypedDict):
    """What is drawn: how many are here, the clocks, and what everybody was told last.

    If there is a ``code_later``, the code is asked for only after this was chosen.
    """

    here: str
    clocks: list[ScreenClock]
    told: str
    back: LinkProps
    code: CodeProps
    code_later: str


CODE: CodeWords = {
    "title": words.CODE_TITLE,
    "note": words.CODE_NOTE,
    "label": words.CODE_LABEL,
    "show": words.CODE_SHOW,
    "hide": words.CODE_HIDE,
    "picture": words.CODE_PICTURE,
    "again": words.CODE_AGAIN,
}


def screen_contents(view: LiveConsoleView, timers: Timers) -> ScreenContents:
    """What is drawn of the session."""
    return {
        "here": words.here(len(view.people)) if view.status == "open" else "",
        "clocks": _clocks(view.groups, timers) if view.status == "started" else [],
        "told": words.ENDED if view.status == "closed" else view.told,
        "back": {"to": f"cohort/{view.cohort}/live/{view.session}", "text": words.BACK, "note": ""},
        "code": {**CODE, "cohort": view.cohort},
        "code_later": "" if view.status == "open" else words.CODE_LATER,
    }


def _clocks(groups: Sequence[ConsoleGroup], timers: Timers) -> list[ScreenClock]:
    """One clock if all groups are equally far, else one for each group."""
    each = [_clock(group, timers.get(group.number)) for group in groups]
    if len({(group.phase, _end(timers.get(group.number))) for group in groups}) == 1:
        return [{**each[0], "group": ""}]
    return each


def _clock(group: ConsoleGroup, timer: LiveTimer | None) -> ScreenClock:
    return {"group": GROUP.format(number=group.number), "phase": PHASES[group.phase], "clock": clock(timer)}


def _end(timer: LiveTimer | None) -> tuple[bool, int | None]:
    """When a phase ends, in seconds; two groups that ended it within the same second are equally far."""
    if timer is None:
        return False, None
    return timer.paused, round(timer.until.timestamp()) if timer.until else None
