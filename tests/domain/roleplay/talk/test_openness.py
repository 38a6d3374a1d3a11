"""How ready colleagues are to tell what only they know: what opens them, what silences them, what they forget."""

from collections.abc import Callable
from functools import cache, partial
from statistics import mean

import pytest

from dlcourse.domain.roleplay.messages import Answered, Ask, IdeaVoiced, Move, QuestionAsked, ShareFact, VoiceIdea
from dlcourse.domain.roleplay.play import replay
from dlcourse.domain.roleplay.talk.openness import announced, credited, lead, openness, steered
from tests.domain.roleplay.anybody import saved
from tests.domain.roleplay.learners import Sitting, lamp, prepare

Saying = Callable[..., Move]
OPEN = partial(Ask, how="open")
DISSENT = partial(Ask, how="dissent")
CLOSED = partial(Ask, how="closed", option="buy-program")
RANK = partial(Ask, how="rank")
IDEA = partial(VoiceIdea, option="buy-program")
EXPERT = partial(Ask, how="expertise", to="secretary")
OWN = partial(ShareFact, fact="hours-open")
COMMON = partial(ShareFact, fact="patchwork")
SEEDS = 300


@cache
def brings(*sayings: Saying) -> float:
    """Return how often, over many seeds, the last of these moves brings a fact that not everybody knew."""
    unique = {fact.id for fact in saved("the-reading-gap").unique}
    return mean(bool(unique & facts(seed, *sayings)) for seed in range(SEEDS))


def facts(seed: int, *sayings: Saying) -> set[str]:
    """Return the facts that the last of these moves brings, made by the principal of the reading gap."""
    sitting = Sitting(saved("the-reading-gap"), "principal", f"seed {seed}")
    prepare(sitting)
    for saying in sayings:
        happened = sitting.do(saying)
    return {event.fact for event in happened if isinstance(event, Answered)}


def test_how_a_question_is_put() -> None:
    """Doubts and open questions bring out most, a name alone little, rank and a closed question next to nothing."""
    assert 0.35 < brings(DISSENT) < 0.75
    assert 0.35 < brings(OPEN) < 0.75
    assert 0.1 < brings(EXPERT) < 0.4
    assert brings(RANK) < 0.2
    assert brings(CLOSED) < 0.15
    assert brings(IDEA) == 0


@pytest.mark.parametrize("before", [OPEN, DISSENT, OWN])
def test_a_question_by_name_needs_an_opening(before: Saying) -> None:
    """A question by name brings more once everyone was asked, doubts were asked for, or something was shared."""
    assert brings(before, EXPERT) - brings(COMMON, EXPERT) > 0.05


def test_two_openings_open_everyone() -> None:
    """After sharing, asking for doubts and asking everyone, a question by name brings something until all is told."""
    for seed in range(SEEDS):
        sitting = Sitting(saved("the-reading-gap"), "principal", f"seed {seed}")
        prepare(sitting)
        for saying in (OWN, DISSENT, OPEN):
            sitting.do(saying)
        left = [fact for fact in sitting.scenario.own("secretary") if fact.id not in sitting.play.heard]
        assert bool(sitting.answer(EXPERT).fact) == bool(left)


@pytest.mark.parametrize("steer", [IDEA, CLOSED, RANK])
def test_steering_silences(steer: Saying) -> None:
    """An announcement made first, a closed question or a round by rank makes unique facts rarer ever after."""
    assert brings(COMMON, OPEN) - brings(steer, OPEN) > 0.15
    assert brings(steer, OPEN) - brings(steer, steer, OPEN) > 0.1


@pytest.mark.parametrize("invitation", [DISSENT, OWN])
def test_an_invitation_wins_back(invitation: Saying) -> None:
    """Asking for doubts, or sharing what only I know, wins back a part of what steering lost; common facts do not."""
    assert brings(CLOSED, invitation, OPEN) - brings(CLOSED, COMMON, OPEN) > 0.05


def test_being_credited_warms() -> None:
    """Whoever hears that somebody comes back to what they told is readier to tell more; others are not."""
    sitting = Sitting(saved("the-reading-gap"), "principal")
    prepare(sitting)
    sitting.tell("custodian", "kitchen-trucks")
    before = chances(sitting)
    sitting.do(ShareFact, fact="kitchen-trucks")
    assert credited(sitting.play, "custodian")
    assert chances(sitting) == {**before, "custodian": before["custodian"] + 35}


def chances(sitting: Sitting) -> dict[str, int]:
    """Return each colleague's chance to answer a question by name now."""
    play = replay(sitting.play, [QuestionAsked(role="principal", how="expertise", to="teacher")])
    return {role: openness(play, "expertise", role) for role in ("custodian", "teacher")}


def test_what_contradicts_an_announcement_is_held_back() -> None:
    """For two minutes after an announcement nobody tells what speaks against it, except when asked for doubts."""
    scenario = saved("the-reading-gap")
    against = {fact.id for fact in scenario.unique if fact.weight("buy-program") < 0}
    opened = (OWN, DISSENT, OPEN)
    assert not any(facts(seed, *opened, IDEA, EXPERT) & against for seed in range(SEEDS // 3))
    assert any(facts(seed, *opened, IDEA, DISSENT) & against for seed in range(SEEDS // 3))
    assert any(facts(seed, *opened, IDEA, COMMON, COMMON, EXPERT) & against for seed in range(SEEDS // 3))


def test_what_was_announced() -> None:
    """The latest option that was announced or pressed for counts, for two minutes."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    turns = [
        IdeaVoiced(role="ann", option="buy"),
        QuestionAsked(role="ann", how="closed", option="mend"),
        *[QuestionAsked(role="ann", how="open")] * 3,
    ]
    found = [announced(replay(sitting.play, turns[: number + 1])) for number in range(len(turns))]
    assert found == ["", "buy", "mend", "mend", ""]


def test_some_facts_are_forgotten_at_first() -> None:
    """At some tables a colleague who would tell everything cannot think of a fact before being asked again."""
    forgot = 0
    for seed in range(60):
        sitting = Sitting(saved("the-reading-gap"), "principal", f"seed {seed}")
        prepare(sitting)
        for role, fact in (("teacher", "eleven-oclock"), ("secretary", "late-slips")):
            sitting.tell(role, fact)
            for _ in range(2):
                sitting.do(ShareFact, fact=fact)
        told = [sitting.answer(Ask, how="expertise", to="secretary").fact for _ in range(2)]
        forgot += told == ["", "last-bus"]
    assert 0 < forgot < 60


def test_the_lead_follows_the_facts() -> None:
    """The lead is the best option on what all know and what was told; with two level there is none."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    assert lead(sitting.play) == "buy"
    for role, fact in (("ben", "wire"), ("cem", "tool"), ("ben", "fake")):
        sitting.tell(role, fact)
    assert lead(sitting.play) is None


def test_an_idea_after_others_were_heard_does_not_steer() -> None:
    """An idea steers the talk only as long as no colleague has told what only they knew."""
    for told, times in ((False, 1), (True, 0)):
        sitting = Sitting(lamp(), "ann")
        prepare(sitting)
        if told:
            sitting.tell("ben", "wire")
        sitting.do(VoiceIdea, option="buy")
        sitting.do(Ask, how="open")
        assert steered(sitting.play) == times
