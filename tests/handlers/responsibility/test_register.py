"""Shared responsibility, alone and in a cohort: one who answers, a strain test, and a trace that shows its gaps."""

import base64
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import docx
import pytest

from dlcourse.domain.cohort.messages import GiveRole
from dlcourse.domain.download import DownloadView
from dlcourse.domain.ground_rules.messages import AdoptRule, ProposeRule, WriteAim
from dlcourse.domain.inquiry.messages import InquiryPart, InquiryPartView
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.portfolio.messages import PutIn, TakePortfolio
from dlcourse.domain.responsibility.messages import (
    EndShare,
    Responsibility,
    SayWhatChanged,
    SetShareAside,
    ShareOut,
    TakeResponsibility,
    TryStrain,
)
from dlcourse.domain.responsibility.views import ResponsibilityView
from dlcourse.domain.speech import Query
from dlcourse.errors import CourseError
from dlcourse.handlers.registers.people import today
from dlcourse.pages.responsibility import words
from dlcourse.pages.responsibility.page import contents
from dlcourse.pages.responsibility.room import parts
from tests.classroom import Classroom
from tests.person import Person

READING = {
    "what": "How reading is taught",
    "today": "Ms. Ortega",
    "leads": "Ana\nMatteo",
    "contributes": "Joy: which texts they finish",
    "learns": "Cleo",
    "answers": "Ana",
    "authority": "Which texts we read",
    "paid": "Joy's four hours",
}


def seen(person: Person, step: int = 0) -> ResponsibilityView:
    """The map as this person sees it."""
    view = person.course.see(Responsibility(step=step))
    assert isinstance(view, ResponsibilityView)
    return view


def shared_out(person: Person, **parts: str) -> str:
    """Share out a piece of leading; returns its id."""
    share = uuid4().hex
    person.do(ShareOut, share=share, after=0, **READING | parts)
    return share


def file(person: Person, query: Query) -> bytes:
    """The file that answers a query."""
    view = person.course.see(query)
    assert isinstance(view, DownloadView)
    return base64.b64decode(view.content)


def test_one_person_answers_and_gaps_are_shown(ann: Person) -> None:
    """Two people who answer are refused, and what is missing in a share is shown until it is mended."""
    with pytest.raises(CourseError, match="more than one name"):
        shared_out(ann, answers="Ana and Ben")
    share = shared_out(ann, authority="", learns="")
    assert seen(ann).shares[0].gaps == ("authority", "learns")
    ann.do(ShareOut, share=share, after=1, **READING)
    assert seen(ann).shares[0].gaps == ()
    with pytest.raises(CourseError, match="needs a reason"):
        ann.do(EndShare, share=share)
    ann.do(EndShare, share=share, words="The year is over.")
    assert (seen(ann).shares, len(seen(ann).steps)) == ((), 3)
    with pytest.raises(CourseError, match="off the map"):
        ann.do(ShareOut, share=share, after=2, **READING)


def test_a_strain_test_follows_what_is_mended(ann: Person) -> None:
    """What breaks is shown beside what was expected, and a test is made again when the map is changed."""
    with pytest.raises(CourseError, match="nothing on the map"):
        ann.do(TryStrain, kind="cut", expect="All")
    share = shared_out(ann)
    with pytest.raises(CourseError, match="what you expect"):
        ann.do(TryStrain, kind="away", who="Ana")
    ann.do(TryStrain, kind="away", who="Ana", expect="Matteo goes on.")
    (strain,) = seen(ann).strains
    assert (strain.who, strain.expect, [each.kind for each in strain.breaks]) == ("Ana", "Matteo goes on.", ["answers"])
    ann.do(ShareOut, share=share, after=1, **READING | {"stand_in": "Matteo"})
    assert seen(ann).strains[0].breaks == ()
    ann.do(TryStrain, kind="cut", expect="Joy's hours")
    assert [each.about for each in seen(ann).strains[0].breaks] == ["Joy's four hours"]


def test_leading_stretches_before_and_after(ann: Person) -> None:
    """One chart shows who leads today, and another as it is shared out."""
    assert seen(ann).charts == ()
    shared_out(ann)
    before, after = seen(ann).charts
    assert (before.title, after.title) == ("Today", "As you share it out")
    assert {row[1] for row in before.rows} == {"Ms. Ortega"}
    assert {row[1] for row in after.rows} == {"Ana", "Matteo", "Joy", "Cleo"}


