"""The log: the questions of a session with one's entries, or the whole log to search, read and add to."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import Field

from dlcourse.domain.reflection.commitments import (
    AnswerCommitment,
    ChangeCommitment,
    DeleteCommitment,
    MakeCommitment,
)
from dlcourse.domain.reflection.entries import ReviseEntry, ShareEntry, WriteEntry
from dlcourse.domain.reflection.log import EntryView, OneEntry, SessionLog, SessionLogView, WholeLog, WholeLogView
from dlcourse.domain.speech import TAG, Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.messages import Message, Takes
from dlcourse.pages.program import Do, Done, Effect, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import PageProps, page_props
from dlcourse.pages.reflection.session_log import SessionLogProps, session_props
from dlcourse.pages.reflection.value import log_value
from dlcourse.pages.reflection.whole_log import WholeLogProps, whole_props
from dlcourse.pages.reflection.words import TOLD

SAYS = (
    WriteEntry,
    ReviseEntry,
    ShareEntry,
    MakeCommitment,
    ChangeCommitment,
    AnswerCommitment,
    DeleteCommitment,
)
"""The commands that the page takes."""


@dataclass(frozen=True)
class LogState:
    """What is looked at, what was found, and which entry is open; ``told`` is what became of the last promise."""

    query: WholeLog | SessionLog
    view: WholeLogView | SessionLogView | None = None
    opened: EntryView | None = None
    saved: str = ""
    told: str = ""
    notice: CourseError | None = None


class OpenEntry(Message):
    """The person wants to read an entry whole; with none named, the open one is closed."""

    entry: str = ""


class SearchLog(Message):
    """The person looks for entries: with all these words, of this session, with this principle; a page of them."""

    find: str = Field(default="", max_length=200)
    session: str = ""
    principle: str = ""
    page: int = Field(default=1, ge=1)


class NoLogYet(PageProps):
    """Nothing was seen yet."""

    kind: Literal[""]


LogProps = SessionLogProps | WholeLogProps | NoLogYet


def init(place: Raw) -> Step[LogState]:
    """Look at a session's part of the log, or at all of it."""
    session = place.get("session")
    query = decode(SessionLog, {TAG: SessionLog.__name__, "session": session}) if session else WholeLog()
    return LogState(query), (See(query),)


def update(state: LogState, message: Any) -> Step[LogState]:
    """Send commands, reload what changed, and report a refusal."""
    match message:
        case Command():
            return replace(state, notice=None), (Do(message),)
        case SearchLog():
            return _search(state, message)
        case OpenEntry(entry=entry):
            return replace(state, opened=None, notice=None), (See(OneEntry(entry=entry)),) if entry else ()
        case Done(command=command, recorded=recorded):
            return replace(state, saved=recorded.at, told=TOLD.get(type(command), "")), _again(state)
        case Noticed():
            return state, _again(state)
        case Refused():
            return _refused(state, message)
        case Seen(view=view):
            return _seen(state, view)
        case _:
            return state, ()


def _search(state: LogState, message: SearchLog) -> Step[LogState]:
    query = WholeLog(find=message.find, session=message.session, principle=message.principle, page=message.page)
    return replace(state, query=query, opened=None, notice=None), (See(query),)


def _refused(state: LogState, message: Refused) -> Step[LogState]:
    match message.effect:
        case Do():
            return replace(state, notice=message.error), _again(state)
        case _:
            return replace(state, notice=message.error), ()


def _seen(state: LogState, view: Any) -> Step[LogState]:
    match view:
        case WholeLogView() | SessionLogView():
            return replace(state, view=view), (Watch(view.topic),)
        case EntryView():
            return replace(state, opened=view), ()
        case _:
            return state, ()


def _again(state: LogState) -> tuple[Effect, ...]:
    opened = (See(OneEntry(entry=state.opened.card.entry)),) if state.opened else ()
    return See(state.query), *opened


def props(state: LogState) -> LogProps:
    """What the component draws; ``title`` is the title of the light page."""
    place = {"session": state.query.session} if isinstance(state.query, SessionLog) else {}
    shell = page_props("log", place, saved=state.saved, notice=state.notice)
    match state.view, state.query:
        case SessionLogView() as view, _:
            return session_props(shell, view, state.opened, state.told)
        case WholeLogView() as view, WholeLog() as query:
            return whole_props(shell, view, query, state.opened, state.told)
        case _:
            return {**shell, "kind": ""}


TAKES = Takes("log", (OpenEntry, SearchLog, *SAYS))
FORMS = ("prompt/", "free/", "promise/", "entry/", "change/", "answer/")
"""How the slots of the log's forms begin."""
PAGE = Page("log", init, TAKES, update, props, FORMS, lambda state: log_value(state.view) if state.view else None)
