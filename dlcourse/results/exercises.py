"""Which exercises the course has, as its person may see it."""

from dlcourse.domain.curriculum.progress import Home, HomeView
from dlcourse.domain.curriculum.steps import ExerciseProgress, SessionProgress, SessionProgressView
from dlcourse.domain.speech import Course


def exercises_of(session: str, course: Course) -> tuple[ExerciseProgress, ...]:
    """The exercises of a session; none if it is not open."""
    view = course.see(SessionProgress(session=session))
    assert isinstance(view, SessionProgressView)
    return view.exercises


def named_by(kind: str, course: Course) -> tuple[str, ...]:
    """What the exercises of this kind are about, each once, in the order of the course."""
    home = course.see(Home())
    assert isinstance(home, HomeView)
    found = (each for session in home.sessions for each in exercises_of(session.id, course))
    return tuple(dict.fromkeys(each.of for each in found if each.kind == kind))
