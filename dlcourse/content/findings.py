"""What a check finds in an author's file: one line for each finding, with its place and a remedy.

This module formats and orders the findings. Other modules find them.
"""

import difflib
from collections.abc import Collection, Iterable
from typing import Literal

from pydantic import Field

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
    """One finding: where it is, how serious, what is wrong and what to do about it. Lines count from 1.

    ``path`` is the place in the file as a tree, empty if it has none. It is not written as JSON.
    """

    file: str
    line: int
    level: Level
    code: Code
    message: str
    remedy: str
    path: Path = Field(default=(), exclude=True)

    def __str__(self) -> str:
        """``file:line: level: message. remedy``, on one line."""
        return f"{self.file}:{self.line}: {self.level}: {self.message}. {self.remedy}".rstrip()

    @property
    def beside_its_file(self) -> str:
        """The finding as it is shown below the name of its file: ``Line 4, error: message. remedy``."""
        return f"Line {self.line}, {self.level}: {self.message}. {self.remedy}".rstrip()


class Report:
    """Gathers the findings of one file, one for each field and code. ``root`` is the file as a tree."""

    def __init__(self, file: str, root: Node) -> None:
        """Begin an empty report on the file."""
        self.file, self.root = file, root
        self._found: dict[tuple[Path, Code], Finding] = {}
        self._compared = 0

    def add(self, code: Code, field: Path, message: str, remedy: str, at: Path | None = None) -> None:
        """Report the field, at its own line or at the line of another path. A repetition is ignored."""
        self.add_line(code, field, message, remedy, line_of(self.root, field if at is None else at))

    def add_line(self, code: Code, field: Path, message: str, remedy: str, line: int) -> None:
        """Report the field at this line. A repetition is ignored."""
        found = finding(self.file, line, code, message, remedy).model_copy(update={"path": field})
        self._found.setdefault((field, code), found)

    def has(self, field: Path, code: Code) -> bool:
        """Whether this code was reported for the field itself."""
        return (field, code) in self._found

    def suggestion(self, wrong: str, known: Collection[str], otherwise: str) -> str:
        """Like `suggestion`, but only for the first hundred wrong names, because comparing more would take long."""
        self._compared += 1
        return suggestion(wrong, known, otherwise) if self._compared <= 100 else otherwise

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings so far, errors before warnings, then by line."""
        return tuple(sorted(self._found.values(), key=lambda found: (found.level, found.line)))

    @property
    def errors(self) -> tuple[tuple[Path, Code], ...]:
        """The field and the code of each error so far."""
        return tuple(key for key, found in self._found.items() if found.level == "error")

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return any(found.level == "error" for found in self._found.values())


def finding(file: str, line: int, code: Code, message: str, remedy: str) -> Finding:
    """A finding with its message on one line; its code decides its level."""
    level: Level = "warning" if code in WARNINGS else "error"
    line_of_text = one_line(message).rstrip(".")
    return Finding(file=file, line=line, level=level, code=code, message=line_of_text, remedy=one_line(remedy))


def one_line(text: str) -> str:
    """The text on one line. A character that cannot be shown is replaced by its number."""
    return visible(" ".join(text.split()))


def shown(text: str) -> str:
    """An author's words in single quotes, cut after 40 characters."""
    line = one_line(text)
    return f"'{line[:40]}…'" if len(line) > 40 else f"'{line}'"


def listed(names: Iterable[str], joint: str = "and") -> str:
    """The names as part of a sentence, at most eight of them: ``'a', 'b' and 'c'``."""
    items = [shown(name) for name in names]
    if len(items) > 8:
        items[8:] = [f"{len(items) - 8} more"]
    *rest, last = items
    return f"{', '.join(rest)} {joint} {last}" if rest else last


def suggestion(wrong: str, known: Collection[str], otherwise: str) -> str:
    """``Did you mean 'x'?`` with the most similar of up to 300 known names; ``otherwise`` if none is similar."""
    if len(known) > 300:
        return otherwise
    near = difflib.get_close_matches(wrong[:80], known, n=1) or _same_letters(wrong, known)
    return f"Did you mean {shown(near[0])}?" if near else otherwise


def _same_letters(wrong: str, known: Collection[str]) -> list[str]:
    plain = trimmed(wrong).casefold().replace(" ", "-").replace("_", "-")
    return [name for name in known if name.casefold() == plain][:1]
