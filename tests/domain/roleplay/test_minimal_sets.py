"""The search for the fewest facts ends, however many facts there are and however much alike they weigh."""

import random

import pytest

from dlcourse.domain.roleplay.minimal_sets import TooManySteps, fewest_unique_facts
from dlcourse.domain.roleplay.scenario import End, Fact, Option, Question, Role, Scenario


def scenario(facts: list[Fact], options: int) -> Scenario:
    """Return a scenario with these facts; the first option is the best."""
    return Scenario(
        id="x",
        title="x",
        summary="x",
        minutes=1,
        principles=("P1",),
        setting="x",
        roles=(Role(id="a", name="A", about="x", decides=True), Role(id="b", name="B", about="x")),
        start="end",
        scenes=(End(id="end", text="x"),),
        debrief=(Question(ask="x"),),
        options=tuple(Option(id=f"o{number}", name="x") for number in range(options)),
        best="o0",
        facts=tuple(facts),
    )


def test_more_facts_than_calls_are_searched() -> None:
    """With more facts than Python allows nested calls, the answer is still exact: the rival's lead plus one."""
    own = [Fact(id=f"f{number}", text="x", held_by=("a",), weighs={"o0": 1}) for number in range(1_100)]
    shared = Fact(id="s", text="x", held_by=("a", "b"), weighs={"o1": 699})
    assert fewest_unique_facts(scenario([shared, *own], 2)) == 700


def test_a_search_without_end_is_given_up() -> None:
    """Where twenty of forty facts would have to add up to one exact number, the search says that it does not know."""
    draw = random.Random(3)
    even = [2 * draw.randint(1, 15_000) for _ in range(40)]
    own = [
        Fact(id=f"f{at}", text="x", held_by=("a",), weighs={"o1": -weight, "o2": weight - 40_000})
        for at, weight in enumerate(even)
    ]
    odd = sum(even) // 2 // 2 * 2 + 1
    shared = Fact(id="s", text="x", held_by=("a", "b"), weighs={"o1": odd - 1, "o2": 20 * 40_000 - odd - 1})
    with pytest.raises(TooManySteps):
        fewest_unique_facts(scenario([shared, *own], 3))


def test_a_table_too_large_is_not_built() -> None:
    """Hundreds of facts and of options are given up at once, before they fill the memory."""
    own = [Fact(id=f"f{number}", text="x", held_by=("a",), weighs={"o0": 1}) for number in range(400)]
    shared = Fact(id="s", text="x", held_by=("a", "b"), weighs={"o1": 300})
    with pytest.raises(TooManySteps):
        fewest_unique_facts(scenario([shared, *own], 700))
