"""The drawing of who turns to whom in sentences: for its title, for people who cannot see it, beside a guess."""

from dlcourse.domain.network.graph import Graph
from dlcourse.domain.network.messages import Guess
from dlcourse.pages.network import words_of_drawings as said
from dlcourse.pages.network.figures import MOST_NAMED, without
from dlcourse.pages.network.words_of_figures import PEOPLE
from dlcourse.pages.words import listed


def headline(graph: Graph, topic: str) -> str:
    """What the drawing shows, in a sentence or two."""
    asked = most_asked(graph)
    if not asked:
        return said.NO_HEADLINE_ABOUT.format(topic=topic) if topic else said.NO_HEADLINE
    whom = said.EACH_OF.format(people=_some(asked)) if len(asked) > 1 else asked[0]
    headline = said.HEADLINE_ABOUT if topic else said.HEADLINE
    return headline.of(len(graph.asked_by[asked[0]]), whom=whom, topic=topic)


def description(graph: Graph) -> str:
    """The same for people who cannot see it: how large it is, who is asked most, who joins others, who has no tie."""
    ties = len({(tie.who, tie.to) for tie in graph.ties})
    most, cut, alone = _asked_most(graph), _cut(graph), _alone(graph)
    return _joined(
        said.SIZE.format(people=PEOPLE.of(len(graph.people)), arrows=said.ARROWS.of(ties)),
        said.ASKED_MOST.format(people=listed(most)) if most else "",
        said.JOINED_BY.format(people=_some(cut)) if cut else said.NOT_JOINED,
        said.ALONE.format(people=_some(alone)) if alone else "",
        said.TABLES,
    )


def _asked_most(graph: Graph) -> list[str]:
    """Those who are asked most, each with by how many."""
    ranked = sorted(graph.people, key=lambda name: -len(graph.asked_by[name]))[:MOST_NAMED]
    asked = [(name, len(graph.asked_by[name])) for name in ranked]
    return [said.ASKED_BY.format(name=name, number=number) for name, number in asked if number]


def compared(graph: Graph, guess: Guess) -> dict[str, str]:
    """What was guessed beside what was written down, by the part of the guess."""
    return {
        "most": _most(graph, _here(graph, guess.most)),
        "splits": _splits(graph, _here(graph, guess.splits)),
        "alone": _nobodys(graph, _here(graph, guess.alone)),
    }


def most_asked(graph: Graph) -> list[str]:
    """The people to whom the most others turn; none if nobody turns to anybody."""
    most = max(map(len, graph.asked_by.values()), default=0)
    return [name for name in graph.people if most and len(graph.asked_by[name]) == most]


def topics_of_pairs(graph: Graph) -> dict[tuple[str, str], str]:
    """For each pair with a tie what it is about."""
    topics: dict[tuple[str, str], list[str]] = {}
    for tie in graph.ties:
        topics.setdefault((tie.who, tie.to), []).append(tie.topic)
    return {pair: ", ".join(filter(None, named)) for pair, named in topics.items()}


def _most(graph: Graph, name: str) -> str:
    top = most_asked(graph)
    if not top:
        return _joined(_named(name), said.NOBODY_ASKED)
    if name in top:
        return _joined(_named(name), _written_turning(graph, name, _without(top, name)))
    number = len(graph.asked_by[name]) if name else 0
    named = said.YOU_NAMED_TURNING.of(number, name=name) if name else _named(name)
    people = PEOPLE.of(len(graph.asked_by[top[0]]))
    if len(top) > 1:
        return _joined(named, said.MOST_TURN_EACH.format(names=_some(top), number=people))
    return _joined(named, said.MOST_TURN.format(name=top[0], number=people))


def _written_turning(graph: Graph, name: str, others: list[str]) -> str:
    number = len(graph.asked_by[name])
    if others:
        return said.WRITTEN_TURNING_ALSO.of(number, name=name, others=_some(others))
    return said.WRITTEN_TURNING.of(number, name=name)


def _splits(graph: Graph, name: str) -> str:
    cut = _cut(graph)
    if name in cut:
        others = _without(cut, name)
        also = said.ALSO_CUT.format(others=_some(others)) if others else ""
        return _joined(_named(name), without(graph, name), also)
    stays = name and said.STAY_JOINED.format(name=name)
    if not cut:
        return _joined(_named(name), stays or said.WRITTEN, said.NOBODY_CUTS)
    return _joined(_named(name), stays, said.OTHERS_CUT.format(people=_some(cut)), without(graph, cut[0]))


def _nobodys(graph: Graph, name: str) -> str:
    alone = _alone(graph)
    if name in alone:
        others = _without(alone, name)
        written = said.WRITTEN_ALONE_ALSO.format(others=_some(others)) if others else said.WRITTEN
        return _joined(_named(name), written)
    ties = name and said.HAS_TIES.of(len(graph.near[name]), name=name)
    if alone:
        return _joined(_named(name), ties, said.OTHERS_ALONE.format(people=_some(alone)))
    if not graph.everybody:
        return _joined(_named(name), ties, said.NOBODY_KNOWS)
    return _joined(_named(name), ties or said.WRITTEN, said.EVERYBODY_TIED)


def _joined(*sentences: str) -> str:
    """These sentences, without the empty ones."""
    return " ".join(filter(None, sentences))


def _cut(graph: Graph) -> list[str]:
    return [name for name in graph.people if name in graph.cut]


def _without(names: list[str], name: str) -> list[str]:
    return [one for one in names if one != name]


def _alone(graph: Graph) -> list[str]:
    return [name for name in graph.people if not graph.near[name]]


def _here(graph: Graph, name: str) -> str:
    """The name, unless this person has left the network since."""
    return name if name in graph.near else ""


def _named(name: str) -> str:
    return said.YOU_NAMED.format(name=name or said.NOBODY)


def _some(names: list[str]) -> str:
    """The names, or the first few and how many more."""
    if len(names) <= MOST_NAMED:
        return listed(names)
    return said.AND_MORE.format(people=", ".join(names[:MOST_NAMED]), number=len(names) - MOST_NAMED)
