"""The conversation of a play: scene by scene, with facts as their speakers say them."""

from typing import Any

from dlcourse.domain.roleplay.messages import Decide, MakeChoice, ShareFact
from dlcourse.domain.roleplay.talk.conversation import TalkLine, passages
from tests.domain.roleplay.learners import Sitting, lamp, prepare


def lines(sitting: Sitting) -> list[TalkLine]:
    """Return all that was said and done."""
    return [line for passage in passages(sitting.play, {}) for line in passage.lines]


def at_the_lamp(seat: str = "ann", **changes: Any) -> Sitting:
    """Sit at the lamp, the first preference stated."""
    sitting = Sitting(lamp(start="talk", **changes), seat)
    prepare(sitting)
    return sitting


def test_a_scene_ends_with_what_is_said_to_its_decision() -> None:
    """Reactions to a decision stand in the scene of the decision; the next scene begins after them."""
    sitting = at_the_lamp()
    sitting.do(Decide, option="mend", reason="So.")
    talk, week = passages(sitting.play, {})
    assert [line.kind for line in talk.lines] == ["decided", "answered"]
    assert (week.scene, week.lines) == ("week", ())
    sitting.do(MakeChoice, scene="week", choice="ask")
    assert [(each.scene, len(each.lines)) for each in passages(sitting.play, {})] == [
        ("talk", 2),
        ("week", 1),
        ("week", 0),
    ]


def test_a_panel_entered_again_is_a_scene_of_its_own() -> None:
    """What is said in the same panel after a decision stands in a passage of its own."""
    sitting = at_the_lamp()
    sitting.do(Decide, option="wait", reason="Not yet.")
    sitting.do(ShareFact, fact="fuse")
    first, second = passages(sitting.play, {})
    assert (first.scene, second.scene) == ("talk", "talk")
    assert [line.kind for line in second.lines] == ["shared", "answered"]


def test_a_fact_is_said_in_the_first_person_by_its_holder() -> None:
    """Whoever holds a fact says it as the author wrote it for them; anybody else tells it as it is."""
    facts = [fact.model_dump() | ({"said": "I cut it."} if fact.id == "wire" else {}) for fact in lamp().facts]
    sitting = at_the_lamp(facts=facts)
    sitting.tell("ben", "wire")
    sitting.do(ShareFact, fact="wire")
    told = [line for line in lines(sitting) if line.fact]
    assert [(line.role, line.text) for line in told] == [("ben", "I cut it."), ("ann", "[the fact wire]")]


def test_whose_fact_it_is() -> None:
    """A fact that a person shares says who told it first."""
    sitting = at_the_lamp()
    sitting.do(ShareFact, fact="fuse")
    sitting.tell("ben", "wire")
    sitting.do(ShareFact, fact="wire")
    assert [(line.fact, line.by) for line in lines(sitting) if line.kind == "shared"] == [
        ("fuse", "ann"),
        ("wire", "ben"),
    ]
