"""The changes that a form makes to the text of a scenario file, each about one place in it.

A place is a path, such as ``("scenes", 2, "choices", 0, "text")``.
"""

from typing import Annotated, Literal

from pydantic import Field

from dlcourse.domain.speech import Value
from dlcourse.domain.words import Words

LONGEST = 300_000
"""How many characters a file can have."""
DEEPEST = 12
"""How many steps a path can have."""

Step = Annotated[str, Field(max_length=200)] | Annotated[int, Field(ge=0, le=10_000)]
Path = Annotated[tuple[Step, ...], Field(min_length=1, max_length=DEEPEST)]
EditedWords = Annotated[Words, Field(max_length=LONGEST)]
Token = Annotated[str, Field(pattern=r"^[A-Za-z0-9+-][A-Za-z0-9.-]{0,60}$")]
"""A value that is written without quotes: a number, ``true``, or an id."""


class WriteWords(Value):
    """Write these words there; with no words, they are written as an empty text."""

    kind: Literal["words"] = "words"
    path: Path
    words: EditedWords


class WriteToken(Value):
    """Write a number, ``true``, ``false`` or an id there."""

    kind: Literal["token"] = "token"
    path: Path
    token: Token


class ListNames(Value):
    """Make the list there consist of these names; those that stay keep their places."""

    kind: Literal["names"] = "names"
    path: Path
    names: Annotated[tuple[Annotated[str, Field(max_length=2_000)], ...], Field(max_length=200)]


class AddPart(Value):
    """Add an item to the end of the list there, with these fields: words, tokens and lists of names."""

    kind: Literal["add"] = "add"
    path: Path
    fields: Annotated[dict[str, EditedWords], Field(max_length=40)]
    tokens: Annotated[dict[str, Token], Field(max_length=40)] = {}
    lists: Annotated[dict[str, tuple[Annotated[str, Field(max_length=200)], ...]], Field(max_length=10)] = {}


class RemovePart(Value):
    """Take the field or the item there out, and whatever names it.

    Facts that only this person knows are handed to the ``heir``, a role's id; without one they are taken out, too.
    """

    kind: Literal["remove"] = "remove"
    path: Path
    heir: Annotated[str, Field(max_length=200)] = ""


class MovePart(Value):
    """Move the item there to the place ``to`` of its list."""

    kind: Literal["move"] = "move"
    path: Path
    to: Annotated[int, Field(ge=0, le=10_000)]


Edit = Annotated[WriteWords | WriteToken | ListNames | AddPart | RemovePart | MovePart, Field(discriminator="kind")]
