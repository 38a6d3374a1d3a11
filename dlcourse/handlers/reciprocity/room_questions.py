"""The questions about asking and giving that can be put to a whole room.

What a pair has written stays with the pair.
"""

from collections.abc import Mapping

from dlcourse.content.library import Library
from dlcourse.domain.room_questions import RoomQuestion
from dlcourse.handlers.room_questions import room_questions
from dlcourse.pages.reciprocity.room_questions import HEADING, QUESTIONS


@room_questions("reciprocity")
def questions_about_giving(_: Library) -> Mapping[str, tuple[str, RoomQuestion]]:
    return {name: (HEADING, question) for name, question in QUESTIONS.items()}
