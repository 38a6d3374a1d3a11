"""The marks of steps, the minutes that are left, and where a person goes on."""

from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.curriculum.steps import (
    ExerciseProgress,
    SessionProgressView,
    SessionStep,
    StepMark,
    minutes_left,
    step_marks,
    where_to_go_on,
)

DO = SessionStep(id="exercise", kind="do", title="Sorting", anchor="Sorting", minutes=40, exercises=("sorting",))
READ = SessionStep(id="reading", kind="read", title="A text", anchor="A-text", minutes=5)
WRITE = SessionStep(id="log", kind="write", title="A promise", anchor="A-promise", minutes=5, writes=True)


def progress(*finished: str, sorted_all: bool = False, counts: bool = True, wrote: bool = False) -> SessionProgressView:
    """What is known of a session with one exercise."""
    exercise = ExerciseProgress(id="sorting", kind="sort", of="sorting", minutes=40, counts=counts, done=sorted_all)
    return SessionProgressView(session="01", minutes=60, exercises=(exercise,), finished=finished, wrote=wrote)


def done(view: SessionProgressView) -> list[bool]:
    """Which of the three steps are done."""
    return [mark.done for mark in step_marks((DO, READ, WRITE), view)]


def test_a_step_is_done_by_what_is_in_it() -> None:
    """An exercise has to be done, a text to be read to its end, and in a log something has to be written."""
    assert done(progress()) == [False, False, False]
    assert done(progress("exercise", "log")) == [False, False, False]
    assert done(progress(sorted_all=True)) == [True, False, False]
    assert done(progress("reading")) == [False, True, False]
    assert done(progress(wrote=True)) == [False, False, True]


def test_an_exercise_that_does_not_tell_when_it_is_done_is_like_a_text() -> None:
    """A step with such an exercise is done when somebody has come to its end."""
    (before,) = step_marks([DO], progress(counts=False))
    (after,) = step_marks([DO], progress("exercise", counts=False))
    assert (before.reads, before.done, after.done) == (True, False, True)


def test_one_goes_on_with_the_first_step_that_is_not_done() -> None:
    """A step that was left out comes before those after it; with all steps done there is none."""
    left_out = where_to_go_on(step_marks((DO, READ, WRITE), progress("reading")))
    assert left_out
    assert left_out.step == DO
    assert where_to_go_on(step_marks((DO, READ, WRITE), progress("reading", sorted_all=True, wrote=True))) is None


@given(st.lists(st.tuples(st.floats(0.1, 100), st.booleans()), min_size=1), st.integers(1, 200))
def test_the_minutes_left_shrink_from_all_to_none(steps: list[tuple[float, bool]], minutes: int) -> None:
    """With nothing done all minutes are left, with everything done none, and between them never more than before."""
    marks = [StepMark(step=READ.model_copy(update={"minutes": long}), done=done, reads=True) for long, done in steps]
    undone = [mark.model_copy(update={"done": False}) for mark in marks]
    assert minutes_left(undone, minutes) == minutes
    assert minutes_left([mark.model_copy(update={"done": True}) for mark in marks], minutes) == 0
    assert (minutes_left(marks, minutes) == 0) == all(mark.done for mark in marks)
    assert minutes_left(marks, minutes) <= minutes
