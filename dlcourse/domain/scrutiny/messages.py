"""What can be said in a scrutiny round: its commands, its query, and the events that record it.

The state they add up to and what is allowed is `round`, what one member may know is `round_view`, what the written
members of a solo round do is `scripted_members`. A member is a seat; who sits there is data.
"""

from typing import Literal

from pydantic import Field

from dlcourse.domain.speech import Command, Event, Query, Value

Temper = Literal["warm", "cool", "neither"]
"""Warm says what works, cool what puzzles or could be otherwise; neither helps whoever gets it."""
ROUNDS = "round/"
"""Before a round's id: the stream of what happened in it."""
WORDS_LIMIT = 4000
"""Characters that any one answer may have."""


class RoundMember(Value):
    """A seat of the circle, as everybody sees it."""

    id: str
    name: str
    about: str = ""


class Remark(Value):
    """A written sentence or two about a practice, for its owner to sort; ``why`` is told once it was sorted."""

    id: str
    text: str
    temper: Temper
    why: str


class RoundCommand(Command):
    """A command to a round of an exercise; ``round`` is its id, made by whoever begins it."""

    exercise: str
    round: str = Field(pattern=r"^[0-9A-Za-z-]{8,64}$")


class BeginRound(RoundCommand):
    """Begin a round from a seat; the other members are written.

    ``anonymous``: comments carry no name, and are handed out together once everyone has given and received.
    """

    seat: str
    anonymous: bool = False


class RoundMove(RoundCommand):
    """A command to a round that has begun."""


class PostPractice(RoundMove):
    """Open a practice of mine: ``words`` describe it, or are empty where one is written for the seat.

    ``ask`` names the kind of feedback I ask for, ``question`` puts it in my own words.
    """

    ask: str
    question: str = Field(default="", max_length=WORDS_LIMIT)
    words: str = Field(default="", max_length=WORDS_LIMIT)

    def texts(self) -> dict[str, str]:
        """The practice and the question in one's own words."""
        return {f"{self.id}/practice": self.words, f"{self.id}/question": self.question}


class Comment(RoundMove):
    """Comment on the practice of the member ``to``, warm and cool; a second comment takes the place of the first."""

    to: str
    warm: str = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")
    cool: str = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")

    def texts(self) -> dict[str, str]:
        """Both halves of the comment."""
        return {f"{self.id}/warm": self.warm, f"{self.id}/cool": self.cool}


class SortRemark(RoundMove):
    """Say what a written remark that I received is; the newest answer counts."""

    remark: str
    temper: Temper


class SayLearned(RoundMove):
    """Say to the circle what I learned from its comments and what I will try; the newest words count."""

    learned: str = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")
    trying: str = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")

    def texts(self) -> dict[str, str]:
        """What was learned, and what will be tried."""
        return {f"{self.id}/learned": self.learned, f"{self.id}/trying": self.trying}


class CloseRound(RoundMove):
    """Close the round, as its leader."""


class Scrutiny(Query):
    """My newest round of this exercise, as my seat may know it; what it is about where I have begun none."""

    exercise: str


class RoundBegun(Event):
    """A circle was set. ``seats`` gives each human member's person."""

    exercise: str
    leader: str
    members: tuple[RoundMember, ...]
    seats: dict[str, str]
    anonymous: bool = False

    def new_members(self) -> frozenset[str]:
        """Whoever has a seat in the round."""
        return frozenset(self.seats.values())


class PracticePosted(Event):
    """A member opened a practice. ``title`` and ``written`` are an author's; ``words`` points to the member's own."""

    by: str
    ask: str
    title: str = ""
    written: str = ""
    question: str = ""
    words: str = ""


class Commented(Event):
    """A member commented on a practice: an author's ``remarks``, or ``words`` that point to the member's own."""

    by: str
    to: str
    remarks: tuple[Remark, ...] = ()
    words: str = ""


class RemarkSorted(Event):
    """A member said what a remark is that they received."""

    by: str
    remark: str
    temper: Temper


class LearnedSaid(Event):
    """A member said what they learned: an author's ``written``, or ``words`` that point to the member's own."""

    by: str
    written: str = ""
    words: str = ""


class RoundClosed(Event):
    """The leader closed the round."""

    by: str
