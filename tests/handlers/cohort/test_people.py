"""The people of a cohort: they join, are renamed, removed and readmitted, get roles, and leave."""

import base64
from typing import Any
from uuid import uuid4

import pytest

from dlcourse.course.entrance import WrongCodeError
from dlcourse.domain.cohort.messages import (
    ArchiveCohort,
    ChooseReviewers,
    CloseCohort,
    CohortPeople,
    Cohorts,
    EraseCohort,
    GiveRole,
    JoinCohort,
    LeaveCohort,
    MakeMyPhrase,
    MyCohort,
    ReadmitPerson,
    RemovePerson,
    RenameMyself,
    RenamePerson,
    ReopenCohort,
    ReplaceCode,
    ReplacePhrase,
    SetSessionDate,
)
from dlcourse.domain.cohort.views import CodeMade, CohortPeopleView, CohortsView, MyCohortView, PersonCard, PhraseMade
from dlcourse.domain.curriculum.progress import Home
from dlcourse.domain.dates import TakeCalendar
from dlcourse.domain.download import DownloadView
from dlcourse.domain.mywork.work import EraseWork, TakeAlong, WorkView, YourWork
from dlcourse.domain.reflection.entries import EntryStep, WriteEntry
from dlcourse.domain.reflection.log import WholeLog, WholeLogView
from dlcourse.domain.speech import Command
from dlcourse.errors import CourseError
from tests.classroom import Classroom, Member
from tests.person import Person


def people(person: Person, classroom: Classroom) -> dict[str, PersonCard]:
    """The people of the cohort as a leader sees them, by name."""
    view = person.course.see(CohortPeople(cohort=classroom.cohort))
    assert isinstance(view, CohortPeopleView)
    return {card.name: card for card in view.people}


def mine(person: Person, classroom: Classroom) -> MyCohortView:
    """The cohort as a member sees it."""
    view = person.course.see(MyCohort(cohort=classroom.cohort))
    assert isinstance(view, MyCohortView)
    return view


def write(person: Person, words: str) -> None:
    """Write something in the person's log."""
    person.do(WriteEntry, entry=uuid4().hex, steps=(EntryStep(words=words),))


def entries(person: Person) -> int:
    """How many entries the person's log has."""
    view = person.course.see(WholeLog())
    assert isinstance(view, WholeLogView)
    return view.total


@pytest.fixture
def faye(classroom: Classroom) -> Member:
    """The facilitator."""
    return classroom.facilitator()


def test_whoever_has_the_code_joins(classroom: Classroom, faye: Member) -> None:
    """Each person who joins is somebody of their own, and those who lead the cohort see them by name."""
    ann, ben = classroom.joined("Ann"), classroom.joined("  Ben \n Ortiz ")
    assert ann.id != ben.id
    found = people(faye, classroom)
    assert [(name, card.role) for name, card in found.items() if card.role != "host"] == [
        ("Faye", "facilitator"),
        ("Ann", "participant"),
        ("Ben Ortiz", "participant"),
    ]
    write(ann, "x")
    assert (entries(ann), entries(ben)) == (1, 0)
    view = mine(ann, classroom)
    assert ([each.name for each in view.leaders], [each.name for each in view.others]) == (["Faye"], ["Ben Ortiz"])


def test_the_same_form_makes_one_person(classroom: Classroom, faye: Member) -> None:
    """A form that is sent twice lets one person in, and its second answer lets them in as well."""
    ask = uuid4().hex
    first, second = (classroom.entrance.join(classroom.made.join_code, "Ann", ask) for _ in range(2))
    assert first.viewer == second.viewer
    assert [card.name for card in people(faye, classroom).values()].count("Ann") == 1
    assert classroom.entrance.visitor(second.session) == second.viewer
    with pytest.raises(WrongCodeError, match="nobody in"):
        classroom.entrance.resume(first.phrase)
    assert classroom.entrance.resume(second.phrase).viewer == first.viewer


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "a\0b"])
def test_a_name_has_to_be_one(classroom: Classroom, faye: Member, name: str) -> None:
    """Without a name of one to a hundred characters nobody joins."""
    with pytest.raises(CourseError):
        classroom.joined(name)
    assert len(people(faye, classroom)) == 2  # the host has no name here


@pytest.mark.parametrize("code", ["", "BBBB-BBBB-BBBB", "x"])
def test_a_wrong_code_lets_nobody_in(classroom: Classroom, code: str) -> None:
    """A wrong code is refused; one that begins as the right one counts as a guess at that cohort."""
    with pytest.raises(WrongCodeError):
        classroom.entrance.join(code, "Ann", uuid4().hex)
    near = classroom.made.join_code[:-1] + ("B" if classroom.made.join_code[-1] != "B" else "C")
    with pytest.raises(WrongCodeError) as wrong:
        classroom.entrance.join(near, "Ann", uuid4().hex)
    assert wrong.value.cohort == classroom.cohort


