"""Whatever a browser sends, of whatever kind, is done, shown, or refused in plain words."""

from contextlib import suppress
from typing import Any

import pytest

from dlcourse.domain.speech import KINDS, TAG, Command, Query, decode
from dlcourse.errors import CourseError
from tests.handlers.scrutiny.test_rounds import begin
from tests.person import Person

SAID = sorted(
    name
    for name, kind in KINDS.items()
    if issubclass(kind, Command | Query) and kind.__module__.startswith("dlcourse.")
)
"""Every kind that can be said, also those that others are kinds of."""
ODD: list[object] = [
    "",
    "\0",
    "\ud800",
    "../..",
    "x" * 5_000,
    "author",
    -1,
    0,
    10**30,
    float("nan"),
    None,
    [],
    {},
    [["a"]],
]
"""What no page of ours would say."""
USUAL: dict[str, object] = {
    "exercise": "open-practice",
    "scenario": "the-reading-gap",
    "team": "small-school",
    "network": "own",
    "names": ["A", "B"],
    "files": {"ties": "d2hvLHRvCkEsQgo="},
    "guess": {"most": "", "splits": "", "alone": ""},
    "tie": {"who": "A", "to": "B", "topic": ""},
    "parts": {"what": "x"},
    "moves": 1,
    "level": 1,
    "count": 1,
    "wanted": True,
}
"""What makes the other parts pass, so that the odd one is looked at."""


def said(kind: str, /, **parts: object) -> dict[str, Any]:
    """A message of this kind with every field filled in."""
    filled = {part: USUAL.get(part, "somebody-or-something") for part in KINDS[kind].model_fields}
    return {TAG: kind, **filled, **parts}


def answer(person: Person, message: dict[str, Any]) -> None:
    """Carry it out or show it."""
    speech = decode(Command if issubclass(KINDS[message[TAG]], Command) else Query, message)
    person.course.do(speech) if isinstance(speech, Command) else person.course.see(speech)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SAID)
def test_odd_parts_are_refused_in_words(name: str, ann: Person) -> None:
    """Each field in turn has a value that no page sends; whatever is impossible is a `CourseError` and nothing else."""
    same = begin(ann)
    fields = KINDS[name].model_fields
    known = same if same.keys() <= fields.keys() else {}
    messages = [said(name, **known)] + [said(name, **known | {part: odd}) for part in fields for odd in ODD]
    for number, message in enumerate(messages):
        if "id" in message and message["id"] == "somebody-or-something":
            message["id"] = f"command-{number}"
        with suppress(CourseError):
            answer(ann, message)
