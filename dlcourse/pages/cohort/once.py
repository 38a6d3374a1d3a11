"""What is shown only once: a new code, key or phrase."""

from typing import TypedDict

from dlcourse.domain.cohort.views import CodeMade, CohortMade, PhraseMade
from dlcourse.domain.speech import Recorded
from dlcourse.pages.cohort import words


class SecretProps(TypedDict):
    """A secret: its title, the secret itself, what to do with it, and whether a picture of it can be scanned."""

    title: str
    text: str
    note: str
    scan: bool


def secrets_of(recorded: Recorded, names: dict[str, str] | None = None) -> tuple[SecretProps, ...]:
    """The secrets in the answer to a command; ``names`` are the names of people by their ids."""
    match recorded:
        case CohortMade():
            return _code("join", recorded.join_code), _code("facilitator", recorded.facilitator_key)
        case CodeMade():
            return (_code(recorded.kind, recorded.code),)
        case PhraseMade():
            name = (names or {}).get(recorded.person, "")
            title = f"The new phrase of {name}" if name else "Your new phrase"
            return ({"title": title, "text": recorded.phrase, "note": words.PHRASE_NOTE, "scan": False},)
        case _:
            return ()


def _code(kind: str, code: str) -> SecretProps:
    return {
        "title": words.CODE_TITLES[kind],
        "text": code,
        "note": words.CODE_NOTES[kind],
        "scan": kind == "join",
    }
