"""Field types for words that a person writes, and for ids.

Words may hold any character of any script, except the two kinds that cannot be stored.
"""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

UNSTORABLE = "string_unicode"
"""The error type for characters that cannot be stored; pydantic itself uses it for half a surrogate pair."""


def _without_nul(words: str) -> str:
    if "\0" in words:
        raise PydanticCustomError(UNSTORABLE, "it contains a character that cannot be stored")
    return words


Words = Annotated[str, AfterValidator(_without_nul)]
"""A field for words. NUL and lone surrogates are refused rather than dropped, so that nobody's words are changed."""

MOST_LETTERS = 100
"""How long a name (of a person, a role, a task, a skill, a topic) may be."""

Id = Annotated[str, Field(min_length=8, max_length=64, pattern=r"^[\w.-]+$")]
"""A field for an id that a browser made."""

UNREADABLE = "[These words cannot be read: the file that holds them is damaged in this place.]"
"""What a store gives, and a person reads, in place of damaged words."""
