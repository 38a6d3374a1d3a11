"""The reflection prompts of the sessions, as questions for a whole room."""

from collections.abc import Mapping

from dlcourse.content.library import Library
from dlcourse.domain.room_questions import RoomQuestion
from dlcourse.handlers.room_questions import room_questions


@room_questions("prompts")
def prompts_of_sessions(library: Library) -> Mapping[str, tuple[str, RoomQuestion]]:
    """Every prompt of every session that is open."""
    return {
        f"{session.id}.{prompt.id}": (session.title, RoomQuestion(ask=prompt.ask))
        for session in library.curriculum().sessions
        if session.open
        for prompt in session.prompts
    }
