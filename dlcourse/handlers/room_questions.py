"""What subjects offer to be put to a whole room at once: questions of the course, such as a situation to sort."""

from collections.abc import Callable, Mapping

from dlcourse.content.library import Library
from dlcourse.domain.room_questions import RoomQuestion
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry

FindQuestions = Callable[[Library], Mapping[str, tuple[str, RoomQuestion]]]
"""Reads the questions of a subject: by id, each with a heading. It is called outside any transaction."""
ROOM_QUESTIONS: Registry[FindQuestions] = Registry("source of questions for a room", FLOOR)
"""Where questions come from, by name."""


def room_questions(source: str) -> Callable[[FindQuestions], FindQuestions]:
    """Register the function that finds the questions of a source."""
    return ROOM_QUESTIONS.register(source)
