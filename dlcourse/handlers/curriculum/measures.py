"""What figures about a cohort count of sessions: who has begun one, and who has done which of its exercises."""

from collections.abc import Mapping

from dlcourse.content.library import Library
from dlcourse.domain.measured import AskedQuestion, FigureWords, Measured
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.curriculum.activity import begun_sessions
from dlcourse.handlers.curriculum.done import done_exercises
from dlcourse.handlers.measures import measure
from dlcourse.handlers.reflection.entries import log_at

YES = {"yes": "yes"}


def describe_begun(library: Library) -> Mapping[str, FigureWords]:
    """The open sessions."""
    question = {"begun": AskedQuestion("Began the session")}
    return {
        each.id: FigureWords(each.title, each.id, question, YES) for each in library.curriculum().sessions if each.open
    }


@measure("begun", 10, describe_begun)
def measure_begun(context: ReadContext) -> Mapping[str, Measured]:
    """The sessions in which somebody has done something."""
    log = log_at(context.transaction, context.person)[1]
    begun = begun_sessions(context.library.curriculum(), done_exercises(context), log, context)
    return dict.fromkeys(begun, Measured({"begun": "yes"}))


def describe_done(library: Library) -> Mapping[str, FigureWords]:
    """The exercises of the open sessions that count for a session to be done."""
    question = {"done": AskedQuestion("Did the exercise")}
    return {
        exercise.id: FigureWords(exercise.title, session.id, question, YES)
        for session in library.curriculum().sessions
        for exercise in session.exercises
        if session.open and exercise.id in session.done_when
    }


@measure("done", 11, describe_done)
def measure_done(context: ReadContext) -> Mapping[str, Measured]:
    """The exercises that somebody has done."""
    counted = {exercise for session in context.library.curriculum().sessions for exercise in session.done_when}
    return dict.fromkeys(done_exercises(context) & counted, Measured({"done": "yes"}))
