"""Scripted colleagues: what they say depends on how they are asked and on what was said before.

They are deterministic: the same scenario, seed and moves always give the same answers. People fall back on shared facts
after somebody has announced a preference, pressed for a yes, or let rank speak first. Unique facts come out when a
question is open, names somebody's expertise, or asks for dissent.
"""

import hashlib
from collections.abc import Iterable, Sequence

from dlcourse.domain.roleplay.hidden_profile import best_option, known_to
from dlcourse.domain.roleplay.messages import Answered, Asking, Decided, FactShared, IdeaVoiced, QuestionAsked
from dlcourse.domain.roleplay.play import Play, Said
from dlcourse.domain.roleplay.scenario import Fact, Scenario

CANDOUR: dict[Asking, float] = {"expertise": 1.0, "dissent": 0.95, "open": 0.8, "rank": 0.15, "closed": 0.05}
"""The chance that each kind of question brings out a unique fact if nobody has steered the talk yet."""

STEERED = 0.3
"""How much of that chance each early announcement, closed question, or round by rank takes away."""

INVITED = 0.2
"""How much of it a request for dissent, or sharing a unique fact of one's own, wins back."""


def preference(scenario: Scenario, role: str) -> str:
    """What a scripted role prefers before the talk: the best option on S + U_i; on a tie, the first in the file."""
    known = known_to(scenario, [role]) if scenario.facts else ()
    options = [option.id for option in scenario.options]
    return best_option(known, options) or options[0]


def decision(play: Play) -> Decided:
    """What a scripted decider decides: the unique best option on all it knows now; on a tie, its first preference.

    It credits the other roles who first voiced a unique fact in favor of the decision.
    """
    scenario, decider = play.scenario, play.scenario.decider.id
    option = best_option(play.knows(decider), [option.id for option in scenario.options])
    chosen = option or preference(scenario, decider)
    return Decided(role=decider, option=chosen, credits=_credits(play, chosen, decider))


def answer(play: Play) -> tuple[Answered, ...]:
    """The answer of the scripted colleagues to the last turn: at most one of them answers, with at most one fact."""
    turn = play.said[-1].turn
    match turn:
        case QuestionAsked():
            return _to_question(play, turn)
        case IdeaVoiced():
            return _to_idea(play, turn)
        case _:
            return ()


def steered(play: Play) -> int:
    """How often the talk was steered: by early announcements, closed questions, and rounds by rank."""
    return sum(_steers(play, place) for place in range(len(play.said)))


def _to_question(play: Play, asked: QuestionAsked) -> tuple[Answered, ...]:
    if asked.to in play.held:
        return ()  # a person answers by sharing what they know
    candid = _chance(play, "candour") < candour(play, asked.how)
    if asked.how == "expertise":
        return _from_expert(play, asked.to, candid=candid)
    pick = _against_the_lead(play) if asked.how == "dissent" else _unvoiced(play, _scripted(play))
    if candid and pick:
        return (_bring(play, _one_of(play, pick)),)
    return _common(play, asked.option)


def _from_expert(play: Play, role: str, *, candid: bool) -> tuple[Answered, ...]:
    unvoiced = _unvoiced(play, [role])
    if not unvoiced:
        return (Answered(role=role, last=True),)
    if candid:
        return (_bring(play, (role, unvoiced[0][1])),)
    return _common(play, "", [role])


def _to_idea(play: Play, idea: IdeaVoiced) -> tuple[Answered, ...]:
    """The answer to an idea: an early announcement is echoed; later, somebody who knows better may disagree."""
    objections = [(role, fact) for role, fact in _unvoiced(play, _scripted(play)) if fact.weight(idea.option) < 0]
    if objections and not _first_word(play, len(play.said) - 1) and _chance(play, "object") < candour(play, "open"):
        return (_bring(play, _one_of(play, objections)),)
    return _common(play, idea.option)


def candour(play: Play, how: Asking) -> float:
    """The chance, from 0 to 1, that this kind of question brings out a unique fact now."""
    invited = sum(_invites(said, play) for said in play.said[:-1])
    return max(0.0, min(CANDOUR[how], CANDOUR[how] - STEERED * steered(play) + INVITED * invited))


