"""The improvement plan: saved for its author, shared if they say so, in a portfolio, on home, taken along, erased."""

import base64
from datetime import date
from uuid import uuid4

import pytest

import dlcourse
from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.dates import TakeCalendar
from dlcourse.domain.download import DownloadView
from dlcourse.domain.growing_work import GrowingWork
from dlcourse.domain.inquiry.messages import (
    AnswerCheckIn,
    ImprovementPlan,
    ImprovementPlanView,
    InquiryPart,
    SchedulePlan,
    SharedPlan,
    SharePlan,
    WritePart,
)
from dlcourse.domain.inquiry.parts import FIRST, PARTS
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.portfolio.messages import PutIn, TakePortfolio
from dlcourse.domain.reflection.commitments import MakeCommitment
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.home_summaries import growing_work
from dlcourse.handlers.inquiry import plan as handlers
from dlcourse.handlers.jobs import Jobs
from dlcourse.store import Store
from tests.person import Person

PROBLEM = "Seventh graders stop writing after one paragraph"


def plan(person: Person) -> ImprovementPlanView:
    """The person's plan."""
    view = person.course.see(ImprovementPlan())
    assert isinstance(view, ImprovementPlanView)
    return view


def name_problem(person: Person, words: str = PROBLEM, after: int = 0) -> None:
    """Name the problem."""
    person.do(WritePart, part=FIRST, after=after, answers={"problem": words})


def file(person: Person, query: TakeCalendar | TakePortfolio) -> str:
    """A file as text."""
    view = person.course.see(query)
    assert isinstance(view, DownloadView)
    return base64.b64decode(view.content).decode()


def test_a_plan_is_for_its_author_alone(ann: Person, ben: Person) -> None:
    """What someone writes is in their plan and in nobody else's."""
    name_problem(ann)
    assert (plan(ann).parts[0].answer("problem"), plan(ben).parts[0].answer("problem")) == (PROBLEM, "")


def test_a_plan_is_read_only_by_those_it_is_shared_with(
    ann: Person, ben: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others get the same refusal for a private plan and for none; a shared one shows no earlier version."""
    author = "ann"
    refusals = []
    for _ in range(2):
        with pytest.raises(CourseError) as refused:
            ben.course.see(SharedPlan(author=author))
        refusals.append(str(refused.value))
        name_problem(ann, "First words", len(refusals) - 1)
    assert refusals[0] == refusals[1]
    monkeypatch.setattr(handlers, "relations_to", lambda viewer, author: frozenset({"cohort"}))
    with pytest.raises(CourseError):
        ben.course.see(SharedPlan(author=author))
    ann.do(SharePlan, visibility="cohort")
    view = ben.course.see(SharedPlan(author=author))
    assert isinstance(view, ImprovementPlanView)
    assert view.parts[0].answer("problem") == "First words"
    assert view.parts[0].before == ()


def test_a_wrong_part_names_the_right_one(ann: Person) -> None:
    """Someone who mistypes a part in a notebook is told which one they may have meant."""
    with pytest.raises(CourseError, match="Did you mean '05-stretched-over'"):
        ann.course.see(InquiryPart(part="05-streched-over"))


def test_the_calendar_has_check_ins_and_promises(ann: Person) -> None:
    """The file has the check-ins that are not answered yet, and open promises that have a day."""
    ann.do(MakeCommitment, commitment=uuid4().hex, what="Ask Joy\nfirst", by=date(2027, 3, 1))
    ann.do(MakeCommitment, commitment=uuid4().hex, what="Some day")
    name_problem(ann)
    ann.do(SchedulePlan, starts=date(2027, 1, 1), witness="Ben")
    ann.do(AnswerCheckIn, days=30, outcome="kept", seen="More of them write on.")
    text = file(ann, TakeCalendar()).replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 3
    assert [text.count(f"DTSTART;VALUE=DATE:2027{day}") for day in ("0131", "0302", "0401", "0301")] == [0, 1, 1, 1]
    assert PROBLEM in text
    assert "SUMMARY:Promise: Ask Joy first" in text


def test_the_plan_can_be_put_into_the_portfolio(ann: Person) -> None:
    """A plan that was chosen is in the document, with its gaps."""
    name_problem(ann)
    ann.do(PutIn, item="improvement-plan/plan")
    text = file(ann, TakePortfolio(form="md"))
    assert PROBLEM in text
    assert "not written yet: who answers for it" in text


def test_home_says_how_much_of_the_plan_is_there(store: Store) -> None:
    """Once a part is begun, home has the problem in the person's words, and how many of the ten parts are begun."""
    library, viewer = Library(files.data()), Viewer("ann")
    ann = Person(LocalCourse(store, viewer, library))

    def growing() -> tuple[tuple[GrowingWork, ...], bool]:
        jobs = Jobs(store, lambda transaction: "ann")
        return store.read(lambda transaction: growing_work(ReadContext(transaction, viewer, library, jobs)))

    assert growing() == ((), False)
    name_problem(ann)
    ann.do(WritePart, part="08-open-practice", after=0, answers={"changed": "I wait."})
    work = GrowingWork(to="improvement-plan", title=PROBLEM, done=2, of=10)
    assert growing() == ((work,), False)
    assert ann.home().growing == (work,)


def test_a_plan_is_taken_along_erased_and_brought_back(ann: Person) -> None:
    """A person's file holds every version, an erasure takes the words away, and the file brings them back."""
    name_problem(ann)
    name_problem(ann, "Better words", 1)
    ann.do(SchedulePlan, starts=date(2027, 1, 1), name="Ann", witness="Ben")
    before, packed, work = plan(ann), ann.course.see(TakeAlong()), ann.course.see(YourWork())
    assert isinstance(packed, WorkFileView)
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    assert all(card.newest is None for card in plan(ann).parts)
    assert plan(ann).witness == ""
    ann.do(RestoreWork, packed=pack(packed.document.encode()))
    assert [card.model_dump(exclude={"newest", "before"}) for card in plan(ann).parts] == [
        card.model_dump(exclude={"newest", "before"}) for card in before.parts
    ]
    newest = plan(ann).parts[0]
    assert newest.newest
    assert [newest.newest.answers, newest.before[0].answers] == [{"problem": "Better words"}, {"problem": PROBLEM}]
    assert plan(ann).witness == "Ben"


@pytest.mark.parametrize("part", PARTS)
def test_a_notebook_opens_each_part(part: str) -> None:
    """The notebook call shows the form of a part."""
    widget = dlcourse.inquiry(part)
    assert (widget.page, widget.props["notice"], widget.props["view"]["part"]["part"]) == ("inquiry", None, part)
    widget.close()


def test_a_notebook_opens_the_plan() -> None:
    """The notebook call shows the plan."""
    widget = dlcourse.improvement_plan()
    assert (widget.page, widget.props["notice"]) == ("improvement-plan", None)
    widget.close()
