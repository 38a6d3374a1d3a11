"""Somebody of the made-up cohort at work: commands with ids that are the same each time, and dice of their own."""

import uuid
from random import Random
from typing import TypeVar

from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.speech import Command, Course, Query, Recorded, View
from dlcourse.sample.people import MadeUpPerson

V = TypeVar("V", bound=View)
_IDS = uuid.UUID("5ad2c9f0-6c0e-4f6e-9a39-0a5b0f3f6b1d")


class Participant:
    """A made-up person with a place in the cohort; ``place`` counts people in the order in which they joined."""

    def __init__(self, about: MadeUpPerson, person: str, place: int, course: LocalCourse, library: Library) -> None:
        """``person`` is the id under which they joined, and ``course`` is the course as they meet it."""
        self.about, self.person, self.place = about, person, place
        self.course: Course = course
        self.library = library
        self.dice = Random(about.name)  # noqa: S311 - it decides nothing that has to be secret
        self._made = 0

    def do(self, kind: type[Command], /, **parts: object) -> Recorded:
        """Send a command of this kind with these parts."""
        return self.course.do(kind.model_validate({"id": self.new_id(), **parts}))

    def see(self, query: Query, kind: type[V]) -> V:
        """The answer to a query, which is of this kind."""
        view = self.course.see(query)
        assert isinstance(view, kind)
        return view

    def new_id(self) -> str:
        """An id that this person has not used before."""
        self._made += 1
        return made_up_id(self.about.name, str(self._made))

    def lucky(self, chance: float) -> bool:
        """Whether something of this chance (0 to 1) happens."""
        return self.dice.random() < chance


def made_up_id(*parts: str) -> str:
    """The same id each time for the same parts."""
    return uuid.uuid5(_IDS, "/".join(parts)).hex
