"""Scrutiny rounds and one's own practice through the course: stored once, and only for their person."""

import json
from uuid import uuid4

import pytest

from dlcourse.domain.scrutiny.messages import (
    BeginRound,
    CloseRound,
    Comment,
    PostPractice,
    RoundMove,
    SayLearned,
    Scrutiny,
    SortRemark,
)
from dlcourse.domain.scrutiny.own_practice import OwnPractice, OwnPracticeView, ReadAs, WriteDown
from dlcourse.domain.scrutiny.round_view import ScrutinyView
from dlcourse.domain.speech import Command, decode
from dlcourse.errors import CourseError
from dlcourse.store import Store
from tests.person import Person

ROUND, OWN = "open-practice", "own-practice"
MARK = "§ only for ann §"


def seen(person: Person) -> ScrutinyView:
    """The person's newest round."""
    view = person.course.see(Scrutiny(exercise=ROUND))
    assert isinstance(view, ScrutinyView)
    return view


def begin(person: Person, seat: str = "principal", *, anonymous: bool = False) -> dict[str, str]:
    """Begin a round; returns the fields of every move in it."""
    same = {"exercise": ROUND, "round": uuid4().hex}
    person.do(BeginRound, **same, seat=seat, anonymous=anonymous)
    return same


def open_and_comment(person: Person, same: dict[str, str]) -> None:
    """Open one's practice, and comment on everybody who asks for it."""
    person.do(PostPractice, **same, ask="works", question=MARK)
    for other in seen(person).members:
        if other.asks_you:
            person.do(Comment, **same, to=other.id, warm=MARK, cool=MARK)


def done(person: Person) -> bool:
    """Whether session 08 is marked done."""
    return next(each.done for each in person.home().sessions if each.id == "08-open-practice")


def test_a_session_is_done_when_all_parts_are(ann: Person, ben: Person) -> None:
    """Session 08 is done once a round was closed, a practice was read with other eyes, and the problem has its part."""
    same = begin(ann)
    open_and_comment(ann, same)
    ann.do(SayLearned, **same, learned=MARK, trying=MARK)
    ann.do(CloseRound, **same)
    assert not done(ann)
    ann.do(WriteDown, exercise=OWN, parts={"what": MARK})
    ann.do(ReadAs, exercise=OWN, eyes="custodian", words=MARK)
    assert not done(ann)
    ann.write_part("08-open-practice")
    assert (done(ann), done(ben)) == (True, False)
    begin(ann)
    assert done(ann)


def test_nobody_else_sees_a_round_or_a_practice(ann: Person, ben: Person) -> None:
    """Nobody sees what another person wrote."""
    open_and_comment(ann, begin(ann))
    ann.do(WriteDown, exercise=OWN, parts={"what": MARK})
    assert MARK in seen(ann).model_dump_json()
    assert MARK in ann.course.see(OwnPractice(exercise=OWN)).model_dump_json()
    assert seen(ben).stage == "begin"
    assert MARK not in ben.course.see(OwnPractice(exercise=OWN)).model_dump_json()


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (PostPractice, {"ask": "works", "question": "?"}),
        (Comment, {"to": "custodian", "warm": "w", "cool": "c"}),
        (SortRemark, {"remark": "about-time", "temper": "warm"}),
        (SayLearned, {"learned": "l", "trying": "t"}),
        (CloseRound, {}),
    ],
)
def test_nobody_else_moves_in_a_round(ann: Person, ben: Person, kind: type[RoundMove], parts: dict[str, str]) -> None:
    """A move in somebody else's round gets the same error as one in a round that does not exist."""
    same = begin(ann)
    before = seen(ann)
    told = []
    for round_id in (same["round"], "no-such-round"):
        with pytest.raises(CourseError) as refused:
            ben.do(kind, exercise=ROUND, round=round_id, **parts)
        told.append(str(refused.value))
    assert told[0] == told[1]
    assert seen(ann) == before


