"""Circles without scripted members, for tests: seats, an empty case, and words that say whose they are."""

from dlcourse.domain.scrutiny.messages import Comment, PostPractice, RoundBegun, RoundMember, SayLearned
from dlcourse.domain.scrutiny.round import Round, begin
from dlcourse.domain.scrutiny.round_view import ScrutinyView, round_for
from dlcourse.domain.scrutiny.scripted_members import Case, KindOfAsk
from dlcourse.domain.speech import Command

ASK = KindOfAsk(id="puzzles", name="What puzzles you?", example="Where did you stop?")
BARE = Case(id="bare", title="Bare", setting="", leader="a", asks=(ASK,), members=(), remarks=())
SEATS = "abcdef"


def circle_of(many: int, *, anonymous: bool = False) -> Round:
    """A circle of this many people, led by a."""
    members = tuple(RoundMember(id=seat, name=seat.upper()) for seat in SEATS[:many])
    seats = {seat: f"person-{seat}" for seat in SEATS[:many]}
    return begin(RoundBegun(exercise="bare", leader="a", members=members, seats=seats, anonymous=anonymous))


def practice(by: str) -> PostPractice:
    """A member's practice, with words that say whose it is."""
    words = {"words": f"practice of {by}", "question": f"question of {by}"}
    return PostPractice(id=f"post-of-{by}", exercise="bare", round="round-01", ask="puzzles", **words)


def comment(by: str, to: str) -> Comment:
    """A comment, with words that say between whom it is."""
    words = {"warm": f"warm {by} to {to}", "cool": f"cool {by} to {to}"}
    return Comment(id=f"comment-{by}-{to}", exercise="bare", round="round-01", to=to, **words)


def lesson(by: str) -> SayLearned:
    """What a member says they learned."""
    words = {"learned": f"learned by {by}", "trying": f"tried by {by}"}
    return SayLearned(id=f"lesson-of-{by}", exercise="bare", round="round-01", **words)


def words_of(*commands: Command) -> dict[str, str]:
    """The personal words in these commands, by their ids."""
    return {key: words for command in commands for key, words in command.texts().items()}


def view(seat: str, circle: Round, texts: dict[str, str]) -> ScrutinyView:
    """The round as this seat sees it."""
    return round_for(seat, circle, BARE, texts, "round-01")
