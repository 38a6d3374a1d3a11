"""Handlers of the role-play: each command is one short transaction on the play's stream, each query a fold of it."""

import hashlib
from collections import Counter
from functools import partial

from dlcourse.content.library import Library
from dlcourse.course.desk import ReadingDesk, WritingDesk, carry_out, look_up, make_ready, shows
from dlcourse.course.folded import Folded
from dlcourse.domain.attempts import Attempt, Attempts, AttemptsView, Brief, BriefView, brief
from dlcourse.domain.debrief import ComparisonView, DebriefView, common_moves, debrief
from dlcourse.domain.moves import move, starts_a_move
from dlcourse.domain.play import Play, begin, replay
from dlcourse.domain.policy import no_such_play, seat_of
from dlcourse.domain.roleplay import (
    PLAYS,
    BeginPlay,
    BranchPlay,
    Compare,
    Debrief,
    Decided,
    IdeaVoiced,
    Move,
    PlayBegun,
    ScenarioKept,
    Table,
)
from dlcourse.domain.scenario import End, Scenario
from dlcourse.domain.speech import Event, Recorded
from dlcourse.domain.table import TableView, table_for
from dlcourse.domain.ways import Ways, WaysView, ways_view
from dlcourse.errors import CourseError
from dlcourse.store import Begun, Reading

AUTHOR = "author"


@make_ready.register
def _(command: BeginPlay, library: Library) -> Scenario:
    return library.scenario(command.scenario)


@carry_out.register
def _(command: BeginPlay, desk: WritingDesk) -> Recorded:
    scenario = desk.ready
    assert isinstance(scenario, Scenario)
    if command.seat not in {role.id for role in scenario.roles}:
        raise CourseError("seat", f"no role '{command.seat}' sits at this table", "Choose one of the roles shown.")
    _refuse_if_taken(command.play, desk)
    begun = PlayBegun(
        scenario=_keep(scenario, desk),
        title=scenario.title,
        about=scenario.id,
        seats={command.seat: desk.person},
        seed=command.play,
    )
    return desk.books.append(PLAYS + command.play, 0, command.id, desk.person, [begun])


@carry_out.register
def _(command: BranchPlay, desk: WritingDesk) -> Recorded:
    begun, events = _stream(desk.books, command.source)
    play = begin(begun, _scenario(desk.books, begun.scenario))
    seat_of(play, desk.person)
    _refuse_if_taken(command.play, desk)
    if not _a_move_begins(play, events, command.moves):
        raise CourseError("attempt", f"no move begins after {command.moves} moves", "Choose a place in the talk.")
    again = begun.model_copy(update={"source": command.source, "moves": command.moves})
    taken = [again, *events[: command.moves]]
    return desk.books.append(PLAYS + command.play, 0, command.id, desk.person, taken)


@carry_out.register
def _(command: Move, desk: WritingDesk) -> Recorded:
    begun, events = _stream(desk.books, command.play)
    play = replay(begin(begun, _scenario(desk.books, begun.scenario)), events)
    happened = move(command, play, seat_of(play, desk.person))
    stream, version = PLAYS + command.play, 1 + len(events)
    return desk.books.append(stream, version, command.id, desk.person, happened, command.texts())


@look_up.register
def _(query: Brief, desk: ReadingDesk) -> BriefView:
    return brief(desk.library.scenario(query.scenario))


@look_up.register
def _(query: Attempts, desk: ReadingDesk) -> AttemptsView:
    mine = plays(desk)
    return AttemptsView(
        scenario=query.scenario,
        attempts=tuple(attempt for attempt in mine if attempt.scenario == query.scenario),
        others=tuple(attempt for attempt in mine if attempt.scenario != query.scenario and attempt.ended),
    )


@look_up.register
def _(query: Table, desk: ReadingDesk) -> TableView:
    play = _play(desk.books, query.play)
    return table_for(play, seat_of(play, desk.person), _texts(desk.books, play), query.play)


@look_up.register
def _(query: Debrief, desk: ReadingDesk) -> DebriefView:
    return _debrief(query.play, desk)


@look_up.register
def _(query: Compare, desk: ReadingDesk) -> ComparisonView:
    first, second = _debrief(query.first, desk), _debrief(query.second, desk)
    one, other = (_stream(desk.books, play)[1] for play in (query.first, query.second))
    return ComparisonView(first=first, second=second, common=common_moves(one, other))


@look_up.register
def _(query: Ways, desk: ReadingDesk) -> WaysView:
    begun, _ = _stream(desk.books, query.play)
    seat_of(begin(begun, _scenario(desk.books, begun.scenario)), desk.person)
    ended = {attempt.number: attempt.play for attempt in attempts(begun.about, desk) if attempt.ended}
    same = {number: play for number, play in ended.items() if _stream(desk.books, play)[0].scenario == begun.scenario}
    plays_of_it = {number: _play(desk.books, same[number]) for number in sorted(same)}
    return ways_view(_scenario(desk.books, begun.scenario), plays_of_it)


