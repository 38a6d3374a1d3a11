"""Handlers of network views: samples come from the files of the course, a person's own network from the store.

No name stays in memory after a query is answered: the cached layout of a drawing knows people only by number.
"""

from collections.abc import Callable
from functools import lru_cache

from dlcourse.content.library import Library
from dlcourse.content.network.samples import sample_network, sample_networks
from dlcourse.content.network.ties import NetworkReading, uploaded_network
from dlcourse.domain.network.graph import Graph, Tie, figures
from dlcourse.domain.network.messages import MOST_LIVE, NOBODY_YET, OWN, Guess, Network, NetworkGuessed, fits
from dlcourse.domain.network.stretch import counted, stretch
from dlcourse.domain.network.views import (
    NetworkLook,
    NetworkLookView,
    NetworkOffer,
    NetworkPeople,
    NetworkPeopleView,
    Networks,
    NetworksView,
    OwnNetwork,
    OwnNetworkView,
    TriedView,
    Trouble,
    TryNetwork,
)
from dlcourse.exports.problem_list import MOST_SHOWN, problem_list
from dlcourse.handlers.colleague_sources import colleagues
from dlcourse.handlers.context import Heavy, ReadContext, Slow
from dlcourse.handlers.network.own import guess_about, happened, own
from dlcourse.handlers.registry import look_up, stream_check

Named = Callable[[], tuple[str, str, Network]]
"""Gives a network with its title and its description."""


@look_up.register
def show_try_network(query: TryNetwork, context: ReadContext) -> Slow:  # noqa: ARG001 (it reads only what was added)
    return Slow(lambda: _tried(uploaded_network(query.files)))


@look_up.register
def show_networks(query: Networks, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    past = happened(context.transaction, context.person)
    guesses = {event.network for event in past if isinstance(event, NetworkGuessed)}
    mine = own(context.transaction, context.person)
    return Heavy(lambda: _networks(context.library, mine, guesses))


@look_up.register
def show_own_network(query: OwnNetwork, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    mine, lists = own(context.transaction, context.person) or NOBODY_YET, colleagues(context)
    return Heavy(lambda: OwnNetworkView(network=mine, look=_own_look(mine), lists=lists))


@look_up.register
def show_network_people(query: NetworkPeople, context: ReadContext) -> Heavy:
    named, guess = _named(query.network, context), guess_about(query.network, context.transaction, context.person)
    return Heavy(lambda: _people(query.network, named, guess))


@look_up.register
def show_network_look(query: NetworkLook, context: ReadContext) -> Slow:
    named, guess = _named(query.network, context), guess_about(query.network, context.transaction, context.person)
    return Slow(lambda: _look(query, named, guess))


@stream_check("network")
def check_network(context: ReadContext, _: str) -> None:
    past = happened(context.transaction, context.person)
    for network in {event.network for event in past if isinstance(event, NetworkGuessed)}:
        guess_about(network, context.transaction, context.person)
    mine = fits(own(context.transaction, context.person) or NOBODY_YET)
    figures(mine.graph), counted(mine.acts), stretch(mine.acts)


def _named(network: str, context: ReadContext) -> Named:
    """A function that gives a network. One's own was read in the transaction; a sample is read after it."""
    if network != OWN:
        return lambda: _sample(network, context.library)
    mine = own(context.transaction, context.person) or NOBODY_YET
    return lambda: ("", "", mine)


def _sample(network: str, library: Library) -> tuple[str, str, Network]:
    about, found = sample_network(library, network)
    return about.title, about.about, found


def _networks(library: Library, mine: Network | None, guesses: set[str]) -> NetworksView:
    samples = tuple(
        NetworkOffer(**about.model_dump(), guessed=about.id in guesses) for about in sample_networks(library)
    )
    if mine is None:
        return NetworksView(samples=samples, own=None)
    size = {"people": len(mine.graph.people), "ties": sum(map(len, mine.graph.turns_to.values()))}
    return NetworksView(samples=samples, own=NetworkOffer(id=OWN, title="", about="", guessed=OWN in guesses, **size))


def _tried(reading: NetworkReading) -> TriedView:
    shown = reading.problems[:MOST_SHOWN]
    return TriedView(
        troubles=tuple(Trouble(where=each.where, what=each.message, remedy=each.remedy) for each in shown),
        more=len(reading.problems) - len(shown),
        listing=problem_list(reading.problems),
        notes=tuple(map(str, reading.notes)),
    )


def _people(network: str, named: Named, guess: Guess | None) -> NetworkPeopleView:
    title, about, found = named()
    people = found.graph.people
    return NetworkPeopleView(network=network, title=title, about=about, people=people, roles=found.roles, guess=guess)


def _look(query: NetworkLook, named: Named, guess: Guess | None) -> NetworkLookView:
    title, about, found = named()
    whole = found.graph
    topic = query.topic if query.topic in whole.topics else ""
    graph = whole.on(topic) if topic else whole
    places, size = _places(whole)
    return NetworkLookView(
        network=query.network,
        title=title,
        about=about,
        topic=topic,
        whole=whole,
        graph=graph,
        roles=found.roles,
        figures=figures(graph),
        places=places,
        size=size,
        counts=counted(found.acts),
        spreads=stretch(found.acts),
        guess=guess,
    )


def _own_look(mine: Network) -> NetworkLookView | None:
    drawn = 0 < len(mine.graph.people) <= MOST_LIVE
    return _look(NetworkLook(network=OWN), lambda: ("", "", mine), None) if drawn else None


def _places(graph: Graph) -> tuple[tuple[tuple[float, float], ...], tuple[float, float]]:
    number = {name: at for at, name in enumerate(graph.people)}
    pairs = dict.fromkeys((number[tie.who], number[tie.to]) for tie in graph.ties)
    return _laid_out(len(number), tuple(pairs))


@lru_cache(maxsize=64)
def _laid_out(
    people: int, pairs: tuple[tuple[int, int], ...]
) -> tuple[tuple[tuple[float, float], ...], tuple[float, float]]:
    """The position of each person and the size of the drawing, cached without any name."""
    from dlcourse.engines.network.layout import layout  # NumPy is loaded only if something is drawn

    names = tuple(str(at) for at in range(people))
    drawn = layout(Graph(people=names, ties=tuple(Tie(who=names[who], to=names[to]) for who, to in pairs)))
    return tuple(drawn.places[name] for name in names), (drawn.width, drawn.height)
