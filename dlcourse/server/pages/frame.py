"""The frame around every page: the title of the course, and the list of sessions as this person sees it."""

from dlcourse.domain.curriculum.progress import Home, HomeView
from dlcourse.domain.speech import Course
from dlcourse.errors import CourseError
from dlcourse.pages.curriculum.frame import PageFrame, frame


def framed(course: Course, stem: str) -> PageFrame:
    """Return the frame around the session with this notebook stem; empty if the page is no session."""
    view = course.see(Home())
    if not isinstance(view, HomeView):
        raise CourseError("course", "it does not say what it holds", "Start the course again.")
    return frame(view, stem)
