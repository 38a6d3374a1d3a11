"""The questions about aims and rules that can be put to a whole room."""

from collections.abc import Mapping

from dlcourse.content.library import Library
from dlcourse.domain.room_questions import RoomQuestion
from dlcourse.handlers.room_questions import room_questions
from dlcourse.pages.ground_rules.room_questions import HEADING, QUESTIONS


@room_questions("ground-rules")
def questions_about_rules(_: Library) -> Mapping[str, tuple[str, RoomQuestion]]:
    return {name: (HEADING, question) for name, question in QUESTIONS.items()}
