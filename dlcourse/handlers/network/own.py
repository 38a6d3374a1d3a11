"""Handlers of what a person does with networks: one stream for each person.

Names are stored only in texts. For a person's own network, only the newest text exists, so whatever was removed from
the network is deleted for good.
"""

from dlcourse.content.library import Library
from dlcourse.content.network.samples import sample_network
from dlcourse.content.network.ties import network_of, uploaded_network
from dlcourse.domain.network.editing import edited, joined
from dlcourse.domain.network.messages import (
    NOBODY_YET,
    OWN,
    BringNetwork,
    Edit,
    Guess,
    GuessInNetwork,
    Network,
    NetworkGuessed,
    NetworkKept,
    NetworkRemoved,
    RemoveNetwork,
    guessed,
)
from dlcourse.domain.speech import Event, Recorded
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.registry import carry_out, exercise_begun, exercise_done, exercise_last
from dlcourse.store import ReadTransaction


def _brought_network(command: BringNetwork, library: Library) -> Network:  # noqa: ARG001 (it reads only what was added)
    return network_of(uploaded_network(command.files))


def _sample(command: GuessInNetwork, library: Library) -> Network | None:
    return None if command.network == OWN else sample_network(library, command.network)[1]


@carry_out.after(_brought_network)
def bring_network(command: BringNetwork, context: WriteContext, network: Network) -> Recorded:
    before = own(context.transaction, context.person) if command.way == "add" else None
    return _keep(context, command.id, joined(before, network) if before else network)


@carry_out.register
def edit_network(command: Edit, context: WriteContext) -> Recorded:
    return _keep(context, command.id, edited(own(context.transaction, context.person) or NOBODY_YET, command))


@carry_out.register
def remove_network(command: RemoveNetwork, context: WriteContext) -> Recorded:
    past = happened(context.transaction, context.person)
    context.transaction.drop_texts(context.person, [*_kept(past), *_guesses(past, OWN)])
    return _append(context, command.id, NetworkRemoved(), {})


@carry_out.after(_sample)
def guess_in_network(command: GuessInNetwork, context: WriteContext, sample: Network | None) -> Recorded:
    network = sample or own(context.transaction, context.person) or NOBODY_YET
    guess = guessed(command.guess, network.graph.people)
    context.transaction.drop_texts(
        context.person, _guesses(happened(context.transaction, context.person), command.network)
    )
    event = NetworkGuessed(network=command.network, words=command.id)
    return _append(context, command.id, event, {_guess_id(command.id): guess.model_dump_json()})


def own(transaction: ReadTransaction, person: str) -> Network | None:
    """The person's own network; None if there is none or its words were erased."""
    kept = _kept(happened(transaction, person))
    words = transaction.text(kept[-1]) if kept else None
    return None if words is None else Network.model_validate_json(words)


@exercise_done("network")
def has_guessed(_: str, context: ReadContext) -> bool:
    """Whether the person has guessed about some network, and so has looked at it."""
    return any(isinstance(event, NetworkGuessed) for event in happened(context.transaction, context.person))


@exercise_begun("network")
def has_entered_something(_: str, context: ReadContext) -> bool:
    return bool(happened(context.transaction, context.person))


@exercise_last("network")
def last_entered(_: str, context: ReadContext) -> str:
    return last_time(context.transaction.readable_events(_stream(context.person)))


def _keep(context: WriteContext, command: str, network: Network) -> Recorded:
    """Replace the stored network with this one.

    The names in the old one are deleted, also from the guesses about it.
    """
    past = happened(context.transaction, context.person)
    guess = guess_about(OWN, context.transaction, context.person)
    stale = _guesses(past, OWN) if guess and not guess.names <= set(network.graph.people) else []
    context.transaction.drop_texts(context.person, [*_kept(past), *stale])
    return _append(context, command, NetworkKept(words=command), {_network_id(command): network.model_dump_json()})


def _append(context: WriteContext, command: str, event: Event, texts: dict[str, str]) -> Recorded:
    length = len(happened(context.transaction, context.person))
    return context.transaction.append(_stream(context.person), length, command, context.person, [event], texts)


def _stream(person: str) -> str:
    return f"network/{person}"


def happened(transaction: ReadTransaction, person: str) -> tuple[Event, ...]:
    """Everything that the person did with networks, in order."""
    return tuple(kept.event for kept in transaction.readable_events(_stream(person)))


def _network_id(words: str) -> str:
    return f"{words}/network"


def _guess_id(words: str) -> str:
    return f"{words}/guess"


def _kept(past: tuple[Event, ...]) -> list[str]:
    """The ids of all texts that ever held my network. Only the last one can still exist."""
    return [_network_id(event.words) for event in past if isinstance(event, NetworkKept)][-1:]


def _guesses(past: tuple[Event, ...], network: str) -> list[str]:
    made = [event for event in past if isinstance(event, NetworkGuessed) and event.network == network]
    return [_guess_id(event.words) for event in made][-1:]


def guess_about(network: str, transaction: ReadTransaction, person: str) -> Guess | None:
    """What the person guessed about this network, as far as it is still stored."""
    made = _guesses(happened(transaction, person), network)
    words = transaction.text(made[0]) if made else None
    return None if words is None else Guess.model_validate_json(words)
