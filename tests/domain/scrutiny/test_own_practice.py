"""A practice of one's own: what may be written, in which order, and that the newest words count."""

from typing import Any

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.scrutiny.messages import WORDS_LIMIT
from dlcourse.domain.scrutiny.own_practice import (
    OpeningUp,
    OwnPracticeView,
    ReadAs,
    WriteDown,
    opened_up,
    own_practice_view,
    read_as,
    text_ids,
    write_down,
)
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError

EXERCISE = Library(files.data()).exercise("own-practice", OpeningUp)
FIRST = EXERCISE.parts[0].id


def writing(parts: dict[str, str], name: str = "write-it") -> WriteDown:
    """A practice to be written down."""
    return WriteDown(id=name, exercise=EXERCISE.id, parts=parts)


def reading(eyes: str, words: str, name: str = "read-it-so") -> ReadAs:
    """What somebody would see when reading it."""
    return ReadAs(id=name, exercise=EXERCISE.id, eyes=eyes, words=words)


def seen(past: list[Event], *commands: Any) -> OwnPracticeView:
    """The view after these events, with the words of these commands."""
    texts = {key: words for command in commands for key, words in command.texts().items()}
    assert set(text_ids(past, EXERCISE)) & set(texts)
    return own_practice_view(EXERCISE, past, texts)


def test_the_newest_words_count() -> None:
    """The newest text is shown for each part, and also what was seen with each pair of eyes."""
    commands = [writing({FIRST: "Old."}, "write-1st"), writing({FIRST: "New.", "unsure": "Here."}, "write-2nd")]
    looks = [reading("custodian", "Chairs.", "look-1st"), reading("custodian", "Stairs.", "look-2nd")]
    past: list[Event] = [write_down(command, EXERCISE) for command in commands]
    past += [read_as(look, EXERCISE, past) for look in looks]
    shown = seen(past, *commands, *looks)
    assert {part.id: words for part, words in shown.parts if words} == {FIRST: "New.", "unsure": "Here."}
    assert {each.eyes.id: each.words for each in shown.eyes if each.words} == {"custodian": "Stairs."}


def test_done() -> None:
    """The exercise is done when the practice is written and was read through somebody's eyes."""
    written = write_down(writing({FIRST: "I open the door."}), EXERCISE)
    looked = read_as(reading("learner", "Hands."), EXERCISE, [written])
    assert [opened_up(past) for past in ([], [written], [written, looked])] == [False, False, True]


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({}, "nothing stands in the first field"),
        ({FIRST: " \n"}, "nothing stands in the first field"),
        ({FIRST: "Words.", "secret": "Words."}, "no such part"),
        ({FIRST: "x" * (WORDS_LIMIT + 1)}, "longer than 4,000"),
    ],
)
def test_what_cannot_be_written_down(parts: dict[str, str], what: str) -> None:
    """An empty practice, an unknown part, and one that is too long are refused."""
    with pytest.raises(CourseError, match=what):
        write_down(writing(parts), EXERCISE)


def test_what_cannot_be_read() -> None:
    """Only a practice that is written can be read, and only through eyes that the exercise knows."""
    with pytest.raises(CourseError, match="not written down yet"):
        read_as(reading("custodian", "Chairs."), EXERCISE, [])
    with pytest.raises(CourseError, match="nobody of that name"):
        read_as(reading("inspector", "Chairs."), EXERCISE, [write_down(writing({FIRST: "Words."}), EXERCISE)])
