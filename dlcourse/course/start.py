"""Handlers of the start: who a person is, and the self-check; one stream for each person."""

from contextlib import suppress

from dlcourse.course.desk import ReadingDesk, WritingDesk, carry_out, look_up, shows
from dlcourse.domain.speech import Event, Recorded
from dlcourse.domain.start import (
    Check,
    CheckView,
    Introduce,
    Introduced,
    Introduction,
    IntroductionView,
    Rate,
    Rated,
    check_view,
    levels_of,
    rate,
)
from dlcourse.errors import CourseError
from dlcourse.store import Reading


@carry_out.register
def _(command: Introduce, desk: WritingDesk) -> Recorded:
    return _append(desk, command.id, Introduced(words=command.id), command.texts())


@carry_out.register
def _(command: Rate, desk: WritingDesk) -> Recorded:
    return _append(desk, command.id, rate(command, desk.library.selfcheck(command.check)), {})


@look_up.register
def _(query: Introduction, desk: ReadingDesk) -> IntroductionView:  # noqa: ARG001 (a query without parts)
    return introduction(desk.books, desk.person)


@look_up.register
def _(query: Check, desk: ReadingDesk) -> CheckView:
    levels = levels_of(events(desk.books, desk.person), query.check, query.round)
    return check_view(desk.library.selfcheck(query.check), levels, query.round)


@shows("start")
def _(desk: ReadingDesk, _: str) -> None:
    look_up(Introduction(), desk)
    rated = [event for event in events(desk.books, desk.person) if isinstance(event, Rated)]
    for check, round_ in {(event.check, event.round) for event in rated}:
        with suppress(CourseError):  # this version has no such check
            look_up(Check(check=check, round=round_), desk)


def introduction(books: Reading, person: str) -> IntroductionView:
    """What the person last said of themselves."""
    said = [event for event in events(books, person) if isinstance(event, Introduced)]
    if not said:
        return IntroductionView(said=False)
    texts = {part: books.text(f"{said[-1].words}/{part}") or "" for part in ("name", "role", "leads")}
    return IntroductionView(said=True, **texts)


def events(books: Reading, person: str) -> tuple[Event, ...]:
    """All that the person said at the start, in order."""
    return tuple(kept.event for kept in books.events(f"start/{person}"))


def _append(desk: WritingDesk, command: str, event: Event, texts: dict[str, str]) -> Recorded:
    stream = f"start/{desk.person}"
    return desk.books.append(stream, len(events(desk.books, desk.person)), command, desk.person, [event], texts)
