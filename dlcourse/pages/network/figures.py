"""The figures about who turns to whom, and how functions stretch over people, as sentences. Context, not a grade."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dlcourse.domain.network.graph import Figures, Graph
from dlcourse.domain.network.stretch import Spread
from dlcourse.pages.words import ask_alike, counted, listed

CONTEXT = "Context, not a grade"
"""Stands with every figure and every map of this page."""
WHY = (
    f"{CONTEXT}: the figures describe the ties that were written down. A high one is not better than a low one; "
    "those who know the people can say what it means."
)
NOT_DEFINED = "not defined"
NO_TIES = "Nobody turns to anybody here, so there is nothing to divide."
NO_TRIPLES = "Nobody has ties with two others."
TOO_FEW = "It takes at least two people."
IN_ENDS = (
    "How far one person stands out in being asked (0: all are asked by equally many; 1: all turn to one person only)."
)
OUT_ENDS = (
    "How far one person stands out in asking (0: all turn to equally many; 1: only one person asks, and asks all)."
)
TERMS = (
    "density",
    "reciprocity",
    "in-degree centralization",
    "out-degree centralization",
    "the Gini coefficient of in-degrees",
    "transitivity",
    "the number of isolates",
    "the number of weak components",
    "the number of articulation points",
)
"""What research calls the figures, in their order: for those who look one up."""
MOST_NAMED = 5
"""Up to how many people are named in a sentence."""


class FigureText(NamedTuple):
    """One figure: what it is called, how much it is, and what that says."""

    name: str
    value: str
    sentence: str


def size(figures: Figures) -> str:
    """``24 people, 78 ties``."""
    return f"{counted(figures.people, 'person', 'people')}, {counted(figures.ties, 'tie', 'ties')}"


def in_words(figures: Figures) -> tuple[FigureText, ...]:
    """Every figure in a sentence, also those that are not defined, with the reason."""
    said = (
        _density(figures),
        _reciprocity(figures),
        _standing_out("Standing out in being asked", IN_ENDS, figures.in_centralization),
        _standing_out("Standing out in asking", OUT_ENDS, figures.out_centralization),
        _gini(figures),
        _transitivity(figures),
        _isolates(figures),
        _components(figures),
        _articulation(figures),
    )
    named = zip(said, TERMS, strict=True)
    return tuple(one._replace(sentence=f"{one.sentence} Researchers call it {term}.") for one, term in named)


def spreads_in_words(spreads: Sequence[Spread]) -> tuple[FigureText, ...]:
    """How each function stretches over people, in a sentence."""
    return tuple(FigureText(spread.function, _number(spread.evenness), _spread(spread)) for spread in spreads)


def person_in_words(graph: Graph, name: str) -> str:
    """One person's place: how many turn to them, to how many they turn, and who would be cut off without them."""
    asked = counted(len(graph.asked_by[graph.person(name)]), "person turns", "people turn")
    asks = counted(len(graph.turns_to[name]), "person", "people")
    return f"{asked} to {name}; {name} turns to {asks}. {without(graph, name)}".rstrip()


def without(graph: Graph, name: str) -> str:
    """Whom this person's absence would cut off; empty where it cuts off nobody."""
    if name not in graph.cut:
        return ""
    main, *rest = graph.parts_without(name)
    who = [one for part in rest for one in part]
    said = listed(who) if len(who) <= MOST_NAMED else counted(len(who), "person", "people")
    return f"While {name} is away, no chain of ties joins {said} with the other {len(main)} of this group."


def look_alike(graph: Graph, functions: Iterable[str] = ()) -> tuple[str, ...]:
    """A question for names of people, topics and functions that look alike: they may be one."""
    return (
        *ask_alike(graph.people, "person"),
        *ask_alike(graph.topics, "topic"),
        *ask_alike(functions, "function"),
    )


def _density(figures: Figures) -> FigureText:
    possible = figures.people * (figures.people - 1)
    there = f"{figures.ties:,} {'is' if figures.ties == 1 else 'are'} there"
    return _said("Share of possible ties", figures.density, f"Of {possible:,} possible ties {there}.", TOO_FEW)


def _reciprocity(figures: Figures) -> FigureText:
    sentence = f"{_percent(figures.reciprocity)} of the ties are returned: the one who is asked also asks back."
    return _said("Ties that are returned", figures.reciprocity, sentence, NO_TIES)


def _standing_out(name: str, ends: str, value: float | None) -> FigureText:
    return _said(name, value, ends, TOO_FEW)


def _gini(figures: Figures) -> FigureText:
    sentence = (
        "How unequally being asked is divided (0: everybody is asked by equally many; near 1: all ask the same few)."
    )
    return _said("Being asked, divided unequally", figures.gini_in, sentence, NO_TIES)


def _transitivity(figures: Figures) -> FigureText:
    share = _percent(figures.transitivity)
    sentence = f"Where two people have a tie with the same third, {share} of these pairs have a tie of their own."
    return _said("Ties that close a triangle", figures.transitivity, sentence, NO_TRIPLES)


def _isolates(figures: Figures) -> FigureText:
    if figures.isolates is None:
        return FigureText("People without a tie", "not known", "Add a file of all people to see who has no tie.")
    who = listed(list(figures.isolates)) or "Nobody"
    verb = "have" if len(figures.isolates) > 1 else "has"
    return FigureText(
        "People without a tie", str(len(figures.isolates)), f"{who} {verb} neither a tie to others nor one from others."
    )


def _components(figures: Figures) -> FigureText:
    number = figures.weak_components
    sentence = "Some chain of ties joins everybody with everybody."
    if figures.people < 2:
        sentence = f"{'One person' if figures.people else 'Nobody'} is here."
    elif number > 1:
        sentence = f"The people fall into {number} groups without a tie between them."
    return FigureText("Separate groups", str(number), sentence)


def _articulation(figures: Figures) -> FigureText:
    number = len(figures.articulation)
    sentence = "Nobody's absence alone would cut others off."
    if number:
        who = f"{listed(list(figures.articulation))} {'each join' if number > 1 else 'joins'}"
        sentence = f"{who} people whom no other chain of ties joins."
    return FigureText("People who join others", str(number), sentence)


def _spread(spread: Spread) -> str:
    if spread.evenness is None:
        return f"{listed(list(spread.shares))} has all acts, so there is no evenness to speak of."
    people = counted(len(spread.shares), "person shares", "people share")
    half = counted(spread.half, "of them has", "of them have")
    return f"{people} the acts; {half} half or more (evenness 1: all have equal shares)."


def _said(name: str, value: float | None, sentence: str, otherwise: str) -> FigureText:
    return FigureText(name, _number(value), otherwise if value is None else sentence)


def _number(value: float | None) -> str:
    return NOT_DEFINED if value is None else f"{value:.2f}"


def _percent(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.0f} %"
