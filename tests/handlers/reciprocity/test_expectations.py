"""The reciprocity ledger: kept alone or between two members of a cohort, and taken along, erased and brought back."""

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
from dlcourse.domain.inquiry.messages import InquiryPart, InquiryPartView
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.portfolio.messages import PutIn, TakePortfolio
from dlcourse.domain.reciprocity.ledger import ExpectationCard, LedgerView
from dlcourse.domain.reciprocity.messages import (
    EXPECTATIONS,
    AnswerExpectation,
    AskExpectation,
    CloseExpectation,
    Ledger,
    OfferCapacity,
    TakeLedger,
    TellUpward,
    WithdrawExpectation,
)
from dlcourse.domain.speech import Query
from dlcourse.errors import CourseError
from dlcourse.pages.reciprocity import words
from dlcourse.pages.reciprocity.page import props
from dlcourse.pages.registers.page import RegisterState
from dlcourse.results.reciprocity.expectations import TABLE
from tests.classroom import Classroom, Member
from tests.person import Person

DAY = date(2027, 3, 1)
WHAT, TIME, LESSON = "Bring student work", "One free period", "One period is too short"


def ledger(person: Person) -> LedgerView:
    """The ledger as this person sees it."""
    view = person.course.see(Ledger())
    assert isinstance(view, LedgerView)
    return view


def only(person: Person) -> ExpectationCard:
    """The only expectation that this person sees."""
    (card,) = ledger(person).cards
    return card


def ask(asker: Person, **parts: Any) -> str:
    """Ask for something; returns the id of the expectation."""
    name = uuid4().hex
    asker.do(AskExpectation, expectation=name, role="Principal", whom="Teacher", what=WHAT, **parts)
    return name


def offer(person: Person, name: str) -> None:
    """Give time for it."""
    person.do(OfferCapacity, expectation=name, what=WHAT, time=TIME, on=DAY)


def accept(person: Person, name: str) -> None:
    """Accept it as it stands."""
    person.do(AnswerExpectation, expectation=name, answer="accepted", after=only(person).length)


def close(asker: Person, other: Person, name: str) -> None:
    """Tell what helped, and close it with a lesson."""
    other.do(TellUpward, expectation=name, helped="The period", missing="A second one")
    asker.do(CloseExpectation, expectation=name, outcome="partly", learned=LESSON)


def done(person: Person) -> bool:
    """Whether the exercise of the session is done."""
    session = next(each for each in person.home().sessions if each.id == "06-reciprocity")
    return "Your own ledger" not in session.to_do


def file_of(person: Person, query: Query) -> bytes:
    """The bytes of a file."""
    found = person.course.see(query)
    assert isinstance(found, DownloadView)
    return base64.b64decode(found.content)


@pytest.fixture
def people(classroom: Classroom) -> Mapping[str, Member]:
    """Three people of the cohort."""
    return {name: classroom.joined(name) for name in ("Ann", "Ben", "Cem")}


def test_alone_one_person_writes_both_sides(ann: Person, ben: Person) -> None:
    """Alone, one person takes an expectation from asking to closing, and nobody else sees any of it."""
    name = ask(ann)
    with pytest.raises(CourseError, match="nothing is given for it"):
        accept(ann, name)
    offer(ann, name)
    accept(ann, name)
    assert (only(ann).stage, only(ann).acts) == ("in-force", ("asker", "other"))
    close(ann, ann, name)
    assert (only(ann).stage, only(ann).learned) == ("closed", LESSON)
    assert ledger(ben).cards == ()
    with pytest.raises(CourseError, match="no such expectation"):
        ben.do(TellUpward, expectation=name, helped="Nothing")
    with pytest.raises(CourseError, match="of this id is there already"):
        ann.do(AskExpectation, expectation=name, role="x", whom="y", what="z")


