"""Handlers of who turns to whom: samples from the course's files, one's own network from a text that is overwritten.

One stream for each person. Names stand in texts only, of one's own network in the newest one alone, and nowhere in
memory once a question is answered: what is kept of a drawing knows people by number.
"""

from collections.abc import Callable
from functools import lru_cache

from dlcourse.content.library import Library
from dlcourse.content.ties import brought, network_of
from dlcourse.course.desk import Heavy, ReadingDesk, WritingDesk, carry_out, look_up, make_ready
from dlcourse.domain.network import Graph, Tie, figures
from dlcourse.domain.network_edit import edited
from dlcourse.domain.network_own import (
    NOBODY_YET,
    OWN,
    AddColleagues,
    BringNetwork,
    ChangeTie,
    CountActs,
    DrawTies,
    Edit,
    Guess,
    GuessInNetwork,
    Network,
    NetworkGuessed,
    NetworkKept,
    NetworkLook,
    NetworkLookView,
    NetworkPeople,
    NetworkPeopleView,
    NetworkRemoved,
    Networks,
    NetworksView,
    Offer,
    OwnNetwork,
    OwnNetworkView,
    RemoveColleague,
    RemoveNetwork,
    RemoveTie,
    RenameColleague,
    TriedView,
    Trouble,
    TryNetwork,
    guessed,
)
from dlcourse.domain.speech import Command, Event, Recorded
from dlcourse.domain.stretch import counted, stretch
from dlcourse.store import Reading

Named = Callable[[], tuple[str, str, Network]]
"""Gives a network with its title and what is said of it."""


@make_ready.register
def _(command: BringNetwork, library: Library) -> Network:  # noqa: ARG001 (it reads what was brought only)
    return network_of(brought(command.files))


@make_ready.register
def _(command: GuessInNetwork, library: Library) -> Network | None:
    return None if command.network == OWN else library.network(command.network)[1]


@carry_out.register
def _(command: BringNetwork, desk: WritingDesk) -> Recorded:
    assert isinstance(desk.ready, Network)
    return _keep(desk, command.id, desk.ready)


def _step(command: Edit, desk: WritingDesk) -> Recorded:
    return _keep(desk, command.id, edited(own(desk.books, desk.person) or NOBODY_YET, command))


for _kind in (AddColleagues, RenameColleague, RemoveColleague, DrawTies, ChangeTie, RemoveTie, CountActs):
    carry_out.register(_kind, _step)


@carry_out.register
def _(command: RemoveNetwork, desk: WritingDesk) -> Recorded:
    past = _events(desk.books, desk.person)
    desk.books.drop_texts(desk.person, [*_kept(past), *_guesses(past, OWN)])
    return _append(desk, command, NetworkRemoved(), {})


@carry_out.register
def _(command: GuessInNetwork, desk: WritingDesk) -> Recorded:
    network = desk.ready or own(desk.books, desk.person) or NOBODY_YET
    assert isinstance(network, Network)
    guess = guessed(command.guess, network.graph.people)
    desk.books.drop_texts(desk.person, _guesses(_events(desk.books, desk.person), command.network))
    event = NetworkGuessed(network=command.network, words=command.id)
    return _append(desk, command, event, {_guess_id(command.id): guess.model_dump_json()})


@look_up.register
def _(query: TryNetwork, desk: ReadingDesk) -> Heavy:  # noqa: ARG001 (it reads what was brought only)
    return Heavy(lambda: TriedView(troubles=_troubles(query)))


@look_up.register
def _(query: Networks, desk: ReadingDesk) -> Heavy:  # noqa: ARG001 (a query without parts)
    past = _events(desk.books, desk.person)
    guesses = {event.network for event in past if isinstance(event, NetworkGuessed)}
    mine = own(desk.books, desk.person)
    return Heavy(lambda: _networks(desk.library, mine, guesses))


@look_up.register
def _(query: OwnNetwork, desk: ReadingDesk) -> OwnNetworkView:  # noqa: ARG001 (a query without parts)
    return OwnNetworkView(network=own(desk.books, desk.person) or NOBODY_YET)


@look_up.register
def _(query: NetworkPeople, desk: ReadingDesk) -> Heavy:
    named, guess = _named(query.network, desk), _guess(query.network, desk)
    return Heavy(lambda: _people(query.network, named, guess))


@look_up.register
def _(query: NetworkLook, desk: ReadingDesk) -> Heavy:
    named, guess = _named(query.network, desk), _guess(query.network, desk)
    return Heavy(lambda: _look(query, named, guess))


