"""Handlers of the reciprocity ledger: one stream for each expectation, in which its sides take part."""

from collections.abc import Iterator
from contextlib import suppress

from dlcourse.domain.reciprocity.expectation import (
    Expectation,
    end_without_partner,
    expectation_of,
    move,
    no_such_expectation,
)
from dlcourse.domain.reciprocity.ledger import (
    ORDER,
    ExpectationCard,
    LedgerView,
    PartnerCard,
    balance_of,
    expectation_card,
)
from dlcourse.domain.reciprocity.messages import (
    EXPECTATIONS,
    AskExpectation,
    ExpectationAsked,
    ExpectationMove,
    Ledger,
    Side,
    TakeLedger,
    WithdrawExpectation,
)
from dlcourse.domain.speech import MINE, Recorded
from dlcourse.domain.viewer import COHORT
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, Slow, WriteContext
from dlcourse.handlers.registers.document_files import word_file
from dlcourse.handlers.registry import carry_out, exercise_begun, exercise_done, exercise_last, look_up, stream_check
from dlcourse.handlers.relations import TAKE_PART, is_in, names_in, others_here
from dlcourse.pages.reciprocity.document import ledger_document
from dlcourse.store import ReadTransaction


@carry_out.register
def ask_expectation(command: AskExpectation, context: WriteContext) -> Recorded:
    stream, cohort = EXPECTATIONS + command.expectation, ""
    seats: dict[Side, str] = {command.side: context.person}
    if command.person:
        _check_partner(command.person, context)
        cohort, seats = context.viewer.cohort, {**seats, _opposite(command.side): command.person}
    if context.transaction.length(stream):
        raise CourseError("expectation", "one of this id is there already", "Reload the page, then write it again.")
    asked = ExpectationAsked(seats=seats, cohort=cohort, words=command.id, by=command.side)
    return context.transaction.append(stream, 0, command.id, context.person, [asked], command.texts())


@carry_out.register
def move_expectation(command: ExpectationMove, context: WriteContext) -> Recorded:
    state = _state(context.transaction, command.expectation)
    if state.asked.cohort not in {"", context.viewer.cohort}:
        raise no_such_expectation()
    ends = isinstance(command, WithdrawExpectation) and _partner_left(state, context)
    event = end_without_partner(state, context.person) if ends else move(command, state, context.person)
    stream = EXPECTATIONS + command.expectation
    return context.transaction.append(stream, state.length, command.id, context.person, [event], command.texts())


@look_up.register
def show_ledger(query: Ledger, context: ReadContext) -> LedgerView:  # noqa: ARG001 (a query without parts)
    return ledger_of(context)


@look_up.register
def show_take_ledger(query: TakeLedger, context: ReadContext) -> Slow:  # noqa: ARG001 (a query without parts)
    view = ledger_of(context)
    return word_file("expectations.docx", lambda: ledger_document(view))


@stream_check("expectation")
def check_expectation(context: ReadContext, stream: str) -> None:
    _card(stream.removeprefix(EXPECTATIONS), "", context)


@exercise_done("reciprocity")
def has_taken_part(_: str, context: ReadContext) -> bool:
    """Whether something is asked by the person and something of them, and something is given for one of it."""
    states = list(_everywhere(context))
    return {state.side_of(context.person) for state in states} >= {"asker", "other"} and any(
        state.given for state in states
    )


@exercise_begun("reciprocity")
def has_asked(_: str, context: ReadContext) -> bool:
    return any(True for _ in _everywhere(context))


@exercise_last("reciprocity")
def last_in_ledger(_: str, context: ReadContext) -> str:
    return max((at for _, at in _mine(context)), default="")


def ledger_of(context: ReadContext) -> LedgerView:
    """The viewer's ledger: the expectations of this cohort, and those that they keep alone."""
    found, unreadable = list[ExpectationCard](), 0
    for name, at in _mine(context):
        try:
            found += _card(name, at, context)
        except CourseError:
            unreadable += 1
    return LedgerView(
        topic=MINE,
        more_topics=tuple(EXPECTATIONS + card.expectation for card in found if not card.alone),
        cards=tuple(sorted(found, key=lambda card: ORDER.index(card.stage))),
        balance=balance_of(found),
        people=tuple(PartnerCard(person=person, name=name) for person, name in others_here(context)),
        unreadable=unreadable,
    )


def _mine(context: ReadContext) -> Iterator[tuple[str, str]]:
    """The ids of the viewer's expectations, the newest first, each with the time of its last event."""
    streams = context.transaction.streams_and_events(EXPECTATIONS, context.person)
    for kept in sorted(streams, key=lambda each: (each.began, each.stream), reverse=True):
        yield kept.stream.removeprefix(EXPECTATIONS), kept.changed


def _everywhere(context: ReadContext) -> Iterator[Expectation]:
    """The viewer's expectations that can be read, in all of their cohorts and alone."""
    for name, _ in _mine(context):
        with suppress(CourseError):
            state = _state(context.transaction, name)
            if state.side_of(context.person) is not None:
                yield state


def _card(name: str, at: str, context: ReadContext) -> list[ExpectationCard]:
    """The card of an expectation; none if it belongs to another cohort or if the viewer is on no side of it.

    Nothing is seen of what somebody wrote who is not in the cohort any more.
    """
    state = _state(context.transaction, name)
    if state.asked.cohort not in {"", context.viewer.cohort} or state.side_of(context.person) is None:
        return []
    here = [side for side, person in state.asked.seats.items() if is_in(state.asked.cohort, person, context)]
    texts = context.transaction.texts([words for side in here for words in state.words_of(side)])
    names = names_in(state.asked.cohort, state.asked.seats.values(), context)
    card = expectation_card(name, state, context.person, texts, names, at)
    return [card.model_copy(update={"partner_left": _partner_left(state, context)})]


def _state(transaction: ReadTransaction, name: str) -> Expectation:
    return expectation_of(kept.event for kept in transaction.events(EXPECTATIONS + name))


def _opposite(side: Side) -> Side:
    return "other" if side == "asker" else "asker"


def _partner_left(state: Expectation, context: ReadContext | WriteContext) -> bool:
    """Whether somebody else has the other side, and cannot do anything in the cohort any more."""
    cohort = COHORT + state.asked.cohort
    partners = [person for person in state.asked.seats.values() if person != context.person]
    return any(context.transaction.role(cohort, person) not in TAKE_PART for person in partners)


def _check_partner(person: str, context: WriteContext) -> None:
    role = context.transaction.role(COHORT + context.viewer.cohort, person) if context.viewer.cohort else None
    if person == context.person or role not in TAKE_PART:
        raise CourseError("person", "this person is not in your cohort", "Reload the page, then choose again.")
