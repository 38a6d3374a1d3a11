"""Steps by hand in one's own network: what each changes, what it refuses, and what holds after any of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.network.editing import edited, joined
from dlcourse.domain.network.graph import Graph, Tie
from dlcourse.domain.network.messages import (
    MOST_DRAWN,
    NOBODY_YET,
    AddColleagues,
    ChangeTie,
    CountActs,
    DrawTies,
    Edit,
    Guess,
    Network,
    RemoveColleague,
    RemoveTie,
    RenameColleague,
    clean,
    guessed,
)
from dlcourse.domain.network.stretch import Act
from dlcourse.engines.network import layout
from dlcourse.errors import CourseError
from tests.domain.network.networks import graphs

KEYS = Tie(who="Ann", to="Bo", topic="keys")


def step(kind: type[Any], **parts: Any) -> Edit:
    """A step with an id of its own."""
    made: Edit = kind(id="step-0001", **parts)
    return made


def after(*steps: Edit, network: Network = NOBODY_YET) -> Network:
    """The network after these steps."""
    for one in steps:
        network = edited(network, one)
    return network


THREE = after(
    step(AddColleagues, names=["Ann", "Bo", "Cy"]),
    step(DrawTies, who="Ann", to=["Bo", "Cy"], topic="keys"),
    step(CountActs, person="Bo", function="opening up", count=3),
)


def test_people_and_ties_are_added() -> None:
    """People come in their order and count as everybody; several ties are drawn at once, each once for a topic."""
    again = after(step(DrawTies, who="Ann", to=["Bo"], topic=" keys "), network=THREE)
    assert again == THREE
    assert THREE.graph.people == ("Ann", "Bo", "Cy")
    assert THREE.graph.everybody
    assert THREE.graph.ties == (KEYS, Tie(who="Ann", to="Cy", topic="keys"))


def test_a_person_is_called_otherwise_everywhere() -> None:
    """A new name stands in the people, the ties and the acts; the place in the list stays."""
    renamed = after(step(RenameColleague, person="Bo", name="B. O."), network=THREE)
    assert renamed.graph.people == ("Ann", "B. O.", "Cy")
    assert renamed.graph.ties[0].to == "B. O."
    assert renamed.acts == (Act(person="B. O.", function="opening up", count=3),)


def test_a_person_is_removed_with_all_that_names_them() -> None:
    """Ties and acts go with the person."""
    left = after(step(RemoveColleague, person="Bo"), network=THREE)
    assert "Bo" not in left.model_dump_json()
    assert len(left.graph.ties) == 1


def test_a_tie_is_changed_and_removed() -> None:
    """A tie keeps its place when it is about something else; two that become alike are one."""
    changed = after(step(ChangeTie, tie=KEYS, topic="maths"), network=THREE)
    assert [tie.topic for tie in changed.graph.ties] == ["maths", "keys"]
    both = after(step(DrawTies, who="Ann", to=["Bo"], topic="maths"), network=THREE)
    assert len(after(step(ChangeTie, tie=KEYS, topic="maths"), network=both).graph.ties) == 2
    assert after(step(RemoveTie, tie=KEYS), network=THREE).graph.ties == THREE.graph.ties[1:]


def test_acts_are_noted_anew_and_taken_away() -> None:
    """The newest count of a person in a function is the count; 0 takes it away."""
    more = after(step(CountActs, person="Bo", function="opening up", count=5), network=THREE)
    assert [act.count for act in more.acts] == [5]
    assert after(step(CountActs, person="Bo", function="opening up", count=0), network=more).acts == ()


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        (step(AddColleagues, names=["Ann"]), "Ann: is there already"),
        (step(AddColleagues, names=["Di", "Di"]), "Di: is there already"),
        (step(AddColleagues, names=["\u200b \t"]), "name: it is empty"),
        (step(RenameColleague, person="Bo", name="Cy"), "Cy: is there already"),
        (step(RenameColleague, person="Zed", name="Zoe"), "nobody is called 'Zed'"),
        (step(RemoveColleague, person="Zed"), "nobody is called 'Zed'"),
        (step(DrawTies, who="Ann", to=["Zed"]), "Zed: is not among the people"),
        (step(DrawTies, who="Ann", to=["Bo", "Ann"]), "Ann: turns to themselves"),
        (step(ChangeTie, tie=Tie(who="Cy", to="Bo"), topic=""), "it is not there any more"),
        (step(RemoveTie, tie=Tie(who="Cy", to="Bo")), "it is not there any more"),
        (step(CountActs, person="Zed", function="opening up", count=1), "nobody is called 'Zed'"),
        (step(AddColleagues, names=[f"P{at}" for at in range(MOST_DRAWN)]), "203 are more than can be drawn"),
    ],
)
def test_what_cannot_be_is_refused_in_words(refused: Edit, words: str) -> None:
    """A step that makes no sense says so, and what to do."""
    with pytest.raises(CourseError) as told:
        edited(THREE, refused)
    assert words in str(told.value)
    assert told.value.remedy


def test_a_page_takes_as_many_as_a_drawing_holds() -> None:
    """The page's limit is that of the layout."""
    assert MOST_DRAWN == layout.MOST_DRAWN


