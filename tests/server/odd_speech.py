"""Commands and queries of every kind as nobody's page would send them, drawn from a seed."""

import random
from collections.abc import Callable
from typing import Any

from dlcourse import handlers
from dlcourse.domain.speech import KINDS, Command, Query

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 1e308, 10**30, "", " ", "x" * 5000, "\x00", "\u202e", "\ud800", "../../etc/passwd",
    "'; drop table events; --", "<script>alert(1)</script>", [], [[]], {}, {"say": []}, {"id": {}}, [None] * 200,
)  # fmt: skip
"""Values where something else belongs."""
KNOWN = (
    "the-reading-gap", "01-counting", "03-the-reading-gap", "P2", "me", "owner", "toy", "2026-01-05", "3", "yes",
    "0" * 32, "00000000-0000-0000-0000-000000000000", "plays/x", "texts/x", "a name", "replace",
)  # fmt: skip
"""Texts that mean something in some place."""


def kinds() -> list[type[Command] | type[Query]]:
    """Every kind of command and query of the course."""
    assert handlers  # importing them has registered every kind
    known = [kind for kind in KINDS.values() if issubclass(kind, Command | Query)]
    return sorted((kind for kind in known if kind.__module__.startswith("dlcourse.")), key=lambda kind: kind.__name__)


def sample(dice: random.Random, kind: type[Command] | type[Query]) -> dict[str, Any]:
    """Fields as this kind describes them, some of them odd."""
    schema: dict[str, Any] = kind.model_json_schema()
    parts = {name: _drawn(dice, part, schema) for name, part in schema.get("properties", {}).items()}
    if issubclass(kind, Command):
        parts["id"] = f"{dice.getrandbits(128):032x}"
    if parts and dice.random() < 0.5:
        name = dice.choice(sorted(parts))
        parts[name] = mutated(dice, parts[name])
    return parts


def _drawn(dice: random.Random, part: dict[str, Any], whole: dict[str, Any]) -> Any:
    """A value that fits this part of a JSON schema, or nearly so."""
    if "$ref" in part:
        return _drawn(dice, whole["$defs"][part["$ref"].rpartition("/")[2]], whole)
    if choices := part.get("anyOf") or part.get("oneOf"):
        return _drawn(dice, dice.choice(choices), whole)
    if "enum" in part or "const" in part:
        return dice.choice(part.get("enum") or [part["const"]])
    draw = _DRAWN.get(str(part.get("type")))
    return draw(dice, part, whole) if draw else dice.choice(ODD)


def _object(dice: random.Random, part: dict[str, Any], whole: dict[str, Any]) -> Any:
    if "properties" in part:
        return {name: _drawn(dice, each, whole) for name, each in part["properties"].items()}
    return {dice.choice(KNOWN): _drawn(dice, part.get("additionalProperties") or {}, whole)}


def _array(dice: random.Random, part: dict[str, Any], whole: dict[str, Any]) -> Any:
    each = part.get("items") or dice.choice(part.get("prefixItems") or [{}])
    return [_drawn(dice, each, whole) for _ in range(max(part.get("minItems", 0), dice.randrange(3)))]


def _number(dice: random.Random, part: dict[str, Any], _: dict[str, Any]) -> Any:
    return dice.choice([part.get("minimum", 0), part.get("maximum", 3), 1])


_DRAWN: dict[str, Callable[[random.Random, dict[str, Any], dict[str, Any]], Any]] = {
    "object": _object,
    "array": _array,
    "integer": _number,
    "number": _number,
    "boolean": lambda dice, *_: dice.random() < 0.5,
    "string": lambda dice, *_: dice.choice(KNOWN),
}


def mutated(dice: random.Random, value: Any) -> Any:
    """The value with something odd in one of its places."""
    if isinstance(value, dict) and value and dice.random() < 0.85:
        name = dice.choice(sorted(value))
        changed = {**value, name: mutated(dice, value[name])}
        if dice.random() < 0.1:
            del changed[name]
        return changed
    if isinstance(value, list) and value and dice.random() < 0.7:
        return [mutated(dice, value[0]), *value[1:]]
    return dice.choice(ODD)


def broken(dice: random.Random, body: bytes) -> bytes:
    """The body, at times cut off, changed in one byte, or replaced by something else."""
    match dice.randrange(12):
        case 0:
            return body[: dice.randrange(len(body) + 1)]
        case 1:
            where = dice.randrange(len(body))
            return body[:where] + dice.randbytes(1) + body[where + 1 :]
        case 2:
            return dice.choice(
                [b"", b"[" * 50_000, b"{" * 50_000, b"\xff" * 100, b"1" * 5000, b"NaN", b"null", b"\xef\xbb\xbf{}"]
            )
    return body
