"""What changed between two versions of a text, word by word. Putting the passages together gives either text again."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from dlcourse.domain.speech import Value

Fate = Literal["same", "removed", "added"]


class TextPassage(Value):
    """Words that stand in both texts (same), only in the earlier one (removed), or only in the later one (added)."""

    fate: Fate
    words: str


def differences(before: str, after: str) -> tuple[TextPassage, ...]:
    """The passages of both texts in order. Where words were replaced, the removed ones come first.

    Nothing is left out: without the added passages it is ``before``, without the removed ones ``after``.
    """
    return tuple(passage for passage in _passages(_words(before), _words(after)) if passage.words)


def _passages(old: list[str], new: list[str]) -> Iterator[TextPassage]:
    for kind, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield TextPassage(fate="same", words="".join(old[start:end]))
        else:
            yield TextPassage(fate="removed", words="".join(old[start:end]))
            yield TextPassage(fate="added", words="".join(new[begin:stop]))


def _words(text: str) -> list[str]:
    """The words and the other characters of a text, each with the spaces after it."""
    return re.findall(r"\w+\s*|\s+|[^\w\s]\s*", text)
