"""Finds characters in a YAML file that only look like YAML syntax: odd spaces, curly quotation marks, long dashes.

It finds them only where YAML syntax must be meant. `yaml_parser` checks if the file can be read.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from dlcourse.content.characters import is_unseen, meant_by, unseen_in, visible_name
from dlcourse.domain.names import is_blank

_STRUCTURE = re.compile(r" *(?:- +)*(?:[A-Za-z0-9_-]+ *: +)?[\[{ ]*")
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_SIGN_BEFORE = re.compile(r" *(?:- +)*(?:-|[A-Za-z0-9_-]+ *:)")

_CLOSED_BY_CURLY = re.compile(
    "(?P<before> *(?:- +)*)(?:[A-Za-z0-9_-]+ *: +)?(?P<straight>[\"'])[^\"'\\\\]*"
    "(?P<curly>[\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb]) *"
)


class SyntaxProblem(NamedTuple):
    """Why a text cannot be read, and where (lines count from 1)."""

    line: int
    message: str
    remedy: str


def in_lines(lines: Sequence[str], first: int, last: int, inside: Collection[int]) -> SyntaxProblem | None:
    """What in the lines ``first`` to ``last`` (from 0) is taken for a sign of YAML, the nearest to the last line.

    Lines ``inside`` (from 1) a quoted or block text are passed over: everything may stand there.
    """
    for at in range(last, max(first, 0) - 1, -1):
        if at + 1 in inside:
            continue
        place = _odd_place(lines[at], everything=at == last)
        if place is not None:
            return _problem(at + 1, lines[at], place)
    return None


def begins_name(name: str) -> str | None:
    """The odd character with which the name of a field begins, or which follows its hyphen; None where none does."""
    return next((name[place] for place in (0, 1) if _odd_start(name, place)), None)


def of_names(names: Mapping[str, Sequence[int]]) -> Iterator[SyntaxProblem]:
    """One problem for each character that lines begin with."""
    for char, lines in names.items():
        more = f", as {len(lines) - 1} more do" if len(lines) > 1 else ""
        yield SyntaxProblem(min(lines), f"the line begins with {visible_name(char)}{more}", remedy(char))


def closing_quote(lines: Sequence[str], last: int) -> SyntaxProblem | None:
    """A straight quotation mark that a curly one should close, in the line ``last`` (from 0) or before."""
    for at in range(last, -1, -1):
        found = _CLOSED_BY_CURLY.fullmatch(lines[at])
        if found and not _goes_on(lines[at + 1 : at + 2], len(found["before"])):
            what = f"a quotation mark is opened here, and {visible_name(found['curly'])} does not close it"
            return SyntaxProblem(at + 1, what, f"Type {found['straight']} instead.")
    return None


def _goes_on(following: Sequence[str], indent: int) -> bool:
    """Whether the next line stands further in, as one that belongs to a quoted text does."""
    return any(len(line) - len(line.lstrip(" ")) > indent for line in following)


def remedy(char: str) -> str:
    """What to type instead of the character."""
    sign = meant_by(char)
    if sign is not None:
        return f"Type {sign} instead."
    return "Type an ordinary space instead." if is_blank(char) else "Delete it."


def found_in(text: str) -> tuple[str, str] | None:
    """Where in a name something stands that nobody sees or that only looks like a sign, and the remedy; or None."""
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
    """The places of the unseen characters at the end of the text."""
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
    """The place of a character where only a sign of YAML can be meant; ``everything``: quotation marks, dashes too."""
    start = _end(_STRUCTURE, line)
    name_end = _end(_NAME, line, start)
    before = _end(_SIGN_BEFORE, line)
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
    where = "the line begins with" if not line[:place].strip() else f"after '{line[:place].strip()[-30:]}' stands"
    if meant_by(char) in {'"', "'"}:
        straight = "which YAML does not take for a quotation mark"
        return SyntaxProblem(
            number, f"{where} {visible_name(char)}, {straight}", f"Type {meant_by(char)} instead, at both ends."
        )
    return SyntaxProblem(number, f"{where} {visible_name(char)}", remedy(char))