def own(books: Reading, person: str) -> Network | None:
    """The person's own network; None where there is none, or its words were erased."""
    kept = _kept(_events(books, person))
    words = books.text(kept[-1]) if kept else None
    return None if words is None else Network.model_validate_json(words)


def has_guessed(books: Reading, person: str) -> bool:
    """Whether the person has said what they expect of some network, and so has looked at it."""
    return any(isinstance(event, NetworkGuessed) for event in _events(books, person))


def _keep(desk: WritingDesk, command: str, network: Network) -> Recorded:
    """Let the network take the place of the one before, whose names are gone with it."""
    desk.books.drop_texts(desk.person, _kept(_events(desk.books, desk.person)))
    return _append(desk, command, NetworkKept(words=command), {_network_id(command): network.model_dump_json()})


def _append(desk: WritingDesk, command: Command | str, event: Event, texts: dict[str, str]) -> Recorded:
    said = command if isinstance(command, str) else command.id
    length = len(_events(desk.books, desk.person))
    return desk.books.append(_stream(desk.person), length, said, desk.person, [event], texts)


def _stream(person: str) -> str:
    return f"network/{person}"


def _events(books: Reading, person: str) -> tuple[Event, ...]:
    return tuple(kept.event for kept in books.events(_stream(person)))


def _network_id(words: str) -> str:
    return f"{words}/network"


def _guess_id(words: str) -> str:
    return f"{words}/guess"


def _kept(past: tuple[Event, ...]) -> list[str]:
    """The texts under which my network stands or stood; only the last can still be there."""
    return [_network_id(event.words) for event in past if isinstance(event, NetworkKept)][-1:]


def _guesses(past: tuple[Event, ...], network: str) -> list[str]:
    made = [event for event in past if isinstance(event, NetworkGuessed) and event.network == network]
    return [_guess_id(event.words) for event in made][-1:]


def _guess(network: str, desk: ReadingDesk) -> Guess | None:
    made = _guesses(_events(desk.books, desk.person), network)
    words = desk.books.text(made[0]) if made else None
    return None if words is None else Guess.model_validate_json(words)


def _named(network: str, desk: ReadingDesk) -> Named:
    """How to get at a network: one's own was read in the transaction, a sample is read after it."""
    if network != OWN:
        return lambda: _sample(network, desk.library)
    mine = own(desk.books, desk.person) or NOBODY_YET
    return lambda: ("", "", mine)


def _sample(network: str, library: Library) -> tuple[str, str, Network]:
    about, found = library.network(network)
    return about.title, about.about, found


def _networks(library: Library, mine: Network | None, guesses: set[str]) -> NetworksView:
    samples = tuple(
        Offer(**about.model_dump(), guessed=about.id in guesses) for about in library.networks()
    )
    if mine is None:
        return NetworksView(samples=samples, own=None)
    size = {"people": len(mine.graph.people), "ties": sum(map(len, mine.graph.turns_to.values()))}
    return NetworksView(samples=samples, own=Offer(id=OWN, title="", about="", guessed=OWN in guesses, **size))


def _troubles(query: TryNetwork) -> tuple[Trouble, ...]:
    problems = brought(query.files).problems
    return tuple(Trouble(where=each.where, what=each.message, remedy=each.remedy) for each in problems)


def _people(network: str, named: Named, guess: Guess | None) -> NetworkPeopleView:
    title, about, found = named()
    people = found.graph.people
    return NetworkPeopleView(
        network=network, title=title, about=about, people=people, roles=found.roles, guess=guess
    )


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


def _places(graph: Graph) -> tuple[tuple[tuple[float, float], ...], tuple[float, float]]:
    number = {name: at for at, name in enumerate(graph.people)}
    pairs = dict.fromkeys((number[tie.who], number[tie.to]) for tie in graph.ties)
    return _laid_out(len(number), tuple(pairs))


@lru_cache(maxsize=64)
def _laid_out(
    people: int, pairs: tuple[tuple[int, int], ...]
) -> tuple[tuple[tuple[float, float], ...], tuple[float, float]]:
    """Where each person stands, and how large the drawing is; remembered without any name."""
    from dlcourse.engines.layout import layout  # NumPy, only where something is drawn

    names = tuple(str(at) for at in range(people))
    drawn = layout(Graph(people=names, ties=tuple(Tie(who=names[who], to=names[to]) for who, to in pairs)))
    return tuple(drawn.places[name] for name in names), (drawn.width, drawn.height)
