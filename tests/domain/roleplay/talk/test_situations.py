"""In which situation each turn was said, and that a table never says a sentence twice."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.messages import Answered, Ask, CloseTalk, Decide, ShareFact, VoiceIdea
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.talk.situations import phrasings
from dlcourse.errors import CourseError
from dlcourse.pages.roleplay.lines import sentence
from tests.domain.roleplay.anybody import Said, law, saved, scenarios, scripts, speak
from tests.domain.roleplay.learners import HIDDEN, Sitting, ask_well, lamp, prepare, talk_at_random


def at_the_lamp(seat: str = "ann", **changes: Any) -> Sitting:
    """Sit at the lamp, the first preference stated."""
    sitting = Sitting(lamp(start="talk", **changes), seat)
    prepare(sitting)
    return sitting


def last(sitting: Sitting) -> str:
    """Return the situation of the last turn."""
    return phrasings(sitting.play)[-1].situation


def test_what_a_colleague_does_in_an_answer() -> None:
    """Telling something new, repeating it, having no more and hesitating are told apart."""
    sitting = at_the_lamp()
    sitting.tell("ben", "wire")
    assert last(sitting) == "tells"
    sitting.tell("ben", "dark")
    assert last(sitting) == "repeats"
    sitting.tell("ben", "fake")
    sitting.do(Ask, how="expertise", to="ben")
    assert last(sitting) == "empty"
    ranked = at_the_lamp()
    ranked.do(Ask, how="rank")
    assert {phrasing.situation for phrasing in phrasings(ranked.play)[1:]} == {"repeats", "agrees"}


def test_hesitation_means_that_there_is_more() -> None:
    """Whoever is asked and tells nothing hesitates as long as there is something left, and then has no more."""
    for seed in range(100):
        sitting = Sitting(saved("the-reading-gap"), "principal", f"seed {seed}")
        ask_well(sitting)
        for said, phrasing in zip(sitting.play.said, phrasings(sitting.play), strict=True):
            if isinstance(said.turn, Answered) and phrasing.situation in {"hesitates", "empty"}:
                assert said.turn.last == (phrasing.situation == "empty")


def test_reactions_to_a_fact() -> None:
    """A new unique fact surprises, a common one is nodded at, and coming back to a fact credits who told it."""
    sitting = at_the_lamp()
    sitting.do(ShareFact, fact="fuse")
    assert [phrasing.situation for phrasing in phrasings(sitting.play)] == ["shares", "surprised"]
    sitting.do(ShareFact, fact="dark")
    assert last(sitting) == "nods"
    sitting.tell("cem", "tool")
    sitting.do(ShareFact, fact="tool")
    assert [phrasing.situation for phrasing in phrasings(sitting.play)][-2:] == ["comes_back", "credited"]


def test_a_fact_that_touches() -> None:
    """Whom a fact touches says what the author wrote for it."""
    facts = [fact.model_dump() for fact in lamp().facts]
    facts[2]["touches"] = {"cem": "So that was it!"}
    sitting = at_the_lamp(facts=facts)
    sitting.do(ShareFact, fact="fuse")
    phrasing = phrasings(sitting.play)[-1]
    assert (phrasing.situation, phrasing.own) == ("touched", "So that was it!")


def test_reactions_to_a_decision_and_to_an_idea() -> None:
    """Whoever is credited and whoever is passed over by a decision, or by an idea, is known."""
    sitting = at_the_lamp()
    sitting.tell("ben", "wire")
    sitting.tell("cem", "tool")
    sitting.do(VoiceIdea, option="buy")
    assert last(sitting) == "passed_over"
    sitting.do(Decide, option="mend", reason="So.", credits=("ben",))
    assert [phrasing.situation for phrasing in phrasings(sitting.play)][-3:] == ["acts", "credited", "passed_over"]


VOICE = {"answers": ["First.", "Second."], "passed_over": ["Well."]}


def test_the_authors_lines_come_first_and_in_turn() -> None:
    """A role's own lines are used in turn, each once; then the course's own follow."""
    roles = [role.model_dump() | ({"voice": VOICE} if role.id == "ben" else {}) for role in lamp().roles]
    facts = [*lamp().facts, lamp().fact("wire").model_copy(update={"id": "cord"})]
    sitting = at_the_lamp(roles=roles, facts=[fact.model_dump() for fact in facts])
    for fact in ("wire", "fake", "cord"):
        sitting.tell("ben", fact)
    told = [phrasing for phrasing in phrasings(sitting.play) if phrasing.situation == "tells"]
    assert [phrasing.own for phrasing in told] == ["First.", "Second.", ""]
    assert sentence(told[-1])


def spoken(sitting: Sitting) -> list[str]:
    """Return every sentence that a colleague said in a play."""
    said = zip(sitting.play.said, phrasings(sitting.play), strict=True)
    told = [phrasing.own or sentence(phrasing) for turn, phrasing in said if isinstance(turn.turn, Answered)]
    return [words for words in told if words]


@pytest.mark.parametrize("name", HIDDEN)
def test_no_line_twice_in_two_hundred_plays(name: str) -> None:
    """In 200 seeded plays of a case, by somebody who asks well or does anything, no colleague's line is said twice."""
    scenario = saved(name)
    for seed in range(200):
        sitting = Sitting(scenario, scenario.roles[seed % len(scenario.roles)].id, f"seed {seed}")
        if seed % 2:
            ask_well(sitting)
        else:
            talk_at_random(sitting, random.Random(seed))
        told = spoken(sitting)
        assert len(told) == len(set(told)), name
        assert len(told) > 10


@law
@given(scenarios(), st.integers(0, 11), scripts())
def test_every_turn_has_a_situation(scenario: Scenario, seat: int, script: list[Said]) -> None:
    """Whatever is said, every turn has its phrasing, those said before keep theirs, and nothing is said twice."""
    sitting = Sitting(scenario, scenario.roles[seat % len(scenario.roles)].id)
    before = phrasings(sitting.play)
    for at, said in enumerate(script):
        try:
            sitting.say(speak(sitting.play, said, at))
        except CourseError:
            continue
        now = phrasings(sitting.play)
        assert now[: len(before)] == before
        before = now
    told = spoken(sitting)
    assert len(told) == len(set(told))


def test_a_scripted_decision_is_reacted_to() -> None:
    """Somebody who could have told more is passed over by a script's decision."""
    sitting = at_the_lamp("ben")
    sitting.do(CloseTalk, option="mend")
    assert last(sitting) == "passed_over"
