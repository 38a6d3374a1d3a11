"""What facts say to a group and to each role: the laws of hidden and manifest profiles, and the three counts."""

from collections.abc import Sequence
from itertools import combinations
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.domain.roleplay.hidden_profile import (
    best_option,
    deciding_shared_facts,
    hidden_problems,
    known_to,
    manifest_problems,
    value,
)
from dlcourse.domain.roleplay.minimal_sets import fewest_unique_facts, smallest_group
from dlcourse.domain.roleplay.scenario import End, Fact, Option, Panel, Question, Role, Scenario
from dlcourse.errors import CourseError

OPTIONS = {"buy": "Buy the program", "move": "Move the block", "wait": "Wait a year", "ask": "Ask", "a": "A", "b": "B"}
ALL = "all"
Held = tuple[str, dict[str, int]]  # the holders, blank-separated or "all", and the weights


def table(
    *facts: Held, roles: int = 3, options: int = 3, best: str | None = "buy", decoy: str | None = "move"
) -> Scenario:
    """A scenario with these facts, called f1, f2 and so on; its roles are r1, r2 and so on."""
    ids = [f"r{place + 1}" for place in range(roles)]
    names = list(OPTIONS)[:options]
    return Scenario(
        id="x",
        title="x",
        summary="x",
        minutes=1,
        principles=("P1",),
        setting="x",
        roles=tuple(Role(id=role, name=role.upper(), about="x", decides=role == "r1") for role in ids),
        options=tuple(Option(id=name, name=OPTIONS[name]) for name in names),
        best=best,
        decoy=decoy,
        facts=tuple(
            Fact(id=f"f{place + 1}", text="x", held_by=tuple(ids if held == ALL else held.split()), weighs=weighs)
            for place, (held, weighs) in enumerate(facts)
        ),
        start="panel",
        scenes=(
            Panel(id="panel", title="x", text="x", minutes=9, leads_to=dict.fromkeys(names, "end")),
            End(id="end", text="x"),
        ),
        debrief=(Question(ask="x"),),
    )


SHARED: tuple[Held, ...] = ((ALL, {"move": 3}), (ALL, {"move": 5}))
OWN: tuple[Held, ...] = (("r1", {"buy": 3}), ("r2", {"buy": 3}), ("r3", {"buy": 3}))
HIDDEN = table(*SHARED, *OWN)


def failures(scenario: Scenario) -> list[tuple[str, str | None]]:
    """Which laws of a hidden profile fail, and for which role."""
    return [(problem.law, problem.role) for problem in hidden_problems(scenario)]


@st.composite
def tables(draw: st.DrawFn, most_facts: int = 9) -> Scenario:
    """Any scenario of up to four roles and four options, facts held by one, several or all."""
    roles, options = draw(st.integers(1, 4)), draw(st.integers(2, 4))
    names = list(OPTIONS)[:options]
    holders = st.sets(st.sampled_from([f"r{place + 1}" for place in range(roles)]), min_size=1)
    fact = st.tuples(
        holders.map(lambda held: " ".join(sorted(held))),
        st.dictionaries(st.sampled_from(names), st.integers(-4, 4)),
    )
    return table(*draw(st.lists(fact, max_size=most_facts)), roles=roles, options=options)


def test_value_adds_weights_once_each() -> None:
    """A fact that two people bring along counts once, and an option it leaves out gets nothing from it."""
    one, two = HIDDEN.fact("f1"), HIDDEN.fact("f3")
    assert value([one, two, one], "move") == 3
    assert value([one, two, two], "buy") == 3
    assert value([one, two], "wait") == 0


def test_best_option_is_none_on_a_tie() -> None:
    """Two options in front, or no fact at all, leave no best option."""
    even = [Fact(id="u", text="x", held_by=("r1",), weighs={"buy": 2, "move": 2, "wait": -1})]
    assert best_option(even, ["buy", "move", "wait"]) is None
    assert best_option(even, ["buy", "wait"]) == "buy"
    assert best_option([], ["buy", "move"]) is None
    assert best_option([], []) is None


def test_best_option_may_be_below_zero() -> None:
    """The best option can have a negative value, if all others have less."""
    against = [Fact(id="u", text="x", held_by=("r1",), weighs={"buy": -1, "move": -2})]
    assert best_option(iter(against), ["buy", "move"]) == "buy"


