"""Replacing pieces of a text by others. What is not replaced stays as it is, byte for byte."""

from collections.abc import Iterable
from typing import NamedTuple

from dlcourse.content.yaml_tree import Path
from dlcourse.errors import CourseError


class Splice(NamedTuple):
    """Put ``put`` in place of what stands from ``start`` up to ``end``."""

    start: int
    end: int
    put: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with all splices made. They must not overlap."""
    for start, end, put in sorted(splices, reverse=True):
        text = text[:start] + put + text[end:]
    return text


def blocked(path: Path) -> CourseError:
    """The error for a place that is written in a way that a form cannot change."""
    return CourseError(
        place_in_form(path), "this is written in a way that the form cannot change", "Change it in the text."
    )


def place_in_form(path: Path) -> str:
    """How an error names a place of the form; items are counted from 1."""
    return "form: " + " ".join(str(step + 1) if isinstance(step, int) else step for step in path)
