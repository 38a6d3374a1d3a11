"""How a scripted decider decides, and what the same facts would say if they were weighed evenly.

A scripted decider weighs as people are known to weigh. So a good exchange can still end in a poor decision; asking for
doubts, and coming back to what was told, help against it. Weights are whole numbers, in eighths of a fact's own weight:

- Each fact counts `EACH`. Everything that follows is added to that or taken from it.
- `COMMON`: a fact that everybody held from the start counts more, because others can confirm it (Wittenbaum,
  Hubbell and Zuckerman 1999; Mojzisch, Grouneva and Schulz-Hardt 2010).
- `AGAIN`: each time a fact is mentioned again it counts more, up to `AGAIN_MOST` times (Weaver, Garcia, Schwarz and
  Miller 2007).
- `FITTING`: a fact that speaks for one's first preference counts more (Greitemeyer and Schulz-Hardt 2003).
- `LOW_RANK`: a fact told by somebody in the lower half of the table counts less until somebody mentions it again (rank:
  Hollingshead 1996; Wittenbaum 1998). The order of the roles in the file is their rank.
- `LINGERS`: the first preference itself counts as much as one fact of weight 1 (Faulmüller and others 2010).

`FITTING` and `LINGERS` end once doubts were asked for: open dissent makes people look at both sides (Schulz-Hardt and
others 2006). The kinds of effects are from these studies; their sizes are ours.
"""

from collections.abc import Collection

from dlcourse.domain.roleplay.hidden_profile import best_option, known_to
from dlcourse.domain.roleplay.messages import Decided, QuestionAsked
from dlcourse.domain.roleplay.play import Play
from dlcourse.domain.roleplay.scenario import Fact, Scenario

EACH = 8
COMMON = 1
AGAIN = 2
AGAIN_MOST = 2
FITTING = 1
LOW_RANK = -1
LINGERS = 8


def preference(scenario: Scenario, role: str) -> str:
    """What a scripted role prefers before the talk: the best option on S + U_i; on a tie, the first in the file."""
    known = known_to(scenario, [role]) if scenario.facts else ()
    options = [option.id for option in scenario.options]
    return best_option(known, options) or options[0]


def decision(play: Play) -> Decided:
    """What a scripted decider decides now, and whose knowledge it credits.

    It takes the option with the unique greatest pull; on a tie, its first preference. It credits the other roles who
    first voiced a unique fact in favor of the decision.
    """
    scenario, decider = play.scenario, play.scenario.decider.id
    pull = pulls(play)
    most = [option for option, number in pull.items() if number == max(pull.values())]
    chosen = most[0] if len(most) == 1 else preference(scenario, decider)
    return Decided(role=decider, option=chosen, credits=_credits(play, chosen, decider))


def pulls(play: Play) -> dict[str, int]:
    """How strongly a scripted decider is drawn to each option by all that it knows now, in eighths."""
    decider, first = play.scenario.decider.id, preference(play.scenario, play.scenario.decider.id)
    counts = [(fact, _count(play, fact, first)) for fact in play.knows(decider)]
    lingers = 0 if doubts_asked(play) else LINGERS
    return {
        option: sum(count * fact.weight(option) for fact, count in counts) + lingers * (option == first)
        for option in (known.id for known in play.scenario.options)
    }


def even_choice(play: Play, heard: Collection[str]) -> str:
    """The best option on what the decider knows with these facts heard, each weighed alike.

    On a tie it is the decider's first preference.
    """
    scenario, decider = play.scenario, play.scenario.decider.id
    known = [fact for fact in scenario.facts if decider in fact.held_by or fact.id in heard]
    best = best_option(known, [option.id for option in scenario.options])
    return best or play.before.get(decider) or preference(scenario, decider)


def doubts_asked(play: Play) -> bool:
    """Whether anybody has asked the table for doubts."""
    return any(isinstance(said.turn, QuestionAsked) and said.turn.how == "dissent" for said in play.said)


def _count(play: Play, fact: Fact, first: str) -> int:
    """How much a fact counts, in eighths."""
    again = max(0, min(AGAIN_MOST, play.mentions.count(fact.id) - 1))
    common = COMMON * (fact in play.scenario.shared)
    fitting = FITTING * (_speaks_for(fact, first) and not doubts_asked(play))
    low = LOW_RANK * (not again and not common and _from_below(play, fact))
    return EACH + common + AGAIN * again + fitting + low


def _speaks_for(fact: Fact, option: str) -> bool:
    """Whether the fact speaks for this option more than for any other."""
    return fact.weight(option) > max([0, *(weight for other, weight in fact.weighs.items() if other != option)])


def _from_below(play: Play, fact: Fact) -> bool:
    """Whether the fact was told by somebody in the lower half of the table."""
    roles = [role.id for role in play.scenario.roles]
    lower = [role for role in roles[(len(roles) + 1) // 2 :] if role != play.scenario.decider.id]
    return fact.id in play.voiced and play.voiced[fact.id].role in lower


def _credits(play: Play, option: str, decider: str) -> tuple[str, ...]:
    unique = {fact.id: fact for fact in play.scenario.unique}
    voices = {
        voicing.role
        for fact, voicing in play.voiced.items()
        if fact in unique and unique[fact].weight(option) >= max([0, *unique[fact].weighs.values()])
    }
    return tuple(role.id for role in play.scenario.roles if role.id in voices and role.id != decider)