def test_two_members_of_a_cohort_each_on_their_side(people: Mapping[str, Member]) -> None:
    """Each side does its own part only, names are those of the cohort, and a third member sees nothing."""
    ann, ben, cem = people.values()
    assert [each.name for each in ledger(ann).people] == ["Ben", "Cem"]
    name = ask(ann, person=ben.id)
    offer(ann, name)
    with pytest.raises(CourseError, match="of whom it is asked"):
        accept(ann, name)
    with pytest.raises(CourseError, match="for the one who asks"):
        offer(ben, name)
    accept(ben, name)
    with pytest.raises(CourseError, match="the other side has not said yet"):
        ann.do(CloseExpectation, expectation=name, outcome="met", learned=LESSON)
    close(ann, ben, name)
    assert (only(ben).asker_name, only(ben).other_name, only(ben).learned) == ("Ann", "Ben", LESSON)
    assert ledger(cem).cards == ()
    with pytest.raises(CourseError):
        cem.do(TellUpward, expectation=name, helped="Nothing")
    with pytest.raises(CourseError):
        cem.course.watch(EXPECTATIONS + name, lambda: None)


def test_what_is_sent_back_is_answered_as_it_stands(people: Mapping[str, Member]) -> None:
    """A demand without capacity can be sent back, and an answer to what has changed meanwhile is refused."""
    ann, ben, _ = people.values()
    name = ask(ann, person=ben.id)
    ben.do(AnswerExpectation, expectation=name, answer="sent-back", words="I need an hour", after=1)
    assert (only(ann).stage, only(ann).answers[0].words) == ("sent-back", "I need an hour")
    offer(ann, name)
    seen = only(ben).length
    offer(ann, name)
    with pytest.raises(CourseError, match="changed in the meantime"):
        ben.do(AnswerExpectation, expectation=name, answer="accepted", after=seen)
    accept(ben, name)


def test_only_people_of_ones_cohort_can_be_asked(classroom: Classroom, people: Mapping[str, Member]) -> None:
    """Nobody elsewhere, nobody who was removed, not oneself, and alone nobody at all; what is there stays there."""
    ann, ben, cem = people.values()
    elsewhere = Classroom(classroom.store, "Spring deans", classroom.entrance)
    ask(ann, person=ben.id)
    classroom.host.do(RemovePerson, cohort=classroom.cohort, person=cem.id)
    for person in (elsewhere.joined("Eve").id, cem.id, ann.id):
        with pytest.raises(CourseError, match="not in your cohort"):
            ask(ann, person=person)
    assert ledger(elsewhere.joined("Ben", person=ben.id)).cards == ()


def test_no_one_is_asked_by_somebody_alone(ann: Person, ben: Person) -> None:
    """Somebody in no cohort cannot ask a person, whatever the browser says."""
    assert ben
    with pytest.raises(CourseError, match="not in your cohort"):
        ask(ann, person="ben")


def test_the_exercise_takes_both_sides(ann: Person) -> None:
    """It is done when something is asked by the person and something of them, and something is given for one of it."""
    name = ask(ann)
    offer(ann, name)
    assert not done(ann)
    ask(ann, side="other")
    assert done(ann)
    assert [card.side for card in ledger(ann).cards] == ["asker", "other"]


def test_it_goes_into_the_day_file_the_document_the_portfolio_and_the_inquiry(ann: Person) -> None:
    """The day is in the calendar while it is in force; paper, portfolio, inquiry and table have what was written."""
    name = ask(ann)
    offer(ann, name)
    accept(ann, name)
    assert "DTSTART;VALUE=DATE:20270301" in file_of(ann, TakeCalendar()).decode()
    part = ann.course.see(InquiryPart(part="06-reciprocity"))
    assert isinstance(part, InquiryPartView)
    assert part.suggested == {"ask": WHAT, "capacity": TIME}
    stands = docx.Document(io.BytesIO(file_of(ann, TakeLedger())))
    cells = [cell.text for table in stands.tables for row in table.rows for cell in row.cells]
    assert {WHAT, f"Time: {TIME}", "In force"} <= set(cells)
    close(ann, ann, name)
    assert "VEVENT" not in file_of(ann, TakeCalendar()).decode()
    written = docx.Document(io.BytesIO(file_of(ann, TakeLedger())))
    assert {"Principal asks Teacher", WHAT, LESSON} <= {each.text for each in written.paragraphs}
    ann.do(PutIn, item=f"expectation/{name}")
    portfolio = file_of(ann, TakePortfolio(form="md")).decode()
    assert LESSON in portfolio
    assert "The period" not in portfolio
    (row,) = TABLE.frame(ann.course).to_dict("records")
    assert (row["stage"], row["side"], row["alone"], row["learned"]) == ("closed", "asker", True, LESSON)


