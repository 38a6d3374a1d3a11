"""A session's part of the log: its questions, one's entries, the promise of this session, and promises that are due."""

from collections.abc import Collection
from typing import Literal, NotRequired, TypedDict

from dlcourse.domain.reflection.log import Asked, EntryView, SessionLogView
from dlcourse.domain.sharing import Visibility
from dlcourse.pages.form import FormProps
from dlcourse.pages.props import PageProps
from dlcourse.pages.reflection import words
from dlcourse.pages.reflection.entries import LogEntry, entry_props
from dlcourse.pages.reflection.frame import LogFrame, same_props
from dlcourse.pages.reflection.promises import DuePromises, LogPromise, due_props, make_form, promise_props
from dlcourse.pages.reflection.writing_form import new_entry
from dlcourse.pages.words import counted


class LogQuestion(TypedDict):
    """A question with its form and the newest entries to it; ``more`` says how many there are, if not all are here.

    ``first`` opens the form while nothing has been written, ``again`` once something has. ``state`` says how much has.
    """

    title: str
    state: str
    first: str
    again: str
    form: FormProps
    entries: list[LogEntry]
    more: NotRequired[str]


class FreeEntries(TypedDict):
    """What was written to no question: ``title`` opens the form."""

    title: str
    form: FormProps
    entries: list[LogEntry]


class SessionPromise(TypedDict):
    """What the session asks to promise, the form for it, and what was promised.

    ``first`` opens the form while nothing has been promised, ``again`` once something has.
    """

    title: str
    ask: str
    first: str
    again: str
    form: FormProps
    promises: list[LogPromise]


class WholeLogLink(TypedDict):
    """The link to the whole log."""

    to: str
    text: str


class SessionLogProps(LogFrame):
    """What the component draws below a session."""

    kind: Literal["session"]
    asked: list[LogQuestion]
    free: FreeEntries
    due: DuePromises
    promise: SessionPromise
    all: WholeLogLink


def session_props(shell: PageProps, view: SessionLogView, opened: EntryView | None, told: str) -> SessionLogProps:
    """What the component draws below a session."""
    return {
        **shell,
        **same_props(opened, view.audiences, told),
        "kind": "session",
        "heading": words.TITLE,
        "lead": words.SESSION_LEAD,
        "note": words.SESSION_NOTE,
        "asked": [_asked(asked, view.session, view.audiences) for asked in view.asked],
        "free": {
            "title": words.WRITE_FREE,
            "form": new_entry(f"free/{view.session}", view.audiences, session=view.session),
            "entries": [entry_props(card, view.audiences) for card in view.free],
        },
        "due": due_props(view.due),
        "promise": {
            "title": words.YOUR_PROMISE,
            "ask": view.commitment,
            "first": words.PROMISE_NEW,
            "again": words.PROMISE_ANOTHER,
            "form": make_form(view.session),
            "promises": [promise_props(promise) for promise in view.own],
        },
        "all": {"to": "log", "text": words.WHOLE_LOG},
    }


def _asked(asked: Asked, session: str, audiences: Collection[Visibility]) -> LogQuestion:
    """A question with its form; an entry is about what its author says, so no principle is chosen beforehand."""
    prompt, shown = asked.prompt, len(asked.cards)
    return {
        "title": prompt.ask,
        "state": counted(asked.all, *words.ENTRY) if asked.all else words.NOT_WRITTEN,
        "first": words.WRITE_FIRST,
        "again": words.WRITE_MORE,
        "form": new_entry(f"prompt/{session}/{prompt.id}", audiences, session=session, prompt=prompt.id),
        "entries": [entry_props(card, audiences) for card in asked.cards],
        "more": words.NEWEST_OF_ALL.format(shown=shown, all=counted(asked.all, *words.ENTRY))
        if asked.all > shown
        else "",
    }
