"""A page for a register that one keeps alone or with others: it shows one view, follows its changes, and gives files.

It is like `single`, and besides it watches the view's topic, so that what somebody else has just written appears.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, Literal, TypeVar

from pydantic import Field

from dlcourse.domain.dates import TakeCalendar
from dlcourse.domain.download import DownloadView
from dlcourse.domain.registers.streams import RegisterView
from dlcourse.domain.speech import TAG, Command, Query, decode
from dlcourse.errors import CourseError
from dlcourse.pages.messages import FetchFile, LookAgain, Message, Takes
from dlcourse.pages.program import Do, Done, Effect, Noticed, Page, Raw, Refused, See, Seen, Step, Watch
from dlcourse.pages.props import FileProps, PageProps, file_props, page_props

V = TypeVar("V", bound=RegisterView)
ONLY_READ = "You look on here: you can read this, and the people of the cohort write it."


class FetchRegister(FetchFile):
    """Ask for the register as a Word document, or for my days as a calendar file."""

    form: Literal["docx", "ics"]


class ShowStep(Message):
    """Show the register as it was after so many steps; 0 stands for now."""

    step: int = Field(ge=0)


class RegisterProps(PageProps):
    """The frame of a register's props; ``taken`` is a file that was asked for."""

    taken: FileProps | None


@dataclass(frozen=True)
class RegisterState(Generic[V]):
    """The query and its latest answer; ``saved`` is when a command was recorded last, ``done`` is that command."""

    query: Query
    view: V | None = None
    saved: str = ""
    done: Command | None = None
    asked: str = ""
    taken: tuple[str, DownloadView] | None = None
    notice: CourseError | None = None


def register_page(  # noqa: PLR0913, PLR0917 (the parts of a page, each by its name)
    name: str,
    looks: type[Query],
    says: type[Command],
    view: type[V],
    takes: type[Query],
    props: Callable[[RegisterState[V]], Mapping[str, object]],
) -> Page[RegisterState[V]]:
    """The page ``name``: its place holds the parts of the query ``looks``, whose answer is a ``view``.

    ``says`` is the kind of command that it takes; ``takes`` asks for the register as a Word document.
    """

    def init(place: Raw) -> Step[RegisterState[V]]:
        parts = {part: place[part] for part in looks.model_fields if part in place}
        return _look(RegisterState[V](decode(looks, {TAG: looks.__name__, **parts})))

    def step(state: RegisterState[V], message: Any) -> Step[RegisterState[V]]:
        match message:
            case Seen(view=seen) if isinstance(seen, view):
                return replace(state, view=seen), (Watch(seen.topic), *map(Watch, seen.more_topics))
            case FetchRegister(ask=ask, form=form):
                wanted: Query = TakeCalendar() if form == "ics" else takes()
                return replace(state, asked=ask, taken=None, notice=None), (See(wanted),)
            case ShowStep(step=number) if "step" in looks.model_fields:
                return _look(replace(state, query=state.query.model_copy(update={"step": number})))
            case _:
                return _after(state, message)

    return Page(name, init, Takes(name, (LookAgain, FetchRegister, ShowStep, says)), step, props)


def register_props(name: str, state: RegisterState[V]) -> RegisterProps:
    """The frame of such a page's props."""
    frame = page_props(name, state.query.model_dump(mode="json"), saved=state.saved, notice=state.notice)
    return {**frame, "looks": True, "taken": file_props(state.taken)}


def _look(state: RegisterState[V]) -> Step[RegisterState[V]]:
    return state, (See(state.query),)


def _after(state: RegisterState[V], message: Any) -> Step[RegisterState[V]]:
    again: tuple[Effect, ...] = (See(state.query),)
    match message:
        case Command():
            return replace(state, taken=None, notice=None), (Do(message),)
        case LookAgain() | Noticed():
            return state, again
        case Done(command=command, recorded=recorded):
            return replace(state, saved=recorded.at, done=command), again
        case Seen(view=DownloadView() as file):
            return replace(state, taken=(state.asked, file)), ()
        case Refused(effect=effect, error=error):
            return replace(state, notice=error), again if isinstance(effect, Do) else ()
        case _:
            return state, ()
