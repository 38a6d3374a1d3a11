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


def test_nobody_waits_for_somebody_who_left(classroom: Classroom, people: Mapping[str, Member]) -> None:
    """After the leader has left, the others see nothing of theirs, comment on each other, and close the round."""
    ann, ben, cem, _ = people.values()
    for person in (ann, ben, cem):
        post(person)
    seats = {person: seen(person).you for person in (ann, ben, cem)}
    same = {"exercise": EXERCISE, "round": seen(ann).round}
    ann.do(Comment, **same, to=seats[ben], warm="Marked words", cool="y")
    ben.do(Comment, **same, to=seats[cem], warm="x", cool="y")
    assert "Marked words" in seen(ben).model_dump_json()
    classroom.host.do(RemovePerson, cohort=classroom.cohort, person=ann.id)
    left = seen(ben).model_dump_json()
    assert ("Marked words" in left, '"Ann"' in left, "Somebody who left" in left) == (False, False, True)
    assert [each.practice is None for each in seen(ben).members] == [True, False, False]
    with pytest.raises(CourseError, match="no practice of that member"):
        ben.do(Comment, **same, to=seats[ann], warm="x", cool="y")
    assert seen(ben).to_give == (seats[cem],)
    cem.do(Comment, **same, to=seats[ben], warm="x", cool="y")
    ben.do(CloseRound, **same)
    assert seen(cem).stage == "closed"


def test_a_leader_who_left_need_not_go_first(classroom: Classroom, people: Mapping[str, Member]) -> None:
    """If the leader has left without opening a practice, anybody else may open theirs."""
    ben = people["Ben"]
    with pytest.raises(CourseError, match="leader has not opened"):
        post(ben)
    classroom.host.do(RemovePerson, cohort=classroom.cohort, person=people["Ann"].id)
    post(ben)
    assert seen(ben).leads


def test_comments_without_names_do_not_go_with_their_author(classroom: Classroom) -> None:
    """In a round without names, a comment stays when its author leaves, because its going would tell whose it was.

    It is handed out only if enough people are still there.
    """
    members = [classroom.joined(name) for name in ("Ann", "Ben", "Cem", "Dee", "Eve", "Fay")]
    others = tuple(each.id for each in members[1:])
    members[0].do(BeginOwnRound, exercise=EXERCISE, round=uuid4().hex, people=others, anonymous=True)
    for person in members:
        post(person)
    seats = [seen(person).you for person in members]
    same = {"exercise": EXERCISE, "round": seen(members[0]).round}
    for giver, person in enumerate(members):
        person.do(Comment, **same, to=seats[giver - 1], warm=f"from {giver}", cool="y")
    assert "from 5" in seen(members[4]).model_dump_json()
    classroom.host.do(RemovePerson, cohort=classroom.cohort, person=members[5].id)
    assert "from 5" in seen(members[4]).model_dump_json()
    classroom.host.do(RemovePerson, cohort=classroom.cohort, person=members[3].id)
    assert "from 5" not in seen(members[4]).model_dump_json()


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
