"""The type of a task in a scrutiny round: what is to be read, written or pressed."""

from typing import Literal, NotRequired, TypedDict

from dlcourse.domain.scrutiny.messages import Temper
from dlcourse.pages.form import FormProps
from dlcourse.pages.props import MeasureProps
from dlcourse.pages.scrutiny.practices import ReadingProps, VerdictProps

TaskKind = Literal["begin", "post", "sort", "comment", "learned", "wait", "close", "end"]


class RoundFixed(TypedDict):
    """What every command about a round says: which exercise, and which round."""

    exercise: str
    round: str


class SortMessage(RoundFixed):
    """The command that sorts a remark."""

    say: Literal["SortRemark"]
    remark: str
    temper: Temper


class CloseMessage(RoundFixed):
    """The command that closes the round."""

    say: Literal["CloseRound"]


class TaskButton(TypedDict):
    """A button, a note on what it means, and the command that it sends."""

    text: str
    note: str
    message: SortMessage | CloseMessage


class RoundTask(TypedDict):
    """The current task; ``key`` differs from one task to the next.

    ``reading`` is a practice to read, ``quote`` a remark (HTML) to sort with the ``buttons``, ``last`` the one before.
    """

    key: str
    kind: TaskKind
    heading: str
    note: str
    reading: NotRequired[ReadingProps | None]
    quote: NotRequired[str]
    progress: NotRequired[MeasureProps]
    form: NotRequired[FormProps]
    buttons: NotRequired[list[TaskButton]]
    last: NotRequired[VerdictProps | None]
