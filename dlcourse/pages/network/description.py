"""The drawing of who turns to whom in sentences: for its title, for people who cannot see it, beside a guess."""

from dlcourse.domain.network.graph import Graph
from dlcourse.domain.network.messages import Guess
from dlcourse.pages.network.figures import MOST_NAMED, without
from dlcourse.pages.words import counted, listed

WRITTEN = "That is what was written down"
"""What is said where a guess agrees with the ties."""


def headline(graph: Graph, topic: str) -> str:
    """What the drawing shows, in a sentence or two."""
    about = f" about “{topic}”" if topic else ""
    asked = most_asked(graph)
    if not asked:
        return f"Nobody turns to anybody{about}."
    whom = f"each of {_some(asked)}" if len(asked) > 1 else asked[0]
    return f"{_turning(graph, asked[0])} to {whom}{about}, more than to others."


def description(graph: Graph) -> str:
    """The same for people who cannot see it: how large it is, who is asked most, who joins others, who has no tie."""
    ties = len({(tie.who, tie.to) for tie in graph.ties})
    ranked = sorted(graph.people, key=lambda name: -len(graph.asked_by[name]))[:MOST_NAMED]
    most = [f"{name} ({len(graph.asked_by[name])})" for name in ranked if graph.asked_by[name]]
    cut = [name for name in graph.people if name in graph.cut]
    alone = _alone(graph)
    said = [
        f"A drawing of {counted(len(graph.people), 'person', 'people')} and {counted(ties, 'arrow', 'arrows')}.",
        f"Asked most often: {listed(most)}." if most else "",
        f"Some people are joined to the rest only by {_some(cut)}."
        if cut
        else "Nobody's absence would cut others off.",
        f"Without a tie: {_some(alone)}." if alone else "",
        "The tables below say the same, tie by tie.",
    ]
    return " ".join(filter(None, said))


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
        return f"{_named(name)} Nobody turns to anybody here."
    most = _turning(graph, top[0])
    if name in top:
        others = [one for one in top if one != name]
        return f"{_named(name)} {WRITTEN}: {most} to {name}{f', and as many to {_some(others)}' if others else ''}."
    few = f", to whom {_turning(graph, name)}" if name else ""
    people = counted(len(graph.asked_by[top[0]]), "person", "people")
    return (
        f"You named {name or 'nobody'}{few}. The most turn to {_some(top)}: {people}{' each' if len(top) > 1 else ''}."
    )


def _splits(graph: Graph, name: str) -> str:
    cut = [one for one in graph.people if one in graph.cut]
    if name in cut:
        others = [one for one in cut if one != name]
        also = f" The same is true of {_some(others)}, each in a way of their own." if others else ""
        return f"{_named(name)} {without(graph, name)}{also}"
    stays = f" While {name} is away, everybody else stays joined as before." if name else ""
    if not cut:
        return f"{_named(name)}{stays or f' {WRITTEN}.'} Nobody's absence alone would cut others off."
    return f"{_named(name)}{stays} This is different for {_some(cut)}. {without(graph, cut[0])}"


def _nobodys(graph: Graph, name: str) -> str:
    alone = _alone(graph)
    if name in alone:
        others = [one for one in alone if one != name]
        return f"{_named(name)} {WRITTEN}{f', and also for {_some(others)}' if others else ''}."
    ties = f" {name} has ties with {counted(len(graph.near[name]), 'person', 'people')}." if name else ""
    if alone:
        return f"{_named(name)}{ties} Without any tie: {_some(alone)}."
    if not graph.everybody:
        return f"{_named(name)}{ties} Nobody can know this, because a file of ties does not list people without a tie."
    return f"{_named(name)}{ties or f' {WRITTEN}.'} Everybody has a tie."


def _alone(graph: Graph) -> list[str]:
    return [name for name in graph.people if not graph.near[name]]


def _here(graph: Graph, name: str) -> str:
    """The name, unless this person has left the network since."""
    return name if name in graph.near else ""


def _named(name: str) -> str:
    return f"You named {name or 'nobody'}."


def _turning(graph: Graph, name: str) -> str:
    return counted(len(graph.asked_by[name]), "person turns", "people turn")


def _some(names: list[str]) -> str:
    """The names, or the first few and how many more."""
    if len(names) <= MOST_NAMED:
        return listed(names)
    return f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} more"
