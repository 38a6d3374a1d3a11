"""The kinds of fields that a scenario has: what stands in them, and what an author may write there.

Limits on how much must be written hold only while an author's file is read: what was stored once is never refused.
"""

from collections.abc import Callable, Sized
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, Field, SerializerFunctionWrapHandler, ValidationInfo, model_serializer
from pydantic_core import PydanticCustomError

from dlcourse.domain.speech import Value

NameKind = Literal["principle", "scene", "role", "option", "indicator", "fact", "choice"]
"""What a name in a scenario can be the name of; a choice's reads ``scene.choice``, or ``panel.option``."""

AUTHORING = "an author's file is read"
"""The validation context in which an author's limits hold."""

T = TypeVar("T", bound=Sized)


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field that holds the id of something else in the scenario, of this kind."""

    kind: NameKind


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks a field that holds words for people to read."""


def at_least(least: int) -> AfterValidator:
    """In an author's file, so many items must stand in the list."""
    return AfterValidator(_enough(least))


def _enough(least: int) -> Callable[[Any, ValidationInfo], Any]:
    def check(items: T, info: ValidationInfo) -> T:
        if info.context == AUTHORING and len(items) < least:
            raise PydanticCustomError("too_short", "too few items", {"min_length": least})
        return items

    return check


Id = Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A new id: lower-case words joined by hyphens."""

Text = Annotated[str, Prose()]
Lines = Annotated[tuple[Text, ...], at_least(1)]
Number = Annotated[int, Field(ge=-1_000_000, le=1_000_000)]
Minutes = Annotated[int, Field(ge=0, le=1_000_000)]

PrincipleName = Annotated[str, RefersTo("principle")]
SceneName = Annotated[str, RefersTo("scene")]
RoleName = Annotated[str, RefersTo("role")]
OptionName = Annotated[str, RefersTo("option")]
IndicatorName = Annotated[str, RefersTo("indicator")]
FactName = Annotated[str, RefersTo("fact")]
ChoiceName = Annotated[str, RefersTo("choice")]


class LaterFields(Value):
    """A value that got fields later: they are left out of its JSON until they say something.

    A stored scenario is named by the digest of its JSON, so that this keeps its name and its plays together.
    """

    @model_serializer(mode="wrap")
    def _without_silent_fields(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        defaults = {name: field.default for name, field in type(self).model_fields.items() if name in _LATER}
        silent = {name for name, default in defaults.items() if getattr(self, name) == default}
        return {name: value for name, value in serialize(self).items() if name not in silent}


_LATER = frozenset({"voice", "portrait", "said", "touches", "explains"})
