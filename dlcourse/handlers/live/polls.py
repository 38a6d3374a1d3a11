"""Handlers of the questions that are put to a whole room at once."""

from dlcourse.content.library import Library
from dlcourse.domain.live.messages import LIVE, SEAT, LiveCommand, console_topic
from dlcourse.domain.live.polls import (
    MOST_POLLS,
    AnswerRoom,
    AskRoom,
    CloseQuestion,
    LedPolls,
    LivePolls,
    OpenQuestion,
    PollCard,
    PollsView,
    QuestionClosed,
    QuestionOpened,
    RoomPoll,
    RoomQuestions,
    RoomQuestionsView,
    SourcedQuestion,
    answer_room,
    poll_card,
    poll_stream,
    question_of,
    text_ids,
)
from dlcourse.domain.live.room import Room
from dlcourse.domain.names import unknown
from dlcourse.domain.room_questions import RoomQuestion
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.live.listing import require
from dlcourse.handlers.live.records import own_room, reader_of, room_of
from dlcourse.handlers.registry import carry_out, look_up
from dlcourse.handlers.room_questions import ROOM_QUESTIONS


def _prepared(command: OpenQuestion, library: Library) -> RoomQuestion:
    """The question of the course that is to be opened."""
    if command.source not in ROOM_QUESTIONS:
        raise unknown("source of questions", command.source, ROOM_QUESTIONS, "Choose one from the list.")
    found = ROOM_QUESTIONS[command.source](library)
    if command.question not in found:
        raise unknown("question", command.question, found, "Choose one from the list.")
    return found[command.question][1]


@carry_out.after(_prepared)
def open_question(command: OpenQuestion, context: WriteContext, question: RoomQuestion) -> Recorded:
    return _open(command, context, QuestionOpened(question=question))


@carry_out.register
def ask_room(command: AskRoom, context: WriteContext) -> Recorded:
    return _open(command, context, QuestionOpened(words=command.id, lines=len(command.answers)))


@carry_out.register
def close_question(command: CloseQuestion, context: WriteContext) -> Recorded:
    require(context.transaction, command.cohort, command.session)
    room, version = room_of(context, command.session)
    _poll(room, command.number)
    return _record(command, context, room, version, QuestionClosed(number=command.number))


@carry_out.register
def answer_question(command: AnswerRoom, context: WriteContext) -> Recorded:
    room, _ = own_room(context, command.session)
    poll = _poll(room, command.number)
    if poll.closed or room.closed:
        raise CourseError("answer", "the question is closed", "Look at what was answered.")
    question = question_of(poll, context.transaction.texts(text_ids(poll)))
    happened = answer_room(command, question, context.person)
    stream, texts = poll_stream(command.session, command.number), command.texts() if happened.words else {}
    context.transaction.announce([console_topic(room.opened.cohort, command.session)])
    length = context.transaction.length(stream)
    return context.transaction.append(stream, length, command.id, context.person, [happened], texts)


@look_up.register
def show_live_polls(query: LivePolls, context: ReadContext) -> PollsView:
    room, _ = own_room(context, query.session)
    return _view(query.session, room, context)


@look_up.register
def show_led_polls(query: LedPolls, context: ReadContext) -> PollsView:
    require(context.transaction, query.cohort, query.session)
    return _view(query.session, room_of(context, query.session)[0], context)


@look_up.register
def show_room_questions(query: RoomQuestions, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    def work() -> RoomQuestionsView:
        found = ((source, find(context.library)) for source, find in ROOM_QUESTIONS.items())
        return RoomQuestionsView(
            questions=tuple(
                SourcedQuestion(source=source, question=name, heading=heading, ask=question.about or question.ask)
                for source, questions in found
                for name, (heading, question) in questions.items()
            )
        )

    return Heavy(work)


def _view(session: str, room: Room, context: ReadContext) -> PollsView:
    return PollsView(session=session, polls=tuple(_card(session, poll, context) for poll in reversed(room.polls)))


def _card(session: str, poll: RoomPoll, context: ReadContext) -> PollCard:
    answers, _ = reader_of(context.jobs.store).answers(context.transaction, session, poll.number)
    mine = answers.of(context.person)
    texts = context.transaction.texts([*text_ids(poll), *([mine.words] if mine and mine.words else [])])
    own = (mine.answer or texts.get(mine.words, "")) if mine else ""
    return poll_card(poll, question_of(poll, texts), answers, own)


def _poll(room: Room, number: int) -> RoomPoll:
    if not 1 <= number <= len(room.polls):
        raise CourseError("question", "there is no such question in this session", "Reload the page.")
    return room.polls[number - 1]


def _open(command: OpenQuestion | AskRoom, context: WriteContext, event: QuestionOpened) -> Recorded:
    """Open a question; the one that was open is closed by that, so that a phone shows one question at a time."""
    require(context.transaction, command.cohort, command.session)
    room, version = room_of(context, command.session)
    if len(room.polls) >= MOST_POLLS:
        raise CourseError("question", f"this session has had {MOST_POLLS} questions", "Open another session.")
    closed = [QuestionClosed(number=poll.number) for poll in room.polls if not poll.closed]
    return _record(command, context, room, version, *closed, event)


def _record(command: LiveCommand, context: WriteContext, room: Room, version: int, *happened: Event) -> Recorded:
    if room.closed:
        raise CourseError("live session", "it has ended", "Open another one.")
    stream, texts = LIVE + command.session, command.texts()
    recorded = context.transaction.append(stream, version, command.id, context.person, happened, texts)
    topics = [SEAT + person for person in room.entered]
    context.transaction.announce([*topics, console_topic(command.cohort, command.session)])
    return recorded
