"""What the page about one's work draws: the file to take along and to bring back, the browser's copy, and erasing."""

from typing import TypedDict

from dlcourse.domain.mywork.work import Erased, Restored, WorkView
from dlcourse.pages.mywork import words

MOST = 7_500_000
"""Characters of a packed file that a browser may send in one message."""


class WorkFileProps(TypedDict):
    """The file of one's work: its name and its text."""

    name: str
    document: str


class TakeProps(TypedDict):
    """Taking the file along; ``to`` is its address where a server has one."""

    to: str
    title: str
    note: str
    label: str


class BringWorkProps(TypedDict):
    """Bringing a file back: the form, its limit, and what is said of files that cannot be read."""

    title: str
    note: str
    choose: str
    submit: str
    busy: str
    unreadable: str
    large: str
    most: int


class CopyProps(TypedDict):
    """The copy that the browser keeps; ``{time}`` is filled in there."""

    title: str
    note: str
    switch: str
    there: str
    none: str
    off: str
    impossible: str
    delete: str


class EraseWords(TypedDict):
    """What erasing does, and the dialog that asks once more; ``word`` is typed to confirm."""

    title: str
    note: str
    goes_title: str
    goes: list[str]
    remains_title: str
    open: str
    heading: str
    ask: str
    word: str
    confirm: str
    cancel: str


class EraseProps(EraseWords):
    """Erasing the work of ``whose`` as it was when it had this ``mark``."""

    remains: list[str]
    mark: str
    whose: str


class WorkContents(TypedDict):
    """What there is of a person's work, and what can be done with it."""

    owner: str
    here: str
    take: TakeProps
    bring: BringWorkProps
    copy: CopyProps
    erase: EraseProps


class RestoredProps(TypedDict):
    """What became of a file that was brought back: the person whose it was, and when (ISO 8601)."""

    sentences: list[str]
    whose: str
    at: str


class ErasedProps(TypedDict):
    """What was erased, whose it was, and what remains."""

    title: str
    sentence: str
    remains_title: str
    remains: list[str]
    whose: str
    home: str


def work_contents(view: WorkView) -> WorkContents:
    """What there is of a person's work."""
    remains = words.remains(view.together)
    return {
        "owner": view.person,
        "here": words.here(view),
        "take": TAKE,
        "bring": BRING,
        "copy": COPY,
        "erase": {**ERASE, "mark": view.mark, "whose": view.person, "remains": remains},
    }


TAKE: TakeProps = {
    "to": words.FILE,
    "title": "Take it along",
    "note": "One file with everything: to go on at another computer, or to have it safe. It can be read with any text "
    "editor and holds all your words, private ones too, so keep it where only you can open it.",
    "label": "Download your work",
}
BRING: BringWorkProps = {
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
COPY: CopyProps = {
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
ERASE: EraseWords = {
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


def restored_props(told: Restored) -> RestoredProps:
    """What became of a file that was brought back."""
    return {"sentences": words.restored(told), "whose": told.whose, "at": told.at}


def erased_props(told: Erased) -> ErasedProps:
    """What was erased, and what remains."""
    return {
        "title": "Everything of yours is erased",
        "sentence": words.erased(told),
        "remains_title": ERASE["remains_title"],
        "remains": words.remains(told.together),
        "whose": told.person,
        "home": "Go to the home page",
    }
