"""Your work: take it along as one file, bring it back, keep or drop this browser's copy, erase it all."""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.mywork.work import (
    Erased,
    EraseWork,
    Restored,
    RestoreWork,
    TakeAlong,
    WorkFileView,
    WorkView,
    YourWork,
)
from dlcourse.domain.speech import Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.mywork import TITLE, words
from dlcourse.pages.program import Do, Done, Page, Props, Raw, Refused, See, Seen, Step
from dlcourse.pages.words import STATUS

MOST = 7_500_000
"""Characters of a packed file that a browser may send in one message."""


@dataclass(frozen=True)
class WorkState:
    """What there is, and what was done with it last; ``file`` is on its way to a page that has no server."""

    view: WorkView | None = None
    restored: Restored | None = None
    erased: Erased | None = None
    file: WorkFileView | None = None
    saved: str = ""
    notice: CourseError | None = None


@dataclass(frozen=True)
class TakeWork:
    """The page asks for the file."""


@dataclass(frozen=True)
class Taken:
    """The page has it."""


def init(place: Raw) -> Step[WorkState]:  # noqa: ARG001 (there is one such page only)
    """Look at what there is."""
    return WorkState(), (See(YourWork()),)


def parse(raw: Raw) -> Command | TakeWork | Taken:
    """Bring back, erase, take along; nothing else can be said here."""
    if raw.get("say") in {"Take", "Taken"}:
        return TakeWork() if raw["say"] == "Take" else Taken()
    command = decode(Command, raw)
    if isinstance(command, RestoreWork | EraseWork):
        return command
    raise CourseError("your work", "it does not know that message", "Reload the page.")


def update(state: WorkState, message: Any) -> Step[WorkState]:
    """Carry out, look again, and tell what became of it."""
    match message:
        case Command():
            return replace(state, notice=None, restored=None, erased=None), (Do(message),)
        case Done(recorded=Restored() as told):
            return replace(state, restored=told, saved=told.at), (See(YourWork()),)
        case Done(recorded=Erased() as told):
            return replace(state, erased=told, saved=""), (See(YourWork()),)
        case TakeWork():
            return replace(state, notice=None), (See(TakeAlong()),)
        case Seen(view=WorkFileView() as file):
            return replace(state, file=file), ()
        case Taken():
            return replace(state, file=None), ()
        case Seen(view=WorkView() as view):
            return replace(state, view=view), ()
        case Refused(effect=effect, error=error):
            return replace(state, notice=error), (See(YourWork()),) if isinstance(effect, Do) else ()
        case _:
            return state, ()


def props(state: WorkState) -> Props:
    """What the page draws."""
    return {
        "page": "work",
        "place": {},
        "status": STATUS,
        "saved": state.saved,
        "notice": state.notice.to_json() if state.notice else None,
        "links": [],
        "title": TITLE,
        "screen": "erased" if state.erased else "work",
        "file": state.file.model_dump() if state.file else None,
        **(_shown(state.view) if state.view else {}),
        "result": _restored(state.restored) if state.restored else None,
        "erased": _erased(state.erased) if state.erased else None,
    }


def _shown(view: WorkView) -> Props:
    return {
        "owner": view.person,
        "here": words.here(view),
        "take": {"to": words.FILE, **TAKE},
        "bring": BRING,
        "copy": COPY,
        "erase": {**ERASE, "mark": view.mark, "whose": view.person, "remains": words.remains(view.together)},
    }


TAKE = {
    "title": "Take it along",
    "note": "One file with everything: to go on at another computer, or to have it safe. It can be read with any text "
    "editor and holds all your words, private ones too, so keep it where only you can open it.",
    "label": "Download your work",
}
BRING = {
    "title": "Bring it back",
    "note": "Choose a file of your work, or drop it here. Nothing that is here is lost or overwritten, and bringing "
    "the same file twice does no harm.",
    "choose": "File of your work",
    "submit": "Bring it back",
    "busy": "Bringing it back…",
    "unreadable": "This file cannot be read. Choose it again.",
    "large": "This file is too large for a page. Bring it back with the command: dlcourse restore FILE.",
    "most": MOST,
}
COPY = {
    "title": "The copy in this browser",
    "note": "This browser keeps a copy of your work and offers it when the course starts empty, as it does in a place "
    "that is thrown away after use. Whoever uses this browser could open it: at a shared computer, switch it off.",
    "switch": "Keep a copy in this browser",
    "there": "There is a copy from {time}.",
    "none": "There is no copy yet; it is made when you do something in the course.",
    "off": "No copy is kept here.",
    "impossible": "This browser keeps no copies.",
    "delete": "Delete the copy",
}
ERASE = {
    "title": "Erase it",
    "note": "Everything of yours, for good. Nobody can bring it back but you, with a file that you downloaded before.",
    "goes_title": "What goes",
    "goes": list(words.GOES),
    "remains_title": "What remains, and why",
    "open": "Erase everything of mine…",
    "heading": "Erase everything of yours?",
    "ask": f"Type “{words.WORD}” to confirm",
    "word": words.WORD,
    "confirm": "Erase for good",
    "cancel": "Keep it",
}


def _restored(told: Restored) -> Props:
    return {"sentences": words.restored(told), "whose": told.whose, "at": told.at}


def _erased(told: Erased) -> Props:
    return {
        "title": "Everything of yours is erased",
        "sentence": words.erased(told),
        "remains_title": ERASE["remains_title"],
        "remains": words.remains(told.together),
        "whose": told.person,
        "home": "Go to the home page",
    }


PAGE = Page("work", init, parse, update, props)
