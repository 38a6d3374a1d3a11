"""The figures about who turns to whom, and how functions stretch over people, as sentences. Context, not a grade."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dlcourse.domain.network.graph import Figures, Graph
from dlcourse.domain.network.stretch import Spread
from dlcourse.pages.network import words
from dlcourse.pages.network import words_of_figures as said
from dlcourse.pages.words import Plural, ask_alike, listed

MOST_NAMED = 5
"""Up to how many people are named in a sentence."""


class FigureText(NamedTuple):
    """One figure: what it is called, how much it is, and what that says."""

    name: str
    value: str
    sentence: str


def size(figures: Figures) -> str:
    """``24 people, 78 ties``."""
    return words.size(figures.people, figures.ties)


def in_words(figures: Figures) -> tuple[FigureText, ...]:
    """Every figure in a sentence, also those that are not defined, with the reason."""
    texts = (
        _density(figures),
        _reciprocity(figures),
        _text(said.IN_CENTRALIZATION, figures.in_centralization, said.IN_CENTRALIZATION_SAYS, said.TOO_FEW),
        _text(said.OUT_CENTRALIZATION, figures.out_centralization, said.OUT_CENTRALIZATION_SAYS, said.TOO_FEW),
        _text(said.GINI, figures.gini_in, said.GINI_SAYS, said.NO_TIES),
        _transitivity(figures),
        _isolates(figures),
        _components(figures),
        _articulation(figures),
    )
    return tuple(
        text._replace(sentence=said.CALLED.format(sentence=text.sentence, term=term))
        for text, term in zip(texts, said.TERMS, strict=True)
    )


def spreads_in_words(spreads: Sequence[Spread]) -> tuple[FigureText, ...]:
    """How each function stretches over people, in a sentence."""
    return tuple(FigureText(spread.function, _number(spread.evenness), _spread(spread)) for spread in spreads)


def person_in_words(graph: Graph, name: str) -> str:
    """One person's place: how many turn to them, to how many they turn, and who would be cut off without them."""
    others = said.PEOPLE.of(len(graph.turns_to[name]))
    turned = said.TURNED_TO.of(len(graph.asked_by[graph.person(name)]), name=name, others=others)
    return f"{turned} {without(graph, name)}".rstrip()


def without(graph: Graph, name: str) -> str:
    """Whom this person's absence would cut off; empty if it cuts off nobody."""
    if name not in graph.cut:
        return ""
    main, *rest = graph.parts_without(name)
    who = [one for part in rest for one in part]
    others = listed(who) if len(who) <= MOST_NAMED else said.PEOPLE.of(len(who))
    return said.CUT_OFF.format(name=name, others=others, rest=len(main))


def look_alike(graph: Graph, functions: Iterable[str] = ()) -> tuple[str, ...]:
    """A question for names of people, topics and functions that look alike: they may be one."""
    return (
        *ask_alike(graph.people, "person"),
        *ask_alike(graph.topics, "topic"),
        *ask_alike(functions, "function"),
    )


def _density(figures: Figures) -> FigureText:
    possible = figures.people * (figures.people - 1)
    sentence = said.DENSITY_SAYS.of(figures.ties, possible=possible)
    return _text(said.DENSITY, figures.density, sentence, said.TOO_FEW)


def _reciprocity(figures: Figures) -> FigureText:
    sentence = said.RECIPROCITY_SAYS.format(share=_percent(figures.reciprocity))
    return _text(said.RECIPROCITY, figures.reciprocity, sentence, said.NO_TIES)


def _transitivity(figures: Figures) -> FigureText:
    sentence = said.TRANSITIVITY_SAYS.format(share=_percent(figures.transitivity))
    return _text(said.TRANSITIVITY, figures.transitivity, sentence, said.NO_TRIPLES)


def _isolates(figures: Figures) -> FigureText:
    if figures.isolates is None:
        return FigureText(said.ISOLATES, said.NOT_KNOWN, said.ISOLATES_NOT_KNOWN)
    return _people(said.ISOLATES, figures.isolates, said.ISOLATES_SAYS, said.NO_ISOLATES)


def _components(figures: Figures) -> FigureText:
    number = figures.weak_components
    sentence = said.COMPONENTS_SAYS.format(number=number) if number > 1 else said.ONE_COMPONENT
    if figures.people < 2:
        sentence = said.ONE_PERSON if figures.people else said.NO_PERSON
    return FigureText(said.COMPONENTS, str(number), sentence)


def _articulation(figures: Figures) -> FigureText:
    return _people(said.ARTICULATION, figures.articulation, said.ARTICULATION_SAYS, said.NO_ARTICULATION)


def _people(name: str, people: Sequence[str], sentence: Plural, nobody: str) -> FigureText:
    """A figure that counts people, with their names."""
    names = sentence.of(len(people), people=listed(list(people))) if people else nobody
    return FigureText(name, str(len(people)), names)


def _spread(spread: Spread) -> str:
    if spread.evenness is None:
        return said.ALL_ACTS.format(person=listed(list(spread.shares)))
    return said.SPREAD_SAYS.of(spread.half, people=len(spread.shares))


def _text(name: str, value: float | None, sentence: str, otherwise: str) -> FigureText:
    return FigureText(name, _number(value), otherwise if value is None else sentence)


def _number(value: float | None) -> str:
    return said.NOT_DEFINED if value is None else f"{value:.2f}"


def _percent(value: float | None) -> str:
    return "" if value is None else said.PERCENT.format(number=100 * value)
