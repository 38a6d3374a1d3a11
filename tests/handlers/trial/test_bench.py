"""Controlled trials: planned, begun, measured, stopped and ended, with what they taught in the reflection log."""

import base64
import io
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

import docx
import pytest

import dlcourse
from dlcourse.domain.cohort.messages import GiveRole, RemovePerson
from dlcourse.domain.dates import TakeCalendar
from dlcourse.domain.download import DownloadView
from dlcourse.domain.inquiry.messages import InquiryPart, InquiryPartView, WritePart
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.portfolio.messages import PutIn, TakePortfolio
from dlcourse.domain.reflection.log import WholeLog, WholeLogView
from dlcourse.domain.responsibility.messages import Responsibility
from dlcourse.domain.responsibility.views import ResponsibilityView
from dlcourse.domain.speech import Query
from dlcourse.domain.trial.bench_view import BenchView, TrialCard
from dlcourse.domain.trial.messages import (
    TRIALS,
    AskWatcher,
    Bench,
    DiscardTrial,
    EndTrial,
    PlanTrial,
    RecordReading,
    StartTrial,
    StopTrial,
    TakeTrials,
)
from dlcourse.errors import CourseError
from dlcourse.results.trial.readings import TABLE as READINGS
from dlcourse.results.trial.trials import TABLE
from tests.classroom import Classroom, Member
from tests.person import Person

DAY = date(2027, 3, 1)
WORDS = {
    "hypothesis": "Talking first helps",
    "test": "One class, two weeks",
    "harmed": "Quiet students",
    "measure": "Students who write on",
    "stop": "Any student",
}
LESSON = "Pairs help the ones who speak"


def bench(person: Person) -> BenchView:
    """The trials as this person sees them."""
    view = person.course.see(Bench())
    assert isinstance(view, BenchView)
    return view


def only(person: Person) -> TrialCard:
    """The only trial that this person sees."""
    (card,) = bench(person).cards
    return card


def planned(owner: Person, **parts: Any) -> str:
    """Plan a trial; returns its id."""
    trial = uuid4().hex
    owner.do(PlanTrial, trial=trial, **WORDS, **{"expected": 12, "limit": 6, "worse": "below", "on": DAY} | parts)
    return trial


def begun(owner: Person) -> str:
    """Plan a trial and begin it."""
    trial = planned(owner)
    owner.do(StartTrial, trial=trial)
    return trial


def file_of(person: Person, query: Query) -> bytes:
    """The bytes of a file."""
    found = person.course.see(query)
    assert isinstance(found, DownloadView)
    return base64.b64decode(found.content)


def log_entries(person: Person) -> list[tuple[str, str, list[str]]]:
    """What each entry of the person's log answers, in which session, with its words."""
    view = person.course.see(WholeLog())
    assert isinstance(view, WholeLogView)
    return [(each.asked, each.session, [step.words for step in each.newest.steps]) for each in view.cards]


@pytest.fixture
def people(classroom: Classroom) -> Mapping[str, Member]:
    """Three people of the cohort."""
    return {name: classroom.joined(name) for name in ("Ann", "Ben", "Cem")}


def test_a_trial_from_its_plan_to_its_lesson(ann: Person, ben: Person) -> None:
    """It begins from the problem, is locked, measured and ended once, and its lesson is an entry in the log."""
    ann.do(WritePart, part="00-start-here", after=0, answers={"problem": "Few write on"})
    trial = planned(ann)
    assert bench(ann).problem == "Few write on"
    ann.do(PlanTrial, trial=trial, **WORDS, expected=14, limit=6, worse="below", on=DAY, after=only(ann).length)
    ann.do(StartTrial, trial=trial)
    with pytest.raises(CourseError, match="its plan is locked"):
        ann.do(PlanTrial, trial=trial, **WORDS, expected=1, limit=0, worse="below", on=DAY, after=only(ann).length)
    ann.do(RecordReading, trial=trial, value=9, on=date(2027, 2, 1))
    ann.do(RecordReading, trial=trial, value=11, on=date(2027, 2, 8), words="Friday")
    chart = only(ann).chart
    assert chart
    assert [row[:4] for row in chart.rows] == [
        ("1 February 2027", "9", "14", "at least 6"),
        ("8 February 2027", "11", "14", "at least 6"),
    ]
    ann.do(EndTrial, trial=trial, decision="change", taught=LESSON)
    assert log_entries(ann) == [("What did the trial teach?", "07-a-better-way", [WORDS["test"], LESSON])]
    assert (only(ann).stage, only(ann).taught) == ("ended", LESSON)
    assert bench(ben).cards == ()
    for again in (StartTrial, StopTrial):
        with pytest.raises(CourseError):
            ann.do(again, trial=trial)
    assert ann.last
    with pytest.raises(CourseError):
        ben.do(EndTrial, trial=trial, decision="drop", taught="x")


