"""Reads what the course says about the sixteen, from ``data/principles.yaml``."""

from pathlib import Path

from dlcourse.content.yaml_values import read
from dlcourse.domain.curriculum.principles import Commentaries
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.errors import CourseError

FILE = "principles.yaml"


def commentaries(data: Path) -> Commentaries:
    """What is said about each of the sixteen; `CourseError` if one is missing or refers to an unknown source."""
    found = read(data / FILE, Commentaries)
    names = [each.id for each in found.principles]
    if names != list(PRINCIPLES):
        raise CourseError(
            FILE, f"it is about {', '.join(names)}", f"Write about {', '.join(PRINCIPLES)}, in this order."
        )
    known = {source.id for source in found.sources}
    for each in found.principles:
        for name in each.reading:
            if name not in known:
                raise CourseError(f"{FILE}: {each.id}", f"there is no source '{name}'", "Add it to 'sources'.")
    return found
