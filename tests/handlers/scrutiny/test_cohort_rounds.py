"""Rounds of people of one cohort: everybody opens a practice, gives and receives, and nobody else sees any of it."""

from collections.abc import Mapping
from uuid import uuid4

import pytest

from dlcourse.domain.cohort.messages import RemovePerson
from dlcourse.domain.scrutiny.messages import BeginOwnRound, CloseRound, Comment, PostPractice, SayLearned, Scrutiny
from dlcourse.domain.scrutiny.round_view import ScrutinyView
from dlcourse.errors import CourseError
from tests.classroom import Classroom, Member
from tests.person import Person

EXERCISE = "open-practice"


def seen(person: Person) -> ScrutinyView:
    """The newest round as this person sees it."""
    view = person.course.see(Scrutiny(exercise=EXERCISE))
    assert isinstance(view, ScrutinyView)
    return view


@pytest.fixture
def people(classroom: Classroom) -> Mapping[str, Member]:
    """Four people of the cohort; three of them are in a round that Ann leads."""
    found = {name: classroom.joined(name) for name in ("Ann", "Ben", "Cem", "Dee")}
    others = (found["Ben"].id, found["Cem"].id)
    found["Ann"].do(BeginOwnRound, exercise=EXERCISE, round=uuid4().hex, people=others)
    return found


def post(person: Person) -> None:
    """Open a practice."""
    view = seen(person)
    same = {"exercise": EXERCISE, "round": view.round}
    person.do(PostPractice, **same, ask=view.asks[0].id, words="What I do", question="What puzzles you?")


def test_a_round_of_people_from_the_first_practice_to_the_end(people: Mapping[str, Member]) -> None:
    """The leader opens first, everybody gives and receives, and the leader closes; names are those of the cohort."""
    ann, ben, cem, dee = people.values()
    assert [each.name for each in seen(ben).members] == ["Ann", "Ben", "Cem"]
    assert (seen(ann).leads, seen(ben).leads, seen(dee).stage) == (True, False, "begin")
    with pytest.raises(CourseError):
        post(ben)
    for person in (ann, ben, cem):
        post(person)
    seats = {person: seen(person).you for person in (ann, ben, cem)}
    same = {"exercise": EXERCISE, "round": seen(ann).round}
    with pytest.raises(CourseError):
        ann.do(CloseRound, **same)
    for giver, receiver in ((ann, ben), (ben, cem), (cem, ann)):
        giver.do(Comment, **same, to=seats[receiver], warm="This works", cool="This puzzles me")
    for person in (ann, ben, cem):
        person.do(SayLearned, **same, learned="A lot", trying="It")
    ann.do(CloseRound, **same)
    assert {seen(person).stage for person in (ann, ben, cem)} == {"closed"}
    assert "This works" in seen(ben).model_dump_json()
    assert "This works" not in seen(dee).model_dump_json()
    with pytest.raises(CourseError, match="no such round"):
        dee.do(SayLearned, **same, learned="x", trying="y")


def test_only_people_of_the_cohort_take_part(classroom: Classroom, people: Mapping[str, Member]) -> None:
    """Nobody from another cohort, nobody who was removed and not oneself can be chosen; alone there is nobody."""
    elsewhere = Classroom(classroom.store, "Spring deans", classroom.entrance).joined("Eve")
    ann, dee = people["Ann"], people["Dee"]
    classroom.host.do(RemovePerson, cohort=classroom.cohort, person=people["Cem"].id)
    for person in (elsewhere.id, people["Cem"].id, dee.id):
        with pytest.raises(CourseError, match="not in your cohort"):
            dee.do(BeginOwnRound, exercise=EXERCISE, round=uuid4().hex, people=(person,))
    assert [each.name for each in seen(dee).people] == ["Ann", "Ben"]
    assert [each.name for each in seen(ann).people] == ["Ben", "Dee"]
    with pytest.raises(CourseError, match="not in your cohort"):
        classroom.host.do(BeginOwnRound, exercise=EXERCISE, round=uuid4().hex, people=(ann.id,))
    assert seen(classroom.host).people == ()


def test_comments_without_names_need_five(people: Mapping[str, Member]) -> None:
    """With fewer than five members, a round without names is refused."""
    with pytest.raises(CourseError, match="at least 5"):
        people["Dee"].do(
            BeginOwnRound, exercise=EXERCISE, round=uuid4().hex, people=(people["Ann"].id,), anonymous=True
        )


def test_a_round_stays_in_its_cohort(classroom: Classroom, people: Mapping[str, Member]) -> None:
    """Who takes part in a round sees it in that cohort only, and not after they were removed from it."""
    other = Classroom(classroom.store, "Spring deans", classroom.entrance)
    ben = people["Ben"]
    post(people["Ann"])
    elsewhere = other.joined("Ben", person=ben.id)
    round_id = seen(ben).round
    assert (seen(elsewhere).stage, "What I do" in seen(elsewhere).model_dump_json()) == ("begin", False)
    with pytest.raises(CourseError, match="no such round"):
        elsewhere.do(SayLearned, exercise=EXERCISE, round=round_id, learned="x", trying="y")
