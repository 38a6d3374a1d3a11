"""Scripted colleagues: what they bring depends on how they are asked, and they never do more than they may."""

from collections.abc import Callable
from functools import cache, partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.colleagues import answer, preference
from dlcourse.domain.roleplay.messages import (
    Answered,
    Ask,
    CloseTalk,
    Decided,
    FactShared,
    IdeaVoiced,
    MakeChoice,
    Move,
    PlayBegun,
    QuestionAsked,
    ShareFact,
    VoiceIdea,
)
from dlcourse.domain.roleplay.play import begin, replay
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import Said, law, saved, scenarios, scripts, speak
from tests.domain.roleplay.learners import Sitting, a_fact, go_on, lamp, prepare

Saying = Callable[..., Move]
OPEN = partial(Ask, how="open")
DISSENT = partial(Ask, how="dissent")
CLOSED = partial(Ask, how="closed", option="buy-program")
RANK = partial(Ask, how="rank")
IDEA = partial(VoiceIdea, option="buy-program")
EXPERT = partial(Ask, how="expertise", to="secretary")
OTHER_EXPERT = partial(Ask, how="expertise", to="teacher")
OWN = partial(ShareFact, fact="hours-open")
COMMON = partial(ShareFact, fact="patchwork")
SEEDS = 400


def talk(seed: int, *sayings: Saying) -> Sitting:
    """Talk as the principal of the reading gap."""
    sitting = Sitting(saved("the-reading-gap"), "principal", f"seed {seed}")
    prepare(sitting)
    for saying in sayings:
        sitting.do(saying)
    return sitting


def told(sitting: Sitting) -> Answered:
    """Return the last answer."""
    last = sitting.events[-1]
    assert isinstance(last, Answered)
    return last


@cache
def candour(*sayings: Saying) -> float:
    """Return how often, over many seeds, the last of these moves brings a fact that not everybody knew."""
    unique = {fact.id for fact in saved("the-reading-gap").unique}
    return sum(told(talk(seed, *sayings)).fact in unique for seed in range(SEEDS)) / SEEDS


def test_how_a_question_is_put() -> None:
    """Expertise, dissent and an open question bring out unique facts; a round by rank and a closed one seldom do."""
    assert candour(EXPERT) == 1
    assert candour(DISSENT) > 0.9
    assert 0.7 < candour(OPEN) < 0.9
    assert candour(RANK) < 0.25
    assert candour(CLOSED) < 0.15
    assert candour(IDEA) == 0


@pytest.mark.parametrize("steer", [IDEA, CLOSED, RANK])
def test_steering_silences(steer: Saying) -> None:
    """An announcement made first, a closed question or a round by rank makes unique facts rarer ever after."""
    assert candour(OPEN) - candour(steer, OPEN) > 0.15
    assert candour(EXPERT) - candour(steer, EXPERT) > 0.15
    assert candour(steer, OPEN) - candour(steer, steer, OPEN) > 0.15


def test_an_idea_after_others_were_heard_does_not_silence() -> None:
    """Once a colleague's unique fact is on the table, an idea is no announcement made first."""
    assert abs(candour(EXPERT, IDEA, OTHER_EXPERT) - 1) < 0.01
    assert candour(IDEA, OTHER_EXPERT) < 0.85


@pytest.mark.parametrize("invitation", [DISSENT, OWN])
def test_an_invitation_wins_back(invitation: Saying) -> None:
    """Asking for dissent, or sharing what only I know, wins back a part of what steering lost; common facts do not."""
    assert candour(CLOSED, CLOSED, invitation, OPEN) - candour(CLOSED, CLOSED, COMMON, OPEN) > 0.1


def test_an_idea_is_objected_to() -> None:
    """Where others have been heard, an idea may bring out a unique fact, always one that speaks against it."""
    scenario = saved("the-reading-gap")
    answers = {told(talk(seed, EXPERT, IDEA)).fact for seed in range(SEEDS)}
    unique = [fact for fact in scenario.unique if fact.id in answers]
    assert len(unique) > 2
    assert all(fact.weight("buy-program") < 0 for fact in unique)


def test_dissent_speaks_against_the_lead() -> None:
    """A colleague who is asked for dissent speaks against the leading option, or for another one."""
    scenario = saved("the-reading-gap")
    answers = [scenario.fact(told(talk(seed, DISSENT)).fact) for seed in range(SEEDS)]
    dissent = {fact.id: fact.weighs for fact in answers if fact in scenario.unique}
    assert len(dissent) > 3
    assert all(w.get("buy-program", 0) < max([0, *w.values()]) for w in dissent.values())


def test_an_echo_supports_the_option() -> None:
    """A colleague who is asked to agree, or hears an announcement first, repeats common facts in favor of it."""
    for seed in range(50):
        assert told(talk(seed, IDEA)).fact == "across-town"
        assert told(talk(seed, partial(VoiceIdea, option="extra-hour"))).fact == "families-letter"


def test_seeds_differ() -> None:
    """At another table another colleague may answer, with another fact."""
    answers = {(told(talk(seed, OPEN)).role, told(talk(seed, OPEN)).fact) for seed in range(100)}
    assert len(answers) > 8


