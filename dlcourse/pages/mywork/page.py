"""Your work: take it along as one file, bring it back, keep or drop this browser's copy, erase it all."""

from dataclasses import dataclass, replace
from typing import Any, Literal

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
from dlcourse.domain.speech import Command
from dlcourse.errors import CourseError
from dlcourse.pages.messages import Message, Takes
from dlcourse.pages.mywork import TITLE
from dlcourse.pages.mywork.contents import (
    ErasedProps,
    RestoredProps,
    WorkContents,
    WorkFileProps,
    erased_props,
    restored_props,
    work_contents,
)
from dlcourse.pages.program import Do, Done, Page, Raw, Refused, See, Seen, Step
from dlcourse.pages.props import PageProps, page_props


@dataclass(frozen=True)
class WorkState:
    """What there is, and what was done with it last; ``file`` is on its way to a page that has no server."""

    view: WorkView | None = None
    restored: Restored | None = None
    erased: Erased | None = None
    file: WorkFileView | None = None
    saved: str = ""
    notice: CourseError | None = None


class TakeWork(Message):
    """The page asks for the file."""


class WorkTaken(Message):
    """The page has the file."""


class WorkProps(PageProps):
    """What the page draws; ``contents`` is None until the work was seen.

    ``erased`` takes the place of everything else. ``file`` is on its way to a page that has no server.
    """

    title: str
    screen: Literal["erased", "work"]
    file: WorkFileProps | None
    contents: WorkContents | None
    result: RestoredProps | None
    erased: ErasedProps | None


def init(place: Raw) -> Step[WorkState]:  # noqa: ARG001 (there is one such page only)
    """Look at what there is."""
    return WorkState(), (See(YourWork()),)


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
        case WorkTaken():
            return replace(state, file=None), ()
        case Seen(view=WorkView() as view):
            return replace(state, view=view), ()
        case Refused(effect=effect, error=error):
            return replace(state, notice=error), (See(YourWork()),) if isinstance(effect, Do) else ()
        case _:
            return state, ()


def props(state: WorkState) -> WorkProps:
    """What the page draws."""
    return {
        **page_props("work", {}, saved=state.saved, notice=state.notice),
        "title": TITLE,
        "screen": "erased" if state.erased else "work",
        "file": {"name": state.file.name, "document": state.file.document} if state.file else None,
        "contents": work_contents(state.view) if state.view else None,
        "result": restored_props(state.restored) if state.restored else None,
        "erased": erased_props(state.erased) if state.erased else None,
    }


PAGE = Page("work", init, Takes("your work", (RestoreWork, EraseWork, TakeWork, WorkTaken)), update, props)
