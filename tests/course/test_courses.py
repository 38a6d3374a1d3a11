"""One course for each viewer while somebody uses it; courses of people who have left are let go."""

import gc

from dlcourse.course.courses import Courses
from dlcourse.domain.viewer import Viewer


class Open:
    """A course that can be told from another."""

    def __init__(self, viewer: Viewer) -> None:
        """Remember whose it is."""
        self.viewer = viewer


def test_whoever_uses_a_course_shares_it() -> None:
    """The same viewer gets the same course as long as somebody uses it, however many others have come since."""
    courses = Courses(Open, recent=3)
    used = courses(Viewer("ann"))
    for n in range(10):
        courses(Viewer(f"p{n}"))
    assert courses(Viewer("ann")) is used
    assert courses(Viewer("ann", "x")) is not used


def test_courses_of_people_who_left_are_let_go() -> None:
    """Only those are kept that were asked for last."""
    courses = Courses(Open, recent=3)
    for n in range(100):
        assert courses(Viewer(f"p{n}")).viewer.person == f"p{n}"
    gc.collect()
    assert len(courses) == 3