@law
@given(scenarios(), st.integers(0, 11), scripts())
def test_laws_of_answers(scenario: Scenario, seat: int, script: list[Said]) -> None:
    """One answer at most follows a question or an idea, never a human seat's, with one fact that its role holds.

    ``last`` is said exactly when that role holds nothing more that is new. The same talk gives the same answers.
    """
    human = scenario.roles[seat % len(scenario.roles)].id
    sitting, again = Sitting(scenario, human, "s"), Sitting(scenario, human, "s")
    for at, said in enumerate(script):
        try:
            happened = sitting.say(speak(sitting.play, said, at))
        except CourseError:
            continue
        own, *rest = happened
        twin = again.say(speak(again.play, said, at + 1000))
        assert [e for e in twin if isinstance(e, Answered)] == [e for e in rest if isinstance(e, Answered)]
        assert [type(event) for event in rest] in ([], [Decided], [Answered])
        assert not (rest and isinstance(own, FactShared))
        for answered in rest:
            if isinstance(answered, Answered):
                assert isinstance(own, QuestionAsked | IdeaVoiced)
                _may_answer(sitting, human, answered)


def _may_answer(sitting: Sitting, human: str, answered: Answered) -> None:
    scenario = sitting.scenario
    assert answered.role != human
    assert not answered.fact or answered.role in scenario.fact(answered.fact).held_by
    own = {fact.id for fact in scenario.facts if answered.role in fact.held_by and fact not in scenario.shared}
    assert answered.last == (own <= sitting.play.heard)


def live(*events: Event) -> tuple[Answered, ...]:
    """Return the answers at the lamp's table where Ann and Ben are people and only Cem is scripted."""
    begun = PlayBegun(scenario="kept", title="", about="lamp", seats={"ann": "p", "ben": "q"}, seed="seed")
    return answer(replay(begin(begun, lamp(start="talk")), events))


def test_no_answer_is_given_for_a_person() -> None:
    """A question to somebody who is there in person has no scripted answer; one to all is answered by the others."""
    assert live(QuestionAsked(role="ann", how="expertise", to="ben")) == ()
    assert {each.role for each in live(QuestionAsked(role="ann", how="open"))} == {"cem"}
    assert {each.role for each in live(IdeaVoiced(role="ann", option="buy"))} == {"cem"}


def test_nothing_more_to_tell() -> None:
    """A colleague who is asked for expertise tells one new fact at a time, and says when it was the last."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    answers = [sitting.answer(Ask, how="expertise", to="ben") for _ in range(3)]
    assert {answers[0].fact, answers[1].fact} == {"wire", "fake"}
    assert [each.last for each in answers] == [False, True, True]
    assert answers[2].fact == ""
    assert sitting.answer(Ask, how="expertise", to="cem") == Answered(role="cem", fact="tool", last=True)


def test_what_a_choice_revealed_is_no_news() -> None:
    """No colleague shares a fact as news that a choice has already revealed."""
    sitting = Sitting(lamp(), "cem")
    sitting.do(MakeChoice, scene="door", choice="peep")
    prepare(sitting)
    answers = [sitting.answer(Ask, how="expertise", to="ben") for _ in range(2)]
    assert answers == [Answered(role="ben", fact="fake", last=True), Answered(role="ben", last=True)]


def closed(sitting: Sitting, *facts: str) -> Decided:
    """Share these facts, close the talk, and return what the scripted decider decides."""
    prepare(sitting)
    for fact in facts:
        sitting.do(ShareFact, fact=fact)
    decided = sitting.do(CloseTalk, option="mend")[-1]
    assert isinstance(decided, Decided)
    return decided


@pytest.mark.parametrize(
    ("facts", "option", "credited"),
    [((), "buy", ()), (("wire",), "buy", ()), (("wire", "fake"), "buy", ()), (("fake", "fake"), "buy", ())],
)
def test_a_scripted_decider_keeps_to_the_first_preference(
    facts: tuple[str, ...], option: str, credited: tuple[str, ...]
) -> None:
    """Where what it knows ties (mend 2, buy 2) or speaks for it, a scripted decider stays with its first preference."""
    assert closed(Sitting(lamp(), "ben"), *facts) == Decided(role="ann", option=option, credits=credited)


def test_a_scripted_decider_follows_the_facts() -> None:
    """With its own and all voiced facts it takes the unique best, and credits who voiced what speaks for that."""
    sitting = Sitting(lamp(), "ben")
    prepare(sitting)
    sitting.do(Ask, how="expertise", to="cem")
    sitting.do(Ask, how="expertise", to="cem")
    sitting.do(ShareFact, fact="wire")
    sitting.do(ShareFact, fact="fake")
    assert sitting.do(CloseTalk, option="wait")[-1] == Decided(role="ann", option="mend", credits=("ben", "cem"))
    go_on(sitting)


def test_what_a_scripted_role_prefers() -> None:
    """It prefers the best option on what it holds; on a tie the first of the file."""
    assert preference(lamp(), "ben") == "buy"
    tied = lamp(facts=[a_fact("dark", ["ann", "ben", "cem"], buy=1, wait=1, mend=-1), a_fact("wire", ["ben"], wait=1)])
    assert preference(tied, "ann") == "mend"
    assert preference(tied, "ben") == "wait"
