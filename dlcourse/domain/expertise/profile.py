"""A person's own expertise: how well they do what, in their own judgment, and what they would like to learn.

It becomes a profile in words, never a grade: nothing is added up, and nobody is compared with others.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from dlcourse.domain.names import tidy
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.errors import CourseError

MOST_OWN = 20
"""The most expertises that somebody may add."""

TOP_LEVEL = 5
"""Proficiency runs from 0 (none) to 5 (others come to learn it)."""

Level = Annotated[int, Field(ge=0, le=TOP_LEVEL)]
Anchors = Annotated[tuple[str, ...], Field(min_length=TOP_LEVEL + 1, max_length=TOP_LEVEL + 1)]
"""A sentence for each level from 0 to 5."""


class Expertise(Value):
    """Something that people can be good at, with a sentence for each level."""

    id: str
    name: str
    anchors: Anchors


class ExpertiseList(Value):
    """The list as its author wrote it; ``own`` are the anchors of lines that somebody adds."""

    id: str
    title: str
    ask: str
    note: str
    own: Anchors
    expertises: tuple[Expertise, ...]


class SayExpertise(Command):
    """Anything that somebody says about their expertise."""


class RateExpertise(SayExpertise):
    """Say my level."""

    expertise: str
    level: Level


class WishToLearn(SayExpertise):
    """Say that I would like to learn it, or no longer."""

    expertise: str
    wanted: bool


class AddExpertise(SayExpertise):
    """Add something that the list lacks; the command's id becomes its id."""

    name: str = Field(max_length=MOST_LETTERS)

    def texts(self) -> dict[str, str]:
        """Its name, which may reveal who I am."""
        return {text_of(self.id): tidy(self.name)}


class DropExpertise(SayExpertise):
    """Remove something that I added, and delete its name for good."""

    expertise: str


class MyExpertise(Query):
    """My profile."""


class ExpertiseRated(Event):
    """Somebody stated their level."""

    expertise: str
    level: Level


class ExpertiseWished(Event):
    """Somebody said whether they would like to learn it."""

    expertise: str
    wanted: bool


class ExpertiseAdded(Event):
    """Somebody added an expertise; its name is stored as a text."""

    expertise: str


class ExpertiseDropped(Event):
    """Somebody removed an expertise that they had added."""

    expertise: str


class ExpertiseLine(Value):
    """One line of the list: ``level`` is None until it is rated; ``own`` means that the person added it."""

    id: str
    name: str
    anchors: Anchors
    level: int | None
    wanted: bool
    own: bool


class ExpertiseView(View):
    """The list with a person's answers so far."""

    title: str
    ask: str
    note: str
    lines: tuple[ExpertiseLine, ...]
    room: bool

    @property
    def rated(self) -> int:
        """The number of lines with a level."""
        return sum(line.level is not None for line in self.lines)


def text_of(expertise: str) -> str:
    """The id of the text with the name of an added expertise."""
    return f"{expertise}/expertise"


def say(command: SayExpertise, of: ExpertiseList, past: Iterable[Event]) -> Event:
    """The event that records the command; `CourseError` if there is no such line, or if nothing was written."""
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
    """The ids of the lines that somebody added and did not remove."""
    mine: dict[str, None] = {}
    for event in past:
        match event:
            case ExpertiseAdded(expertise=expertise):
                mine[expertise] = None
            case ExpertiseDropped(expertise=expertise):
                mine.pop(expertise, None)
    return tuple(mine)


def expertise_view(of: ExpertiseList, past: Iterable[Event], names: Mapping[str, str]) -> ExpertiseView:
    """The profile after these events; ``names`` are the names of added lines, as far as they still exist."""
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
