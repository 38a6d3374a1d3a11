"""The commands, the query and the events of a scrutiny round.

`round` is the state and the rules, `round_view` is what one member may know, and `scripted_members` is what the written
members of a solo round do. A member is a seat; the person who sits there is data.
"""

from typing import Literal

from pydantic import Field

from dlcourse.domain.speech import Command, Event, Query, Value
from dlcourse.domain.words import Id

Temper = Literal["warm", "cool", "neither"]
"""Warm says what works, cool says what is puzzling or could be different, and neither helps nobody."""
ROUNDS = "round/"
"""Before a round's id: the stream of what happened in it."""
MOST_PEOPLE = 12
"""The most members of a round of people."""
WORDS_LIMIT = 4000
"""The most characters of one answer."""


class RoundMember(Value):
    """A seat in the round, as everybody sees it."""

    id: str
    name: str
    about: str = ""


class Remark(Value):
    """One or two written sentences about a practice, for its owner to sort; ``why`` is shown once it was sorted."""

    id: str
    text: str
    temper: Temper
    why: str


class RoundCommand(Command):
    """A command about a round of an exercise; ``round`` is the id that its first member made."""

    exercise: str
    round: str = Field(pattern=r"^[0-9A-Za-z-]{8,64}$")


class BeginRound(RoundCommand):
    """Start a round in this seat; the other members are written.

    ``anonymous``: comments carry no name, and all are handed out together once everyone has given and received.
    """

    seat: str
    anonymous: bool = False


class BeginOwnRound(RoundCommand):
    """Start a round that I lead with these people of my cohort. Nobody in it is written.

    ``anonymous`` is as in `BeginRound`.
    """

    people: tuple[Id, ...] = Field(min_length=1, max_length=MOST_PEOPLE - 1)
    anonymous: bool = False


class RoundMove(RoundCommand):
    """A command about a round that has started."""


class PostPractice(RoundMove):
    """Open a practice of mine: ``words`` describe it, or are empty if one is written for the seat.

    ``ask`` names the kind of feedback I ask for, and ``question`` asks for it in my own words.
    """

    ask: str
    question: str = Field(default="", max_length=WORDS_LIMIT)
    words: str = Field(default="", max_length=WORDS_LIMIT)

    def texts(self) -> dict[str, str]:
        """The practice and the question in the member's own words."""
        return {f"{self.id}/practice": self.words, f"{self.id}/question": self.question}


class Comment(RoundMove):
    """Comment on the practice of the member ``to``, warm and cool. A second comment replaces the first."""

    to: str
    warm: str = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")
    cool: str = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")

    def texts(self) -> dict[str, str]:
        """Both halves of the comment."""
        return {f"{self.id}/warm": self.warm, f"{self.id}/cool": self.cool}


class SortRemark(RoundMove):
    """Sort a written remark that I received; the newest answer counts."""

    remark: str
    temper: Temper


class SayLearned(RoundMove):
    """Tell the others what I learned from their comments and what I will try; the newest words count."""

    learned: str = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")
    trying: str = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")

    def texts(self) -> dict[str, str]:
        """What was learned, and what will be tried."""
        return {f"{self.id}/learned": self.learned, f"{self.id}/trying": self.trying}


class CloseRound(RoundMove):
    """Close the round, as its leader."""


class Scrutiny(Query):
    """My newest round of this exercise, as my seat may know it; or the exercise itself if I have started none."""

    exercise: str


class RoundBegun(Event):
    """A round was started. ``seats`` gives the person in each seat that is not written.

    In a round with people of a ``cohort``, members have no names here, because names are personal text.
    """

    exercise: str
    leader: str
    members: tuple[RoundMember, ...]
    seats: dict[str, str]
    anonymous: bool = False
    cohort: str = ""

    def new_members(self) -> frozenset[str]:
        """Whoever has a seat in the round."""
        return frozenset(self.seats.values())


class PracticePosted(Event):
    """A member opened a practice.

    ``title`` and ``written`` are an author's; ``words`` points to the member's own text.
    """

    by: str
    ask: str
    title: str = ""
    written: str = ""
    question: str = ""
    words: str = ""


class Commented(Event):
    """A member commented on a practice, with an author's ``remarks`` or with the text that ``words`` points to."""

    by: str
    to: str
    remarks: tuple[Remark, ...] = ()
    words: str = ""


class RemarkSorted(Event):
    """A member sorted a remark that they received."""

    by: str
    remark: str
    temper: Temper


class LearnedSaid(Event):
    """A member said what they learned, with an author's ``written`` or with the text that ``words`` points to."""

    by: str
    written: str = ""
    words: str = ""


class RoundClosed(Event):
    """The leader closed the round."""

    by: str
