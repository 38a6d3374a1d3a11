"""Handlers of the scrutiny round: one stream for each round; in a solo round the written members follow at once."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from dlcourse.content.library import Library
from dlcourse.course.desk import Heavy, ReadingDesk, WritingDesk, carry_out, look_up, make_ready, shows
from dlcourse.domain.circle import Circle, apply, begin, move, replay
from dlcourse.domain.feedback import ScrutinyView, nothing_begun, round_for
from dlcourse.domain.peers import Case, as_written, follow, set_out
from dlcourse.domain.policy import member_of, no_such_round
from dlcourse.domain.scrutiny import (
    BeginRound,
    Commented,
    LearnedSaid,
    PracticePosted,
    RoundBegun,
    RoundCommand,
    RoundMove,
    Scrutiny,
)
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.store import Reading

ROUNDS = "round/"


@make_ready.register
def _(command: RoundCommand, library: Library) -> Case:
    return library.case(command.exercise)


@carry_out.register
def _(command: BeginRound, desk: WritingDesk) -> Recorded:
    case = desk.ready
    assert isinstance(case, Case)
    begun = set_out(case, command.seat, desk.person, anonymous=command.anonymous)
    circle = begin(begun)
    if desk.books.events(ROUNDS + command.round):
        raise CourseError("round", "one of this id has begun already", "Reload the page, then begin another.")
    return desk.books.append(ROUNDS + command.round, 0, command.id, desk.person, [begun, *follow(case, circle)])


@carry_out.register
def _(command: RoundMove, desk: WritingDesk) -> Recorded:
    case = desk.ready
    assert isinstance(case, Case)
    begun, events = _stream(desk.books, command.round)
    if begun.exercise != case.id:
        raise no_such_round()
    circle = replay(begin(begun), events)
    happened = as_written(move(command, circle, member_of(circle, desk.person)), command, case)
    happened_then = [happened, *follow(case, apply(happened, circle))]
    stream, version = ROUNDS + command.round, 1 + len(events)
    return desk.books.append(stream, version, command.id, desk.person, happened_then, command.texts())


@look_up.register
def _(query: Scrutiny, desk: ReadingDesk) -> Heavy:
    newest = newest_round(query.exercise, desk)
    texts = desk.books.texts(_text_ids(newest[1])) if newest else {}
    return Heavy(lambda: _view(desk, query.exercise, newest, texts))


@shows("round")
def _(desk: ReadingDesk, stream: str) -> None:
    begun, events = _stream(desk.books, stream.removeprefix(ROUNDS))
    circle = replay(begin(begun), events)
    with suppress(CourseError):  # this version has no such exercise, or somebody else sits there
        _view(desk, begun.exercise, (stream, circle), desk.books.texts(_text_ids(circle)))


def newest_round(exercise: str, desk: ReadingDesk) -> tuple[str, Circle] | None:
    """The id and the state of the person's newest round of this exercise."""
    return next(rounds_of(exercise, desk), None)


def rounds_of(exercise: str, desk: ReadingDesk) -> Iterator[tuple[str, Circle]]:
    """The person's rounds of this exercise, the newest first; one that was brought may be older."""
    rounds = desk.books.streams(ROUNDS, desk.person)
    for kept in sorted(rounds, key=lambda kept: (kept.began, kept.changed), reverse=True):
        round_id = kept.stream.removeprefix(ROUNDS)
        begun, events = _stream(desk.books, round_id)
        if begun.exercise == exercise and desk.person in begun.seats.values():
            yield round_id, replay(begin(begun), events)


def any_closed(exercise: str, desk: ReadingDesk) -> bool:
    """Whether a round of this exercise is closed in which the person said what they learned."""
    circles = (circle for _, circle in rounds_of(exercise, desk))
    return any(circle.closed and member_of(circle, desk.person) in circle.learned for circle in circles)


def _view(desk: ReadingDesk, exercise: str, newest: tuple[str, Circle] | None, texts: dict[str, str]) -> ScrutinyView:
    case = desk.library.case(exercise)
    if newest is None:
        return nothing_begun(case)
    round_id, circle = newest
    return round_for(member_of(circle, desk.person), circle, case, texts, round_id)


def _stream(books: Reading, round_id: str) -> tuple[RoundBegun, tuple[Event, ...]]:
    kept = books.events(ROUNDS + round_id)
    if not kept or not isinstance(kept[0].event, RoundBegun):
        raise no_such_round()
    return kept[0].event, tuple(each.event for each in kept[1:])


def _text_ids(circle: Circle) -> Iterable[str]:
    said: list[PracticePosted | Commented | LearnedSaid] = [
        *circle.posted.values(),
        *circle.comments.values(),
        *circle.learned.values(),
    ]
    parts = ("practice", "question", "warm", "cool", "learned", "trying")
    return (f"{each.words}/{part}" for each in said if each.words for part in parts)
