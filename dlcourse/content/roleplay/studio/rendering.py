"""Ways to write a value in YAML, the plainest first. Whether one means what it should is tested by reading it again."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_RISKY = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|\s$|[\r\n\t\x85\u2028\u2029]")
_NOT_IN_BLOCK = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


@dataclass(frozen=True)
class Token:
    """A value that is written as it is, such as a number or an id."""

    text: str


def words_in_styles(words: str, style: str, indent: int, *, bracketed: bool) -> Iterator[str]:
    """The words in the style that was used there before, then in others that may do.

    ``indent`` is how far lines of their own are indented; within brackets there are none.
    """
    ways = {"": _plain, "'": _single, '"': _double, "|": _block, ">": _block}
    first = ways.get(style, _plain)
    order = [first, *([] if bracketed or "\n" not in words else [_block]), _plain, _double]
    for way in dict.fromkeys(order):
        if way is _block:
            if not bracketed and words.strip() and not _NOT_IN_BLOCK.search(words):
                yield _block_text(words, indent)
        elif (found := way(words)) is not None:
            yield found


def brackets(value: Any) -> str:
    """A value on one line: groups and lists in brackets, words in quotes where they need them."""
    match value:
        case Token():
            return value.text
        case str():
            return words_in_brackets(value)
        case Mapping():
            return "{" + ", ".join(f"{brackets(name)}: {brackets(part)}" for name, part in value.items()) + "}"
        case Sequence():
            return "[" + ", ".join(brackets(item) for item in value) + "]"
    raise TypeError(f"{value!r} is no part of a scenario file")


def words_in_brackets(words: str) -> str:
    """Words on one line within brackets."""
    safe = re.fullmatch(r"[A-Za-z][\w.-]*(?: [\w().-]+)*", words) and not re.fullmatch(
        r"true|false|null|~", words, re.IGNORECASE
    )
    return words if safe else _double(words)


def lines_of(fields: Mapping[str, Any], indent: int) -> str:
    """A group of fields, each on a line of its own; the first line is not indented."""
    return f"\n{' ' * indent}".join(f"{name}: {_field(value, indent + 2)}" for name, value in fields.items())


def _field(value: Any, indent: int) -> str:
    if isinstance(value, str):
        return next(iter(words_in_styles(value, "", indent, bracketed=False)))
    return brackets(value)


def _plain(words: str) -> str | None:
    return words if words and not _RISKY.search(words) and not _other_meaning(words) else None


def _other_meaning(words: str) -> bool:
    return bool(re.fullmatch(r"[-+.]?\d[\w.+-]*|[-+]?\.\w+|true|false|null|~", words, re.IGNORECASE))


def _single(words: str) -> str | None:
    if re.search(r"[\r\n\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", words):
        return None
    return "'" + words.replace("'", "''") + "'"


def _double(words: str) -> str:
    quoted = json.dumps(words, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _block(words: str) -> str | None:
    return words


def _block_text(words: str, indent: int) -> str:
    """The words on lines of their own, below a ``|``."""
    body = words.rstrip("\n")
    blank = len(words) - len(body)
    lines = body.split("\n")
    first = next(line for line in lines if line.strip())
    # The number says how far the lines are indented, where the words themselves begin with blanks.
    deep = str(2) if first.startswith(" ") or not lines[0].strip() else ""
    header = "|" + deep + ("-" if blank == 0 else "+" if blank > 1 else "")
    shown = [" " * indent + line if line else "" for line in lines]
    return "\n".join([header, *shown, *[""] * max(0, blank - 1)])
