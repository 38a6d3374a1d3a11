"""The forms of the log: for an entry, a promise, and what became of one."""

from collections.abc import Mapping
from typing import Literal, TypedDict

LogCommand = Literal["WriteEntry", "ReviseEntry", "MakeCommitment", "AnswerCommitment"]
"""The command that a form sends."""


class LogForm(TypedDict):
    """A form to write in: ``slot`` names its draft, ``fixed`` is what its command says besides the words."""

    slot: str
    label: str
    say: LogCommand
    fixed: Mapping[str, object]


def form(slot: str, label: str, say: LogCommand = "WriteEntry", **fixed: object) -> LogForm:
    """A form to write in: ``slot`` is the name of its draft, ``fixed`` is what its command says besides the words."""
    return {"slot": slot, "label": label, "say": say, "fixed": fixed}
