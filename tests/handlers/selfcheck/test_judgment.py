"""The eight situations: for their author alone, in the portfolio without the key, taken along, and erased."""

import base64

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.download import DownloadView
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.portfolio.messages import PutIn, TakePortfolio
from dlcourse.domain.selfcheck.judgment import TIMES, Judge, Judging, JudgingView, Time
from dlcourse.domain.selfcheck.judgment_forms import ITEMS, JudgmentExercise
from dlcourse.errors import CourseError
from tests.person import Person

FORMS = Library(files.data()).exercise("judgment", JudgmentExercise).forms
MINE = "I would ask Zoë <first>."


def seen(person: Person, time: Time = "before") -> JudgingView:
    """What the person sees at this time."""
    view = person.course.see(Judging(exercise="judgment", time=time))
    assert isinstance(view, JudgingView)
    return view


def answer(person: Person, time: Time = "before", count: int = ITEMS) -> None:
    """Answer this many situations, each with a reason."""
    for _ in range(count):
        situation = seen(person, time).next
        assert situation
        person.do(Judge, exercise="judgment", time=time, situation=situation.id, answer="b", words=MINE)


def test_answers_are_for_their_author_alone(ann: Person, ben: Person) -> None:
    """A person sees their own answers with their reasons, and nobody else does."""
    answer(ann, count=2)
    assert [(each.answer, each.words) for each in seen(ann).judged] == [("b", MINE)] * 2
    assert seen(ben).judged == ()


def test_a_refused_answer_changes_nothing(ann: Person) -> None:
    """A situation that was answered cannot be answered again."""
    answer(ann, count=1)
    done = seen(ann).judged[0].situation.id
    with pytest.raises(CourseError, match="it is answered"):
        ann.do(Judge, exercise="judgment", time="before", situation=done, answer="c")
    assert [each.answer for each in seen(ann).judged] == ["b"]


def test_a_portfolio_has_results_and_reasons_but_not_the_key(ann: Person) -> None:
    """The piece is offered once a form is complete. It says how many were answered best, and explains no answer."""
    answer(ann, count=ITEMS - 1)
    with pytest.raises(CourseError):
        ann.do(PutIn, item="judgment/judgment")
    answer(ann, count=1)
    ann.do(PutIn, item="judgment/judgment")
    first = document(ann)
    assert f"You chose the strongest answer in {seen(ann).before} of 8 situations." in first
    answer(ann, "after")
    view, both = seen(ann, "after"), document(ann)
    assert f"in {view.before} of 8 before, and in {view.after} of 8 after." in both
    assert "I would ask Zoë" in both
    assert not any(one.reason[:40] in both for form in FORMS for each in form.situations for one in each.actions)


def document(person: Person) -> str:
    """The person's portfolio as Markdown."""
    file = person.course.see(TakePortfolio(form="md"))
    assert isinstance(file, DownloadView)
    return base64.b64decode(file.content).decode()


def test_answers_are_taken_along_erased_and_brought_back(ann: Person) -> None:
    """A person's file contains the answers and reasons, erasing deletes them, and restoring brings all of them back."""
    for time in TIMES:
        answer(ann, time)
    before = [seen(ann, time) for time in TIMES]
    file, work = ann.course.see(TakeAlong()), ann.course.see(YourWork())
    assert isinstance(file, WorkFileView)
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    assert seen(ann).judged == ()
    ann.do(RestoreWork, packed=pack(file.document.encode()))
    assert [seen(ann, time) for time in TIMES] == before
