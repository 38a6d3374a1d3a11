"""Finds characters in a YAML file that only look like YAML syntax: odd spaces, curly quotation marks, long dashes.

It looks only in places where YAML syntax is expected. `yaml_parser` decides whether the file can be read.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from dlcourse.content.characters import is_unseen, meant_by, unseen_in, visible_name
from dlcourse.domain.names import is_blank

_STRUCTURE = re.compile(r" *(?:- +)*(?:[A-Za-z0-9_-]+ *: +)?[\[{ ]*")
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_SYNTAX_BEFORE = re.compile(r" *(?:- +)*(?:-|[A-Za-z0-9_-]+ *:)")

_CLOSED_BY_CURLY = re.compile(
    "(?P<before> *(?:- +)*)(?:[A-Za-z0-9_-]+ *: +)?(?P<straight>[\"'])[^\"'\\\\]*"
    "(?P<curly>[\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb]) *"
)


class SyntaxProblem(NamedTuple):
    """Why a YAML text cannot be read, and in which line. Lines count from 1."""

    line: int
    message: str
    remedy: str


def in_lines(lines: Sequence[str], first: int, last: int, inside: Collection[int]) -> SyntaxProblem | None:
    """The look-alike that is nearest to the line ``last``, searched back to the line ``first`` (both from 0); or None.

    Lines ``inside`` a quoted or block text (from 1) are skipped, because every character is allowed there.
    """
    for at in range(last, max(first, 0) - 1, -1):
        if at + 1 in inside:
            continue
        place = _odd_place(lines[at], everything=at == last)
        if place is not None:
            return _problem(at + 1, lines[at], place)
    return None


def begins_name(name: str) -> str | None:
    """The odd character at the beginning of a field's name, or right after its hyphen; None if there is none."""
    return next((name[place] for place in (0, 1) if _odd_start(name, place)), None)


def of_names(names: Mapping[str, Sequence[int]]) -> Iterator[SyntaxProblem]:
    """One problem for each odd character that lines begin with."""
    for char, lines in names.items():
        more = f", as {len(lines) - 1} more do" if len(lines) > 1 else ""
        yield SyntaxProblem(min(lines), f"the line begins with {visible_name(char)}{more}", remedy(char))


def closing_quote(lines: Sequence[str], last: int) -> SyntaxProblem | None:
    """A straight quotation mark that the author closed with a curly one, in the line ``last`` (from 0) or before."""
    for at in range(last, -1, -1):
        found = _CLOSED_BY_CURLY.fullmatch(lines[at])
        if found and not _goes_on(lines[at + 1 : at + 2], len(found["before"])):
            what = f"a quotation mark is opened here, and {visible_name(found['curly'])} does not close it"
            return SyntaxProblem(at + 1, what, f"Type {found['straight']} instead.")
    return None


def _goes_on(following: Sequence[str], indent: int) -> bool:
    """Whether the next line is indented further, so that it belongs to the quoted text."""
    return any(len(line) - len(line.lstrip(" ")) > indent for line in following)


def remedy(char: str) -> str:
    """What to type instead of the character."""
    plain = meant_by(char)
    if plain is not None:
        return f"Type {plain} instead."
    return "Type an ordinary space instead." if is_blank(char) else "Delete it."


def found_in(text: str) -> tuple[str, str] | None:
    """Where a text has a character that is invisible or a look-alike, in words, and the remedy; None if it has none."""
    place = next((at for at, char in enumerate(text) if is_unseen(char) or meant_by(char)), None)
    if place is None:
        return None
    return f"{_position(text, place)} {visible_name(text[place])}", _remedy_in(text, place)


def _remedy_in(text: str, place: int) -> str:
    if meant_by(text[place]) in {'"', "'"}:
        return "Leave the curly quotation marks out, or type straight ones."
    at_an_end = place == 0 or place in _tail(text)
    return "Delete it." if is_unseen(text[place]) and at_an_end else remedy(text[place])


def _position(text: str, place: int) -> str:
    if place == 0:
        return "it begins with"
    if place == len(text) - 1 or place in _tail(text):
        return "it ends with"
    return f"after '{text[:place][-20:]}' it has"


def _tail(text: str) -> set[int]:
    """The positions of the invisible characters at the end of the text."""
    unseen = set(unseen_in(text))
    end = len(text)
    while end - 1 in unseen:
        end -= 1
    return set(range(end, len(text)))


def _odd_start(name: str, place: int) -> bool:
    if place >= len(name) or (place == 1 and name[0] != "-"):
        return False
    return is_unseen(name[place]) or meant_by(name[place]) is not None


def _odd_place(line: str, *, everything: bool) -> int | None:
    """The position of a look-alike where YAML syntax belongs; with ``everything`` also quotation marks and dashes."""
    start = _end(_STRUCTURE, line)
    name_end = _end(_NAME, line, start)
    before = _end(_SYNTAX_BEFORE, line)
    if start < len(line) and _unseen(line[start]):
        return start
    if 0 < before < len(line) and _unseen(line[before]):
        return before
    if start < name_end < len(line) and meant_by(line[name_end]) == ":":
        return name_end
    return start if everything and start < len(line) and meant_by(line[start]) else None


def _unseen(char: str) -> bool:
    return is_unseen(char) and char != "\t"


def _end(pattern: re.Pattern[str], line: str, start: int = 0) -> int:
    found = pattern.match(line, start)
    return found.end() if found else 0


def _problem(number: int, line: str, place: int) -> SyntaxProblem:
    char = line[place]
    where = "the line begins with" if not line[:place].strip() else f"after '{line[:place].strip()[-30:]}' there is"
    if meant_by(char) in {'"', "'"}:
        straight = "which is not a quotation mark in YAML"
        return SyntaxProblem(
            number, f"{where} {visible_name(char)}, {straight}", f"Type {meant_by(char)} instead, at both ends."
        )
    return SyntaxProblem(number, f"{where} {visible_name(char)}", remedy(char))
