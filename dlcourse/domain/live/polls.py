"""Questions that are put to a whole room at once: what is asked, who has answered, and counts of the answers.

Counts are shown only once the question is closed and `FEWEST` people have answered. What somebody writes to a prompt is
theirs alone: of that, only the number of answers is ever told.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from dlcourse.domain.live.messages import LiveCommand
from dlcourse.domain.live.settings import At
from dlcourse.domain.roleplay.messages import WORDS_LIMIT, NewPlay
from dlcourse.domain.room_questions import RoomAnswer, RoomQuestion
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.domain.words import MOST_LETTERS, Words
from dlcourse.errors import CourseError

POLL = "live-poll/"
"""Before a session's id, a slash and a question's number: the stream of the answers to it."""
FEWEST = 5
"""How many people must have answered before counts are shown."""
MOST_POLLS = 200
"""How many questions may be put to one room."""

Line = Annotated[Words, Field(min_length=1, max_length=MOST_LETTERS * 2, pattern=r"\S")]


def poll_stream(session: str, number: int) -> str:
    """The stream of the answers to a question."""
    return f"{POLL}{session}/{number}"


class OpenQuestion(LiveCommand):
    """Put a question of the course to everybody in the session; ``source`` and ``question`` say which."""

    source: str
    question: str


class AskRoom(LiveCommand):
    """Put a question of my own to everybody in the session. Without ``answers``, each writes for themselves."""

    words: Words = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")
    answers: tuple[Line, ...] = Field(default=(), max_length=8)

    def texts(self) -> dict[str, str]:
        """The question and its answers."""
        lines = {f"{self.id}/{number}": words for number, words in enumerate(self.answers, 1)}
        return {f"{self.id}/ask": self.words, **lines}


class CloseQuestion(LiveCommand):
    """Close a question: nobody can answer any more, and counts can be shown."""

    number: int = Field(ge=1, le=MOST_POLLS)


class AnswerRoom(Command):
    """Answer a question that is open in my session; my newest answer counts. ``words`` are for a prompt."""

    session: NewPlay
    number: int = Field(ge=1, le=MOST_POLLS)
    answer: str = Field(default="", max_length=MOST_LETTERS)
    words: Words = Field(default="", max_length=WORDS_LIMIT)

    def texts(self) -> dict[str, str]:
        """What I wrote."""
        return {self.id: self.words} if self.words else {}


class RoomQuestions(Query):
    """The questions of the course that can be put to a room."""


class LivePolls(Query):
    """The questions that were put to my session, the newest first."""

    session: str


class LedPolls(Query):
    """The questions that were put to a session, for those who lead the cohort."""

    cohort: Annotated[str, Field(max_length=64)]
    session: str


class QuestionOpened(Event):
    """A question was put to the room: one of the course, or somebody's own, to whose ``lines`` ``words`` points."""

    question: RoomQuestion | None = None
    words: str = ""
    lines: int = 0


class QuestionClosed(Event):
    """A question was closed."""

    number: int


class QuestionAnswered(Event):
    """Somebody answered. ``words`` points to what they wrote, or is empty."""

    person: str
    answer: str = ""
    words: str = ""


class PollCard(Value):
    """A question as one person sees it: ``mine`` is their answer, or what they wrote.

    ``answered`` counts those who have answered. ``counts`` gives how many chose each answer, once the question is
    closed and enough people have answered; else it is None. ``fits`` and ``why`` are there once it is closed.
    """

    number: int
    ask: str
    about: str
    answers: tuple[RoomAnswer, ...]
    open: bool
    answered: int
    mine: str
    counts: dict[str, int] | None
    fits: tuple[str, ...]
    why: str


class PollsView(View):
    """The questions that were put to a room, the newest first."""

    session: str
    polls: tuple[PollCard, ...]


class SourcedQuestion(Value):
    """A question of the course, and where it comes from."""

    source: str
    question: str
    heading: str
    ask: str


class RoomQuestionsView(View):
    """The questions of the course that can be put to a room, source by source."""

    questions: tuple[SourcedQuestion, ...]


@dataclass(frozen=True)
class RoomPoll:
    """A question that was put to a room: one of the course, or somebody's own, to whose ``lines`` ``words`` points."""

    number: int
    question: RoomQuestion | None
    words: str
    lines: int
    closed: bool = False


@dataclass(frozen=True)
class RoomAnswers:
    """The answers to a question: the newest of each person."""

    newest: Mapping[str, QuestionAnswered] = field(default_factory=dict)

    def counts(self) -> dict[str, int] | None:
        """How many chose each answer; None if too few have answered, or nothing can be chosen."""
        chosen = Counter(each.answer for each in self.newest.values() if each.answer)
        return dict(chosen) if chosen.total() >= FEWEST else None

    def of(self, person: str) -> QuestionAnswered | None:
        """What this person answered."""
        return self.newest.get(person)


def follow_answers(answers: RoomAnswers, happened: Iterable[At]) -> RoomAnswers:
    """The answers after these events."""
    new = {event.person: event for event, _ in happened if isinstance(event, QuestionAnswered)}
    return RoomAnswers({**answers.newest, **new})


def answer_room(command: AnswerRoom, question: RoomQuestion, person: str) -> QuestionAnswered:
    """The event that records an answer. Raises a `CourseError` if it does not fit the question."""
    known = {answer.id for answer in question.answers}
    if known and command.answer not in known:
        raise CourseError("answer", "it is not among the answers", "Choose one of those shown.")
    if not known and not command.words.strip():
        raise CourseError("answer", "there is nothing in it yet", "Write something, then send it.")
    if known:
        return QuestionAnswered(person=person, answer=command.answer)
    return QuestionAnswered(person=person, words=command.id)


def question_of(poll: RoomPoll, texts: Mapping[str, str]) -> RoomQuestion:
    """The question that was put to the room; ``texts`` gives the words of somebody's own question."""
    if poll.question is not None:
        return poll.question
    lines = (str(number) for number in range(1, 1 + poll.lines))
    answers = tuple(RoomAnswer(id=line, text=texts.get(f"{poll.words}/{line}", "")) for line in lines)
    return RoomQuestion(ask=texts.get(f"{poll.words}/ask", ""), answers=answers)


def text_ids(poll: RoomPoll) -> list[str]:
    """The ids of the words of somebody's own question."""
    if not poll.words:
        return []
    return [f"{poll.words}/ask", *(f"{poll.words}/{number}" for number in range(1, 1 + poll.lines))]


def poll_card(poll: RoomPoll, question: RoomQuestion, answers: RoomAnswers, mine: str) -> PollCard:
    """A question as it is shown. ``mine`` is what the viewer chose or wrote."""
    return PollCard(
        number=poll.number,
        ask=question.ask,
        about=question.about,
        answers=question.answers,
        open=not poll.closed,
        answered=len(answers.newest),
        mine=mine,
        counts=answers.counts() if poll.closed else None,
        fits=question.fits if poll.closed else (),
        why=question.why if poll.closed else "",
    )
