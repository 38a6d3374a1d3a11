"""Reads which published standards the sessions serve, from ``data/standards.yaml``."""

from pathlib import Path

from dlcourse.content.yaml_values import read
from dlcourse.domain.standards import Standards
from dlcourse.errors import CourseError

FILE = "standards.yaml"


def standards(data: Path) -> Standards:
    """The standards; `CourseError` if a session names one that is not among them."""
    found = read(data / FILE, Standards)
    known = {framework.id: {each.number for each in framework.standards} for framework in found.frameworks}
    for session, served in found.sessions.items():
        for framework, numbers in served.items():
            for number in numbers:
                if number not in known.get(framework, ()):
                    where = f"{FILE}: {session}"
                    raise CourseError(where, f"there is no standard {framework} {number}", "Add it to 'frameworks'.")
    return found