def test_joining_cannot_be_said_without_a_code(classroom: Classroom) -> None:
    """Nobody but a newcomer, who has shown a code, can send the command to join: neither a member nor a host."""
    other = Classroom(classroom.store, "Spring deans", classroom.entrance)
    for person in (classroom.joined("Ann"), classroom.facilitator(), classroom.host):
        with pytest.raises(CourseError, match="your role"):
            person.do(JoinCohort, cohort=other.cohort, name="Ann")


def test_a_new_code_ends_the_old_one(classroom: Classroom, faye: Member) -> None:
    """Replacing a code or a key makes the old one useless; who is in stays in."""
    for kind, old in (("join", classroom.made.join_code), ("facilitator", classroom.made.facilitator_key)):
        made = faye.do(ReplaceCode, cohort=classroom.cohort, kind=kind)
        assert isinstance(made, CodeMade)
        with pytest.raises(WrongCodeError):
            classroom.joined("Ann", old)
        assert classroom.joined("Ann", made.code)
    assert classroom.entrance.visitor(faye.entered.session) == faye.entered.viewer


def test_a_removed_person_is_out_at_once(classroom: Classroom, faye: Member) -> None:
    """A removed person is refused everything, also by open pages; readmitting brings their work back."""
    ann = classroom.joined("Ann")
    write(ann, "x")
    faye.do(RemovePerson, cohort=classroom.cohort, person=ann.id)
    assert classroom.entrance.visitor(ann.entered.session) is None
    with pytest.raises(WrongCodeError):
        classroom.entrance.resume(ann.entered.phrase)
    for query in (Home(), WholeLog(), TakeAlong(), MyCohort(cohort=classroom.cohort)):
        with pytest.raises(CourseError, match="not take part"):
            ann.course.see(query)
    with pytest.raises(CourseError, match="not take part"):
        ann.course.watch(f"reflection/{ann.id}", lambda: None)
    assert people(faye, classroom)["Ann"].presence == "removed"
    made = faye.do(ReadmitPerson, cohort=classroom.cohort, person=ann.id)
    assert isinstance(made, PhraseMade)
    again = classroom.entrance.resume(made.phrase)
    assert again.viewer == ann.entered.viewer
    assert entries(ann) == 1


def test_a_lost_phrase_is_replaced(classroom: Classroom, faye: Member) -> None:
    """A facilitator's new phrase ends the old one and all sessions; one's own new phrase leaves the session."""
    ann = classroom.joined("Ann")
    made = faye.do(ReplacePhrase, cohort=classroom.cohort, person=ann.id)
    assert isinstance(made, PhraseMade)
    assert classroom.entrance.visitor(ann.entered.session) is None
    entered = classroom.entrance.resume(made.phrase.upper())
    own = ann.do(MakeMyPhrase, cohort=classroom.cohort)
    assert isinstance(own, PhraseMade)
    assert classroom.entrance.visitor(entered.session) == ann.entered.viewer
    for old in (ann.entered.phrase, made.phrase):
        with pytest.raises(WrongCodeError):
            classroom.entrance.resume(old)
    assert classroom.entrance.resume(own.phrase).viewer == ann.entered.viewer


def test_a_lost_answer_shows_no_secret_again(classroom: Classroom, faye: Member) -> None:
    """A command that is sent again says that it was recorded, without the phrase, which is shown only once."""
    ann = classroom.joined("Ann")
    faye.do(ReplacePhrase, cohort=classroom.cohort, person=ann.id)
    assert faye.last
    again = faye.course.do(faye.last)
    assert not isinstance(again, PhraseMade)


def test_leaving_ends_everything_there(classroom: Classroom, faye: Member) -> None:
    """Who leaves is out at once, and those who lead the cohort see that they left."""
    ann = classroom.joined("Ann")
    ann.do(LeaveCohort, cohort=classroom.cohort)
    assert classroom.entrance.visitor(ann.entered.session) is None
    with pytest.raises(CourseError, match="not take part"):
        ann.home()
    assert people(faye, classroom)["Ann"].presence == "left"


def test_names_are_corrected_by_oneself_and_by_those_who_lead(classroom: Classroom, faye: Member) -> None:
    """Both change the name; erasing one's work deletes it, whoever wrote it."""
    ann = classroom.joined("An")
    ann.do(RenameMyself, cohort=classroom.cohort, name="Ann")
    assert mine(ann, classroom).my_name == "Ann"
    faye.do(RenamePerson, cohort=classroom.cohort, person=ann.id, name="Ann Ortiz")
    assert "Ann Ortiz" in people(faye, classroom)
    work = ann.course.see(YourWork())
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    assert set(people(faye, classroom)) == {"", "Faye"}
    assert "Ortiz" not in str(classroom.store.read(lambda r: r.texts([f"{classroom.cohort}/{ann.id}/name"])))
    assert classroom.entrance.visitor(ann.entered.session) is None


