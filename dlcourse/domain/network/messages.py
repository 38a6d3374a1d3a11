"""What a person does with networks: bring or enter their own, and guess before they look.

What they see of one is `network_seen`. Names of colleagues are personal: no event holds one, see `NetworkKept`.
"""

import unicodedata
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from dlcourse.domain.names import tidy
from dlcourse.domain.network.graph import MOST_LETTERS, Graph, Name, Tie
from dlcourse.domain.network.stretch import MOST_ACTS, Act
from dlcourse.domain.speech import Command, Event, Value
from dlcourse.errors import CourseError

OWN = "own"
"""The id of a person's own network, beside those of the samples."""
MOST_DRAWN, MOST_TIES_DRAWN, MOST_ACTS_SHOWN = 200, 5_000, 2_000
"""How large a network may be on a page, where it is drawn; the command line takes larger ones."""
MOST_BYTES = 1_000_000
"""How large a file may be that is brought on a page."""

Word = Annotated[str, Field(min_length=1, max_length=MOST_LETTERS)]
Coded = Annotated[str, Field(max_length=-(-MOST_BYTES // 3) * 4)]
"""A file's bytes in base64; empty for no file."""


class Network(Value):
    """People with their ties and acts. ``roles`` are there as far as they are known."""

    graph: Graph
    roles: dict[Name, str] = {}
    acts: tuple[Act, ...] = ()


NOBODY_YET = Network(graph=Graph(people=(), ties=(), everybody=True))


class Files(Value):
    """Files as a browser hands them over, each with its name and its bytes in base64."""

    ties: Coded
    ties_name: Word = "ties.csv"
    people: Coded = ""
    people_name: Word = "people.csv"
    acts: Coded = ""
    acts_name: Word = "acts.csv"


class BringNetwork(Command):
    """Make my own network what is in these files; `network_seen.TryNetwork` tells beforehand what is wrong in them."""

    files: Files


class AddColleagues(Command):
    """Add people to my own network."""

    names: Annotated[tuple[Word, ...], Field(min_length=1, max_length=MOST_DRAWN)]


class RenameColleague(Command):
    """Call somebody in my own network otherwise."""

    person: Word
    name: Word


class RemoveColleague(Command):
    """Take somebody out of my own network, with their ties and acts."""

    person: Word


class DrawTies(Command):
    """Note that ``who`` turns to each of ``to``, about a topic where one is named."""

    who: Word
    to: Annotated[tuple[Word, ...], Field(min_length=1, max_length=MOST_DRAWN)]
    topic: Annotated[str, Field(max_length=MOST_LETTERS)] = ""


class ChangeTie(Command):
    """Let a tie be about something else."""

    tie: Tie
    topic: Annotated[str, Field(max_length=MOST_LETTERS)] = ""


class RemoveTie(Command):
    """Take a tie out of my own network."""

    tie: Tie


class CountActs(Command):
    """Note how many acts of a leadership function somebody had; 0 takes the note away."""

    person: Word
    function: Word
    count: Annotated[int, Field(ge=0, le=MOST_ACTS)]


class RemoveNetwork(Command):
    """Delete my own network, and what I guessed about it."""


Edit = AddColleagues | RenameColleague | RemoveColleague | DrawTies | ChangeTie | RemoveTie | CountActs
"""A step by hand in one's own network."""


class Guess(Value):
    """What somebody expects of a network before they see it; empty: nobody."""

    most: str = Field(max_length=MOST_LETTERS)
    splits: str = Field(max_length=MOST_LETTERS)
    alone: str = Field(max_length=MOST_LETTERS)

    @property
    def names(self) -> set[str]:
        """Everybody it names."""
        return {self.most, self.splits, self.alone} - {""}


class GuessInNetwork(Command):
    """Say, before the ties are seen, to whom most turn, whose absence would split the group, and who has no tie."""

    network: str = Field(max_length=MOST_LETTERS)
    guess: Guess


class NetworkKept(Event):
    """My own network is now what stands under ``words``; an older state of it is not kept."""

    words: str


class NetworkRemoved(Event):
    """My own network was deleted."""


class NetworkGuessed(Event):
    """A guess about a network was made; it stands under ``words``, for it may name a colleague."""

    network: str
    words: str


def fits(network: Network) -> Network:
    """The network; a `CourseError` where a page cannot draw it."""
    graph = network.graph
    for what, count, most in (
        ("people", len(graph.people), MOST_DRAWN),
        ("ties", len(graph.ties), MOST_TIES_DRAWN),
        ("acts", len(network.acts), MOST_ACTS_SHOWN),
    ):
        if count > most:
            words = f"{count:,} are more than can be drawn here ({most:,})"
            raise CourseError(what, words, "Take a part of it, or use the command `dlcourse network`.")
    return network


def guessed(guess: Guess, people: Iterable[str]) -> Guess:
    """The guess; a `CourseError` where it names somebody who is not among the people."""
    if strangers := guess.names - set(people):
        raise CourseError(min(strangers), "is not among the people", "Choose one of the people, or nobody.")
    return guess


def clean(words: str) -> str:
    """Words as they are shown (`names.tidy`), in composed letters (NFC)."""
    return unicodedata.normalize("NFC", tidy(words))
