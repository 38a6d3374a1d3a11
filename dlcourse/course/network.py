"""Handlers of what a person does with networks: one stream for each person.

Names stand in texts only, those of one's own network in the newest one alone: what was removed from it is gone.
"""

from dlcourse.content.library import Library
from dlcourse.content.ties import brought, network_of
from dlcourse.course.desk import WritingDesk, carry_out, make_ready
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
    NetworkRemoved,
    RemoveColleague,
    RemoveNetwork,
    RemoveTie,
    RenameColleague,
    guessed,
)
from dlcourse.domain.speech import Event, Recorded
from dlcourse.store import Reading


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
    past = happened(desk.books, desk.person)
    desk.books.drop_texts(desk.person, [*_kept(past), *_guesses(past, OWN)])
    return _append(desk, command.id, NetworkRemoved(), {})


@carry_out.register
def _(command: GuessInNetwork, desk: WritingDesk) -> Recorded:
    network = desk.ready or own(desk.books, desk.person) or NOBODY_YET
    assert isinstance(network, Network)
    guess = guessed(command.guess, network.graph.people)
    desk.books.drop_texts(desk.person, _guesses(happened(desk.books, desk.person), command.network))
    event = NetworkGuessed(network=command.network, words=command.id)
    return _append(desk, command.id, event, {_guess_id(command.id): guess.model_dump_json()})


def own(books: Reading, person: str) -> Network | None:
    """The person's own network; None where there is none, or its words were erased."""
    kept = _kept(happened(books, person))
    words = books.text(kept[-1]) if kept else None
    return None if words is None else Network.model_validate_json(words)


def has_guessed(books: Reading, person: str) -> bool:
    """Whether the person has said what they expect of some network, and so has looked at it."""
    return any(isinstance(event, NetworkGuessed) for event in happened(books, person))


def _keep(desk: WritingDesk, command: str, network: Network) -> Recorded:
    """Let the network take the place of the one before, whose names are gone with it, also from what was guessed."""
    past = happened(desk.books, desk.person)
    guess = guess_about(OWN, desk.books, desk.person)
    stale = _guesses(past, OWN) if guess and not guess.names <= set(network.graph.people) else []
    desk.books.drop_texts(desk.person, [*_kept(past), *stale])
    return _append(desk, command, NetworkKept(words=command), {_network_id(command): network.model_dump_json()})


def _append(desk: WritingDesk, command: str, event: Event, texts: dict[str, str]) -> Recorded:
    length = len(happened(desk.books, desk.person))
    return desk.books.append(_stream(desk.person), length, command, desk.person, [event], texts)


def _stream(person: str) -> str:
    return f"network/{person}"


def happened(books: Reading, person: str) -> tuple[Event, ...]:
    """All that the person did with networks, in order."""
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


def guess_about(network: str, books: Reading, person: str) -> Guess | None:
    """What the person expected of this network, as far as it is still kept."""
    made = _guesses(happened(books, person), network)
    words = books.text(made[0]) if made else None
    return None if words is None else Guess.model_validate_json(words)
