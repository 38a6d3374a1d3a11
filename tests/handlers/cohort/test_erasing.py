"""With a cohort goes everything that its people did together, also what was done by people who are in another one."""

from datetime import date
from uuid import uuid4

from dlcourse.domain.cohort.messages import EraseCohort
from dlcourse.domain.ground_rules.messages import ProposeRule, WriteAim
from dlcourse.domain.live.polls import AnswerRoom, AskRoom
from dlcourse.domain.reciprocity.messages import AskExpectation, OfferCapacity
from dlcourse.domain.responsibility.messages import ShareOut
from dlcourse.domain.scrutiny.messages import BeginOwnRound, PostPractice
from tests.classroom import Classroom, Member
from tests.handlers.live.live_room import LiveRoom
from tests.store.samples import run

MARK = "marked words"


def work_together(one: Member, other: Member) -> None:
    """Everything that two people keep together: rules, a map, an expectation and a round."""
    one.do(WriteAim, after=0, aim=MARK)
    other.do(ProposeRule, rule=uuid4().hex, words=MARK, change=MARK)
    one.do(ShareOut, share=uuid4().hex, after=0, what=MARK)
    expectation, round_id = uuid4().hex, uuid4().hex
    one.do(AskExpectation, expectation=expectation, person=other.id, role=MARK, whom=MARK, what=MARK)
    one.do(OfferCapacity, expectation=expectation, what=MARK, time=MARK, on=date(2100, 1, 1))
    one.do(BeginOwnRound, exercise="open-practice", round=round_id, people=(other.id,))
    one.do(PostPractice, exercise="open-practice", round=round_id, ask="works", words=MARK, question=MARK)


def test_what_people_did_together_goes_with_the_cohort(classroom: Classroom) -> None:
    """No stream and no word of the cohort stays, and what the same people do in another cohort stays whole."""
    live = LiveRoom(classroom)
    ann, ben = live.enter("Ann", "Ben")
    other = Classroom(classroom.store, "Spring deans", classroom.entrance)
    there = [other.joined(name, person=member.id) for name, member in (("Ann", ann), ("Ben", ben))]
    before = streams(classroom)
    work_together(*there)
    stay = streams(classroom) - before
    assert len(stay) == 4
    work_together(ann, ben)
    live.start()
    live.tell(AskRoom, words=MARK)
    ben.do(AnswerRoom, session=live.session, number=1, words=MARK)
    classroom.host.do(EraseCohort, cohort=classroom.cohort)
    assert {name for name in streams(classroom) if not name.startswith("scenario/")} == stay
    ((words,),) = run(classroom.store.url, f"SELECT count(*) FROM texts WHERE words LIKE '%{MARK}%'")
    classroom.host.do(EraseCohort, cohort=other.cohort)
    ((left,),) = run(classroom.store.url, f"SELECT count(*) FROM texts WHERE words LIKE '%{MARK}%'")
    assert (words, left) == (7, 0)


def streams(classroom: Classroom) -> set[str]:
    """The names of all streams, besides those of cohorts."""
    names = classroom.store.read(lambda reading: reading.streams_with(""))
    return {name for name in names if not name.startswith("cohort/")}
