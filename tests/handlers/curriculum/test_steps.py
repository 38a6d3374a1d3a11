"""The steps of a session: what is recorded of them, for whom, and what is known without a record."""

import uuid

import pytest

from dlcourse.domain.curriculum.steps import FinishStep, SessionProgress, SessionProgressView
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.reflection.commitments import MakeCommitment
from dlcourse.domain.selfcheck.readiness import Introduce
from dlcourse.errors import CourseError
from tests.person import Person

START = "00-start-here"


def progress(person: Person, session: str = START) -> SessionProgressView:
    """What is known of the person's steps."""
    view = person.course.see(SessionProgress(session=session))
    assert isinstance(view, SessionProgressView)
    return view


def finish(person: Person, step: str, session: str = START) -> None:
    """Come to the end of a step."""
    person.do(FinishStep, session=session, step=step)


def test_a_finished_step_is_its_reader_s_alone(ann: Person, ben: Person) -> None:
    """A step is finished once, in its session, for the person who came to its end."""
    finish(ann, "reading-1")
    finish(ann, "reading-1")
    finish(ann, "reading-1", "01-what-it-is")
    finish(ann, "debrief")
    assert progress(ann).finished == ("reading-1", "debrief")
    assert progress(ann, "01-what-it-is").finished == ("reading-1",)
    assert progress(ben).finished == ()


def test_a_step_of_no_session_is_refused(ann: Person) -> None:
    """A session that the course does not have has no steps; nor does a step's name have room for words."""
    with pytest.raises(CourseError, match="there is none called '12-nothing'"):
        finish(ann, "reading-1", "12-nothing")
    with pytest.raises(CourseError, match="there is none called '12-nothing'"):
        progress(ann, "12-nothing")
    with pytest.raises(ValueError, match="step"):
        FinishStep(id=str(uuid.uuid4()), session=START, step="what I think of it")


def test_exercises_and_the_log_speak_for_themselves(ann: Person) -> None:
    """An exercise that was done and a promise that was made are known without a record of their steps."""
    assert (progress(ann).wrote, [each.done for each in progress(ann).exercises]) == (False, [False] * 4)
    ann.do(Introduce, name="Ann", role="", leads="")
    ann.do(MakeCommitment, session=START, what="Ask one person", commitment=str(uuid.uuid4()))
    assert (progress(ann).wrote, [each.done for each in progress(ann).exercises]) == (True, [True, False, False, False])


def test_finished_steps_are_taken_along_erased_and_brought_back(ann: Person) -> None:
    """A person's file holds them, an erasure takes them away, and the file brings them back."""
    finish(ann, "reading-1")
    file, work = ann.course.see(TakeAlong()), ann.course.see(YourWork())
    assert isinstance(file, WorkFileView)
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    assert progress(ann).finished == ()
    ann.do(RestoreWork, packed=pack(file.document.encode()))
    assert progress(ann).finished == ("reading-1",)
