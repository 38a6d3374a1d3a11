"""Line ends: an author's file keeps its own, while the studio works on a text whose lines end in a line feed alone."""

import difflib
import re

MARK = "\ufeff"
"""The byte order mark with which some editors begin a file."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def plain_lines(text: str) -> str:
    """The text without a byte order mark, each line ended by a line feed."""
    return text.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")


def as_in(before: str, text: str) -> str:
    """The text with the line ends of an earlier version, which it came from by `plain_lines` and some edits.

    A line that was there before keeps its line end. A new line gets the one that is most frequent. If nothing was
    changed, the earlier version comes back as it was.
    """
    if plain_lines(before) == text:
        return before
    old, new = _lines(before.removeprefix(MARK)), _lines(text)
    ends = [_end(line) for line in old if _end(line)]
    usual = max(dict.fromkeys(ends), key=ends.count) if ends else "\n"
    written = text if set(ends) <= {"\n"} else "".join(_rejoined(old, new, usual))
    return (MARK if before.startswith(MARK) else "") + written


def _rejoined(old: list[str], new: list[str], usual: str) -> list[str]:
    lines = [line[:-1] + usual if line.endswith("\n") else line for line in new]
    same = difflib.SequenceMatcher(None, [plain_lines(line) for line in old], new, autojunk=False)
    for block in same.get_matching_blocks():
        lines[block.b : block.b + block.size] = old[block.a : block.a + block.size]
    return lines


def _lines(text: str) -> list[str]:
    return [line for line in _LINE.findall(text) if line]


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