@settings(deadline=None)
@given(tables(), st.data())
def test_known_to_gives_shared_and_held_facts_in_file_order(scenario: Scenario, data: st.DataObject) -> None:
    """A group knows what all know and what any of it holds, each once and in file order."""
    roles = data.draw(st.lists(st.sampled_from([role.id for role in scenario.roles])))
    everyone = {role.id for role in scenario.roles}
    expected = [fact for fact in scenario.facts if set(fact.held_by) == everyone or set(fact.held_by) & set(roles)]
    assert list(known_to(scenario, iter(roles))) == expected


def test_a_fact_of_two_roles_is_known_once() -> None:
    """A fact that two of three roles hold is unique, and their pooled facts hold it once."""
    scenario = table(*SHARED, ("r1 r2", {"buy": 9}))
    assert [fact.id for fact in known_to(scenario, ["r1", "r2"])] == ["f1", "f2", "f3"]
    assert value(known_to(scenario, ["r1", "r2"]), "buy") == 9
    assert [fact.id for fact in known_to(scenario, ["r3"])] == ["f1", "f2"]


def test_a_hidden_profile_has_no_problem() -> None:
    """Where all four laws hold there is nothing to say."""
    assert hidden_problems(HIDDEN) == ()
    assert deciding_shared_facts(HIDDEN) == ()


def test_a_list_of_every_role_is_shared() -> None:
    """A fact that names every role one by one counts as shared."""
    assert hidden_problems(table(("r3 r1 r2", {"move": 3}), SHARED[1], *OWN)) == ()


def test_h1_alone_fails_on_a_tie() -> None:
    """One more shared point for the decoy makes everybody's facts a tie, and only H1 says so."""
    assert failures(table(*SHARED, (ALL, {"move": 1}), *OWN)) == [("H1", None)]


def test_h2_alone_fails_for_the_role_that_sees_another_option() -> None:
    """A role that is led to a third option is the one that H2 names."""
    astray = [("r1", {"wait": 9}), ("r2", {"wait": -9})]
    assert failures(table(*SHARED, *OWN, *astray)) == [("H2", "r1")]


def test_h2_alone_fails_on_a_tie() -> None:
    """A role for which the decoy only shares the first place is not misled."""
    assert failures(table(*SHARED, *OWN, ("r3", {"wait": 8}), ("r2", {"wait": -8}))) == [("H2", "r3")]


def test_h3_alone_fails_where_the_shared_facts_point_elsewhere() -> None:
    """The shared facts may not lead to a third option, even where every role is misled to the decoy."""
    own = [(f"r{place}", {"buy": 3, "wait": -2}) for place in (1, 2, 3)]
    assert failures(table(*SHARED, (ALL, {"wait": 9}), *own)) == [("H3", None)]


def test_h4_alone_fails_for_the_role_that_knows_nothing_else() -> None:
    """A role without a fact of its own is the one that H4 names."""
    assert failures(table(*SHARED, *OWN, roles=4)) == [("H4", "r4")]


def test_h4_alone_fails_for_both_holders_of_a_fact() -> None:
    """A fact that two roles hold makes neither of them needed."""
    facts = (*SHARED, ("r1", {"buy": 3}), ("r2", {"buy": 3}), ("r3 r4", {"buy": 3}))
    assert failures(table(*facts, roles=4)) == [("H4", "r3"), ("H4", "r4")]


def test_h4_holds_where_the_others_only_tie() -> None:
    """Others for whom the best option shares the first place have not reached it."""
    assert failures(table((ALL, {"move": 4}), *((role, {"buy": 2}) for role in ("r1", "r2", "r3")))) == []


def test_all_laws_are_told_at_once() -> None:
    """Every law that fails is reported, in order, each for its roles in file order."""
    assert failures(table((ALL, {"wait": 1}), roles=2)) == [("H1", None), ("H2", "r1"), ("H2", "r2"), ("H3", None)]


def test_messages_name_options_roles_and_numbers() -> None:
    """A message is a sentence with the names and numbers of the case, and a remedy follows it."""
    full, *_ = hidden_problems(table((ALL, {"move": 4}), ("r1", {"buy": 3}), options=2, roles=2))
    assert full.message == (
        "With all facts, 'Move the block' is worth 4 and 'Buy the program' 3;"
        " 'Buy the program' should be worth more than any other."
    )
    assert full.remedy.startswith("Let the facts that only some hold speak more for 'Buy the program'")
    (needless,) = hidden_problems(table(*SHARED, *OWN, roles=4))
    assert needless.message == (
        "Without 'R4', 'Buy the program' is worth 9, 'Move the block' 8 and 'Wait a year' 0;"
        " the others should not reach 'Buy the program'."
    )
    assert needless.remedy == "Let 'R4' alone hold a fact without which 'Buy the program' is not ahead."


