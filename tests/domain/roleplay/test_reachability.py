"""What plays can come to equals what a naive walk over every situation finds."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlcourse.domain.roleplay.conditions import Comparison, Condition
from dlcourse.domain.roleplay.reachability import Story, explore
from dlcourse.domain.roleplay.scenario import (
    Choice,
    Crossroads,
    End,
    Fact,
    Indicator,
    Option,
    Panel,
    Question,
    Role,
    Scenario,
)
from tests.examples import examples

Naive = tuple[str, tuple[tuple[str, int], ...], frozenset[str], frozenset[str]]

FACTS = ("f", "g", "h")
SCENES = ("a", "b", "c", "d", "e")
LEVELS = {"trust": (1, 0, 2), "calm": (0, -1, 1)}


def scenario(*scenes: Panel | Crossroads | End, start: str = "a") -> Scenario:
    """A scenario with these scenes; its claims are of no interest here."""
    return Scenario(
        id="x",
        title="x",
        summary="x",
        minutes=1,
        principles=("P1",),
        setting="x",
        roles=(Role(id="head", name="Head", about="x", decides=True),),
        start=start,
        scenes=scenes,
        debrief=(Question(ask="x"),),
        indicators=tuple(
            Indicator(id=name, name=name, start=s, min=lo, max=hi) for name, (s, lo, hi) in LEVELS.items()
        ),
        options=(Option(id="yes", name="Yes"), Option(id="no", name="No")),
        facts=tuple(Fact(id=name, text="x", held_by=("head",)) for name in FACTS),
    )


def choice(name: str, leads_to: str, when: Condition = Condition(), **changes: int) -> Choice:  # noqa: B008 - frozen
    """A choice with effects on indicators."""
    return Choice(id=name, text="x", feedback="x", leads_to=leads_to, when=when, effects=changes)


def crossroads(name: str, *choices: Choice) -> Crossroads:
    """A scene with these choices."""
    return Crossroads(id=name, text="x", choices=choices)


def end(name: str) -> End:
    """A scene where a play ends."""
    return End(id=name, text="x")


def test_scenes_are_unreachable_where_only_closed_choices_lead() -> None:
    """A scene behind a comparison that never holds is unreachable and its choice never open."""
    closed = Condition(indicators={"trust": Comparison(symbol=">", number=2)})
    story = explore(scenario(crossroads("a", choice("on", "b"), choice("up", "c", closed)), end("b"), end("c")))
    assert (story.unreachable, story.never_open) == (("c",), (("a", "up"),))


def test_effects_stay_within_bounds() -> None:
    """An indicator that is moved beyond its bounds stays at the bound."""
    most = Condition(indicators={"trust": Comparison(symbol="==", number=2)})
    story = explore(
        scenario(crossroads("a", choice("up", "b", trust=9)), crossroads("b", choice("on", "c", most)), end("c"))
    )
    assert story == Story(unreachable=(), dead_ends=(), endless=(), never_open=(), situations=3, complete=True)


def test_a_panel_brings_out_no_more_facts_than_it_has_minutes() -> None:
    """A choice that asks for two voiced facts is never open after a panel of one minute."""
    both = crossroads("b", choice("two", "c", Condition(heard=("f", "g"))), choice("one", "c"))
    for minutes, never_open in ((1, (("b", "two"),)), (2, ())):
        panel = Panel(id="a", title="x", text="x", minutes=minutes, leads_to={"yes": "b", "no": "b"})
        assert explore(scenario(panel, both, end("c"))).never_open == never_open


def test_a_circle_with_a_dead_end_in_it_is_not_endless() -> None:
    """What can still get stuck is a dead end; what can do neither that nor end is endless."""
    tired = Condition(indicators={"trust": Comparison(symbol=">", number=0)})
    stuck = explore(scenario(crossroads("a", choice("on", "b", tired, trust=-1)), crossroads("b", choice("back", "a"))))
    assert [one.scene for one in stuck.dead_ends] == ["a"]
    assert (stuck.dead_ends[0].levels, stuck.dead_ends[0].route) == ({"trust": 0}, ("a.on", "b.back"))
    assert stuck.endless == ()
    circle = explore(scenario(crossroads("a", choice("on", "b")), crossroads("b", choice("back", "a"))))
    assert [one.scene for one in circle.endless] == ["a", "b"]
    assert circle.endless[0].route == ()


def test_a_story_that_is_too_large_says_only_what_is_certain() -> None:
    """Beyond the bound nothing is called unreachable, never open or endless that more walking could refute."""
    late = Condition(indicators={"trust": Comparison(symbol="==", number=2)})
    scenes = (
        crossroads("a", choice("up", "b", trust=1), choice("leave", "c", late)),
        crossroads("b", choice("back", "a")),
        end("c"),
        end("d"),
    )
    assert explore(scenario(*scenes)).unreachable == ("d",)
    small = explore(scenario(*scenes), bound=2)
    assert small == Story(unreachable=("d",), dead_ends=(), endless=(), never_open=(), situations=3, complete=False)


conditions = st.builds(
    Condition,
    indicators=st.dictionaries(
        st.sampled_from(list(LEVELS)),
        st.builds(Comparison, symbol=st.sampled_from([">=", "<=", ">", "<", "=="]), number=st.integers(-1, 2)),
        max_size=1,
    ),
    heard=st.lists(st.sampled_from(FACTS), max_size=1).map(tuple),
    not_heard=st.lists(st.sampled_from(FACTS), max_size=1).map(tuple),
    chose=st.lists(st.sampled_from(["a.one", "b.two", "p.yes"]), max_size=1).map(tuple),
    not_chose=st.lists(st.sampled_from(["a.two", "c.one", "p.no"]), max_size=1).map(tuple),
)


@st.composite
def stories(draw: st.DrawFn) -> Scenario:
    """A small scenario of random scenes, with or without a panel."""
    panel = draw(st.booleans())
    names = [*SCENES[: draw(st.integers(2, 5))], *(["p"] if panel else [])]
    to = st.sampled_from(names)
    scenes: list[Panel | Crossroads | End] = [
        end(name) if draw(st.integers(0, 3)) == 0 else crossroads(name, *draw(choices(to)))
        for name in names
        if name != "p"
    ]
    if panel:
        leads_to = {"yes": draw(to), "no": draw(to)}
        scenes.append(Panel(id="p", title="x", text="x", minutes=draw(st.integers(0, 3)), leads_to=leads_to))
    return scenario(*scenes, start=draw(to))


@st.composite
def choices(draw: st.DrawFn, to: st.SearchStrategy[str]) -> list[Choice]:
    """One or two choices of a scene."""
    return [
        Choice(
            id=name,
            text="x",
            feedback="x",
            leads_to=draw(to),
            when=draw(st.just(Condition()) | conditions),
            effects=draw(st.dictionaries(st.sampled_from(list(LEVELS)), st.integers(-2, 2), max_size=2)),
            reveals=draw(st.lists(st.sampled_from(FACTS), max_size=1).map(tuple)),
        )
        for name in ("one", "two")[: draw(st.integers(1, 2))]
    ]


def naive_steps(told: Scenario, here: Naive) -> Iterator[tuple[str, Naive]]:
    """Every way on from a situation that remembers everything."""
    name, levels, heard, chosen = here
    scene = told.scene(name)
    if isinstance(scene, Panel):
        for option, target in scene.leads_to.items():
            for size in range(min(scene.minutes, len(FACTS)) + 1):
                for voiced in combinations(FACTS, size):
                    yield option, (target, levels, heard | {*voiced}, chosen | {f"{name}.{option}"})
    elif isinstance(scene, Crossroads):
        for way in scene.choices:
            if way.when.holds(dict(levels), heard, chosen):
                clamp = {indicator.id: indicator.clamp for indicator in told.indicators}
                moved = tuple((one, clamp[one](level + way.effects.get(one, 0))) for one, level in levels)
                yield way.id, (way.leads_to, moved, heard | {*way.reveals}, chosen | {f"{name}.{way.id}"})


def naive(told: Scenario) -> tuple[set[str], set[str], set[str], set[tuple[str, str]]]:
    """Unreachable scenes, scenes with dead ends, endless scenes, choices never open: by brute force."""
    first: Naive = (
        told.start,
        tuple((name, start) for name, (start, _, _) in LEVELS.items()),
        frozenset(),
        frozenset(),
    )
    after: dict[Naive, list[Naive]] = {}
    opened: set[tuple[str, str]] = set()
    todo = [first]
    while todo:
        here = todo.pop()
        if here not in after:
            steps = list(naive_steps(told, here))
            opened |= {(here[0], name) for name, _ in steps}
            after[here] = [there for _, there in steps]
            todo += after[here]
    stopping = {here for here, next_ones in after.items() if not next_ones}
    fine, grown = set(stopping), True
    while grown:
        more = {here for here, next_ones in after.items() if here not in fine and not fine.isdisjoint(next_ones)}
        fine, grown = fine | more, bool(more)
    every = {(one.id, way.id) for one in told.scenes if isinstance(one, Crossroads) for way in one.choices}
    return (
        {one.id for one in told.scenes} - {here[0] for here in after},
        {here[0] for here in stopping if not isinstance(told.scene(here[0]), End)},
        {here[0] for here in after if here not in fine},
        every - opened,
    )


@pytest.mark.slow
@settings(max_examples=examples(400), deadline=None)
@given(stories())
def test_the_story_is_what_a_naive_walk_finds(told: Scenario) -> None:
    """Leaving out what no condition asks about changes no answer."""
    story = explore(told)
    assert story.complete
    found = (
        set(story.unreachable),
        {stuck.scene for stuck in story.dead_ends},
        {stuck.scene for stuck in story.endless},
        set(story.never_open),
    )
    assert found == naive(told)


@settings(max_examples=examples(200), deadline=None)
@given(stories(), st.integers(1, 12))
def test_a_bound_never_makes_a_story_say_more(told: Scenario, bound: int) -> None:
    """What is found within a bound is also found without one."""
    whole, part = explore(told), explore(told, bound)
    assert set(part.unreachable) <= set(whole.unreachable)
    assert {one.scene for one in part.dead_ends} <= {one.scene for one in whole.dead_ends}
    assert {one.scene for one in part.endless} <= {one.scene for one in whole.endless}
    assert set(part.never_open) <= set(whole.never_open)
