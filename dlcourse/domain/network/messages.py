"""What a person does with networks: upload or enter their own, and guess before they look.

`views` is what they see of one. Names of colleagues are personal, so no event holds one (see `NetworkKept`).
"""

import unicodedata
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from dlcourse.domain.names import tidy
from dlcourse.domain.network.graph import Graph, Name, Tie
from dlcourse.domain.network.stretch import MOST_ACTS, Act
from dlcourse.domain.speech import Command, Event, Value
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.errors import CourseError

OWN = "own"
"""The id of a person's own network, beside those of the samples."""
MOST_DRAWN, MOST_TIES_DRAWN, MOST_ACTS_SHOWN = 200, 5_000, 2_000
"""The largest network on a page, where it is drawn. The command line takes larger ones."""
MOST_LIVE = 60
"""The largest network that is drawn again at each step while it is entered."""
MOST_BYTES = 1_000_000
"""The largest file that can be uploaded on a page, in bytes."""

Word = Annotated[str, Field(min_length=1, max_length=MOST_LETTERS)]
Way = Literal["replace", "add"]
"""What uploaded files do to the network that is there."""
Coded = Annotated[str, Field(max_length=-(-MOST_BYTES // 3) * 4)]
"""A file's bytes in base64; empty if there is no file."""


class Network(Value):
    """People with their ties and acts, and with their ``roles`` as far as those are known."""

    graph: Graph
    roles: dict[Name, str] = {}
    acts: tuple[Act, ...] = ()


def lines(words: object) -> object:
    """The names in a text, one on each line; whatever is not a text is returned as it is.

    Raises a `CourseError` if there is no name, or one that is too long.
    """
    if not isinstance(words, str):
        return words
    names = [name for line in words.splitlines() if (name := clean(line))]
    if not names:
        raise CourseError("names", "there is no name yet", "Write one name or more, each on its own line.")
    for name in names:
        if len(name) > MOST_LETTERS:
            what = f"the name has {len(name)} letters, and at most {MOST_LETTERS} fit"
            raise CourseError(f"{name[:20]}…", what, "Shorten it, or put each name on its own line.")
    return tuple(names)


NOBODY_YET = Network(graph=Graph(people=(), ties=(), everybody=True))


class Files(Value):
    """Uploaded files, each with its name and its bytes in base64.

    The file of ``ties`` can also be a workbook that holds all tables; then it comes alone.
    """

    ties: Coded
    ties_name: Word = "ties.csv"
    people: Coded = ""
    people_name: Word = "people.csv"
    acts: Coded = ""
    acts_name: Word = "acts.csv"


class BringNetwork(Command):
    """Replace my own network by the one in these files, or add that to it.

    `TryNetwork` says beforehand what is wrong in the files.
    """

    files: Files
    way: Way = "replace"


class AddColleagues(Command):
    """Add people to my own network. ``names`` can also be one text with a name on each line. Roles are by name."""

    names: Annotated[tuple[Word, ...], Field(min_length=1, max_length=MOST_DRAWN), BeforeValidator(lines)]
    roles: Annotated[dict[Word, Word], Field(max_length=MOST_DRAWN)] = {}


class RenameColleague(Command):
    """Rename somebody in my own network."""

    person: Word
    name: Word


class RemoveColleague(Command):
    """Remove somebody from my own network, with their ties and acts."""

    person: Word


class DrawTies(Command):
    """Add ties: ``who`` turns to each of ``to``, about ``topic`` if one is named."""

    who: Word
    to: Annotated[tuple[Word, ...], Field(min_length=1, max_length=MOST_DRAWN)]
    topic: Annotated[str, Field(max_length=MOST_LETTERS)] = ""


class ChangeTie(Command):
    """Change the topic of a tie."""

    tie: Tie
    topic: Annotated[str, Field(max_length=MOST_LETTERS)] = ""


class RemoveTie(Command):
    """Remove a tie from my own network."""

    tie: Tie


class CountActs(Command):
    """Set how many acts of a leadership function somebody had; 0 removes the entry."""

    person: Word
    function: Word
    count: Annotated[int, Field(ge=0, le=MOST_ACTS)]


class RemoveNetwork(Command):
    """Delete my own network and my guess about it."""


Edit = AddColleagues | RenameColleague | RemoveColleague | DrawTies | ChangeTie | RemoveTie | CountActs
"""An edit of one's own network by hand."""


Guessed = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MOST_LETTERS)]


class Guess(Value):
    """What somebody expects of a network before they see it. An empty name, or one of blanks only, means nobody."""

    most: Guessed
    splits: Guessed
    alone: Guessed

    @property
    def names(self) -> set[str]:
        """Everybody it names."""
        return {self.most, self.splits, self.alone} - {""}


class GuessInNetwork(Command):
    """Guess, before seeing the ties, whom most turn to, whose absence would split the group, and who has no tie."""

    network: str = Field(max_length=MOST_LETTERS)
    guess: Guess


class NetworkKept(Event):
    """My own network is now the text under ``words``. Earlier states are not stored."""

    words: str


class NetworkRemoved(Event):
    """My own network was deleted."""


class NetworkGuessed(Event):
    """A guess about a network was made. It is the text under ``words``, because it may name a colleague."""

    network: str
    words: str


def fits(network: Network) -> Network:
    """The network itself, or a `CourseError` if it is too large to draw."""
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
    """The guess itself, or a `CourseError` if it names somebody who is not in the network."""
    if strangers := guess.names - set(people):
        raise CourseError(min(strangers), "is not among the people", "Choose one of the people, or nobody.")
    return guess


def clean(words: str) -> str:
    """The words as they are shown (`names.tidy`), in composed form (NFC)."""
    return unicodedata.normalize("NFC", tidy(words))
