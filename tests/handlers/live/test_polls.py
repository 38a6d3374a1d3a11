"""Questions for a whole room: sorting, polls and prompts, answered on each phone and shown as counts."""

import pytest

from dlcourse.domain.live.messages import SEAT
from dlcourse.domain.live.polls import (
    FEWEST,
    AnswerRoom,
    AskRoom,
    CloseQuestion,
    LedPolls,
    LivePolls,
    OpenQuestion,
    PollCard,
    PollsView,
    RoomQuestions,
    RoomQuestionsView,
)
from dlcourse.errors import CourseError
from tests.classroom import Classroom, Member
from tests.handlers.live.live_room import LiveRoom

NAMES = ("Ann", "Ben", "Cleo", "Dan", "Eve", "Fay")


def poll(live: LiveRoom, member: Member) -> PollCard:
    """The newest question, as somebody sees it."""
    view = member.course.see(LivePolls(session=live.session))
    assert isinstance(view, PollsView)
    return view.polls[0]


def led(live: LiveRoom) -> PollCard:
    """The newest question, as the one who leads sees it."""
    view = live.lead.course.see(LedPolls(cohort=live.cohort, session=live.session))
    assert isinstance(view, PollsView)
    return view.polls[0]


def answer(live: LiveRoom, member: Member, **parts: str) -> None:
    """Somebody answers the newest question."""
    member.do(AnswerRoom, session=live.session, number=poll(live, member).number, **parts)


def test_counts_come_when_a_poll_is_closed_and_five_have_answered(classroom: Classroom) -> None:
    """Nobody sees counts while a poll is open, nor if fewer than five answered; a person's newest answer counts."""
    live = LiveRoom(classroom)
    people = live.enter(*NAMES)
    live.tell(AskRoom, words="Who should decide?", answers=("The principal", "All of us"))
    for member in people[: FEWEST - 1]:
        answer(live, member, answer="1")
    live.tell(CloseQuestion, number=1)
    assert (poll(live, people[0]).counts, led(live).counts, led(live).answered) == (None, None, FEWEST - 1)
    with pytest.raises(CourseError, match="closed"):
        answer(live, people[5], answer="1")
    live.tell(AskRoom, words="And now?", answers=("The principal", "All of us"))
    for member in people:
        answer(live, member, answer="1")
    answer(live, people[0], answer="2")
    assert (led(live).counts, poll(live, people[0]).mine, poll(live, people[0]).open) == (None, "2", True)
    live.tell(CloseQuestion, number=2)
    assert led(live).counts == poll(live, people[1]).counts == {"1": 5, "2": 1}
    assert [each.text for each in led(live).answers] == ["The principal", "All of us"]


def test_a_room_sorts_a_situation(classroom: Classroom) -> None:
    """A situation of the sorting exercise can be put to the room; which answer fits is told once it is closed."""
    live = LiveRoom(classroom)
    people = live.enter(*NAMES)
    found = live.lead.course.see(RoomQuestions())
    assert isinstance(found, RoomQuestionsView)
    chosen = next(each for each in found.questions if each.source == "sorting")
    live.tell(OpenQuestion, source="sorting", question=chosen.question)
    card = poll(live, people[0])
    assert (card.about, card.fits, len(card.answers)) == (chosen.ask, (), 3)
    assert (live.seat(people[0]).polls, live.seat(people[0]).open_poll) == (1, 1)
    for member in people:
        answer(live, member, answer="neither")
    with pytest.raises(CourseError, match="not among the answers"):
        answer(live, people[0], answer="both")
    live.tell(CloseQuestion, number=1)
    assert (poll(live, people[0]).counts, bool(led(live).fits)) == ({"neither": len(NAMES)}, True)
    with pytest.raises(CourseError, match="none called"):
        live.tell(OpenQuestion, source="sorting", question="sorting.no-such")


def test_what_somebody_writes_to_a_prompt_is_theirs_alone(classroom: Classroom) -> None:
    """A reflection prompt can be put to the room; others, and those who lead, learn only how many have written."""
    live = LiveRoom(classroom)
    people = live.enter(*NAMES)
    found = live.lead.course.see(RoomQuestions())
    assert isinstance(found, RoomQuestionsView)
    prompt = next(each for each in found.questions if each.source == "prompts")
    live.tell(OpenQuestion, source="prompts", question=prompt.question)
    for number, member in enumerate(people):
        answer(live, member, words=f"What I would change, number {number}")
    with pytest.raises(CourseError, match="nothing in it"):
        answer(live, people[0], words=" ")
    live.tell(CloseQuestion, number=1)
    assert poll(live, people[3]).mine == "What I would change, number 3"
    for seen in (led(live), poll(live, live.enter("Gus")[0])):
        assert (seen.mine, seen.counts, seen.answered) == ("", None, len(NAMES))


def test_a_question_reaches_every_phone(classroom: Classroom) -> None:
    """Everybody in the session is told when a question opens; opening another one closes it."""
    live = LiveRoom(classroom)
    ann, ben = live.enter("Ann", "Ben")
    told: list[str] = []
    ends = [member.course.watch(SEAT + member.id, lambda name=member.id: told.append(name)) for member in (ann, ben)]  # type: ignore[misc]
    live.tell(AskRoom, words="One?", answers=("Yes", "No"))
    assert sorted(told) == sorted([ann.id, ben.id])
    live.tell(AskRoom, words="Two?", answers=("Yes", "No"))
    view = ann.course.see(LivePolls(session=live.session))
    assert isinstance(view, PollsView)
    assert [(card.ask, card.open) for card in view.polls] == [("Two?", True), ("One?", False)]
    for end in ends:
        end()