def test_a_move_that_is_sent_twice_is_recorded_once(ann: Person, store: Store) -> None:
    """The same command again changes nothing and gets the same answer."""
    same = begin(ann)
    first = ann.do(PostPractice, **same, ask="works", question="?")
    assert ann.last is not None
    assert ann.course.do(ann.last) == first
    assert store.read(lambda transaction: len(transaction.events(f"round/{same['round']}"))) == first.version


def test_a_round_of_one_id_begins_once(ann: Person, ben: Person) -> None:
    """A round that already exists, whoever's it is, is not begun again."""
    same = begin(ann)
    with pytest.raises(CourseError, match="has begun already"):
        ben.do(BeginRound, **same, seat="principal")


@pytest.mark.parametrize("round_id", ["a/b/c/d/e/f/g", "12345678\0", "12345678/..", "x" * 65])
def test_a_round_has_an_id_that_a_file_of_work_can_name(round_id: str) -> None:
    """An id with other characters is refused, because its stream could not be restored from a file of work."""
    same = {"say": "BeginRound", "id": uuid4().hex, "exercise": ROUND, "seat": "principal"}
    assert isinstance(decode(Command, {**same, "round": uuid4().hex}), BeginRound)
    with pytest.raises(CourseError, match="round"):
        decode(Command, {**same, "round": round_id})


def test_a_round_belongs_to_its_exercise(ann: Person) -> None:
    """A move that names a different exercise than the round's is refused."""
    same = begin(ann)
    for exercise in ("own-practice", "nothing"):
        with pytest.raises(CourseError):
            ann.do(CloseRound, exercise=exercise, round=same["round"])


def test_words_stand_in_rows_of_their_own(ann: Person, store: Store) -> None:
    """No event contains what a person wrote, so erasing the texts erases the words."""
    same = begin(ann)
    open_and_comment(ann, same)
    ann.do(SayLearned, **same, learned=MARK, trying=MARK)
    events = store.read(lambda transaction: transaction.events(f"round/{same['round']}"))
    assert MARK not in json.dumps([kept.event.model_dump(mode="json") for kept in events], ensure_ascii=False)
    store.write(lambda transaction: transaction.erase_texts("ann"))
    assert MARK not in seen(ann).model_dump_json()


def test_a_round_without_names_hands_out_all_at_once(ann: Person) -> None:
    """Until one has commented on everybody who asks, one reads nothing; after that everything, without names."""
    same = begin(ann, "secretary", anonymous=True)
    ann.do(PostPractice, **same, ask="works", question="?")
    assert [heard for member in seen(ann).members if member.practice for heard in member.practice.heard] == []
    with pytest.raises(CourseError, match="you have received no such remark"):
        ann.do(SortRemark, **same, remark="an-angel", temper="warm")
    for member in ("custodian", "new-teacher"):
        ann.do(Comment, **same, to=member, warm="w", cool="c")
    heard = [each for member in seen(ann).members if member.practice for each in member.practice.heard]
    assert len(heard) == 6
    assert {each.by for each in heard} == {""}


def test_bad_words_change_nothing(ann: Person) -> None:
    """Text that cannot be stored is refused with a reason, and the round does not change."""
    same = begin(ann)
    ann.do(PostPractice, **same, ask="works", question="?")
    before = seen(ann)
    with pytest.raises(CourseError, match="a character that cannot be stored"):
        ann.do(Comment, **same, to="custodian", warm="a\0b", cool="c")
    with pytest.raises(CourseError, match="no practice of that member"):
        ann.do(Comment, **same, to="nobody", warm="w", cool="c")
    assert seen(ann) == before


def test_own_practice_is_kept(ann: Person) -> None:
    """What was written is there again, part by part."""
    ann.do(WriteDown, exercise=OWN, parts={"what": "مرحبا", "unsure": "<b>?</b>"})
    view = ann.course.see(OwnPractice(exercise=OWN))
    assert isinstance(view, OwnPracticeView)
    assert {part.id: words for part, words in view.parts if words} == {"what": "مرحبا", "unsure": "<b>?</b>"}