def test_the_lesson_is_written_once_however_often_it_is_sent(ann: Person) -> None:
    """A command that is sent again ends the trial once and leaves one entry in the log."""
    trial = begun(ann)
    ann.do(EndTrial, trial=trial, decision="drop", taught=LESSON)
    assert ann.last
    ann.course.do(ann.last)
    assert len(log_entries(ann)) == 1


def test_a_breach_stops_it_at_once_and_for_good(ann: Person) -> None:
    """A reading past the limit stops the trial; nothing more is measured, and its lesson comes before the next one."""
    trial, other = begun(ann), planned(ann)
    with pytest.raises(CourseError, match="still running"):
        ann.do(StartTrial, trial=other)
    ann.do(RecordReading, trial=trial, value=5, on=date(2027, 2, 1))
    card = next(each for each in bench(ann).cards if each.trial == trial)
    assert (card.stage, card.breached) == ("stopped", True)
    with pytest.raises(CourseError):
        ann.do(RecordReading, trial=trial, value=12, on=date(2027, 2, 2))
    with pytest.raises(CourseError, match="what the last one taught"):
        ann.do(StartTrial, trial=other)
    with pytest.raises(CourseError, match="cannot be kept"):
        ann.do(EndTrial, trial=trial, decision="keep", taught=LESSON)
    ann.do(EndTrial, trial=trial, decision="drop", taught=LESSON)
    ann.do(StartTrial, trial=other)


def test_who_watches_sees_it_and_can_stop_it(classroom: Classroom, people: Mapping[str, Member]) -> None:
    """Whoever was asked to watch sees the trial and can stop it, and nobody else of the cohort can do either."""
    ann, ben, cem = people.values()
    trial = begun(ann)
    ann.do(AskWatcher, trial=trial, person=cem.id)
    ann.do(AskWatcher, trial=trial, person=ben.id)
    assert (only(ann).watcher, only(ben).owner, bench(cem).cards) == ("Ben", "Ann", ())
    for person, match in ((cem, "no such trial"), (ben, "no such trial")):
        with pytest.raises(CourseError, match=match):
            person.do(RecordReading, trial=trial, value=9, on=DAY)
    with pytest.raises(CourseError):
        cem.course.watch(TRIALS + trial, lambda: None)
    ben.do(StopTrial, trial=trial, words="Somebody stays away")
    assert (only(ann).stage, only(ann).by_rule) == ("stopped", True)
    assert only(ann).why == only(ben).why == "Somebody stays away"
    with pytest.raises(CourseError):
        ann.do(AskWatcher, trial=trial, person=cem.id)
    classroom.host.do(RemovePerson, cohort=classroom.cohort, person=ben.id)
    assert (only(ann).why, only(ann).watcher) == ("", "Somebody who left")
    with pytest.raises(CourseError, match="stop rule, so it cannot be kept"):
        ann.do(EndTrial, trial=trial, decision="keep", taught=LESSON)


def test_the_owner_is_told_that_nobody_watches_any_more(classroom: Classroom, people: Mapping[str, Member]) -> None:
    """Somebody who was removed or only looks on cannot stop a trial; its owner is told, and asks another one."""
    ann, ben, cem = people.values()
    trial = begun(ann)
    ann.do(AskWatcher, trial=trial, person=ben.id)
    assert not only(ann).watcher_left
    classroom.host.do(GiveRole, cohort=classroom.cohort, person=ben.id, role="observer")
    assert only(ann).watcher_left
    with pytest.raises(CourseError):
        ben.do(StopTrial, trial=trial, words="x")
    ann.do(AskWatcher, trial=trial, person=cem.id)
    classroom.host.do(RemovePerson, cohort=classroom.cohort, person=cem.id)
    assert only(ann).watcher_left


