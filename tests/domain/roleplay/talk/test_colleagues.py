"""Scripted colleagues: whoever is asked answers or is visibly silent, and what is shared gets a reaction."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.messages import (
    Answered,
    Ask,
    CloseTalk,
    Decide,
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
from dlcourse.domain.roleplay.talk.colleagues import answer
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import Said, law, saved, scenarios, scripts, speak
from tests.domain.roleplay.learners import Sitting, a_fact, lamp, others, prepare

Saying = Callable[..., Move]
OPEN = partial(Ask, how="open")
DISSENT = partial(Ask, how="dissent")
EXPERT = partial(Ask, how="expertise", to="secretary")
IDEA = partial(VoiceIdea, option="buy-program")
OWN = partial(ShareFact, fact="hours-open")
SEEDS = 200


def talk(seed: int, *sayings: Saying) -> Sitting:
    """Talk as the principal of the reading gap."""
    sitting = Sitting(saved("the-reading-gap"), "principal", f"seed {seed}")
    prepare(sitting)
    for saying in sayings:
        sitting.do(saying)
    return sitting


def answers(sitting: Sitting, saying: Saying) -> list[Answered]:
    """Make this move and return what the colleagues said to it."""
    return [event for event in sitting.do(saying) if isinstance(event, Answered)]


@pytest.mark.parametrize("how", ["open", "dissent", "rank", "closed"])
def test_everyone_answers_or_is_silent(how: str) -> None:
    """A question to the whole table brings one answer from each colleague, and at most one of them brings a fact."""
    option = "buy-program" if how == "closed" else ""
    for seed in range(50):
        told = answers(talk(seed), partial(Ask, how=how, option=option))
        assert sorted(each.role for each in told) == sorted(others(talk(seed)))
        assert sum(bool(each.fact) for each in told) <= 1


def test_a_round_by_rank_goes_in_order() -> None:
    """In a round by rank the colleagues speak in the order of the file."""
    for seed in range(50):
        assert [each.role for each in answers(talk(seed), partial(Ask, how="rank"))] == others(talk(seed))


def test_whoever_has_something_to_tell_speaks_first() -> None:
    """When everyone is asked, the colleague who brings a fact speaks first."""
    for seed in range(50):
        assert all(not each.fact for each in answers(talk(seed), OPEN)[1:])


def test_asked_by_name_one_tells_hesitates_or_says_what_all_know() -> None:
    """Over many talks, a colleague who is asked by name at once does each of the three."""
    unique = {fact.id for fact in saved("the-reading-gap").unique}
    told = [answers(talk(seed), EXPERT)[0].fact for seed in range(SEEDS)]
    kinds = {"new" if fact in unique else "common" if fact else "hesitates" for fact in told}
    assert kinds == {"new", "common", "hesitates"}


def test_a_second_question_brings_out_what_was_forgotten() -> None:
    """With doubts welcome and everyone asked, a colleague tells one fact with each question by name, to the last."""
    for seed in range(SEEDS):
        sitting = talk(seed, OWN, DISSENT, OPEN)
        left = [fact.id for fact in sitting.scenario.own("custodian") if fact.id not in sitting.play.heard]
        told = [sitting.answer(Ask, how="expertise", to="custodian").fact for _ in left]
        assert sorted(told) == sorted(left)


def test_a_shared_fact_gets_a_reaction() -> None:
    """Whoever shares a fact hears one colleague react, who brings no fact."""
    for seed in range(50):
        (reaction,) = answers(talk(seed), OWN)
        assert (reaction.fact, reaction.role in others(talk(seed))) == ("", True)


def test_who_told_a_fact_is_credited() -> None:
    """When somebody comes back to a fact, the colleague who told it reacts."""
    sitting = talk(1)
    sitting.tell("custodian", "kitchen-trucks")
    assert [each.role for each in answers(sitting, partial(ShareFact, fact="kitchen-trucks"))] == ["custodian"]


def test_whom_a_fact_touches_reacts_once() -> None:
    """A new fact that touches two colleagues gets a reaction from both; said again it does not."""
    facts = [fact.model_dump() for fact in lamp().facts]
    facts[2]["touches"] = {"ben": "My lamp!", "cem": "And mine!"}
    sitting = Sitting(lamp(facts=facts), "ann")
    prepare(sitting)
    assert [each.role for each in answers(sitting, partial(ShareFact, fact="fuse"))] == ["ben", "cem"]
    assert len(answers(sitting, partial(ShareFact, fact="fuse"))) == 1


def test_what_a_colleague_tells_touches_another() -> None:
    """A fact that a colleague tells gets the reaction of whom it touches."""
    facts = [fact.model_dump() for fact in lamp().facts]
    facts[3]["touches"] = {"ben": "I said it.", "cem": "I never knew."}
    for seed in range(SEEDS):
        sitting = Sitting(lamp(facts=facts), "ann", f"seed {seed}")
        prepare(sitting)
        told = answers(sitting, partial(Ask, how="expertise", to="ben"))
        if told[0].fact == "wire":
            assert [each.role for each in told] == ["ben", "cem"]
            return
    pytest.fail("ben never told it")


def test_an_early_announcement_is_echoed() -> None:
    """A colleague who hears an announcement first repeats a common fact in favor of it."""
    for seed in range(50):
        assert [each.fact for each in answers(talk(seed), IDEA)] == ["across-town"]
        assert [each.fact for each in answers(talk(seed), partial(VoiceIdea, option="extra-hour"))] == [
            "families-letter"
        ]


def test_an_idea_is_objected_to() -> None:
    """Where others have been heard, an idea may bring out a unique fact, always one that speaks against it."""
    scenario = saved("the-reading-gap")
    told = set()
    for seed in range(SEEDS):
        sitting = talk(seed, OWN, DISSENT, OPEN)
        told |= {each.fact for each in answers(sitting, IDEA)}
    unique = [fact for fact in scenario.unique if fact.id in told]
    assert len(unique) > 2
    assert all(fact.weight("buy-program") < 0 for fact in unique)


def test_an_idea_that_passes_somebody_over() -> None:
    """Whoever told a fact against an idea reacts to it, until somebody has come back to that fact."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    sitting.tell("cem", "tool")
    sitting.tell("ben", "fake")
    sitting.do(ShareFact, fact="fake")
    assert answers(sitting, partial(VoiceIdea, option="buy")) == [Answered(role="cem", last=True)]


