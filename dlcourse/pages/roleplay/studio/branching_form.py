"""What an author fills in to begin a branching story."""

from typing import Annotated

from pydantic import Field

from dlcourse.domain.roleplay.studio.messages import BranchingOutline
from dlcourse.errors import CourseError
from dlcourse.pages.messages import Message


class BeginBranching(Message):
    """Begin a story with one choice of two; ``decider`` makes it, and ``opening`` is what leads up to it."""

    title: Annotated[str, Field(max_length=200)]
    decider: Annotated[str, Field(max_length=200)]
    opening: Annotated[str, Field(max_length=20_000)] = ""
    first: Annotated[str, Field(max_length=2_000)]
    second: Annotated[str, Field(max_length=2_000)]


def branching_of(said: BeginBranching) -> BranchingOutline:
    """What was filled in; `CourseError` if something is missing."""
    try:
        return BranchingOutline(
            title=said.title.strip(),
            decider=said.decider.strip(),
            opening=said.opening.strip(),
            choices=(said.first.strip(), said.second.strip()),
        )
    except ValueError:
        what = "it needs a title, somebody who decides, and two choices"
        raise CourseError("branching story", what, "Fill in what is missing; you can change it later.") from None
