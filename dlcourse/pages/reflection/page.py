"""The log: a session's questions with what one wrote to them, or all of it, to be searched, read and written on."""

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dlcourse.domain.reflection.commitments import AnswerCommitment, MakeCommitment
from dlcourse.domain.reflection.entries import ReviseEntry, ShareEntry, WriteEntry
from dlcourse.domain.reflection.log import EntryView, OneEntry, SessionLog, SessionLogView, WholeLog, WholeLogView
from dlcourse.domain.speech import TAG, Command, Query, decode
from dlcourse.errors import CourseError
from dlcourse.pages.program import Do, Done, Effect, Noticed, Page, Props, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.reflection.session_log import session_props
from dlcourse.pages.reflection.whole_log import whole_props
from dlcourse.pages.words import STATUS

Q = TypeVar("Q", bound=Query)
SAYS = (WriteEntry, ReviseEntry, ShareEntry, MakeCommitment, AnswerCommitment)
"""The commands that the page takes."""


@dataclass(frozen=True)
class LogState:
    """What is looked at, what was found, and which entry is open."""

    query: WholeLog | SessionLog
    view: WholeLogView | SessionLogView | None = None
    opened: EntryView | None = None
    saved: str = ""
    notice: CourseError | None = None


@dataclass(frozen=True)
class OpenLog:
    """The person wants to read an entry whole; with no entry, none any more."""

    entry: str


def init(place: Raw) -> Step[LogState]:
    """Look at a session's part of the log, or at all of it."""
    query = _heard(SessionLog, {"session": place["session"]}) if place.get("session") else WholeLog()
    state = LogState(query)
    return state, (See(state.query),)


def parse(raw: Raw) -> Command | WholeLog | OpenLog:
    """A command of the log, a search, or an entry to open."""
    if raw.get("say") == "open":
        return OpenLog(str(raw.get("entry", "")))
    if raw.get("say") == WholeLog.__name__:
        return _heard(WholeLog, {part: value for part, value in raw.items() if part not in {"id", TAG}})
    command = decode(Command, raw)
    if isinstance(command, SAYS):
        return command
    raise CourseError("log", "it does not know that message", "Reload the page.")


def _heard(kind: type[Q], parts: Raw) -> Q:
    return decode(kind, {TAG: kind.__name__, **parts})


def update(state: LogState, message: Any) -> Step[LogState]:
    """Carry out, look again where something changed, and tell what was refused."""
    match message:
        case Command():
            return replace(state, notice=None), (Do(message),)
        case WholeLog():
            return replace(state, query=message, opened=None, notice=None), (See(message),)
        case OpenLog(entry=entry):
            return replace(state, opened=None, notice=None), (See(OneEntry(entry=entry)),) if entry else ()
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), _again(state)
        case Noticed():
            return state, _again(state)
        case Refused():
            return _refused(state, message)
        case Seen(view=view):
            return _seen(state, view)
        case _:
            return state, ()


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


def props(state: LogState) -> Props:
    """What the component draws; ``title`` stands in the head of the light page."""
    place = {"session": state.query.session} if isinstance(state.query, SessionLog) else {}
    same: Props = {
        "page": "log",
        "place": place,
        "status": STATUS,
        "saved": state.saved,
        "notice": state.notice.to_json() if state.notice else None,
        "links": [],
    }
    match state.view, state.query:
        case SessionLogView() as view, _:
            return same | session_props(view, state.opened)
        case WholeLogView() as view, WholeLog() as query:
            return same | whole_props(view, query, state.opened)
        case _:
            return same


FORMS = ("prompt/", "free/", "promise/", "entry/", "answer/")
"""How the slots of the log's forms begin."""
PAGE = Page("log", init, parse, update, props, FORMS)
