"""What a check finds in an author's file: one line a finding, each with its place and a remedy.

This module words and orders the findings. Other modules here find them.
"""

import difflib
from collections.abc import Collection, Iterable
from typing import Literal

from dlcourse.content.characters import trimmed, visible
from dlcourse.content.yaml_tree import Node, Path, line_of
from dlcourse.domain.speech import Value

Level = Literal["error", "warning"]
Code = Literal[
    "syntax",
    "shape",
    "duplicate-id",
    "unknown-ref",
    "deciders",
    "leads-to-gap",
    "unreachable",
    "dead-end",
    "endless",
    "not-hidden",
    "role-without-part",
    "not-manifest",
    "never-open",
    "fragile",
    "unexplained",
    "third-person",
    "lost-text",
    "no-principle",
    "minutes",
    "too-large",
]
WARNINGS: frozenset[Code] = frozenset(
    {"never-open", "fragile", "unexplained", "third-person", "lost-text", "no-principle", "minutes", "too-large"}
)


class Finding(Value):
    """One thing found: where, how grave, what is wrong and what to do about it. Lines count from 1."""

    file: str
    line: int
    level: Level
    code: Code
    message: str
    remedy: str

    def __str__(self) -> str:
        """``file:line: level: message. remedy``, on one line."""
        return f"{self.file}:{self.line}: {self.level}: {self.message}. {self.remedy}".rstrip()

    @property
    def beside_its_file(self) -> str:
        """The finding as it reads below the name of its file: ``Line 4, error: message. remedy``."""
        return f"Line {self.line}, {self.level}: {self.message}. {self.remedy}".rstrip()


class Report:
    """Gathers the findings of one file, one for each field and code. ``root`` is the file as a tree."""

    def __init__(self, file: str, root: Node) -> None:
        """Begin an empty report on the file."""
        self.file, self.root = file, root
        self._found: dict[tuple[Path, Code], Finding] = {}
        self._compared = 0

    def add(self, code: Code, field: Path, message: str, remedy: str, at: Path | None = None) -> None:
        """Report the field, at its own line or at the line of another path; a second time it is passed over."""
        self.add_line(code, field, message, remedy, line_of(self.root, field if at is None else at))

    def add_line(self, code: Code, field: Path, message: str, remedy: str, line: int) -> None:
        """Report the field at this line; a second time it is passed over."""
        self._found.setdefault((field, code), finding(self.file, line, code, message, remedy))

    def has(self, field: Path, code: Code) -> bool:
        """Whether this was found at the field itself."""
        return (field, code) in self._found

    def suggestion(self, wrong: str, known: Collection[str], otherwise: str) -> str:
        """As `suggestion`, for the first hundred wrong names; comparing more of them would take long."""
        self._compared += 1
        return suggestion(wrong, known, otherwise) if self._compared <= 100 else otherwise

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings so far, errors before warnings, then by line."""
        return tuple(sorted(self._found.values(), key=lambda found: (found.level, found.line)))

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return any(found.level == "error" for found in self._found.values())


def finding(file: str, line: int, code: Code, message: str, remedy: str) -> Finding:
    """A finding whose words are brought onto one line; its level follows from its code."""
    level: Level = "warning" if code in WARNINGS else "error"
    said = one_line(message).rstrip(".")
    return Finding(file=file, line=line, level=level, code=code, message=said, remedy=one_line(remedy))


def one_line(text: str) -> str:
    """The text on one line, with the number of each character that cannot be shown."""
    return visible(" ".join(text.split()))


def shown(text: str) -> str:
    """An author's words in single quotes, cut after 40 characters."""
    line = one_line(text)
    return f"'{line[:40]}…'" if len(line) > 40 else f"'{line}'"


def listed(names: Iterable[str], joint: str = "and") -> str:
    """Several names in a sentence, the first eight of them: ``'a', 'b' and 'c'``."""
    said = [shown(name) for name in names]
    if len(said) > 8:
        said[8:] = [f"{len(said) - 8} more"]
    *rest, last = said
    return f"{', '.join(rest)} {joint} {last}" if rest else last


def suggestion(wrong: str, known: Collection[str], otherwise: str) -> str:
    """``Did you mean 'x'?`` for the nearest of up to 300 known names; if none is near, the other remedy."""
    if len(known) > 300:
        return otherwise
    near = difflib.get_close_matches(wrong[:80], known, n=1) or _same_letters(wrong, known)
    return f"Did you mean {shown(near[0])}?" if near else otherwise


def _same_letters(wrong: str, known: Collection[str]) -> list[str]:
    plain = trimmed(wrong).casefold().replace(" ", "-").replace("_", "-")
    return [name for name in known if name.casefold() == plain][:1]
