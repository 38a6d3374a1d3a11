"""Built profiles keep the laws of a hidden profile by their formulas, whatever the numbers."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dlcourse.domain.roleplay.hidden_profile import deciding_shared_facts, hidden_problems, known_to, value
from dlcourse.domain.roleplay.minimal_sets import fewest_unique_facts, smallest_group
from dlcourse.domain.roleplay.profile_builder import Pull, Split, build
from dlcourse.domain.roleplay.scenario import End, Fact, Scenario
from dlcourse.errors import CourseError


@st.composite
def pulls(draw: st.DrawFn, most: int = 6) -> Pull:
    """Any pull with 0 < e < c."""
    c = draw(st.integers(2, most))
    return Pull(c, draw(st.integers(1, c - 1)))


@st.composite
def arguments(draw: st.DrawFn) -> tuple[int, list[Pull], int, Split]:
    """Any numbers of roles, rivals, decoy and parts that meet the conditions."""
    n, others = draw(st.integers(2, 6)), draw(st.lists(pulls(), max_size=3))
    c = draw(st.integers(max((rival.c for rival in others), default=2), 9))
    bounds = [c - 1]
    for rival in others:
        bounds += [n * (c - rival.c) + rival.e - 2, (n - 1) * (c - rival.c) + rival.e - 1]
    assume(min(bounds) >= 1)
    decoy = draw(st.integers(0, len(others)))
    others.insert(decoy, Pull(c, draw(st.integers(1, min(bounds)))))
    return n, others, decoy, Split(draw(st.integers(1, 4)), draw(st.integers(2, 6)))


@st.composite
def built(draw: st.DrawFn) -> Scenario:
    """Any built scenario."""
    n, rivals, decoy, split = draw(arguments())
    return build(n, rivals, decoy=decoy, split=split)


def with_facts(scenario: Scenario, facts: list[Fact]) -> Scenario:
    """The scenario with other facts (made anew: a copy would keep what it has worked out)."""
    return Scenario.model_validate(scenario.model_dump() | {"facts": [fact.model_dump() for fact in facts]})


@settings(deadline=None)
@given(built())
def test_a_built_profile_keeps_every_law(scenario: Scenario) -> None:
    """H1 to H4 and H6 hold, and nobody can be left out."""
    assert hidden_problems(scenario) == ()
    assert deciding_shared_facts(scenario) == ()
    assert smallest_group(scenario) == tuple(role.id for role in scenario.roles)


@settings(deadline=None)
@given(arguments())
def test_the_leads_are_those_of_the_formulas(given_numbers: tuple[int, list[Pull], int, Split]) -> None:
    """With k roles' own facts the best option leads each rival by k c - (n c - e)."""
    n, rivals, decoy, split = given_numbers
    scenario = build(n, rivals, decoy=decoy, split=split)
    best, *others = (option.id for option in scenario.options)
    for k in range(n + 1):
        facts = known_to(scenario, [role.id for role in scenario.roles[:k]])
        leads = [value(facts, best) - value(facts, other) for other in others]
        assert leads == [k * rival.c - (n * rival.c - rival.e) for rival in rivals]


@settings(deadline=None)
@given(built(), st.data())
def test_a_second_holder_of_all_own_facts_makes_a_role_needless(scenario: Scenario, data: st.DataObject) -> None:
    """Giving a second role all of one role's own facts makes H4 fail for that role and for no other."""
    roles = [role.id for role in scenario.roles]
    given_away, second = data.draw(st.permutations(roles))[:2]
    facts = [
        fact.model_copy(update={"held_by": (given_away, second)}) if fact.held_by == (given_away,) else fact
        for fact in scenario.facts
    ]
    problems = hidden_problems(with_facts(scenario, facts))
    assert [problem.role for problem in problems if problem.law == "H4"] == [given_away]


@settings(deadline=None)
@given(built(), st.data())
def test_a_fact_that_everybody_knows_can_be_heavier(scenario: Scenario, data: st.DataObject) -> None:
    """One shared fact that makes up for what all together win breaks H1 and no other law."""
    assert scenario.decoy is not None
    together = known_to(scenario, [role.id for role in scenario.roles])
    short = value(together, scenario.best or "") - value(together, scenario.decoy)
    heavier = data.draw(st.sampled_from(scenario.shared))
    weighs = heavier.weighs | {scenario.decoy: heavier.weight(scenario.decoy) + short}
    facts = [fact.model_copy(update={"weighs": weighs}) if fact == heavier else fact for fact in scenario.facts]
    assert [problem.law for problem in hidden_problems(with_facts(scenario, facts))] == ["H1"]