def test_braces_in_names_stay_as_they_are() -> None:
    """A name that an author writes with braces is shown, not filled in."""
    odd = HIDDEN.model_dump() | {"options": [{"id": "buy", "name": "{role}"}, {"id": "move", "name": "{0}"}]}
    odd["facts"] = odd["facts"][:2]
    assert "'{role}' 0; '{role}' should be" in hidden_problems(Scenario.model_validate(odd))[0].message


def test_the_decoy_is_another_option() -> None:
    """Where best option and decoy are one, nothing is hidden."""
    assert failures(table(*SHARED, *OWN, decoy="buy")) == [("H3", None)]


@pytest.mark.parametrize(("best", "decoy"), [(None, "move"), ("buy", None)])
def test_a_hidden_profile_needs_its_claims(best: str | None, decoy: str | None) -> None:
    """Without a best option or a decoy there is nothing to prove."""
    with pytest.raises(CourseError, match="needs a best option and a decoy"):
        hidden_problems(table(*SHARED, best=best, decoy=decoy))


def test_a_manifest_profile_has_no_problem() -> None:
    """Where everybody sees the best option, alone and together, there is nothing to say."""
    assert manifest_problems(table((ALL, {"buy": 2}), ("r1", {"move": 1}), ("r2", {"buy": 1}))) == ()


def test_manifest_names_the_role_that_does_not_see_it() -> None:
    """A role whose own fact makes a tie is named with its numbers."""
    (problem,) = manifest_problems(table((ALL, {"buy": 2}), ("r1", {"move": 2}), ("r2", {"buy": 1}), options=2))
    assert (problem.law, problem.role) == ("manifest", "r1")
    assert problem.message == (
        "With the shared facts and those of 'R1', 'Buy the program' is worth 2 and 'Move the block' 2;"
        " 'Buy the program' should be worth more than any other."
    )


def test_manifest_looks_at_shared_facts_roles_and_all() -> None:
    """A hidden profile is manifest only where everything is known."""
    assert [problem.role for problem in manifest_problems(HIDDEN)] == [None, "r1", "r2", "r3"]
    together = table((ALL, {"buy": 2}), *((role, {"move": 1}) for role in ("r1", "r2")))
    assert [problem.message[:14] for problem in manifest_problems(together)] == ["With all facts"]


def test_manifest_needs_its_claim() -> None:
    """Without a best option there is nothing to prove."""
    with pytest.raises(CourseError, match="needs a best option"):
        manifest_problems(table(*SHARED, best=None))


def test_the_only_shared_fact_decides() -> None:
    """Without it the options tie, and a tie is a change."""
    assert deciding_shared_facts(table((ALL, {"move": 8}), *OWN)) == ("f1",)


def test_each_deciding_shared_fact_is_named() -> None:
    """A fact decides if the rest points elsewhere or nowhere; one that leaves the first place alone does not."""
    assert deciding_shared_facts(table((ALL, {"move": 3}), (ALL, {"move": 1}), (ALL, {"wait": 2}), *OWN)) == ("f1",)
    assert deciding_shared_facts(table((ALL, {"move": 1}), (ALL, {"wait": -1}), (ALL, {"buy": -1}))) == ()


def test_a_fact_that_breaks_a_tie_decides() -> None:
    """Where the shared facts tie, taking one away may put an option in front."""
    assert deciding_shared_facts(table((ALL, {"move": 1}), (ALL, {"wait": 1}))) == ("f1", "f2")


def naive_group(scenario: Scenario) -> tuple[str, ...] | None:
    """The smallest group by trying every subset of roles as a row of bits."""
    names, options = [role.id for role in scenario.roles], [option.id for option in scenario.options]
    groups = [tuple(n for place, n in enumerate(names) if bits >> place & 1) for bits in range(2 ** len(names))]
    enough = [group for group in groups if best_option(known_to(scenario, group), options) == scenario.best]
    return min(enough, key=lambda group: (len(group), [names.index(name) for name in group]), default=None)


