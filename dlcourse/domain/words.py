"""Words that a person writes: any sign of any script, except the two kinds that no database can keep; and ids."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

UNKEEPABLE = "string_unicode"
"""The type of error for such signs; pydantic itself gives it for half a surrogate pair."""


def _without_nul(words: str) -> str:
    if "\0" in words:
        raise PydanticCustomError(UNKEEPABLE, "it holds a sign that cannot be kept")
    return words


Words = Annotated[str, AfterValidator(_without_nul)]
"""A field for words. NUL and lone surrogates are refused rather than left out: nobody's words are changed."""

MOST_LETTERS = 100
"""How long a name (of a person, a role, a task, a skill, a topic) may be."""

Id = Annotated[str, Field(min_length=8, max_length=64, pattern=r"^[\w.-]+$")]
"""A field for the id that a browser made for something of its person's."""
