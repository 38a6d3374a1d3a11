"""In which situation each turn of a talk was said, and which sentence it uses, so that no sentence is said twice.

The sentences are the author's (`Role.voice`, `Fact.touches`) or, where none of these is left, the course's own.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, assert_never

from dlcourse.domain.roleplay.messages import Answered, ChoiceMade, Decided, FactShared, IdeaVoiced, QuestionAsked
from dlcourse.domain.roleplay.play import Play, Said
from dlcourse.domain.roleplay.scenario import Voice
from dlcourse.domain.roleplay.talk.openness import speaks_against
from dlcourse.domain.speech import Value

Situation = Literal[
    "tells", "repeats", "hesitates", "empty", "agrees", "surprised", "nods", "touched", "credited", "passed_over",
    "open", "expertise", "dissent", "closed", "rank", "idea", "shares", "comes_back", "acts",
]  # fmt: skip
"""What a turn does.

Of a colleague: tells something new, repeats what is known, hesitates, has nothing more, agrees, is surprised by a
fact, knows it already, is touched by it, was credited, or was passed over. Of a person: how they ask, that they voice
an idea, share a fact, or come back to somebody else's. ``acts`` is a decision or a choice.
"""


class Phrasing(Value):
    """How one turn is said: its situation, and the author's sentence for it, or "".

    Where ``own`` is empty, sentence ``number`` of the course's own is meant, counted from sentence ``start``.
    ``earlier`` is how many turns before this one were in the same situation. Whenever the play is looked at, all are
    the same.
    """

    situation: Situation
    own: str = ""
    number: int = 0
    start: int = 0
    earlier: int = 0


@dataclass
class _Talk:
    """What has been said so far, as the turns are gone through.

    ``prompt`` is the latest turn that is no answer. Since then, ``news`` is a fact that was new, and ``led`` says
    whether any fact was told. ``tellers`` gives who told each fact first, ``used`` how many sentences of each kind
    were said, and ``met`` how often each situation came up.
    """

    play: Play
    start: int
    prompt: Said | None = None
    news: str = ""
    led: bool = False
    tellers: dict[str, str] = field(default_factory=dict)
    used: Counter[str] = field(default_factory=Counter)
    met: Counter[Situation] = field(default_factory=Counter)


def phrasings(play: Play) -> tuple[Phrasing, ...]:
    """How each turn of the play was said, in the order of the turns."""
    talk = _Talk(play, int.from_bytes(hashlib.sha256(play.seed.encode()).digest()[:2]))
    return tuple(_phrasings(talk))


def _phrasings(talk: _Talk) -> Iterator[Phrasing]:
    for said in talk.play.said:
        if not isinstance(said.turn, Answered):
            talk.prompt, talk.news, talk.led = said, "", False
        yield _phrasing(talk, said, _situation(talk, said))
        if fact := getattr(said.turn, "fact", ""):
            talk.led = True
            talk.news = fact if said.new else talk.news
            talk.tellers.setdefault(fact, said.turn.role)


def _phrasing(talk: _Talk, said: Said, situation: Situation) -> Phrasing:
    own, earlier = _own(talk, said, situation), talk.met[situation]
    talk.met[situation] += 1
    if own:
        return Phrasing(situation=situation, own=own, earlier=earlier)
    talk.used[situation] += 1
    return Phrasing(situation=situation, number=talk.used[situation] - 1, start=talk.start, earlier=earlier)


_VOICED: dict[Situation, str] = {
    "tells": "answers",
    "hesitates": "hesitates",
    "credited": "credited",
    "passed_over": "passed_over",
}


def _own(talk: _Talk, said: Said, situation: Situation) -> str:
    """The author's next sentence for this situation, or "" if there is none left."""
    if situation == "touched":
        return talk.play.scenario.fact(talk.news).touches[said.turn.role]
    if situation not in _VOICED or not isinstance(said.turn, Answered):
        return ""
    lines = _lines(talk.play.scenario.role(said.turn.role).voice, situation)
    key = f"{said.turn.role} {situation}"
    talk.used[key] += 1
    return lines[talk.used[key] - 1] if talk.used[key] <= len(lines) else ""


def _lines(voice: Voice, situation: Situation) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(voice, _VOICED[situation])
    return found


def _situation(talk: _Talk, said: Said) -> Situation:
    match said.turn:
        case QuestionAsked(how=how):
            return how
        case IdeaVoiced():
            return "idea"
        case FactShared(fact=fact, role=role):
            return "comes_back" if talk.tellers.get(fact, role) != role else "shares"
        case Decided() | ChoiceMade():
            return "acts"
        case Answered(fact=""):
            return "touched" if _is_touched(talk, said.turn.role) else _without_fact(talk, said.turn)
        case Answered(fact=fact):
            common = {each.id for each in talk.play.scenario.shared}
            return "tells" if said.new and fact not in common else "repeats"
        case _ as other:
            assert_never(other)


def _is_touched(talk: _Talk, role: str) -> bool:
    return bool(talk.news) and role in talk.play.scenario.fact(talk.news).touches


def _without_fact(talk: _Talk, answered: Answered) -> Situation:
    """What an answer without a fact is, which follows from what it answers."""
    assert talk.prompt is not None
    match talk.prompt.turn:
        case FactShared(fact=fact):
            return _to_fact(talk, answered.role, fact)
        case Decided(credits=credit):
            return "credited" if answered.role in credit else "passed_over"
        case IdeaVoiced(option=option):
            return "passed_over" if _told_against(talk, answered.role, option) else "agrees"
        case QuestionAsked(how=how) if how == "closed" or (how == "rank" and talk.led):
            return "agrees"
        case _:
            return "empty" if answered.last else "hesitates"


def _to_fact(talk: _Talk, role: str, fact: str) -> Situation:
    if talk.tellers.get(fact) == role:
        return "credited"
    common = {each.id for each in talk.play.scenario.shared}
    return "surprised" if talk.news and fact not in common else "nods"


def _told_against(talk: _Talk, role: str, option: str) -> bool:
    """Whether this role has told a fact that speaks against the option."""
    return any(talk.tellers.get(fact.id) == role for fact in talk.play.scenario.unique if speaks_against(fact, option))
