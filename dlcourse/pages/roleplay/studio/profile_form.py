"""What an author fills in to begin a hidden profile."""

from typing import Annotated, Literal

from pydantic import Field

from dlcourse.domain.roleplay.studio.messages import ProfileOutline
from dlcourse.errors import CourseError
from dlcourse.pages.messages import Message


class BeginProfile(Message):
    """Begin a hidden profile; ``others`` are further options and ``people`` the roles, each on a line."""

    title: Annotated[str, Field(max_length=200)]
    setting: Annotated[str, Field(max_length=20_000)] = ""
    best: Annotated[str, Field(max_length=200)]
    decoy: Annotated[str, Field(max_length=200)]
    others: Annotated[str, Field(max_length=2_000)] = ""
    people: Annotated[str, Field(max_length=4_000)]
    own: Literal["1", "2", "3"] = "1"
    shared: Literal["2", "3", "4", "5", "6"] = "3"


def outline_of(said: BeginProfile) -> ProfileOutline:
    """What was filled in; `CourseError` if something is missing or there is too much."""
    options = [said.best, said.decoy, *said.others.splitlines()]
    try:
        return ProfileOutline(
            title=said.title.strip(),
            setting=said.setting.strip(),
            options=tuple(one.strip() for one in options if one.strip()),
            roles=tuple(one.strip() for one in said.people.splitlines() if one.strip()),
            own=int(said.own),
            shared=int(said.shared),
        )
    except ValueError:
        what = "it needs a title, two to six options and two to twelve people"
        raise CourseError("hidden profile", what, "Write each person, and each further option, on a line.") from None
