"""What an author fills in to begin a branching story."""

from typing import Annotated

from pydantic import Field

from dlcourse.domain.roleplay.studio.messages import BranchingOutline
from dlcourse.errors import CourseError
from dlcourse.pages.messages import Message
from dlcourse.pages.roleplay.studio import words


class BeginBranching(Message):
    """Begin a story with one choice of two; ``decider`` makes it, and ``opening`` is what leads up to it."""

    title: Annotated[str, Field(max_length=200)]
    decider: Annotated[str, Field(max_length=200)]
    opening: Annotated[str, Field(max_length=20_000)] = ""
    first: Annotated[str, Field(max_length=2_000)]
    second: Annotated[str, Field(max_length=2_000)]


def branching_of(said: BeginBranching) -> BranchingOutline:
    """What was filled in; raises a `CourseError` that names the first question that is not answered."""
    for question, answer in (
        (words.STORY_TITLE, said.title),
        (words.WHO_DECIDES, said.decider),
        (words.FIRST_CHOICE, said.first),
        (words.SECOND_CHOICE, said.second),
    ):
        if not answer.strip():
            raise CourseError(question, "it is empty", "Write a few words there. You can change them later.")
    return BranchingOutline(
        title=said.title.strip(),
        decider=said.decider.strip(),
        opening=said.opening.strip(),
        choices=(said.first.strip(), said.second.strip()),
    )