@settings(deadline=None)
@given(built())
def test_a_built_scenario_can_be_played(scenario: Scenario) -> None:
    """One role decides, every option leads to an end of its own, ids differ, and the talk is long enough."""
    panel = scenario.panel
    assert panel is not None
    assert [role.decides for role in scenario.roles].count(True) == 1
    assert list(panel.leads_to) == [option.id for option in scenario.options]
    assert all(isinstance(scenario.scene(end), End) for end in panel.leads_to.values())
    assert len({fact.id for fact in scenario.facts}) == len(scenario.facts)
    assert panel.minutes >= (fewest_unique_facts(scenario) or 0) > 0


@settings(deadline=None)
@given(arguments())
def test_the_same_arguments_build_the_same_scenario(given_numbers: tuple[int, list[Pull], int, Split]) -> None:
    """Nothing but the arguments decides what is built."""
    n, rivals, decoy, split = given_numbers
    assert build(n, rivals, decoy=decoy, split=split) == build(n, list(rivals), decoy=decoy, split=split)


def test_the_smallest_profile() -> None:
    """Two roles and two options need two shared facts and one of each role's own."""
    scenario = build(2, [Pull(2, 1)])
    assert [(fact.held_by, fact.weighs) for fact in scenario.facts] == [
        (("role-1", "role-2"), {"rival-1": 1}),
        (("role-1", "role-2"), {"rival-1": 2}),
        (("role-1",), {"best": 2}),
        (("role-2",), {"best": 2}),
    ]
    assert fewest_unique_facts(scenario) == 2


def test_an_author_names_the_options_and_the_decoy() -> None:
    """The best option's id comes first, the decoy is the rival at the given place."""
    scenario = build(3, [Pull(2, 1), Pull(4, 1)], decoy=1, options=["reroute", "later-bell", "more-buses"])
    assert (scenario.best, scenario.decoy) == ("reroute", "more-buses")
    assert [option.name for option in scenario.options] == ["Reroute", "Later bell", "More buses"]
    assert hidden_problems(scenario) == ()


def test_the_split_sets_how_many_facts_there_are() -> None:
    """Every role gets as many facts of its own, and all share as many, as asked for."""
    scenario = build(12, [Pull(5, 2)], split=Split(own=5, shared=7))
    assert len(scenario.shared) == 7
    assert {len(scenario.own(role.id)) for role in scenario.roles} == {5}


@pytest.mark.parametrize(
    ("n", "rivals", "decoy", "split", "where"),
    [
        (1, [Pull(2, 1)], 0, Split(), "n_roles"),
        (13, [Pull(2, 1)], 0, Split(), "n_roles"),
        (2, [], 0, Split(), "decoy"),
        (2, [Pull(2, 1)], 1, Split(), "decoy"),
        (2, [Pull(2, 1)], -1, Split(), "decoy"),
        (2, [Pull(2, 1)], 0, Split(0, 2), "split"),
        (2, [Pull(2, 1)], 0, Split(1, 1), "split"),
        (2, [Pull(2, 2)], 0, Split(), "rivals[0]"),
        (2, [Pull(2, 0)], 0, Split(), "rivals[0]"),
        (2, [Pull(5, 1), Pull(2, 3)], 0, Split(), "rivals[1]"),
        (2, [Pull(3, 1), Pull(3, 2)], 0, Split(), "rivals[1]"),  # 5 on S against 4: one fact could decide
        (3, [Pull(9, 2), Pull(8, 1)], 1, Split(), "rivals[0]"),
        (2, [Pull(7, 6), Pull(5, 4)], 0, Split(), "rivals[1]"),  # 8 against 6 on S, but 1 against 1 for one role
    ],
)
def test_arguments_outside_the_conditions_are_refused(
    n: int, rivals: list[Pull], decoy: int, split: Split, where: str
) -> None:
    """Numbers for which the laws are not certain raise an error that names the argument."""
    with pytest.raises(CourseError) as refused:
        build(n, rivals, decoy=decoy, split=split)
    assert refused.value.where == where


@pytest.mark.parametrize("options", [["a"], ["a", "a"], ["a", "b", "c"]])
def test_options_must_fit_the_rivals(options: list[str]) -> None:
    """There is one id for the best option and one for each rival, all different."""
    with pytest.raises(CourseError, match="as many different ids"):
        build(2, [Pull(2, 1)], options=options)