def test_dissent_speaks_against_the_lead() -> None:
    """A colleague who is asked for doubts speaks against the leading option, or for another one."""
    scenario, told = saved("the-reading-gap"), 0
    for seed in range(SEEDS):
        for each in answers(talk(seed), DISSENT):
            weighs = scenario.fact(each.fact).weighs if each.fact else {}
            assert not each.fact or weighs.get("buy-program", 0) < max([0, *weighs.values()])
            told += bool(each.fact)
    assert told > SEEDS / 3


def test_a_decision_is_reacted_to() -> None:
    """One colleague who was credited reacts to the decision, and one who was not."""
    sitting = talk(1)
    for role, fact in (("secretary", "late-slips"), ("custodian", "cold-rooms"), ("teacher", "eleven-oclock")):
        sitting.tell(role, fact)
    told = answers(sitting, partial(Decide, option="move-block", reason="So.", credits=("custodian",)))
    assert [each.role for each in told] == ["custodian", "secretary"]


def test_whoever_was_never_asked_reacts_to_a_scripted_decision() -> None:
    """The script that decides does not react to itself; somebody who could have told more does."""
    sitting = Sitting(lamp(), "ben")
    prepare(sitting)
    assert answers(sitting, partial(CloseTalk, option="mend")) == [Answered(role="cem")]


def test_seeds_differ() -> None:
    """At another table another colleague may answer, with another fact."""
    first = [answers(talk(seed), OPEN)[0] for seed in range(100)]
    assert len({(each.role, each.fact) for each in first}) > 8


@law
@given(scenarios(), st.integers(0, 11), scripts())
def test_laws_of_answers(scenario: Scenario, seat: int, script: list[Said]) -> None:
    """Each colleague says at most one thing to a move, and one of them at most brings a fact, one that it holds.

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
        told = [event for event in rest if isinstance(event, Answered)]
        assert [event for event in rest if event not in told] in ([], [sitting.play.decided])
        assert len({each.role for each in told}) == len(told)
        assert sum(bool(each.fact) for each in told) <= isinstance(own, QuestionAsked | IdeaVoiced)
        for answered in told:
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
    assert {each.role for each in live(FactShared(role="ann", fact="fuse"))} == {"cem"}
    assert {each.role for each in live(QuestionAsked(role="ann", how="open"))} == {"cem"}
    assert {each.role for each in live(IdeaVoiced(role="ann", option="buy"))} == {"cem"}


def test_nothing_more_to_tell() -> None:
    """A colleague says with its last fact that it was the last, and afterwards has nothing more."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    assert [sitting.tell("ben", fact).last for fact in ("wire", "fake")] == [False, True]
    assert sitting.answer(Ask, how="expertise", to="ben") == Answered(role="ben", last=True)


def test_what_a_choice_revealed_is_no_news() -> None:
    """No colleague shares a fact as news that a choice has already revealed."""
    for seed in range(50):
        sitting = Sitting(lamp(), "cem", f"seed {seed}")
        sitting.do(MakeChoice, scene="door", choice="peep")
        prepare(sitting)
        told = [sitting.answer(Ask, how="expertise", to="ben").fact for _ in range(4)]
        assert "wire" not in told


def test_a_table_of_people_only_has_no_reactions() -> None:
    """Where people hold every seat, nobody reacts to what is shared."""
    begun = PlayBegun(scenario="kept", title="", about="lamp", seats={"ann": "p", "ben": "q", "cem": "r"}, seed="seed")
    shared = FactShared(role="ann", fact="fuse")
    assert answer(replay(begin(begun, lamp(start="talk")), [shared])) == ()


def test_a_table_without_shared_facts() -> None:
    """Where there is nothing that everybody knows, a colleague who holds back says nothing instead."""
    facts = [a_fact("fuse", ["ann"], mend=1), a_fact("wire", ["ben"], mend=1), a_fact("tool", ["cem"], mend=1)]
    for seed in range(20):
        sitting = Sitting(lamp(facts=facts), "ann", f"seed {seed}")
        prepare(sitting)
        for saying in (partial(Ask, how="rank"), partial(VoiceIdea, option="buy"), OPEN):
            assert answers(sitting, saying)
