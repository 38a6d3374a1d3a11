"""One's own expertise: how well one does what, in one's own judgement, and what one would like to learn.

A profile in words and never a grade: nothing is added up, and nobody is compared with anybody.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from dlcourse.domain.matching.team import MOST_LETTERS, TOP_LEVEL
from dlcourse.domain.names import tidy
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.errors import CourseError

MOST_OWN = 20
"""How many expertises somebody may add; a list that is longer is read by nobody."""

Level = Annotated[int, Field(ge=0, le=TOP_LEVEL)]
Anchors = Annotated[tuple[str, ...], Field(min_length=TOP_LEVEL + 1, max_length=TOP_LEVEL + 1)]
"""A sentence for each level from 0 to 5."""


class Expertise(Value):
    """Something that one can be good at, with what has happened where one has a level of it."""

    id: str
    name: str
    anchors: Anchors


class ExpertiseList(Value):
    """The list as its author wrote it; ``own`` are the anchors of what somebody adds."""

    id: str
    title: str
    ask: str
    note: str
    own: Anchors
    expertises: tuple[Expertise, ...]


class SayExpertise(Command):
    """Whatever somebody says of their expertise."""


class RateExpertise(SayExpertise):
    """Say at which level I am."""

    expertise: str
    level: Level


class WishToLearn(SayExpertise):
    """Say that I would like to learn it, or no longer."""

    expertise: str
    wanted: bool


class AddExpertise(SayExpertise):
    """Add something that the list lacks; the command's id is its id from now on."""

    name: str = Field(max_length=MOST_LETTERS)

    def texts(self) -> dict[str, str]:
        """Its name, which may tell who I am."""
        return {text_of(self.id): tidy(self.name)}


class DropExpertise(SayExpertise):
    """Take away something that I added, its name for good."""

    expertise: str


class MyExpertise(Query):
    """My profile."""


class ExpertiseRated(Event):
    """Somebody said at which level they are."""

    expertise: str
    level: Level


class ExpertiseWished(Event):
    """Somebody said whether they would like to learn it."""

    expertise: str
    wanted: bool


class ExpertiseAdded(Event):
    """Somebody added an expertise; its name is a text of its own."""

    expertise: str


class ExpertiseDropped(Event):
    """Somebody took away an expertise of their own."""

    expertise: str


class ExpertiseLine(Value):
    """One expertise as somebody rates it: ``level`` is None until it is rated; ``own`` ones were added."""

    id: str
    name: str
    anchors: Anchors
    level: int | None
    wanted: bool
    own: bool


class ExpertiseView(View):
    """The list with what one said so far."""

    title: str
    ask: str
    note: str
    lines: tuple[ExpertiseLine, ...]
    room: bool

    @property
    def rated(self) -> int:
        """How many lines have a level."""
        return sum(line.level is not None for line in self.lines)


def text_of(expertise: str) -> str:
    """The id of the text that holds the name of an expertise which somebody added."""
    return f"{expertise}/expertise"


def say(command: SayExpertise, of: ExpertiseList, past: Iterable[Event]) -> Event:
    """What the command makes happen; `CourseError` where there is no such line, or nothing was written."""
    past = tuple(past)
    match command:
        case AddExpertise():
            return _add(command, past)
        case DropExpertise(expertise=expertise):
            return ExpertiseDropped(expertise=_known(expertise, added(past)))
        case RateExpertise(expertise=expertise, level=level):
            return ExpertiseRated(expertise=_known(expertise, _ids(of, past)), level=level)
        case WishToLearn(expertise=expertise, wanted=wanted):
            return ExpertiseWished(expertise=_known(expertise, _ids(of, past)), wanted=wanted)
        case _:
            raise CourseError("expertise", "nothing was said", "Reload the page.")


def added(past: Iterable[Event]) -> tuple[str, ...]:
    """The ids of what somebody added and did not take away again."""
    mine: dict[str, None] = {}
    for event in past:
        match event:
            case ExpertiseAdded(expertise=expertise):
                mine[expertise] = None
            case ExpertiseDropped(expertise=expertise):
                mine.pop(expertise, None)
    return tuple(mine)


def expertise_view(of: ExpertiseList, past: Iterable[Event], names: Mapping[str, str]) -> ExpertiseView:
    """The profile after these events; ``names`` are those of what was added, as far as they are still there."""
    past = tuple(past)
    mine = [Expertise(id=each, name=names[each], anchors=of.own) for each in added(past) if each in names]
    levels = {event.expertise: event.level for event in past if isinstance(event, ExpertiseRated)}
    wishes = {event.expertise: event.wanted for event in past if isinstance(event, ExpertiseWished)}
    return ExpertiseView(
        title=of.title,
        ask=of.ask,
        note=of.note,
        lines=tuple(
            ExpertiseLine(
                **each.model_dump(),
                level=levels.get(each.id),
                wanted=wishes.get(each.id, False),
                own=at >= len(of.expertises),
            )
            for at, each in enumerate([*of.expertises, *mine])
        ),
        room=len(mine) < MOST_OWN,
    )


def all_rated(of: ExpertiseList, past: Iterable[Event]) -> bool:
    """Whether every line of the author's list has a level."""
    return {each.id for each in of.expertises} <= {e.expertise for e in past if isinstance(e, ExpertiseRated)}


def _add(command: AddExpertise, past: Iterable[Event]) -> ExpertiseAdded:
    if not tidy(command.name):
        raise CourseError("expertise", "it has no name yet", "Write in a few words what you are good at.")
    if len(added(past)) >= MOST_OWN:
        raise CourseError("expertise", f"you have added {MOST_OWN} already", "Take one away first.")
    return ExpertiseAdded(expertise=command.id)


def _ids(of: ExpertiseList, past: Iterable[Event]) -> tuple[str, ...]:
    return (*(each.id for each in of.expertises), *added(past))


def _known(expertise: str, ids: Iterable[str]) -> str:
    if expertise not in ids:
        raise CourseError("expertise", "there is no such line", "Reload the page.")
    return expertise