@settings(deadline=None)
@given(tables())
def test_the_smallest_group_is_that_of_a_naive_search(scenario: Scenario) -> None:
    """No smaller set of roles reaches the best option, and no earlier one of the same size."""
    assert smallest_group(scenario) == naive_group(scenario)


def test_the_smallest_group_of_examples() -> None:
    """All of a hidden profile, two where two suffice, nobody where the shared facts do, None where no set does."""
    assert smallest_group(HIDDEN) == ("r1", "r2", "r3")
    assert smallest_group(table(*SHARED, *OWN, ("r2", {"buy": 3}))) == ("r1", "r2")
    assert smallest_group(table((ALL, {"buy": 1}), ("r1", {"move": 5}))) == ()
    assert smallest_group(table(*SHARED, *OWN[:2])) is None
    assert smallest_group(table(*SHARED, *OWN, best=None)) is None


def naive_fewest(scenario: Scenario) -> int | None:
    """The fewest unique facts by trying every subset."""
    options = [option.id for option in scenario.options]
    sizes = (
        size
        for size in range(len(scenario.unique) + 1)
        for chosen in combinations(scenario.unique, size)
        if best_option([*scenario.shared, *chosen], options) == scenario.best
    )
    return next(sizes, None)


@settings(deadline=None)
@given(tables())
def test_fewest_unique_facts_is_that_of_a_brute_force_search(scenario: Scenario) -> None:
    """No smaller set of unique facts puts the best option alone in front."""
    assert fewest_unique_facts(scenario) == naive_fewest(scenario)


def random_table(seed: int, facts: int, *, roles: int, options: int, spread: int) -> Scenario:
    """Unique facts with weights drawn from -spread to spread, and a shared fact against the best option."""
    draw = Random(seed)
    names = list(OPTIONS)[:options]
    held: list[Held] = [
        (f"r{1 + place % roles}", {name: draw.randint(-spread, spread) for name in names}) for place in range(facts)
    ]
    behind = {name: draw.randint(0, facts * spread // 5) for name in names[1:]}
    return table((ALL, behind), *held, roles=roles, options=options)


@pytest.mark.parametrize("seed", range(12))
def test_fewest_unique_facts_is_exact_where_many_are_needed(seed: int) -> None:
    """The bounds of the search leave out no solution among thirteen facts and five options."""
    scenario = random_table(seed, 13, roles=3, options=5, spread=3)
    assert fewest_unique_facts(scenario) == naive_fewest(scenario)


def test_fewest_unique_facts_of_examples() -> None:
    """Three of a hidden profile, none where the shared facts suffice, None where no set does."""
    assert fewest_unique_facts(HIDDEN) == 3
    assert fewest_unique_facts(table(*SHARED, ("r1", {"buy": 5}), *OWN, ("r2", {"move": 9}))) == 3
    assert fewest_unique_facts(table(*SHARED, *OWN, ("r1 r2", {"buy": 6}))) == 2
    assert fewest_unique_facts(table((ALL, {"buy": 1}))) == 0
    assert fewest_unique_facts(table(*SHARED, *OWN[:2])) is None
    assert fewest_unique_facts(table(*SHARED, *OWN, best=None)) is None


def test_fewest_unique_facts_may_need_two_halves() -> None:
    """Facts that each beat one rival only are needed for each of them."""
    halves = [("r1", {"move": -2}), ("r2", {"wait": -2}), ("r3", {"buy": 1})]
    assert fewest_unique_facts(table((ALL, {"move": 1, "wait": 1}), *halves)) == 2


@pytest.mark.parametrize("spread", [1, 3, 20])
def test_sixty_facts_and_six_options_are_fast(spread: int) -> None:
    """Everything that a check asks of a large profile is answered within a few seconds at most."""
    scenario = random_table(spread, 60, roles=12, options=6, spread=spread)
    began = process_time()
    fewest, group = fewest_unique_facts(scenario), smallest_group(scenario)
    hidden_problems(scenario)
    assert process_time() - began < 5
    assert fewest is not None
    assert group is None or chosen_reach(scenario, group)


def chosen_reach(scenario: Scenario, group: Sequence[str]) -> bool:
    """Whether the group's pooled facts put the best option alone in front."""
    return best_option(known_to(scenario, group), [option.id for option in scenario.options]) == scenario.best