def _steers(play: Play, place: int) -> bool:
    match play.said[place].turn:
        case QuestionAsked(how="closed" | "rank"):
            return place < len(play.said) - 1
        case IdeaVoiced():
            return place < len(play.said) - 1 and _first_word(play, place)
        case _:
            return False


def _first_word(play: Play, place: int) -> bool:
    """Whether no colleague had voiced a unique fact before this turn."""
    unique, speaker = {fact.id for fact in play.scenario.unique}, play.said[place].turn.role
    earlier = (said.turn for said in play.said[:place] if said.turn.role != speaker)
    return not any(isinstance(turn, Answered | FactShared) and turn.fact in unique for turn in earlier)


def _invites(said: Said, play: Play) -> bool:
    match said.turn:
        case QuestionAsked(how="dissent"):
            return True
        case FactShared(fact=fact):
            return any(fact == unique.id for unique in play.scenario.unique)
        case _:
            return False


def _scripted(play: Play) -> list[str]:
    return [role.id for role in play.scenario.roles if role.id not in play.held]


def _unvoiced(play: Play, roles: Iterable[str]) -> list[tuple[str, Fact]]:
    """The unique facts that scripted roles could still voice, in the order of roles and of the file."""
    heard = play.heard
    return [(role, fact) for role in roles for fact in play.scenario.own(role) if fact.id not in heard]


def _against_the_lead(play: Play) -> list[tuple[str, Fact]]:
    on_table = [*play.scenario.shared, *(fact for fact in play.scenario.unique if fact.id in play.heard)]
    lead = best_option(on_table, [option.id for option in play.scenario.options])
    unvoiced = _unvoiced(play, _scripted(play))
    return [(role, fact) for role, fact in unvoiced if lead is None or _speaks_against(fact, lead)]


def _speaks_against(fact: Fact, lead: str) -> bool:
    return fact.weight(lead) < max([0, *(weight for option, weight in fact.weighs.items() if option != lead)])


def _bring(play: Play, who_what: tuple[str, Fact]) -> Answered:
    role, fact = who_what
    rest = [other for _, other in _unvoiced(play, [role]) if other.id != fact.id]
    return Answered(role=role, fact=fact.id, last=not rest)


def _common(play: Play, option: str, roles: Sequence[str] = ()) -> tuple[Answered, ...]:
    """A shared fact: preferably one in favor of the option, and preferably one that was not voiced yet."""
    speakers = list(roles) or _scripted(play)
    speaker = speakers[int(_chance(play, "speaker") * len(speakers))] if speakers else ""
    shared = sorted(play.scenario.shared, key=lambda fact: (fact.id in play.voiced, -fact.weight(option)))
    last = not _unvoiced(play, [speaker])
    return (Answered(role=speaker, fact=shared[0].id if shared else "", last=last),) if speaker else ()


def _one_of(play: Play, pick: Sequence[tuple[str, Fact]]) -> tuple[str, Fact]:
    return pick[int(_chance(play, "pick") * len(pick))]


def _credits(play: Play, option: str, decider: str) -> tuple[str, ...]:
    unique = {fact.id: fact for fact in play.scenario.unique}
    voices = {
        voicing.role
        for fact, voicing in play.voiced.items()
        if fact in unique and unique[fact].weight(option) >= max([0, *unique[fact].weighs.values()])
    }
    return tuple(role.id for role in play.scenario.roles if role.id in voices and role.id != decider)


def _chance(play: Play, what: str) -> float:
    """A number in [0, 1) that depends only on the seed, the moves so far, and ``what`` it is for.

    The ids of people's words are left out, so that the same talk gives the same answers in every attempt.
    """
    moves = "|".join(said.turn.model_dump_json(exclude={"words", "reason"}) for said in play.said)
    digest = hashlib.sha256(f"{play.seed}|{what}|{moves}".encode()).digest()
    return int.from_bytes(digest[:8]) / 2**64