def test_words_are_cleaned() -> None:
    """Two spellings that look alike become one."""
    assert clean("  Zoe\u0308 \t\u200b Ö.\0 ") == "Zoë Ö."


def test_a_guess_names_people_who_are_there_or_nobody() -> None:
    """Nobody can be guessed; a stranger is refused."""
    nobody = Guess(most="", splits="", alone="Bo")
    assert guessed(nobody, ["Bo"]) == nobody
    with pytest.raises(CourseError, match="is not among the people"):
        guessed(Guess(most="Zed", splits="", alone=""), ["Bo"])


NAMES = st.sampled_from("ABCDE")
STEPS: "st.SearchStrategy[Edit]" = st.one_of(
    st.builds(lambda names: step(AddColleagues, names=names), st.lists(NAMES, min_size=1, max_size=3)),
    st.builds(lambda person, name: step(RenameColleague, person=person, name=name), NAMES, NAMES),
    st.builds(lambda person: step(RemoveColleague, person=person), NAMES),
    st.builds(lambda who, to: step(DrawTies, who=who, to=to), NAMES, st.lists(NAMES, min_size=1, max_size=3)),
    st.builds(lambda who, to: step(RemoveTie, tie=Tie(who=who, to=to)), NAMES, NAMES),
    st.builds(lambda who, n: step(CountActs, person=who, function="f", count=n), NAMES, st.integers(0, 3)),
)


@given(st.lists(STEPS, max_size=20))
def test_any_steps_leave_a_whole_network(steps: list[Edit]) -> None:
    """After any steps the graph is coherent, every act is of somebody who is there, and it can be kept and read."""
    network = NOBODY_YET
    for one in steps:
        try:
            network = edited(network, one)
        except CourseError:
            continue
        assert Graph.model_validate(network.graph.model_dump()) == network.graph
        assert {act.person for act in network.acts} <= set(network.graph.people)
        assert Network.model_validate_json(network.model_dump_json()) == network


def network_of(people: str, *ties: str, acts: tuple[Act, ...] = (), everybody: bool = True) -> Network:
    """A network of people with one letter each; ``AB`` is a tie from A to B."""
    graph = Graph(people=tuple(people), ties=tuple(Tie(who=pair[0], to=pair[1]) for pair in ties), everybody=everybody)
    return Network(graph=graph, roles={people[0]: people}, acts=acts)


def test_two_networks_are_joined_without_doubling_anything() -> None:
    """People and ties that both have are there once; the newer one has the last word on roles and counts."""
    seen = Act(person="A", function="watching", count=1)
    first = network_of("ABC", "AB", acts=(seen, Act(person="B", function="watching", count=9)))
    second = network_of("AD", "AD", acts=(seen.model_copy(update={"count": 5}),))
    both = joined(first, second)
    assert both.graph.people == ("A", "B", "C", "D")
    assert [(tie.who, tie.to) for tie in both.graph.ties] == [("A", "B"), ("A", "D")]
    assert both.roles == {"A": "AD"}
    assert {(act.person, act.count) for act in both.acts} == {("A", 5), ("B", 9)}


@given(graphs(most=6), graphs(most=6))
def test_joining_a_network_twice_changes_nothing_more(one: Graph, other: Graph) -> None:
    """The same file can be added again without harm, and a network joined with itself is itself."""
    first, second = Network(graph=one), Network(graph=other)
    both = joined(first, second)
    assert joined(both, second) == both
    assert joined(first, first) == first
    assert set(both.graph.ties) == set(one.ties) | set(other.ties)


def test_a_network_that_gets_too_large_by_a_file_is_refused() -> None:
    """What cannot be drawn is refused, whichever file the last person came in."""
    many = Graph(people=tuple(f"P{at}" for at in range(MOST_DRAWN)), ties=())
    with pytest.raises(CourseError, match="more than can be drawn"):
        joined(Network(graph=many), network_of("A"))


@pytest.mark.parametrize("everybody", [True, False])
def test_everybody_is_known_if_one_of_two_networks_lists_everybody(*, everybody: bool) -> None:
    """A file of ties alone does not make it unknown who has no tie."""
    assert joined(network_of("AB", everybody=everybody), network_of("BC", everybody=True)).graph.everybody
    assert joined(network_of("AB", everybody=everybody), network_of("B", everybody=False)).graph.everybody == everybody
