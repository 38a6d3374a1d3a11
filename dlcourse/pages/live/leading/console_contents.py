"""What the console of a live session says and offers."""

from typing import TypedDict

from dlcourse.domain.live.console_views import LiveConsoleView, LivePerson
from dlcourse.domain.live.messages import BroadcastWords
from dlcourse.domain.roleplay.messages import WORDS_LIMIT
from dlcourse.pages.fields import required_text
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.live.clock import Timers
from dlcourse.pages.live.leading import console_words as words
from dlcourse.pages.live.leading.acts import LiveAct, answer_call, room_acts
from dlcourse.pages.live.leading.group_card import GroupCard, group_card
from dlcourse.pages.live.leading.mover import Mover, mover
from dlcourse.pages.props import LinkProps


class CallRow(TypedDict):
    """Somebody who asks for help: who and where, since when (ISO 8601), and the button that closes the call."""

    text: str
    at: str
    act: LiveAct


class WaitingRow(TypedDict):
    """Somebody without a place. A click moves them."""

    person: str
    name: str
    label: str


class ConsoleContents(TypedDict):
    """What is drawn of a session."""

    status: str
    shared: str
    links: list[LinkProps]
    calls_title: str
    calls: list[CallRow]
    acts_title: str
    acts: list[LiveAct]
    revealed: str
    groups_title: str
    groups: list[GroupCard]
    groups_note: str
    waiting_title: str
    waiting: list[WaitingRow]
    mover: Mover | None
    tell_title: str
    tell: FormProps | None
    told: list[str]


def console_contents(view: LiveConsoleView, timers: Timers, picked: str) -> ConsoleContents:
    """What is drawn. ``picked`` is the id of the person who is to be moved, or empty."""
    names = {each.person: each.name for each in view.people}
    return {
        "status": words.state(view.status, len(view.people), len(view.groups)),
        "shared": words.SHARED,
        "links": _links(view),
        "calls_title": words.CALLS,
        "calls": [_call(view, each) for each in view.people if each.called],
        "acts_title": words.FOR_EVERYBODY,
        "acts": room_acts(view),
        "revealed": words.REVEALED if view.revealed else "",
        "groups_title": words.GROUPS,
        "groups": [group_card(view, group, timers.get(group.number), names) for group in view.groups],
        "groups_note": words.SAID_NOTE if view.status == "started" else "" if view.groups else words.NO_GROUPS,
        "waiting_title": words.WAITING,
        "waiting": [_waiting(each) for each in view.people if view.status == "open" and not each.group],
        "mover": mover(view, picked) if view.status == "open" else None,
        "tell_title": words.TELL,
        "tell": _tell(view) if view.status != "closed" else None,
        "told": [words.LAST_TOLD, view.told] if view.told else [],
    }


def _links(view: LiveConsoleView) -> list[LinkProps]:
    here = f"cohort/{view.cohort}/live"
    return [
        {"to": f"{here}/{view.session}/screen", "text": words.SCREEN, "note": words.OWN_WINDOW},
        {"to": f"{here}/{view.session}/questions", "text": words.QUESTIONS, "note": ""},
        {"to": f"{here}/{view.session}/figures", "text": words.FIGURES, "note": ""},
        {"to": here, "text": words.ALL_SESSIONS, "note": ""},
    ]


def _call(view: LiveConsoleView, each: LivePerson) -> CallRow:
    name = each.name or words.NO_NAME
    text = words.CALL.format(name=name, group=each.group) if each.group else words.CALL_NOWHERE.format(name=name)
    return {"text": text, "at": each.called, "act": answer_call(view, each.person, name)}


def _waiting(each: LivePerson) -> WaitingRow:
    name = each.name or words.NO_NAME
    return {"person": each.person, "name": name, "label": words.MOVE.format(name=name)}


def _tell(view: LiveConsoleView) -> FormProps:
    about = {"cohort": view.cohort, "session": view.session}
    asked = required_text("words", words.TELL_LABEL, WORDS_LIMIT)
    return form(BroadcastWords, "live-words", [asked], submit=words.TELL_BUTTON, fixed=about)
