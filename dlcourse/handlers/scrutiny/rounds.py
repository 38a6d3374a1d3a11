"""Handlers of the scrutiny round: one stream for each round. In a solo round the scripted members answer at once."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from dlcourse.content.library import Library
from dlcourse.domain.scrutiny.messages import (
    ROUNDS,
    BeginRound,
    Commented,
    LearnedSaid,
    PracticePosted,
    RoundBegun,
    RoundCommand,
    RoundMove,
    Scrutiny,
)
from dlcourse.domain.scrutiny.policy import member_of, no_such_round
from dlcourse.domain.scrutiny.round import Round, apply, begin, move, replay
from dlcourse.domain.scrutiny.round_view import ScrutinyView, nothing_begun, round_for
from dlcourse.domain.scrutiny.scripted_members import Case, as_written, follow, set_out
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, exercise_begun, exercise_done, exercise_last, look_up, stream_check
from dlcourse.handlers.scrutiny.cohort_rounds import people_to_ask, seats_left, with_names


def _case(command: RoundCommand, library: Library) -> Case:
    return library.exercise(command.exercise, Case)


@carry_out.after(_case)
def begin_round(command: BeginRound, context: WriteContext, case: Case) -> Recorded:
    begun = set_out(case, command.seat, context.person, anonymous=command.anonymous)
    circle = begin(begun)
    if context.transaction.events(ROUNDS + command.round):
        raise CourseError("round", "one of this id has begun already", "Reload the page, then begin another.")
    return context.transaction.append(
        ROUNDS + command.round, 0, command.id, context.person, [begun, *follow(case, circle)]
    )


@carry_out.after(_case)
def round_move(command: RoundMove, context: WriteContext, case: Case) -> Recorded:
    begun, events = _stream(context, command.round)
    if begun.exercise != case.id or begun.cohort not in {"", context.viewer.cohort}:
        raise no_such_round()
    circle = _circle(begun, events, context)
    happened = as_written(move(command, circle, member_of(circle, context.viewer)), command, case)
    happened_then = [happened, *follow(case, apply(happened, circle))]
    stream, version = ROUNDS + command.round, 1 + len(events)
    return context.transaction.append(stream, version, command.id, context.person, happened_then, command.texts())


@look_up.register
def show_scrutiny(query: Scrutiny, context: ReadContext) -> Heavy:
    newest = newest_round(query.exercise, context)
    texts = context.transaction.texts(_text_ids(newest[1])) if newest else {}
    people = people_to_ask(context)
    return Heavy(lambda: _view(context, query.exercise, newest, texts).model_copy(update={"people": people}))


@stream_check("round")
def check_round(context: ReadContext, stream: str) -> None:
    begun, events = _stream(context, stream.removeprefix(ROUNDS))
    circle = _circle(begun, events, context)
    with suppress(CourseError):  # this version has no such exercise, or somebody else has this seat
        _view(context, begun.exercise, (stream, circle), context.transaction.texts(_text_ids(circle)))


def newest_round(exercise: str, context: ReadContext) -> tuple[str, Round] | None:
    """The id and the state of the person's newest round of this exercise."""
    return next(rounds_of(exercise, context), None)


def rounds_of(exercise: str, context: ReadContext) -> Iterator[tuple[str, Round]]:
    """The person's rounds of this exercise alone and in this cohort, the newest first."""
    found = _rounds_everywhere(exercise, context)
    return ((round_id, circle) for round_id, circle in found if circle.cohort in {"", context.viewer.cohort})


def _rounds_everywhere(exercise: str, context: ReadContext) -> Iterator[tuple[str, Round]]:
    """The person's rounds of this exercise in all of their cohorts, the newest first. A restored round may be older."""
    rounds = context.transaction.streams_and_events(ROUNDS, context.person)
    for kept in sorted(rounds, key=lambda kept: (kept.began, kept.changed), reverse=True):
        round_id = kept.stream.removeprefix(ROUNDS)
        begun, events = _stream(context, round_id)
        if begun.exercise == exercise and context.person in begun.seats.values():
            yield round_id, _circle(begun, events, context)


@exercise_done("open-practice")
def any_closed(exercise: str, context: ReadContext) -> bool:
    """Whether the person has said what they learned in a closed round of this exercise."""
    circles = (circle for _, circle in _rounds_everywhere(exercise, context))
    return any(circle.closed and member_of(circle, context.viewer) in circle.learned for circle in circles)


@exercise_begun("open-practice")
def any_begun(exercise: str, context: ReadContext) -> bool:
    """Whether the person takes part in a round of this exercise."""
    return any(True for _ in _rounds_everywhere(exercise, context))


@exercise_last("open-practice")
def last_in_a_round(_: str, context: ReadContext) -> str:
    """When something last happened in one of the person's rounds; there is one exercise with rounds."""
    return max((kept.changed for kept in context.transaction.streams(ROUNDS, context.person)), default="")


def _view(context: ReadContext, exercise: str, newest: tuple[str, Round] | None, texts: dict[str, str]) -> ScrutinyView:
    case = context.library.exercise(exercise, Case)
    if newest is None:
        return nothing_begun(case)
    round_id, circle = newest
    view = round_for(member_of(circle, context.viewer), circle, case, texts, round_id)
    return view if case.members and case.members[0].id in circle.ids else view.model_copy(update={"setting": ""})


def _circle(begun: RoundBegun, events: Iterable[Event], context: ReadContext | WriteContext) -> Round:
    """The round after these events. Who is not in the cohort any more has left it."""
    return replace(replay(begin(begun), events), gone=seats_left(begun, context))


def _stream(context: ReadContext | WriteContext, round_id: str) -> tuple[RoundBegun, tuple[Event, ...]]:
    kept = context.transaction.events(ROUNDS + round_id)
    if not kept or not isinstance(kept[0].event, RoundBegun):
        raise no_such_round()
    return with_names(kept[0].event, context), tuple(each.event for each in kept[1:])


def _text_ids(circle: Round) -> Iterable[str]:
    """The ids of what was written, without the words of members who have left.

    In an anonymous round their comments stay: if they disappeared, everybody could tell whose they were.
    """
    said: list[PracticePosted | Commented | LearnedSaid] = [
        *(each for each in circle.posted.values() if each.by not in circle.gone),
        *(each for each in circle.comments.values() if circle.anonymous or each.by not in circle.gone),
        *(each for each in circle.learned.values() if each.by not in circle.gone),
    ]
    parts = ("practice", "question", "warm", "cool", "learned", "trying")
    return (f"{each.words}/{part}" for each in said if each.words for part in parts)
