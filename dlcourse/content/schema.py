"""Validates a tree against a pydantic type: returns the value, or all errors, each with its place.

It also lists every place of the tree with its type and its marks in the schema. It does not know what a file is about.
"""

import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dlcourse.content.yaml_tree import Group, Listing, Node, Path, Scalar, text_of
from dlcourse.domain.speech import Value

V = TypeVar("V", bound=Value)
NAME = "name"
"""The last step of a path that leads to the name of a field instead of its value."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a tree: the node there, the type that belongs there, and the marks of that type.

    ``variants`` are the possible types, if the group itself says by its ``kind`` which one it is.
    """

    path: Path
    node: Node
    kind: Any
    marks: tuple[Any, ...]
    variants: tuple[Any, ...]

    @property
    def fields(self) -> list[str]:
        """The fields that are allowed here; none if no group belongs here."""
        return list(self.kind.model_fields) if _is_value(self.kind) else []


def spots(node: Node, hint: Any, path: Path = ()) -> Iterator[Spot]:
    """Every place of the tree with its type in the schema. It goes deeper only where the tree fits the schema."""
    plain, marks = _unwrapped(hint)
    variants = _variants(plain)
    kind = _chosen(variants, node) if len(variants) > 1 else plain
    yield Spot(path, node, kind, marks, variants if len(variants) > 1 else ())
    if isinstance(node, Group) and _is_value(kind):
        hints = _hints(kind)
        for name, part in node.fields.items():
            if name in hints:
                yield from spots(part, hints[name], (*path, name))
    elif isinstance(node, Group) and get_origin(kind) is dict:
        yield from _entries(node, kind, path)
    elif isinstance(node, Listing) and get_origin(kind) is tuple:
        for number, item in enumerate(node.items):
            yield from spots(item, get_args(kind)[0], (*path, number))


def _entries(group: Group, kind: Any, path: Path) -> Iterator[Spot]:
    of_name, of_value = get_args(kind)
    for name, part in group.fields.items():
        yield from spots(Scalar(group.lines[name], name, plain=False), of_name, (*path, name, NAME))
        yield from spots(part, of_value, (*path, name))


def validated(places: Sequence[Spot], kind: type[V], context: Any) -> tuple[V | None, list[ErrorDetails]]:
    """The value of the tree with these places, or None and all errors. Each ``loc`` is a path in the tree."""
    try:
        return kind.model_validate(places[0].node.value, strict=True, context=context), []
    except ValidationError as error:
        found = error.errors(include_url=False)
    choices = {spot.path: spot for spot in places if spot.variants}
    placed = [_at(each, _placed(each["loc"], choices)) for each in found]
    return None, [better for each in placed for better in _in_all_variants(each, choices, context)]


def _placed(location: Path, choices: Mapping[Path, Spot]) -> Path:
    """The location without the names of variants, which pydantic inserts after the place of a choice."""
    path: Path = ()
    passing = False
    for step in location:
        passing = not passing and path in choices
        path = path if passing else (*path, step)
    return path


def _in_all_variants(error: ErrorDetails, choices: Mapping[Path, Spot], context: Any) -> Iterator[ErrorDetails]:
    """The error; if the variant of a group is unknown, also the errors that all variants have."""
    yield error
    if not error["type"].startswith("union_tag"):
        return
    spot = choices[error["loc"]]
    found = [validated(list(spots(spot.node, each)), each, context)[1] for each in spot.variants]
    common = set.intersection(*({(each["loc"], each["type"]) for each in errors} for errors in found))
    for each in found[0]:
        if (each["loc"], each["type"]) in common and each["loc"] != ("kind",):
            yield _at(each, (*error["loc"], *each["loc"]))


def _at(error: ErrorDetails, path: Path) -> ErrorDetails:
    moved = error.copy()
    moved["loc"] = path
    return moved


def _unwrapped(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type without None, and its marks."""
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        plain, more = _unwrapped(inner)
        return plain, (*marks, *more)
    if get_origin(hint) in {Union, types.UnionType}:
        parts = [each for each in get_args(hint) if each is not type(None)]
        return _unwrapped(parts[0]) if len(parts) == 1 else (hint, ())
    return hint, ()


def _variants(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in {Union, types.UnionType} else ()


def _chosen(variants: Iterable[Any], node: Node) -> Any:
    """The variant that the group names as its kind, or None."""
    name = text_of(node, "kind")
    return next((each for each in variants if _is_value(each) and each.model_fields["kind"].default == name), None)


def _is_value(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Value)


@lru_cache(maxsize=256)
def _hints(kind: type[Value]) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {name: hints[name] for name in kind.model_fields}