def test_it_is_taken_along_erased_and_brought_back(ann: Person) -> None:
    """A file of work holds the ledger, erasing deletes it, and restoring brings it back as it was."""
    name = ask(ann)
    offer(ann, name)
    before, file, work = only(ann), ann.course.see(TakeAlong()), ann.course.see(YourWork())
    assert isinstance(file, WorkFileView)
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    assert ledger(ann).cards == ()
    ann.do(RestoreWork, packed=pack(file.document.encode()))
    assert only(ann).model_copy(update={"at": before.at}) == before


def test_nothing_is_seen_of_somebody_who_left(classroom: Classroom, people: Mapping[str, Member]) -> None:
    """Once one side is not in the cohort any more, the other sees only what they wrote themselves."""
    ann, ben, _ = people.values()
    name = ask(ann, person=ben.id)
    offer(ann, name)
    accept(ben, name)
    ben.do(TellUpward, expectation=name, helped="The period")
    classroom.host.do(RemovePerson, cohort=classroom.cohort, person=ann.id)
    card = only(ben)
    assert (card.what, card.capacity["time"], card.helped, card.asker_name) == (
        "",
        "",
        "The period",
        "Somebody who left",
    )


def test_what_is_asked_of_oneself_can_be_written_down_with_whoever_asks(people: Mapping[str, Member]) -> None:
    """The one of whom it is asked can begin; then the other one offers, and the words stay with whoever wrote them."""
    ann, ben, cem = people.values()
    name = uuid4().hex
    ben.do(AskExpectation, expectation=name, side="other", person=ann.id, role="Teacher", whom="Principal", what=WHAT)
    assert (only(ann).side, only(ann).asker, only(ann).asker_name, only(ann).other_name) == (
        "asker",
        "Principal",
        "Ann",
        "Ben",
    )
    with pytest.raises(CourseError, match="for the one who asks"):
        offer(ben, name)
    offer(ann, name)
    accept(ben, name)
    assert ledger(cem).cards == ()
    work = ann.course.see(YourWork())
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    assert (only(ben).asker, only(ben).what, only(ben).capacity["time"]) == ("Principal", WHAT, "")


@pytest.mark.parametrize("goes", ["asker", "other"])
def test_one_side_can_end_it_once_the_other_has_left(
    classroom: Classroom, people: Mapping[str, Member], goes: str
) -> None:
    """In force, nobody takes it back; after one side has left or only looks on, whoever stays can end it."""
    ann, ben, _ = people.values()
    stays, leaves = (ben, ann) if goes == "asker" else (ann, ben)
    name = ask(ann, person=ben.id)
    offer(ann, name)
    accept(ben, name)
    for person in (ann, ben):
        assert not only(person).partner_left
        with pytest.raises(CourseError):
            person.do(WithdrawExpectation, expectation=name)
    if goes == "asker":
        classroom.host.do(RemovePerson, cohort=classroom.cohort, person=leaves.id)
    else:
        classroom.host.do(GiveRole, cohort=classroom.cohort, person=leaves.id, role="observer")
    assert only(stays).partner_left
    view = props(RegisterState(Ledger(), ledger(stays)))["view"]
    assert view
    (drawn,) = view["cards"]
    assert drawn["withdraw"]
    assert (drawn["withdraw"]["text"], drawn["waits"], drawn["steps"]) == (words.END_IT, words.PARTNER_LEFT, [])
    stays.do(WithdrawExpectation, expectation=name)
    assert (only(stays).stage, only(stays).left) == ("withdrawn", True)
    with pytest.raises(CourseError):
        stays.do(WithdrawExpectation, expectation=name)


def test_whoever_erases_takes_their_words_with_them(people: Mapping[str, Member]) -> None:
    """After one side has erased their work, the other still sees their own words, and nothing of theirs."""
    ann, ben, _ = people.values()
    name = ask(ann, person=ben.id)
    offer(ann, name)
    accept(ben, name)
    ben.do(TellUpward, expectation=name, helped="The period", missing="A second one")
    work = ben.course.see(YourWork())
    assert isinstance(work, WorkView)
    ben.do(EraseWork, mark=work.mark)
    assert (only(ann).what, only(ann).helped) == (WHAT, "")
    assert "Ben" not in only(ann).model_dump_json()


def test_a_notebook_opens_the_ledger() -> None:
    """The notebook call shows the ledger."""
    widget = dlcourse.reciprocity()
    assert (widget.page, widget.props["notice"]) == ("reciprocity", None)
    widget.close()