def test_who_watches_sees_nothing_of_somebody_who_left(classroom: Classroom, people: Mapping[str, Member]) -> None:
    """A trial is not shown any more once its owner is not in the cohort."""
    ann, ben, _ = people.values()
    trial = begun(ann)
    ann.do(AskWatcher, trial=trial, person=ben.id)
    assert only(ben).plan["test"] == WORDS["test"]
    classroom.host.do(RemovePerson, cohort=classroom.cohort, person=ann.id)
    assert bench(ben).cards == ()
    with pytest.raises(CourseError, match="no such trial"):
        ben.do(StopTrial, trial=trial, words="x")


def test_only_people_of_ones_cohort_can_watch(classroom: Classroom, people: Mapping[str, Member], ann: Person) -> None:
    """Nobody elsewhere, not oneself, and alone nobody at all can be asked to watch."""
    member = people["Ann"]
    eve = Classroom(classroom.store, "Spring deans", classroom.entrance).joined("Eve")
    trial = begun(member)
    for person in (eve.id, member.id, "nobody-at-all"):
        with pytest.raises(CourseError, match="not in your cohort"):
            member.do(AskWatcher, trial=trial, person=person)
    alone = begun(ann)
    with pytest.raises(CourseError, match="not in your cohort"):
        ann.do(AskWatcher, trial=alone, person=people["Ben"].id)


def test_it_goes_into_the_day_file_the_document_the_portfolio_and_the_inquiry(ann: Person) -> None:
    """The day is in the calendar until it is over; paper, portfolio, inquiry and tables have what was written."""
    trial = begun(ann)
    assert "DTSTART;VALUE=DATE:20270301" in file_of(ann, TakeCalendar()).decode()
    part = ann.course.see(InquiryPart(part="07-a-better-way"))
    assert isinstance(part, InquiryPartView)
    assert part.suggested["trial"] == WORDS["test"]
    assert part.suggested["limit"] == "Students who write on: at least 6"
    ann.do(RecordReading, trial=trial, value=9, on=date(2027, 2, 1))
    ann.do(EndTrial, trial=trial, decision="keep", taught=LESSON)
    shared = ann.course.see(Responsibility())
    assert isinstance(shared, ResponsibilityView)
    assert [(each.kind, each.changed, each.gaps) for each in shared.trace] == [("Trial", LESSON, ())]
    assert "VEVENT" not in file_of(ann, TakeCalendar()).decode()
    written = docx.Document(io.BytesIO(file_of(ann, TakeTrials())))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    assert {WORDS["harmed"], "at least 6", "12 (locked)", "1 February 2027: 9", LESSON} <= set(cells)
    ann.do(PutIn, item=f"trial/{trial}")
    assert LESSON in file_of(ann, TakePortfolio(form="md")).decode()
    (row,) = TABLE.frame(ann.course).to_dict("records")
    assert (row["stage"], row["newest"], row["breached"], row["taught"]) == ("ended", 9, False, LESSON)
    assert READINGS.frame(ann.course)["value"].tolist() == [9]


def test_a_plan_is_put_away_and_everything_can_be_erased_and_brought_back(ann: Person) -> None:
    """A plan can be put away before it begins; a file of work holds all trials, and restoring brings them back."""
    away = planned(ann)
    ann.do(DiscardTrial, trial=away)
    begun(ann)
    before, file, work = bench(ann).cards, ann.course.see(TakeAlong()), ann.course.see(YourWork())
    assert isinstance(file, WorkFileView)
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    assert bench(ann).cards == ()
    ann.do(RestoreWork, packed=pack(file.document.encode()))
    assert [(each.stage, each.plan) for each in bench(ann).cards] == [(each.stage, each.plan) for each in before]


def test_a_notebook_opens_the_trials() -> None:
    """The notebook call shows the trials."""
    widget = dlcourse.trials()
    assert (widget.page, widget.props["notice"]) == ("trials", None)
    widget.close()
