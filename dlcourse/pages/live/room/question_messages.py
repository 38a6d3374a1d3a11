"""What is said on the page of questions for a room, and the commands that it leads to."""

from pydantic import Field

from dlcourse.domain.live.polls import AskRoom, OpenQuestion
from dlcourse.domain.roleplay.messages import WORDS_LIMIT
from dlcourse.domain.speech import TAG, decode
from dlcourse.domain.words import MOST_LETTERS, Words
from dlcourse.pages.messages import Message

MOST_LINES = 8 * 2 * MOST_LETTERS
"""Characters of all answers to a question of one's own."""


class PutQuestion(Message):
    """Put a question of the course to the room; ``which`` is its source and its id, with a space in between."""

    id: str = Field(min_length=8, max_length=64)
    which: str = Field(max_length=400)


class PutOwn(Message):
    """Put a question of one's own to the room. Each line of ``lines`` is an answer to choose from."""

    id: str = Field(min_length=8, max_length=64)
    words: Words = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")
    lines: Words = Field(default="", max_length=MOST_LINES)


def open_question(said: PutQuestion, cohort: str, session: str) -> OpenQuestion:
    """The command that opens a question of the course. Raises a `CourseError` if the session has no proper id."""
    source, _, question = said.which.partition(" ")
    about = {"id": said.id, "cohort": cohort, "session": session}
    return decode(OpenQuestion, {TAG: "OpenQuestion", **about, "source": source, "question": question})


def ask_room(said: PutOwn, cohort: str, session: str) -> AskRoom:
    """The command that asks one's own question. Raises a `CourseError` if there are more answers than can be shown."""
    answers = [line.strip() for line in said.lines.splitlines() if line.strip()]
    about = {"id": said.id, "cohort": cohort, "session": session}
    return decode(AskRoom, {TAG: "AskRoom", **about, "words": said.words, "answers": answers})
