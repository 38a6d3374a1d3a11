"""Witnesses of promises: asked by name, free to decline, and told the promise alone."""

from uuid import uuid4

import pytest

from dlcourse.domain.cohort.messages import LeaveCohort
from dlcourse.domain.reflection.commitments import AnswerCommitment, DeleteCommitment, MakeCommitment
from dlcourse.domain.reflection.entries import EntryStep, WriteEntry
from dlcourse.domain.reflection.witness import AnswerWitness, AskWitness, Witnessing, WitnessView
from dlcourse.errors import CourseError
from tests.classroom import Classroom, Member
from tests.person import Person


def seen(person: Person) -> WitnessView:
    """What the page about witnesses shows."""
    view = person.course.see(Witnessing())
    assert isinstance(view, WitnessView)
    return view


@pytest.fixture
def pair(classroom: Classroom) -> tuple[Member, Member, str]:
    """Ann, who has a promise and asks Ben to be its witness."""
    ann, ben, promise = classroom.joined("Ann"), classroom.joined("Ben"), uuid4().hex
    ann.do(MakeCommitment, commitment=promise, what="Ask Joy first", by="2999-01-01")
    ann.do(WriteEntry, entry=uuid4().hex, steps=(EntryStep(words="my own thoughts"),))
    ann.do(AskWitness, commitment=promise, person=ben.id)
    return ann, ben, promise


def test_a_witness_sees_the_promise_alone(pair: tuple[Member, Member, str], classroom: Classroom) -> None:
    """The witness is told whose promise it is, its words and its day; nobody else is told anything."""
    ann, ben, _ = pair
    (asked,) = seen(ben).others
    assert (asked.name, asked.words, str(asked.by), asked.state) == ("Ann", "Ask Joy first", "2999-01-01", "asked")
    assert "my own thoughts" not in seen(ben).model_dump_json()
    assert seen(classroom.joined("Cem")).others == ()
    assert [each.name for each in seen(ann).people] == ["Ben", "Cem"]


def test_who_is_asked_accepts_or_declines(pair: tuple[Member, Member, str]) -> None:
    """The author sees the answer; whoever declined, also later, sees the promise no more and cannot answer again."""
    ann, ben, promise = pair
    same = {"author": ann.id, "commitment": promise}
    for accepts, state in ((True, "accepted"), (False, "declined")):
        ben.do(AnswerWitness, **same, accepts=accepts)
        assert [(each.name, each.state) for each in seen(ann).mine] == [("Ben", state)]
    assert seen(ben).others == ()
    with pytest.raises(CourseError, match="nobody asks you"):
        ben.do(AnswerWitness, **same, accepts=True)


def test_another_witness_takes_the_place(pair: tuple[Member, Member, str], classroom: Classroom) -> None:
    """Asking somebody else ends what the first one sees; only people of the cohort can be asked, and not oneself."""
    ann, ben, promise = pair
    cem = classroom.joined("Cem")
    ann.do(AskWitness, commitment=promise, person=cem.id)
    assert (len(seen(ben).others), len(seen(cem).others)) == (0, 1)
    elsewhere = Classroom(classroom.store, "Spring deans", classroom.entrance).joined("Eve")
    for person in (ann.id, elsewhere.id, "nobody-at-all"):
        with pytest.raises(CourseError, match="not in your cohort"):
            ann.do(AskWitness, commitment=promise, person=person)


@pytest.mark.parametrize("ending", ["kept", "deleted", "left"])
def test_a_promise_that_has_ended_is_seen_no_more(
    pair: tuple[Member, Member, str], classroom: Classroom, ending: str
) -> None:
    """When it is answered or deleted, or its author leaves, the witness does not see it any more, nor what became."""
    ann, ben, promise = pair
    match ending:
        case "kept":
            ann.do(AnswerCommitment, commitment=promise, outcome="kept", words="It went well")
        case "deleted":
            ann.do(DeleteCommitment, commitment=promise)
        case _:
            ann.do(LeaveCohort, cohort=classroom.cohort)
    assert seen(ben).others == ()
