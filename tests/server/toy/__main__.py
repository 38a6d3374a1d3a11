"""Serves the toy course: ``python -m tests.server.toy HOME [PORT [PREFIX [AWAY [KERNELS]]]]``."""

import sys
from pathlib import Path
from typing import Any

from dlcourse import files
from dlcourse.course.home import folder
from dlcourse.errors import CourseError
from dlcourse.pages.program import Page
from dlcourse.server.serving import serve
from dlcourse.server.settings import Keeper, Settings
from tests.server.toy.course import ToyCourse
from tests.server.toy.page import PAGE

HERE = Path(__file__).parent
LEARNER = "learner"
"""A file in the home with this name makes a learner of its owner."""


def page_of(name: str) -> Page[Any]:
    """Give the toy page, whatever it is called; except one."""
    if name == "nowhere":
        raise CourseError("page", "there is none called 'nowhere'", "Go to the home page.")
    return PAGE


def main(home: str, port: str = "0", prefix: str = "/", away: str = "180", kernels: str = "64") -> None:
    """Serve until stopped."""
    files.static = lambda: HERE / "static"
    course = ToyCourse(Path(home) / LEARNER)
    try:
        settings = Settings(
            home=folder(home),
            port=int(port),
            prefix=prefix,
            browser=False,
            notebooks=HERE / "notebooks",
            away=float(away),
            left=min(10.0, float(away)),
            kernels=int(kernels),
        )
        serve(settings, Keeper("owner", lambda _: course), page_of=page_of)
    except CourseError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
