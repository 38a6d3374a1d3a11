"""What an author fills in to begin a hidden profile."""

from typing import Annotated, Literal

from pydantic import Field

from dlcourse.domain.roleplay.studio.messages import ProfileOutline
from dlcourse.errors import CourseError
from dlcourse.pages.messages import Message
from dlcourse.pages.roleplay.studio import words


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
    """What was filled in; raises a `CourseError` that names the field in which something is missing or wrong."""
    options = _lines("\n".join((said.best, said.decoy, said.others)))
    people = _lines(said.people)
    for where, names, wrong, remedy in (
        (
            words.ABOUT,
            _lines(said.title),
            said.title.isspace() or not said.title,
            "Say in a few words what it is about.",
        ),
        (words.THE_OPTIONS, options, not 2 <= len(options) <= 6, "Give at least two options, and at most six."),
        (words.THE_PEOPLE, people, not 2 <= len(people) <= 12, "Name two to twelve people, each on a line."),
    ):
        if wrong:
            raise CourseError(where, "something is missing, or there is too much" if names else "it is empty", remedy)
        if len({name.partition(",")[0].casefold() for name in names}) < len(names) and where != words.ABOUT:
            raise CourseError(where, "two of them have the same name", "Give each a name of its own.")
    return ProfileOutline(
        title=said.title.strip(),
        setting=said.setting.strip(),
        options=options,
        roles=people,
        own=int(said.own),
        shared=int(said.shared),
    )


def _lines(text: str) -> tuple[str, ...]:
    """The lines that have words."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
