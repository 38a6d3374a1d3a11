"""A witness of a promise: somebody of the cohort who is asked, and may decline. They see the promise and nothing else.

There is one stream for each promise that has a witness. The promise itself stays in its author's log.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.domain.words import Id
from dlcourse.errors import CourseError

WITNESS = "witness/"
"""Before an author's id and a promise's id: the stream about its witness."""
WitnessState = Literal["asked", "accepted", "declined"]


class AskWitness(Command):
    """Ask somebody of my cohort to be the witness of a promise of mine; this replaces whom I asked before."""

    commitment: Id
    person: Id


class AnswerWitness(Command):
    """Say whether I will be the witness of somebody's promise."""

    author: Id
    commitment: Id
    accepts: bool


class WitnessAsked(Event):
    """Somebody was asked to be a witness, in this cohort; whoever was asked before is so no longer."""

    person: str
    cohort: str
    former: str = ""

    def new_roles(self) -> Mapping[str, str]:
        """The witness."""
        return {self.person: "witness"}

    def former_members(self) -> frozenset[str]:
        """Whoever was asked before."""
        return frozenset({self.former} - {"", self.person})


class WitnessAccepted(Event):
    """The person who was asked will be the witness."""


class WitnessDeclined(Event):
    """The person who was asked will not be the witness, and does not see the promise any more."""

    person: str

    def former_members(self) -> frozenset[str]:
        """The person."""
        return frozenset({self.person})


class Witnessing(Query):
    """My open promises with their witnesses, and the promises of others of which I am asked to be a witness."""


class Witness(Value):
    """Who was asked, in which cohort, and what they said."""

    person: str
    cohort: str
    state: WitnessState


class PersonToAsk(Value):
    """Somebody who could be asked."""

    person: str
    name: str


class WitnessedPromise(Value):
    """A promise and its day. ``name`` is the witness's for one's own promises, otherwise the author's.

    ``state`` is None while nobody was asked.
    """

    author: str
    commitment: str
    words: str
    by: date | None
    name: str
    state: WitnessState | None


class WitnessView(View):
    """My promises, the promises of others that I may see, and whom I could ask."""

    mine: tuple[WitnessedPromise, ...]
    others: tuple[WitnessedPromise, ...]
    people: tuple[PersonToAsk, ...]


def witness_of(events: Iterable[Event]) -> Witness | None:
    """The witness after these events; None if nobody was asked."""
    found: Witness | None = None
    for event in events:
        match event:
            case WitnessAsked():
                found = Witness(person=event.person, cohort=event.cohort, state="asked")
            case WitnessAccepted() if found:
                found = found.model_copy(update={"state": "accepted"})
            case WitnessDeclined() if found:
                found = found.model_copy(update={"state": "declined"})
            case _:
                pass
    return found


def no_such_promise() -> CourseError:
    """The error for a promise of which one is no witness, or that does not exist; it is the same for both."""
    return CourseError("promise", "nobody asks you to be its witness", "Reload the page.")
