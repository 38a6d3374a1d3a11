"""The questions about a trial that can be put to a whole room, before its result is known."""

from collections.abc import Mapping

from dlcourse.content.library import Library
from dlcourse.domain.room_questions import RoomQuestion
from dlcourse.handlers.room_questions import room_questions
from dlcourse.pages.trial.room_questions import HEADING, QUESTIONS


@room_questions("trial")
def questions_about_trials(_: Library) -> Mapping[str, tuple[str, RoomQuestion]]:
    return {name: (HEADING, question) for name, question in QUESTIONS.items()}
