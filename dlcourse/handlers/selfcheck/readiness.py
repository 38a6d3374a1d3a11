"""Handlers of the start: who a person is, and the self-check; one stream for each person."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from dlcourse.charts.selfcheck.profile import profile_chart
from dlcourse.domain.selfcheck.readiness import (
    Check,
    CheckView,
    Introduce,
    Introduced,
    Introduction,
    IntroductionView,
    Rate,
    Rated,
    SelfCheck,
    check_view,
    levels_of,
    rate,
    statements,
)
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.last_times import last_time
from dlcourse.handlers.registry import (
    carry_out,
    exercise_begun,
    exercise_done,
    exercise_last,
    look_up,
    post_source,
    stream_check,
)
from dlcourse.store import ReadTransaction, StoredEvent


@carry_out.register
def introduce(command: Introduce, context: WriteContext) -> Recorded:
    return _append(context, command.id, Introduced(words=command.id), command.texts())


@carry_out.register
def rate_statement(command: Rate, context: WriteContext) -> Recorded:
    return _append(context, command.id, rate(command, context.library.exercise(command.check, SelfCheck)), {})


@look_up.register
def show_introduction(query: Introduction, context: ReadContext) -> IntroductionView:  # noqa: ARG001 (a query without parts)
    return introduction(context.transaction, context.person)


@look_up.register
def show_check(query: Check, context: ReadContext) -> CheckView:
    view = profile(query, context)
    return view.model_copy(update={"chart": profile_chart(view)})


@stream_check("start")
def check_start(context: ReadContext, _: str) -> None:
    look_up(Introduction(), context)
    rated = [event for event in events(context.transaction, context.person) if isinstance(event, Rated)]
    for check, round_ in {(event.check, event.round) for event in rated}:
        with suppress(CourseError):  # this version has no such check
            look_up(Check(check=check, round=round_), context)


@exercise_done("about-you")
def has_introduced_themselves(_: str, context: ReadContext) -> bool:
    return introduction(context.transaction, context.person).said


@exercise_done("self-check")
def has_answered_all(check: str, context: ReadContext) -> bool:
    return answered_all(check, context, 1)


@exercise_begun("self-check")
def has_answered_some(check: str, context: ReadContext) -> bool:
    return bool(levels_of(events(context.transaction, context.person), check, 1))


@post_source("about-you")
def posts_of(transaction: ReadTransaction, people: Iterable[str]) -> Mapping[str, str]:
    """The roles that people gave when they said who they are, written alike."""
    roles = {person: introduction(transaction, person).role.strip().casefold() for person in people}
    return {person: role for person, role in roles.items() if role}


@exercise_last("about-you")
def last_introduced(_: str, context: ReadContext) -> str:
    kept = stored_events(context.transaction, context.person)
    return last_time(each for each in kept if isinstance(each.event, Introduced))


@exercise_last("self-check")
def last_answered(check: str, context: ReadContext) -> str:
    return last_rated(check, context, 1)


def profile(query: Check, context: ReadContext) -> CheckView:
    """The person's self-check in one round, without the chart."""
    levels = levels_of(events(context.transaction, context.person), query.check, query.round)
    return check_view(context.library.exercise(query.check, SelfCheck), levels, query.round)


def last_rated(check: str, context: ReadContext, round_: int) -> str:
    """When the person last rated a statement of a self-check in this round; empty if they never did."""
    kept = stored_events(context.transaction, context.person)
    return last_time(each for each in kept if levels_of([each.event], check, round_))


def answered_all(check: str, context: ReadContext, round_: int) -> bool:
    """Whether the person has rated all statements of a self-check in this round."""
    levels = levels_of(events(context.transaction, context.person), check, round_)
    return statements(context.library.exercise(check, SelfCheck)) <= levels.keys()


def introduction(transaction: ReadTransaction, person: str) -> IntroductionView:
    """The newest introduction of the person."""
    said = [event for event in events(transaction, person) if isinstance(event, Introduced)]
    if not said:
        return IntroductionView(said=False)
    ids = {f"{said[-1].words}/{part}": part for part in ("name", "role", "leads")}
    return IntroductionView(said=True, **{ids[key]: words for key, words in transaction.texts(ids).items()})


def events(transaction: ReadTransaction, person: str) -> tuple[Event, ...]:
    """Everything that the person said at the start, in order."""
    return tuple(kept.event for kept in stored_events(transaction, person))


def stored_events(transaction: ReadTransaction, person: str) -> tuple[StoredEvent, ...]:
    """Like `events`, each with its time."""
    return transaction.readable_events(f"start/{person}")


def _append(context: WriteContext, command: str, event: Event, texts: dict[str, str]) -> Recorded:
    stream = f"start/{context.person}"
    return context.transaction.append(
        stream, len(events(context.transaction, context.person)), command, context.person, [event], texts
    )
