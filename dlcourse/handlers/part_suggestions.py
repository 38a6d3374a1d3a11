"""What a subject offers to the problem of practice: words that a person has in its register already.

They stand in the form of a session's part until the person saves something of their own there. Nothing is saved by
itself.
"""

from collections.abc import Callable, Mapping

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry

Suggest = Callable[[ReadContext], Mapping[str, str]]
"""Finds words for the fields of a part, by the names of the fields. A field without words may be left out."""
SUGGESTIONS: Registry[Suggest] = Registry("part of the problem of practice", FLOOR)
"""What finds words for a part, by the id of the part, which is that of its session."""


def part_suggestion(part: str) -> Callable[[Suggest], Suggest]:
    """Register the function that finds words for this part."""
    return SUGGESTIONS.register(part)


def suggested(part: str, context: ReadContext) -> dict[str, str]:
    """The words that a register has for the fields of this part; empty if no register has any."""
    found = SUGGESTIONS[part](context) if part in SUGGESTIONS else {}
    return {field: words for field, words in found.items() if words.strip()}
