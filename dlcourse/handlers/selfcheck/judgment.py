"""Handlers of the situational judgment task: one stream for each person and exercise, an event for each answer."""

from contextlib import suppress

from dlcourse.content.library import Library
from dlcourse.domain.selfcheck.judgment import (
    TIMES,
    Judge,
    Judging,
    JudgingView,
    SituationJudged,
    judge,
    judging_view,
    time_of,
)
from dlcourse.domain.selfcheck.judgment_forms import JudgmentExercise
from dlcourse.domain.speech import Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, look_up, stream_check
from dlcourse.store import ReadTransaction, StoredEvent


def _exercise(command: Judge, library: Library) -> JudgmentExercise:
    return library.exercise(command.exercise, JudgmentExercise)


@carry_out.after(_exercise)
def judge_situation(command: Judge, context: WriteContext, exercise: JudgmentExercise) -> Recorded:
    stream = _stream(context.person, command.exercise)
    kept = context.transaction.readable_events(stream)
    happened = judge(command, exercise, _judgments(kept), context.person)
    return context.transaction.append(stream, len(kept), command.id, context.person, [happened], command.texts())


@look_up.register
def show_judging(query: Judging, context: ReadContext) -> JudgingView:
    exercise, time = context.library.exercise(query.exercise, JudgmentExercise), time_of(query.time)
    past = judgments(context.transaction, context.person, query.exercise)
    texts = context.transaction.texts(event.words for event in past if event.words)
    return judging_view(time, exercise, past, texts, context.person)


@stream_check("judgment")
def check_judgment(context: ReadContext, stream: str) -> None:
    for time in TIMES:
        with suppress(CourseError):  # this version has no such exercise
            look_up(Judging(exercise=stream.rpartition("/")[2], time=time), context)


def judgments(transaction: ReadTransaction, person: str, exercise: str) -> tuple[SituationJudged, ...]:
    """The person's answers so far, in order."""
    return _judgments(transaction.readable_events(_stream(person, exercise)))


def _judgments(kept: tuple[StoredEvent, ...]) -> tuple[SituationJudged, ...]:
    return tuple(each.event for each in kept if isinstance(each.event, SituationJudged))


def _stream(person: str, exercise: str) -> str:
    return f"judgment/{person}/{exercise}"
