"""Handlers of witnesses: ask somebody, answer, and see what one may see of a promise."""

from collections.abc import Iterator

from dlcourse.domain.reflection.commitments import Promise, promise_of
from dlcourse.domain.reflection.witness import (
    WITNESS,
    AnswerWitness,
    AskWitness,
    PersonToAsk,
    Witness,
    WitnessAccepted,
    WitnessAsked,
    WitnessDeclined,
    WitnessedPromise,
    Witnessing,
    WitnessView,
    no_such_promise,
    witness_of,
)
from dlcourse.domain.speech import Recorded
from dlcourse.domain.viewer import COHORT
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.reflection.entries import log_at
from dlcourse.handlers.registry import carry_out, look_up
from dlcourse.handlers.relations import TAKE_PART, name_of, others_here
from dlcourse.store import ReadTransaction


@carry_out.register
def ask_witness(command: AskWitness, context: WriteContext) -> Recorded:
    promise_of(log_at(context.transaction, context.person)[1].promises.get(command.commitment))
    cohort = context.viewer.cohort
    if command.person == context.person or context.transaction.role(COHORT + cohort, command.person) not in TAKE_PART:
        raise CourseError("witness", "this person is not in your cohort", "Reload the page, then choose again.")
    stream = f"{WITNESS}{context.person}/{command.commitment}"
    before = _witness(context.transaction, stream)
    asked = WitnessAsked(person=command.person, cohort=cohort, former=before.person if before else "")
    length = context.transaction.length(stream)
    return context.transaction.append(stream, length, command.id, context.person, [asked])


@carry_out.register
def answer_witness(command: AnswerWitness, context: WriteContext) -> Recorded:
    stream = f"{WITNESS}{command.author}/{command.commitment}"
    found = _witness(context.transaction, stream)
    if found is None or found.person != context.person:
        raise no_such_promise()
    event = WitnessAccepted() if command.accepts else WitnessDeclined(person=context.person)
    length = context.transaction.length(stream)
    return context.transaction.append(stream, length, command.id, context.person, [event])


@look_up.register
def show_witnessing(query: Witnessing, context: ReadContext) -> WitnessView:  # noqa: ARG001 (a query without parts)
    return WitnessView(mine=tuple(_mine(context)), others=tuple(_others(context)), people=_people(context))


def _mine(context: ReadContext) -> Iterator[WitnessedPromise]:
    for commitment, promise in _open_promises(context, context.person):
        found = _witness(context.transaction, f"{WITNESS}{context.person}/{commitment}")
        name = name_of(context, found.person) if found and found.cohort == context.viewer.cohort else ""
        yield _shown(context, context.person, commitment, promise, name, found)


def _others(context: ReadContext) -> Iterator[WitnessedPromise]:
    """What others of this cohort, who are still in it, ask of the viewer."""
    for stream, role in context.transaction.roles(WITNESS, context.person).items():
        author, _, commitment = stream.removeprefix(WITNESS).partition("/")
        found = _witness(context.transaction, stream) if role == "witness" else None
        here = context.transaction.role(COHORT + context.viewer.cohort, author) is not None
        if found is None or found.cohort != context.viewer.cohort or not here:
            continue
        promise = dict(_open_promises(context, author)).get(commitment)
        if promise:
            yield _shown(context, author, commitment, promise, name_of(context, author), found)


def _open_promises(context: ReadContext, person: str) -> Iterator[tuple[str, Promise]]:
    promises = log_at(context.transaction, person)[1].promises
    return ((name, promise) for name, promise in promises.items() if promise.open)


def _shown(  # noqa: PLR0913, PLR0917 (what is shown of a promise)
    context: ReadContext, author: str, commitment: str, promise: Promise, name: str, found: Witness | None
) -> WitnessedPromise:
    words = context.transaction.texts([promise.words]).get(promise.words, "")
    state = found.state if found else None
    return WitnessedPromise(author=author, commitment=commitment, words=words, by=promise.by, name=name, state=state)


def _people(context: ReadContext) -> tuple[PersonToAsk, ...]:
    return tuple(PersonToAsk(person=person, name=name) for person, name in others_here(context))


def _witness(transaction: ReadTransaction, stream: str) -> Witness | None:
    return witness_of(stored.event for stored in transaction.readable_events(stream))
