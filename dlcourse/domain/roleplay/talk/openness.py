"""How ready scripted colleagues are to say what only they know, and which of it they can think of now.

People hold back after somebody has announced a preference, pressed for a yes, or let rank speak first. They open up
once doubts were asked for, once everyone was asked, after others shared something, and after being credited. All of it
follows from the scenario, the seed and the moves so far.
"""

import hashlib
from collections.abc import Iterable

from dlcourse.domain.roleplay.hidden_profile import best_option
from dlcourse.domain.roleplay.messages import Answered, Asking, FactShared, IdeaVoiced, QuestionAsked
from dlcourse.domain.roleplay.play import Play, Said
from dlcourse.domain.roleplay.scenario import Fact

READINESS: dict[Asking, int] = {"expertise": 25, "dissent": 60, "open": 55, "rank": 10, "closed": 5}
"""The chance in percent that each kind of question brings out a unique fact at the beginning of a talk."""

DOUBTS_WELCOME = 35
"""Percent gained once doubts were asked for: from then on everyone knows that they may disagree."""

TIME_TO_THINK = 30
"""Percent gained once everyone was asked: they have had time to think of what they know."""

CREDITED = 35
"""Percent that a colleague gains when somebody comes back to what they told."""

SHARED = 10
"""Percent gained for each unique fact that was shared unasked; the first two count."""

STEERED = 30
"""Percent lost with each early announcement, closed question, or round by rank."""

FORGOTTEN = 25
"""The share of unique facts, in percent, that come to their holder's mind only when asked again."""

Brought = tuple[str, Fact]
"""A role, and a fact that it could tell."""


def openness(play: Play, how: Asking, role: str) -> int:
    """The chance in percent that this role answers the latest turn with a unique fact, asked in this way."""
    gained = 0 if how in {"closed", "rank"} else _gained(play, role)
    return max(0, min(100, READINESS[how] + gained - STEERED * steered(play)))


def ready(play: Play, how: Asking, roles: Iterable[str]) -> list[Brought]:
    """The unique facts that these roles would tell now. A role holds back what contradicts a recent announcement."""
    drawn, wanted = draw(play, "ready"), "" if how == "dissent" else announced(play)
    open_now = [role for role in roles if drawn < openness(play, how, role)]
    return [(role, fact) for role, fact in _on_mind(play, open_now) if not (wanted and speaks_against(fact, wanted))]


def unvoiced(play: Play, roles: Iterable[str]) -> list[Brought]:
    """The unique facts that these roles could still tell, in the order of roles and of the file."""
    heard = play.heard
    return [(role, fact) for role in roles for fact in play.scenario.own(role) if fact.id not in heard]


def scripted(play: Play) -> list[str]:
    """The roles that nobody plays, in the order of the file."""
    return [role.id for role in play.scenario.roles if role.id not in play.held]


def steered(play: Play) -> int:
    """How often the talk was steered before the latest turn: by early announcements, closed questions, and by rank."""
    return sum(_steers(play, place) for place in range(len(play.said) - 1))


def announced(play: Play) -> str:
    """The option that was announced or pressed for in one of the two minutes before the latest turn, or ""."""
    turns = [said.turn for said in play.said[:-1] if not isinstance(said.turn, Answered)]
    options = [turn.option for turn in turns[-2:] if isinstance(turn, IdeaVoiced | QuestionAsked)]
    return next((option for option in reversed(options) if option), "")


def credited(play: Play, role: str) -> bool:
    """Whether somebody else has come back to a fact that this role told."""
    return any(
        isinstance(said.turn, FactShared) and said.turn.role != role and teller(play, said.turn.fact) == role
        for said in play.said
    )


def teller(play: Play, fact: str) -> str:
    """The role that told a fact first, or "" if nobody has."""
    return play.voiced[fact].role if fact in play.voiced else ""


def lead(play: Play) -> str | None:
    """The option that is ahead on the shared facts and those told so far, or None if several are."""
    on_table = [*play.scenario.shared, *(fact for fact in play.scenario.unique if fact.id in play.heard)]
    return best_option(on_table, [option.id for option in play.scenario.options])


def speaks_against(fact: Fact, option: str) -> bool:
    """Whether the fact speaks against this option, or for another one."""
    return fact.weight(option) < max([0, *(weight for other, weight in fact.weighs.items() if other != option)])


def first_word(play: Play, place: int) -> bool:
    """Whether no colleague had told a unique fact before the turn at this place."""
    unique, speaker = {fact.id for fact in play.scenario.unique}, play.said[place].turn.role
    earlier = (said.turn for said in play.said[:place] if said.turn.role != speaker)
    return not any(isinstance(turn, Answered | FactShared) and turn.fact in unique for turn in earlier)


def draw(play: Play, what: str) -> int:
    """A whole number from 0 to 99 that depends only on the seed, the moves so far, and ``what`` it is for.

    The ids of people's words are left out, so that the same talk gives the same answers in every attempt.
    """
    moves = "|".join(said.turn.model_dump_json(exclude={"words", "reason"}) for said in play.said)
    return _percent(f"{play.seed}|{what}|{moves}")


def _percent(words: str) -> int:
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:8]) % 100


def _gained(play: Play, role: str) -> int:
    earlier = play.said[:-1]
    asked = {said.turn.how for said in earlier if isinstance(said.turn, QuestionAsked)}
    return (
        DOUBTS_WELCOME * ("dissent" in asked)
        + TIME_TO_THINK * ("open" in asked)
        + CREDITED * credited(play, role)
        + SHARED * min(2, sum(_gives(said, play) for said in earlier))
    )


def _gives(said: Said, play: Play) -> bool:
    """Whether somebody told, unasked, what not everybody knew."""
    unique = {fact.id for fact in play.scenario.unique}
    return isinstance(said.turn, FactShared) and said.new and said.turn.fact in unique


def _on_mind(play: Play, roles: Iterable[str]) -> list[Brought]:
    """What these roles can think of: a fact that is easily forgotten takes a second question."""
    return [
        (role, fact)
        for role, fact in unvoiced(play, roles)
        if _times_asked(play, role) or _percent(f"{play.seed}|forgotten|{fact.id}") >= FORGOTTEN
    ]


def _times_asked(play: Play, role: str) -> int:
    """How many questions before the latest turn were put to this role, or to everyone."""
    return sum(isinstance(said.turn, QuestionAsked) and said.turn.to in {"", role} for said in play.said[:-1])


def _steers(play: Play, place: int) -> bool:
    match play.said[place].turn:
        case QuestionAsked(how="closed" | "rank"):
            return True
        case IdeaVoiced():
            return first_word(play, place)
        case _:
            return False
