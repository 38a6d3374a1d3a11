"""The form for an entry of the log."""

from collections.abc import Mapping
from typing import Literal, TypedDict


class LogForm(TypedDict):
    """A form for an entry: ``slot`` names its draft, ``fixed`` is what its command says besides the words."""

    slot: str
    label: str
    say: Literal["WriteEntry", "ReviseEntry"]
    fixed: Mapping[str, object]


def new_entry(slot: str, label: str, **fixed: str) -> LogForm:
    """The form for a new entry; ``fixed`` is the session and the question that it belongs to, if any."""
    return {"slot": slot, "label": label, "say": "WriteEntry", "fixed": fixed}


def next_version(entry: str, label: str, versions: int) -> LogForm:
    """The form for a new version of an entry that has so many ``versions``."""
    fixed = {"entry": entry, "after": versions}
    return {"slot": f"entry/{entry}", "label": label, "say": "ReviseEntry", "fixed": fixed}