def test_the_trace_gathers_decisions_of_other_subjects(ann: Person) -> None:
    """A play that has ended and an adopted rule are in the trace with their gaps; what changed can be said later."""
    ann.do(WriteAim, after=0, aim="Every student explains")
    rule = uuid4().hex
    ann.do(ProposeRule, rule=rule, words="We read first", change="No use")
    assert seen(ann).trace == ()
    ann.do(AdoptRule, rule=rule, version=1, review=today() + timedelta(days=9))
    ann.whole_play()
    play, adopted = seen(ann).trace
    assert (play.kind, adopted.kind, adopted.what, adopted.gaps) == (
        "Role-play",
        "Ground rule",
        "We read first",
        ("contributed", "changed"),
    )
    assert "principal" in play.answers
    ann.do(SayWhatChanged, traced=adopted.id, words="Two lessons changed.")
    assert seen(ann).trace[1].changed == "Two lessons changed."


def test_a_cohort_keeps_one_map_and_loses_no_word(classroom: Classroom) -> None:
    """Five people see one map; of two texts at once both are kept; nobody sees the decisions of another person."""
    people = [classroom.joined(name) for name in ("Ann", "Ben", "Cleo", "Dov", "Eda")]
    ann, ben, *_ = people
    share = shared_out(ann)
    ann.do(ShareOut, share=share, after=1, **READING | {"answers": "Cleo"})
    ben.do(ShareOut, share=share, after=1, **READING | {"answers": "Joy"})
    for person in people:
        (card,) = seen(person).shares
        assert card.share.answers == "Cleo"
        assert [(rival.answers["answers"], rival.by) for rival in card.text.rivals] == [("Joy", "Ben")]
    ann.do(SetShareAside, share=share, rival=3)
    assert not seen(ben).shares[0].text.rivals
    ann.whole_play()
    assert (len(seen(ann).trace), len(seen(ben).trace)) == (1, 0)
    assert seen(ben, 1).shares[0].share.answers == "Ana"
    elsewhere = Classroom(classroom.store, "Spring deans", classroom.entrance)
    assert seen(elsewhere.joined("Ann")).shares == ()


def test_the_map_goes_into_file_portfolio_and_problem(ann: Person) -> None:
    """The map is in the Word file and in the portfolio, and its people are offered to the problem of practice."""
    shared_out(ann)
    document = docx.Document(BytesIO(file(ann, TakeResponsibility())))
    words = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {"How reading is taught", "Joy: which texts they finish", "Which texts we read"} <= set(words)
    ann.do(PutIn, item="responsibility/map")
    assert "Joy: which texts they finish" in file(ann, TakePortfolio(form="md")).decode()
    part = ann.course.see(InquiryPart(part="05-stretched-over"))
    assert isinstance(part, InquiryPartView)
    assert "Ana; may decide: Which texts we read" in str(part.model_dump())


def test_the_map_is_taken_along_erased_and_brought_back(ann: Person) -> None:
    """A person's file holds their map, erasing deletes it, and restoring the file brings it back."""
    shared_out(ann)
    ann.do(TryStrain, kind="cut", expect="Joy's hours")
    before, along, work = seen(ann), ann.course.see(TakeAlong()), ann.course.see(YourWork())
    assert isinstance(along, WorkFileView)
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    assert seen(ann).shares == ()
    ann.do(RestoreWork, packed=pack(along.document.encode()))
    assert (seen(ann).shares, seen(ann).strains) == (before.shares, before.strains)


def test_an_observer_reads_the_map_and_changes_nothing(classroom: Classroom) -> None:
    """An observer of the cohort sees its map, and is refused every change."""
    ann, ben = classroom.joined("Ann"), classroom.joined("Ben")
    shared_out(ann)
    classroom.host.do(GiveRole, cohort=classroom.cohort, person=ben.id, role="observer")
    assert [card.share.what for card in seen(ben).shares] == [READING["what"]]
    assert (contents(seen(ann))["fixed"], contents(seen(ben))["fixed"]) == (False, True)
    with pytest.raises(CourseError, match="you are an observer"):
        shared_out(ben)


def test_the_screen_for_the_room_goes_from_the_map_to_the_strain(classroom: Classroom) -> None:
    """It shows each piece of leading with its gaps, then each strain test in order, and at the end the whole."""
    ann = classroom.joined("Ann")
    assert parts(seen(ann))[-1]["listed"] == [words.ROOM_NO_TEST]
    shared_out(ann)
    ann.do(TryStrain, kind="away", who="Ana", expect="Nothing")
    ann.do(TryStrain, kind="cut", expect="Joy's hours")
    share, first, second, whole = parts(seen(ann))
    assert (share["title"], share["lines"][0]["text"]) == (READING["what"], "Ana, Matteo")
    assert (first["title"], second["title"]) == ("Ana is away", "Paid time is cut")
    assert second["listed"] == ["How reading is taught: what it takes is gone: Joy's four hours."]
    assert [each["number"] for each in whole["counts"]] == ["1", "4", "0"]