def test_roles_are_given_by_those_who_may(classroom: Classroom, faye: Member) -> None:
    """A facilitator makes co-facilitators, who can rename people but neither give roles nor touch a facilitator."""
    ann, ben = classroom.joined("Ann"), classroom.joined("Ben")
    faye.do(GiveRole, cohort=classroom.cohort, person=ann.id, role="co-facilitator")
    ann.do(RenamePerson, cohort=classroom.cohort, person=ben.id, name="Benno")
    refused: tuple[tuple[type[Command], dict[str, Any]], ...] = (
        (GiveRole, {"person": ben.id, "role": "observer"}),
        (RemovePerson, {"person": faye.id}),
        (RemovePerson, {"person": ann.id}),
        (ReplaceCode, {"kind": "join"}),
        (CloseCohort, {}),
    )
    for kind, parts in refused:
        with pytest.raises(CourseError):
            ann.do(kind, cohort=classroom.cohort, **parts)
    assert {card.presence for card in people(ann, classroom).values()} == {"here"}


def test_a_cohort_is_closed_reopened_and_archived(classroom: Classroom, faye: Member) -> None:
    """A closed cohort takes in nobody new; in an archived one, everything can be read, taken along and erased only."""
    ann = classroom.joined("Ann")
    faye.do(CloseCohort, cohort=classroom.cohort)
    with pytest.raises(CourseError, match="nobody new"):
        classroom.joined("Ben")
    write(ann, "x")
    faye.do(ArchiveCohort, cohort=classroom.cohort)
    with pytest.raises(CourseError, match="has ended"):
        write(ann, "y")
    assert entries(ann) == 1
    assert ann.course.see(TakeAlong())
    faye.do(ReopenCohort, cohort=classroom.cohort)
    write(ann, "y")
    assert (entries(ann), bool(classroom.joined("Ben"))) == (2, True)


def test_a_person_can_be_in_two_cohorts(classroom: Classroom) -> None:
    """A second code takes the same person into another cohort; what they wrote stays theirs in both."""
    other = Classroom(classroom.store, "Spring deans", classroom.entrance)
    ann = classroom.joined("Ann")
    write(ann, "x")
    there = other.joined("Ann O.", person=ann.id)
    assert (there.id, entries(there)) == (ann.id, 1)
    view = there.course.see(Cohorts())
    assert isinstance(view, CohortsView)
    assert ([card.name for card in view.cohorts], view.current) == (["Autumn deans", "Spring deans"], other.cohort)
    classroom.entrance.switch(there.entered.session, classroom.cohort)
    moved = classroom.entrance.visitor(there.entered.session)
    assert moved == ann.entered.viewer
    ann.do(LeaveCohort, cohort=classroom.cohort)
    assert entries(there) == 1


def test_erasing_a_cohort_erases_its_people(classroom: Classroom, store: Any) -> None:
    """With a cohort goes the work of those who were only there; who is in another one keeps theirs."""
    other = Classroom(classroom.store, "Spring deans", classroom.entrance)
    ann, ben = classroom.joined("Ann Marked"), classroom.joined("Ben Marked")
    there = other.joined("Ben", person=ben.id)
    for person in (ann, ben):
        write(person, "marked words")
    classroom.host.do(EraseCohort, cohort=classroom.cohort)
    assert entries(there) == 1
    assert not store.read(lambda r: r.any_work(ann.id))
    assert not store.read(lambda r: r.members(f"cohort/{classroom.cohort}"))
    with pytest.raises(WrongCodeError):
        classroom.joined("Cem")
    view = classroom.host.course.see(Cohorts())
    assert isinstance(view, CohortsView)
    assert [card.name for card in view.cohorts] == ["Spring deans"]


def test_the_calendar_is_for_everybody(classroom: Classroom, faye: Member) -> None:
    """A facilitator sets the days of the sessions, and members see them; an unknown session is refused."""
    ann = classroom.joined("Ann")
    faye.do(SetSessionDate, cohort=classroom.cohort, session="03-the-reading-gap", on="2027-03-01")
    days = {each.session: str(each.on) for each in mine(ann, classroom).dates if each.on}
    assert days == {"03-the-reading-gap": "2027-03-01"}
    assert [(each.title, str(each.on)) for each in ann.home().days] == [("The reading gap", "2027-03-01")]
    file = ann.course.see(TakeCalendar())
    assert isinstance(file, DownloadView)
    assert "SUMMARY:Autumn deans: The reading gap" in base64.b64decode(file.content).decode()
    with pytest.raises(CourseError, match="none called"):
        faye.do(SetSessionDate, cohort=classroom.cohort, session="99", on="2027-03-01")
    faye.do(SetSessionDate, cohort=classroom.cohort, session="03-the-reading-gap", on=None)
    assert not [each for each in mine(ann, classroom).dates if each.on]
    assert ann.home().days == ()


def test_reviewers_are_chosen_by_the_author(classroom: Classroom) -> None:
    """A person chooses reviewers among the people of the cohort, and nobody else."""
    ann, ben = classroom.joined("Ann"), classroom.joined("Ben")
    ann.do(ChooseReviewers, cohort=classroom.cohort, people=(ben.id,))
    assert mine(ann, classroom).reviewers == (ben.id,)
    for people_ in ((ann.id,), ("somebody-else",)):
        with pytest.raises(CourseError, match="not in this cohort"):
            ann.do(ChooseReviewers, cohort=classroom.cohort, people=people_)
    ann.do(ChooseReviewers, cohort=classroom.cohort, people=())
    assert mine(ann, classroom).reviewers == ()
