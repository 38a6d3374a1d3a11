"""What can be said in a role-play: its commands, its queries, and the events that record it.

The state they add up to is `play`, what is allowed is `moves`, what one seat may see is `table`.
"""

from typing import Annotated, Literal

from pydantic import Field

from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Command, Event, Query

Asking = Literal["open", "expertise", "dissent", "closed", "rank"]
"""How a question is put: to everyone, to one person's expertise, for dissent, for a yes, or round by rank."""

WORDS_LIMIT = 4000
"""Characters that a reason or an idea may have."""

PLAYS = "play/"
"""Before a play's id: the stream of what happened in it, and the topic under which changes of it are announced."""

NewPlay = Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{1,64}$")]
"""The id of a play to come, made by whoever asks for it."""


class BeginPlay(Command):
    """Sit down at a new table; ``play`` is its id, made by whoever asks. The other roles are scripted."""

    play: NewPlay
    scenario: str
    seat: str


class BranchPlay(Command):
    """Begin a new attempt ``play`` that shares the first ``moves`` moves of the attempt ``source``.

    It is the sender's alone: whoever else sat at the source's table is scripted in it.
    """

    play: NewPlay
    source: str
    moves: int = Field(ge=0)


class Move(Command):
    """A command to a play that has begun."""

    play: str


class StatePreference(Move):
    """State privately, before the talk, which option one would choose."""

    option: str


class ShareFact(Move):
    """Put a fact that one knows on the table."""

    fact: str


class Ask(Move):
    """Ask the table. ``to`` names the role whose expertise is asked; ``option`` what a closed question is about."""

    how: Asking
    to: str = ""
    option: str = ""


class VoiceIdea(Move):
    """Say which option one is leaning toward, with words of one's own (may be empty)."""

    option: str
    words: str = Field(default="", max_length=WORDS_LIMIT)

    def texts(self) -> dict[str, str]:
        """The idea in one's own words."""
        return {self.id: self.words} if self.words else {}


class CloseTalk(Move):
    """Say what one prefers now, and no more in this talk; the deciding role is another one, and decides.

    A scripted decider decides once every person at the table has done so; a person decides when they like.
    """

    option: str


class Decide(Move):
    """Decide, as the deciding role, with a reason and the roles whose knowledge it rests on."""

    option: str
    reason: str = Field(min_length=1, max_length=WORDS_LIMIT, pattern=r"\S")
    credits: tuple[str, ...] = ()

    def texts(self) -> dict[str, str]:
        """The reason in one's own words."""
        return {self.id: self.reason}


class MakeChoice(Move):
    """Take one of the ways that are open at a crossroads."""

    scene: str
    choice: str


class Table(Query):
    """The table of a play as my seat sees it."""

    play: str


class Debrief(Query):
    """The debrief of a play that has ended."""

    play: str


class Compare(Query):
    """Two ended plays of mine side by side."""

    first: str
    second: str


class ScenarioKept(Event):
    """The scenario as it was when a play began, so that the play can be replayed whatever the file becomes."""

    scenario: Scenario


class PlayBegun(Event):
    """A table was set. ``scenario`` is the stream that keeps it; ``seats`` gives each human seat's person."""

    scenario: str
    title: str
    about: str
    seats: dict[str, str]
    seed: str
    source: str = ""
    moves: int = 0

    def new_members(self) -> frozenset[str]:
        """Whoever has a seat at the table."""
        return frozenset(self.seats.values())


class PreferenceStated(Event):
    """A seat stated its preference: before the talk the first time, after it the second."""

    role: str
    option: str


class FactShared(Event):
    """A seat put a fact on the table; one minute."""

    role: str
    fact: str


class QuestionAsked(Event):
    """A seat asked; one minute."""

    role: str
    how: Asking
    to: str = ""
    option: str = ""


class IdeaVoiced(Event):
    """A seat said which option it is leaning toward; one minute. ``words`` points to a text, or is empty."""

    role: str
    option: str
    words: str = ""


class Answered(Event):
    """A scripted colleague answered; free. ``fact`` is empty where nothing came; ``last``: no more to tell."""

    role: str
    fact: str = ""
    last: bool = False


class Decided(Event):
    """The deciding role decided. ``reason`` points to a text, or is empty for a scripted decider."""

    role: str
    option: str
    reason: str = ""
    credits: tuple[str, ...] = ()


class ChoiceMade(Event):
    """A way was taken at a crossroads."""

    role: str
    scene: str
    choice: str


def without_words(event: Event) -> Event:
    """The event, pointing to no words."""
    match event:
        case IdeaVoiced():
            return event.model_copy(update={"words": ""})
        case Decided():
            return event.model_copy(update={"reason": ""})
        case _:
            return event
