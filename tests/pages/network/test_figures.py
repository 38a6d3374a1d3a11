"""The figures in words: every one with a sentence, undefined ones with the reason, and never a grade."""

from hypothesis import given, settings

from dlcourse.domain.network.graph import Graph, Tie, figures
from dlcourse.domain.network.stretch import Act, stretch
from dlcourse.pages.network.figures import (
    in_words,
    look_alike,
    person_in_words,
    size,
    spreads_in_words,
)
from dlcourse.pages.network.words_of_figures import CONTEXT, NOT_DEFINED, WHY
from tests.domain.network.networks import graph_of, graphs

STAR = graph_of(5, [(1, 0), (2, 0), (3, 0)])


def test_the_words_context_not_a_grade() -> None:
    """What stands with every figure begins with these words."""
    assert CONTEXT == "Context, not a grade"
    assert WHY.startswith(CONTEXT)


def test_a_star_in_words() -> None:
    """Each figure has its name, its value and a sentence."""
    said = {one.name: (one.value, one.sentence) for one in in_words(figures(STAR))}
    assert said["Share of possible ties"] == ("0.15", "Of 20 possible ties 3 are there. Researchers call it density.")
    assert said["People without a tie"] == (
        "1",
        "4 has neither a tie to others nor one from others. Researchers call it the number of isolates.",
    )
    assert said["People who join others"] == (
        "1",
        "0 joins people whom no other chain of ties joins. Researchers call it the number of articulation points.",
    )
    assert said["Separate groups"] == (
        "2",
        "The people fall into 2 groups without a tie between them. Researchers call it the number of weak components.",
    )
    assert said["Ties that are returned"][1].startswith("0% of the ties are returned")
    assert size(figures(STAR)) == "5 people, 3 ties"


def test_undefined_figures_say_why() -> None:
    """Nothing undefined is shown as a number; the sentence tells what is missing."""
    said = {one.name: one for one in in_words(figures(graph_of(1, [])))}
    numbers = [one.name for one in said.values() if one.value != NOT_DEFINED]
    assert numbers == ["People without a tie", "Separate groups", "People who join others"]
    assert said["Share of possible ties"].sentence.startswith("It takes at least two people.")
    assert said["Separate groups"].sentence.startswith("One person is here.")
    assert said["Ties that are returned"].sentence.startswith("Nobody turns to anybody")


def test_unknown_isolates_say_what_to_add() -> None:
    """Without a list of people the words ask for one."""
    graph = Graph(people=("Ana", "Bo"), ties=(Tie(who="Ana", to="Bo"),))
    (isolates,) = (one for one in in_words(figures(graph)) if one.name == "People without a tie")
    assert (isolates.value, "file of all people" in isolates.sentence) == ("not known", True)


@settings(deadline=None)
@given(graphs())
def test_every_figure_has_a_whole_sentence(graph: Graph) -> None:
    """Whatever the graph, all nine figures have a name, a value and a sentence that ends."""
    said = in_words(figures(graph))
    assert len({one.name for one in said}) == len(said) == 9
    assert all(one.value and one.sentence[0].isupper() | one.sentence[0].isdigit() for one in said)
    assert all(one.sentence.endswith((".", ")")) for one in said)


def test_one_person_in_words() -> None:
    """Who turns to them, to whom they turn, and who is cut off while they are away."""
    assert person_in_words(STAR, "0").startswith("3 people turn to 0; 0 turns to 0 people. While 0 is away, no chain")
    assert person_in_words(STAR, "1") == "0 people turn to 1; 1 turns to 1 person."
    wide = graph_of(9, [(at, 0) for at in range(1, 9)])
    assert "joins 7 people with the other 1 of this group" in person_in_words(wide, "0")


def test_spreads_in_words() -> None:
    """A function of several people and one of a single person each have a sentence."""
    acts = [Act(person="Ana", function="watching", count=2), Act(person="Bo", function="watching", count=2)]
    shared, alone = spreads_in_words(stretch([*acts, Act(person="Ana", function="locking up", count=4)]))
    assert (shared.name, shared.value) == ("watching", "1.00")
    assert shared.sentence.startswith("2 people share the acts; 1 of them has half or more ")
    assert (alone.value, alone.sentence) == (NOT_DEFINED, "Ana has all acts, so there is no evenness to speak of.")


def test_names_that_differ_in_capitals_are_asked_about() -> None:
    """Two spellings of what may be one name become a question, not an error."""
    graph = Graph(people=("Ana", "Bo", "ana"), ties=())
    assert look_alike(graph) == ("Are 'Ana' and 'ana' one person?",)
    assert look_alike(STAR) == ()
