"""Handlers of the role-play: each command is one short transaction on the play's stream, each query a fold of it."""

import hashlib
from collections import Counter
from functools import partial

from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.domain.policy import no_such_play, seat_of
from dlcourse.domain.roleplay.attempts import Attempt, Attempts, AttemptsView, Brief, BriefView, brief
from dlcourse.domain.roleplay.debrief import ComparisonView, DebriefView, common_moves, debrief
from dlcourse.domain.roleplay.messages import (
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
from dlcourse.domain.roleplay.moves import move, starts_a_move
from dlcourse.domain.roleplay.path_map import PathMap, PathMapView, path_map_view
from dlcourse.domain.roleplay.play import Play, begin, replay
from dlcourse.domain.roleplay.scenario import End, Scenario
from dlcourse.domain.roleplay.table import TableView, table_for
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.fold_cache import FoldCache
from dlcourse.handlers.registry import carry_out, exercise_done, look_up, stream_check
from dlcourse.store import ReadTransaction, StreamSummary

AUTHOR = "author"


def _playable(command: BeginPlay, library: Library) -> Scenario:
    return playable_scenario(library, command.scenario)


@carry_out.after(_playable)
def begin_play(command: BeginPlay, context: WriteContext, scenario: Scenario) -> Recorded:
    if command.seat not in {role.id for role in scenario.roles}:
        raise CourseError("seat", f"no role '{command.seat}' sits at this table", "Choose one of the roles shown.")
    _refuse_if_taken(command.play, context)
    begun = PlayBegun(
        scenario=_keep(scenario, context),
        title=scenario.title,
        about=scenario.id,
        seats={command.seat: context.person},
        seed=command.play,
    )
    return context.transaction.append(PLAYS + command.play, 0, command.id, context.person, [begun])


@carry_out.register
def branch_play(command: BranchPlay, context: WriteContext) -> Recorded:
    begun, events = _stream(context.transaction, command.source)
    play = begin(begun, _scenario(context.transaction, begun.scenario))
    seat_of(play, context.person)
    _refuse_if_taken(command.play, context)
    if not _a_move_begins(play, events, command.moves):
        raise CourseError("attempt", f"no move begins after {command.moves} moves", "Choose a place in the talk.")
    again = begun.model_copy(update={"source": command.source, "moves": command.moves})
    taken = [again, *events[: command.moves]]
    return context.transaction.append(PLAYS + command.play, 0, command.id, context.person, taken)


@carry_out.register
def make_move(command: Move, context: WriteContext) -> Recorded:
    begun, events = _stream(context.transaction, command.play)
    play = replay(begin(begun, _scenario(context.transaction, begun.scenario)), events)
    happened = move(command, play, seat_of(play, context.person))
    stream, version = PLAYS + command.play, 1 + len(events)
    return context.transaction.append(stream, version, command.id, context.person, happened, command.texts())


@look_up.register
def show_brief(query: Brief, context: ReadContext) -> BriefView:
    return brief(playable_scenario(context.library, query.scenario))


@look_up.register
def show_attempts(query: Attempts, context: ReadContext) -> AttemptsView:
    mine = plays(context)
    return AttemptsView(
        scenario=query.scenario,
        attempts=tuple(attempt for attempt in mine if attempt.scenario == query.scenario),
        others=tuple(attempt for attempt in mine if attempt.scenario != query.scenario and attempt.ended),
    )


@look_up.register
def show_table(query: Table, context: ReadContext) -> TableView:
    play = _play(context.transaction, query.play)
    return table_for(play, seat_of(play, context.person), _texts(context.transaction, play), query.play)


@look_up.register
def show_debrief(query: Debrief, context: ReadContext) -> DebriefView:
    return _debrief(query.play, context)


@look_up.register
def show_compare(query: Compare, context: ReadContext) -> ComparisonView:
    first, second = _debrief(query.first, context), _debrief(query.second, context)
    one, other = (_stream(context.transaction, play)[1] for play in (query.first, query.second))
    return ComparisonView(first=first, second=second, common=common_moves(one, other))


@look_up.register
def show_path_map(query: PathMap, context: ReadContext) -> PathMapView:
    begun, _ = _stream(context.transaction, query.play)
    seat_of(begin(begun, _scenario(context.transaction, begun.scenario)), context.person)
    ended = {attempt.number: attempt.play for attempt in attempts(begun.about, context) if attempt.ended}
    same = {
        number: play
        for number, play in ended.items()
        if _stream(context.transaction, play)[0].scenario == begun.scenario
    }
    plays_of_it = {number: _play(context.transaction, same[number]) for number in sorted(same)}
    return path_map_view(_scenario(context.transaction, begun.scenario), plays_of_it)


@stream_check("play")
def check_play(context: ReadContext, stream: str) -> None:
    play = stream.removeprefix(PLAYS)
    look_up(Table(play=play), context)
    if isinstance(_play(context.transaction, play).here, End):
        look_up(Debrief(play=play), context)


@exercise_done("play")
def has_ended(scenario: str, context: ReadContext) -> bool:
    return any(attempt.ended for attempt in attempts(scenario, context))


def attempts(scenario: str, context: ReadContext) -> tuple[Attempt, ...]:
    """The person's plays of a scenario, newest first."""
    return tuple(attempt for attempt in plays(context) if attempt.scenario == scenario)


def plays(context: ReadContext) -> tuple[Attempt, ...]:
    """All of this person's plays, newest first, numbered for each scenario from the oldest on."""
    begun = context.transaction.streams(PLAYS, context.person)
    # The last moment, too: once erased, a play of this name and length may be brought back as it went elsewhere.
    found = [
        context.folded.get(f"{kept.stream}@{kept.changed}", kept.version, partial(_attempt, context.transaction, kept))
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


def _attempt(transaction: ReadTransaction, kept: StreamSummary) -> Attempt:
    begun, events = _stream(transaction, kept.stream.removeprefix(PLAYS))
    play = replay(begin(begun, _scenario(transaction, begun.scenario)), events)
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


def _refuse_if_taken(play_id: str, context: WriteContext) -> None:
    """A play that is there already, whoever's it is, is neither begun again nor told about."""
    if context.transaction.events(PLAYS + play_id):
        raise CourseError("play", "one of this id has begun already", "Reload the page, then begin another.")


def _a_move_begins(play: Play, events: tuple[Event, ...], moves: int) -> bool:
    """Whether a seat's move begins after so many events, or could begin where they are all."""
    if moves < len(events):
        return starts_a_move(play, events[moves])
    return moves == len(events) and not isinstance(replay(play, events).here, End)


def _debrief(play_id: str, context: ReadContext) -> DebriefView:
    play = _play(context.transaction, play_id)
    return debrief(play, seat_of(play, context.person), _texts(context.transaction, play), play_id)


def _stream(transaction: ReadTransaction, play_id: str) -> tuple[PlayBegun, tuple[Event, ...]]:
    kept = transaction.events(PLAYS + play_id)
    if not kept or not isinstance(kept[0].event, PlayBegun):
        raise no_such_play()
    return kept[0].event, tuple(each.event for each in kept[1:])


def _play(transaction: ReadTransaction, play_id: str) -> Play:
    begun, events = _stream(transaction, play_id)
    return replay(begin(begun, _scenario(transaction, begun.scenario)), events)


def _scenario(transaction: ReadTransaction, stream: str) -> Scenario:
    """The kept scenario. Its stream is named by its content, so that one reading serves every play of it."""

    def read() -> Scenario:
        kept = transaction.events(stream)[0].event
        assert isinstance(kept, ScenarioKept)
        return kept.scenario

    return _scenarios.get(stream, 1, read)


_scenarios: FoldCache[Scenario] = FoldCache(most=64)


def _keep(scenario: Scenario, context: WriteContext) -> str:
    """Keep the scenario as it is now, once, in a stream named by its content."""
    digest = hashlib.sha256(scenario.model_dump_json().encode()).hexdigest()
    stream = f"scenario/{digest}"
    if not context.transaction.events(stream):
        context.transaction.append(stream, 0, digest, AUTHOR, [ScenarioKept(scenario=scenario)])
    return stream


def _texts(transaction: ReadTransaction, play: Play) -> dict[str, str]:
    turns = [said.turn for said in play.said]
    ids = [turn.words for turn in turns if isinstance(turn, IdeaVoiced)]
    return transaction.texts(filter(None, [*ids, *(turn.reason for turn in turns if isinstance(turn, Decided))]))