@shows("play")
def _(desk: ReadingDesk, stream: str) -> None:
    play = stream.removeprefix(PLAYS)
    look_up(Table(play=play), desk)
    if isinstance(_play(desk.books, play).here, End):
        look_up(Debrief(play=play), desk)


def attempts(scenario: str, desk: ReadingDesk) -> tuple[Attempt, ...]:
    """The person's plays of a scenario, newest first."""
    return tuple(attempt for attempt in plays(desk) if attempt.scenario == scenario)


def plays(desk: ReadingDesk) -> tuple[Attempt, ...]:
    """All of this person's plays, newest first, numbered for each scenario from the oldest on."""
    begun = desk.books.streams(PLAYS, desk.person)
    # The last moment, too: once erased, a play of this name and length may be brought back as it went elsewhere.
    found = [
        desk.folded.get(f"{kept.stream}@{kept.changed}", kept.version, partial(_attempt, desk.books, kept))
        for kept in begun
    ]
    counts: Counter[str] = Counter()
    numbers: dict[str, int] = {}
    for attempt in reversed(found):
        counts[attempt.scenario] += 1
        numbers[attempt.play] = counts[attempt.scenario]
    return tuple(
        attempt.model_copy(update={"number": numbers[attempt.play], "source": numbers.get(attempt.source_play, 0)})
        for attempt in found
    )


def _attempt(books: Reading, kept: Begun) -> Attempt:
    begun, events = _stream(books, kept.stream.removeprefix(PLAYS))
    play = replay(begin(begun, _scenario(books, begun.scenario)), events)
    ended = isinstance(play.here, End)
    return Attempt(
        play=kept.stream.removeprefix(PLAYS),
        scenario=begun.about,
        title=begun.title,
        seat=play.scenario.role(next(iter(begun.seats))).name,
        begun=kept.began,
        changed=kept.changed,
        moves=play.moves,
        ended=ended,
        decided=play.scenario.option(play.decided.option).name if play.decided else "",
        outcome=play.here.title if ended else "",
        source_play=begun.source,
        source_moves=begun.moves,
    )


def _refuse_if_taken(play_id: str, desk: WritingDesk) -> None:
    """A play that is there already, whoever's it is, is neither begun again nor told about."""
    if desk.books.events(PLAYS + play_id):
        raise CourseError("play", "one of this id has begun already", "Reload the page, then begin another.")


def _a_move_begins(play: Play, events: tuple[Event, ...], moves: int) -> bool:
    """Whether a seat's move begins after so many events, or could begin where they are all."""
    if moves < len(events):
        return starts_a_move(play, events[moves])
    return moves == len(events) and not isinstance(replay(play, events).here, End)


def _debrief(play_id: str, desk: ReadingDesk) -> DebriefView:
    play = _play(desk.books, play_id)
    return debrief(play, seat_of(play, desk.person), _texts(desk.books, play), play_id)


def _stream(books: Reading, play_id: str) -> tuple[PlayBegun, tuple[Event, ...]]:
    kept = books.events(PLAYS + play_id)
    if not kept or not isinstance(kept[0].event, PlayBegun):
        raise no_such_play()
    return kept[0].event, tuple(each.event for each in kept[1:])


def _play(books: Reading, play_id: str) -> Play:
    begun, events = _stream(books, play_id)
    return replay(begin(begun, _scenario(books, begun.scenario)), events)


def _scenario(books: Reading, stream: str) -> Scenario:
    """The kept scenario. Its stream is named by its content, so that one reading serves every play of it."""

    def read() -> Scenario:
        kept = books.events(stream)[0].event
        assert isinstance(kept, ScenarioKept)
        return kept.scenario

    return _scenarios.get(stream, 1, read)


_scenarios: Folded[Scenario] = Folded(most=64)


def _keep(scenario: Scenario, desk: WritingDesk) -> str:
    """Keep the scenario as it is now, once, in a stream named by its content."""
    digest = hashlib.sha256(scenario.model_dump_json().encode()).hexdigest()
    stream = f"scenario/{digest}"
    if not desk.books.events(stream):
        desk.books.append(stream, 0, digest, AUTHOR, [ScenarioKept(scenario=scenario)])
    return stream


def _texts(books: Reading, play: Play) -> dict[str, str]:
    turns = [said.turn for said in play.said]
    ids = [turn.words for turn in turns if isinstance(turn, IdeaVoiced)]
    return books.texts(filter(None, [*ids, *(turn.reason for turn in turns if isinstance(turn, Decided))]))
