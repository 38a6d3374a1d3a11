"""Scripted colleagues: what they say to a question, an idea, a fact, and a decision.

They are deterministic: the same scenario, seed and moves always give the same answers. Their answers are stored as
events, so a play that began under other rules stays as it was. At most one fact comes to the table with each turn.
"""

from collections.abc import Sequence

from dlcourse.domain.roleplay.messages import Answered, Decided, FactShared, IdeaVoiced, QuestionAsked
from dlcourse.domain.roleplay.play import Play
from dlcourse.domain.roleplay.talk.openness import (
    Brought,
    announced,
    credited,
    draw,
    first_word,
    lead,
    ready,
    scripted,
    speaks_against,
    teller,
    unvoiced,
)

Told = tuple[str, str]
"""A role and the fact that it tells, or "" if it only reacts, hesitates, or has nothing to add."""

HESITATES = 60
"""The chance in percent that somebody who holds back hesitates visibly, rather than say what everybody knows."""


def answer(play: Play) -> tuple[Answered, ...]:
    """What the scripted colleagues say to the latest turn; nothing if there are none."""
    match play.said[-1].turn:
        case QuestionAsked() as asked:
            told = _to_question(play, asked)
        case IdeaVoiced() as idea:
            told = _to_idea(play, idea)
        case FactShared() as shared:
            told = _to_fact(play, shared)
        case Decided() as decided:
            told = _to_decision(play, decided)
        case _:
            told = []
    return _answers(play, told)


def _answers(play: Play, told: Sequence[Told]) -> tuple[Answered, ...]:
    """The events of what was told. Whether a role has more to tell counts with all that was told now."""
    heard = play.heard | {fact for _, fact in told}
    return tuple(
        Answered(role=role, fact=fact, last=all(own.id in heard for own in play.scenario.own(role)))
        for role, fact in told
    )


def _to_question(play: Play, asked: QuestionAsked) -> list[Told]:
    if asked.to in play.held:
        return []  # a person answers by sharing what they know
    if asked.to:
        return _with_touched(play, [_named(play, asked.to)])
    return _everyone(play, asked)


def _named(play: Play, role: str) -> Told:
    """One person's answer: people who hold back either hesitate or say what they think is wanted."""
    if brought := ready(play, "expertise", [role]):
        return _one_of(play, brought)
    if not unvoiced(play, [role]) or draw(play, "hesitates") < HESITATES:
        return role, ""
    return role, _common_fact(play, announced(play))


def _everyone(play: Play, asked: QuestionAsked) -> list[Told]:
    """An answer or a visible silence from each: in a round by rank in order, otherwise whoever has a fact first."""
    speakers = scripted(play)
    first = _first_answer(play, asked, speakers)
    everyone = [*first, *((role, "") for role in speakers if role not in dict(first))]
    return sorted(everyone, key=lambda told: speakers.index(told[0])) if asked.how == "rank" else everyone


def _first_answer(play: Play, asked: QuestionAsked, speakers: Sequence[str]) -> list[Told]:
    brought, ahead = ready(play, asked.how, speakers), lead(play)
    if asked.how == "dissent":
        brought = [(role, fact) for role, fact in brought if ahead is None or speaks_against(fact, ahead)]
    if brought:
        return [_one_of(play, brought)]
    if asked.how == "dissent":
        return []
    return _common(play, asked.option, speakers[:1] if asked.how == "rank" else speakers)


def _to_idea(play: Play, idea: IdeaVoiced) -> list[Told]:
    """An early announcement is echoed. Later, somebody who knows better may disagree, or feel passed over."""
    against = [(role, fact) for role, fact in unvoiced(play, scripted(play)) if fact.weight(idea.option) < 0]
    if not first_word(play, len(play.said) - 1) and (
        brought := [one for one in ready(play, "open", scripted(play)) if one in against]
    ):
        return _with_touched(play, [_one_of(play, brought)])
    if ignored := passed_over_by(play, idea):
        return [(ignored[draw(play, "ignored") % len(ignored)], "")]
    return _common(play, idea.option, scripted(play))


def passed_over_by(play: Play, idea: IdeaVoiced) -> list[str]:
    """The scripted roles that told a fact against the option of this idea and were never credited for it."""
    told = {teller(play, fact.id) for fact in play.scenario.unique if speaks_against(fact, idea.option)}
    return [role for role in scripted(play) if role in told and not credited(play, role)]


def _to_fact(play: Play, shared: FactShared) -> list[Told]:
    """Whoever told it first is pleased to be credited; otherwise whom it touches reacts, or one of the others."""
    others, first = scripted(play), teller(play, shared.fact)
    if first in others:
        return [(first, "")]
    if touched := _touched(play, shared.fact) if play.said[-1].new else []:
        return [(role, "") for role in touched[:2]]
    return [(others[draw(play, "reacts") % len(others)], "")] if others else []


def _to_decision(play: Play, decided: Decided) -> list[Told]:
    """One of those who were credited, and one who told something, or could have, and was not."""
    others = [role for role in scripted(play) if role != decided.role]
    told = {voicing.role for voicing in play.voiced.values()}
    left_out = [role for role in others if role not in decided.credits and (role in told or unvoiced(play, [role]))]
    left_out.sort(key=lambda role: role not in told)
    return [(role, "") for role in (*[each for each in others if each in decided.credits][:1], *left_out[:1])]


def _with_touched(play: Play, told: list[Told]) -> list[Told]:
    """What was told and, if it is new and touches somebody else, that person's reaction."""
    ((role, fact),) = told
    touched = [other for other in _touched(play, fact) if other != role] if fact not in play.voiced else []
    return told + [(other, "") for other in touched[:1]]


def _touched(play: Play, fact: str) -> list[str]:
    touches = play.scenario.fact(fact).touches if fact else {}
    return [role for role in scripted(play) if role in touches]


def _common(play: Play, option: str, speakers: Sequence[str]) -> list[Told]:
    """One of these colleagues, with a fact that everybody knows."""
    return [(speakers[draw(play, "speaker") % len(speakers)], _common_fact(play, option))] if speakers else []


def _common_fact(play: Play, option: str) -> str:
    """A shared fact, or "" if there is none: preferably one for the option that nobody has said yet."""
    shared = sorted(play.scenario.shared, key=lambda fact: (fact.id in play.voiced, -fact.weight(option)))
    return shared[0].id if shared else ""


def _one_of(play: Play, brought: Sequence[Brought]) -> Told:
    role, fact = brought[draw(play, "pick") % len(brought)]
    return role, fact.id
