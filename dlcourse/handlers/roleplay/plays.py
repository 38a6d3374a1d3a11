"""Handlers of the role-play.

Each command is one short transaction on the play's stream; each query folds the stream.
"""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from dlcourse.charts.roleplay.talk import talk
from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import playable_scenario
from dlcourse.domain.roleplay.attempts import Attempt, Attempts, AttemptsView
from dlcourse.domain.roleplay.debrief import ComparisonView, DebriefView, common_moves, debrief
from dlcourse.domain.roleplay.messages import (
    PLAYS,
    BeginPlay,
    BranchPlay,
    Compare,
    Debrief,
    Move,
    PlayBegun,
    Table,
    without_words,
)
from dlcourse.domain.roleplay.moves import move, starts_a_move
from dlcourse.domain.roleplay.play import Play, begin, replay
from dlcourse.domain.roleplay.policy import seat_of
from dlcourse.domain.roleplay.replay.film import film
from dlcourse.domain.roleplay.replay.path_map import PathMap, PathMapView, Route, path_map_view
from dlcourse.domain.roleplay.replay.visits import visits
from dlcourse.domain.roleplay.scenario import End, Scenario
from dlcourse.domain.roleplay.table import TableView, table_for
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.registry import carry_out, exercise_begun, exercise_done, exercise_last, look_up, stream_check
from dlcourse.handlers.roleplay.play_records import begun_and_moves, keep_scenario, kept_scenario, play_of, words_in
from dlcourse.store import StreamSummary


def _playable(command: BeginPlay, library: Library) -> Scenario:
    return playable_scenario(library, command.scenario)


@carry_out.after(_playable)
def begin_play(command: BeginPlay, context: WriteContext, scenario: Scenario) -> Recorded:
    if command.seat not in {role.id for role in scenario.roles}:
        raise CourseError("seat", f"no role '{command.seat}' sits at this table", "Choose one of the roles shown.")
    _refuse_if_taken(command.play, context)
    begun = PlayBegun(
        scenario=keep_scenario(scenario, context),
        title=scenario.title,
        about=scenario.id,
        seats={command.seat: context.person},
        seed=command.play,
    )
    return context.transaction.append(PLAYS + command.play, 0, command.id, context.person, [begun])


@carry_out.register
def branch_play(command: BranchPlay, context: WriteContext) -> Recorded:
    begun, events = begun_and_moves(context.transaction, command.source)
    play = begin(begun, kept_scenario(context.transaction, begun.scenario))
    seats = {seat_of(play, context.viewer): context.person}
    _refuse_if_taken(command.play, context)
    if not _a_move_begins(play, events, command.moves):
        raise CourseError("attempt", f"no move begins after {command.moves} moves", "Choose a place in the talk.")
    again = begun.model_copy(update={"source": command.source, "moves": command.moves, "seats": seats})
    taken = _with_own_words(command, context)
    return context.transaction.append(PLAYS + command.play, 0, command.id, context.person, [again, *taken])


@carry_out.register
def make_move(command: Move, context: WriteContext) -> Recorded:
    play, stream = play_of(context.transaction, command.play), PLAYS + command.play
    happened = move(command, play, seat_of(play, context.viewer))
    version = context.transaction.length(stream)
    return context.transaction.append(stream, version, command.id, context.person, happened, command.texts())


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
    play = play_of(context.transaction, query.play)
    return table_for(play, seat_of(play, context.viewer), words_in(context.transaction, play), query.play)


@look_up.register
def show_debrief(query: Debrief, context: ReadContext) -> DebriefView:
    view = _debrief(query.play, context)
    return view.model_copy(update={"chart": talk(view)})


@look_up.register
def show_compare(query: Compare, context: ReadContext) -> ComparisonView:
    first, second = _debrief(query.first, context), _debrief(query.second, context)
    one, other = (begun_and_moves(context.transaction, play)[1] for play in (query.first, query.second))
    return ComparisonView(first=first, second=second, common=common_moves(one, other))


@look_up.register
def show_path_map(query: PathMap, context: ReadContext) -> PathMapView:
    begun, _ = begun_and_moves(context.transaction, query.play)
    scenario = kept_scenario(context.transaction, begun.scenario)
    seat_of(begin(begun, scenario), context.viewer)
    ended = {attempt.number: attempt.play for attempt in attempts(begun.about, context) if attempt.ended}
    routes = {number: _route(ended[number], begun.scenario, context) for number in sorted(ended)}
    return path_map_view(scenario, {number: route for number, route in routes.items() if route})


def _route(play_id: str, kept: str, context: ReadContext) -> Route | None:
    """The scenes that a play came through; None if it was a play of another version of the scenario."""
    begun, events = begun_and_moves(context.transaction, play_id)
    if begun.scenario != kept:
        return None
    return Route(play_id, visits(begin(begun, kept_scenario(context.transaction, kept)), events))


@stream_check("play")
def check_play(context: ReadContext, stream: str) -> None:
    play = stream.removeprefix(PLAYS)
    look_up(Table(play=play), context)
    if isinstance(play_of(context.transaction, play).here, End):
        look_up(Debrief(play=play), context)


@exercise_done("play")
def has_ended(scenario: str, context: ReadContext) -> bool:
    return any(attempt.ended for attempt in attempts(scenario, context))


@exercise_begun("play")
def has_begun(scenario: str, context: ReadContext) -> bool:
    return bool(attempts(scenario, context))


@exercise_last("play")
def last_played(scenario: str, context: ReadContext) -> str:
    return max((attempt.changed for attempt in attempts(scenario, context)), default="")


def attempts(scenario: str, context: ReadContext) -> tuple[Attempt, ...]:
    """The person's plays of a scenario, newest first."""
    return tuple(attempt for attempt in plays(context) if attempt.scenario == scenario)


def plays(context: ReadContext) -> tuple[Attempt, ...]:
    """All plays in which the person takes part and that can be read, newest first.

    They are numbered within each scenario, starting with the oldest.
    """
    return read_plays(context)[0]


def read_plays(context: ReadContext) -> tuple[tuple[Attempt, ...], bool]:
    """The `plays` of the person, and whether there are some that cannot be read."""
    return context.transaction.once(("plays", context.person), partial(_read_plays, context))


def _read_plays(context: ReadContext) -> tuple[tuple[Attempt, ...], bool]:
    streams = {kept.stream: kept for kept in context.transaction.streams(PLAYS, context.person)}
    part = partial(context.transaction.part, person=context.person)
    begun = [part(stream, compute=partial(_readable, context, kept), stream=stream) for stream, kept in streams.items()]
    # People who set up a table for others have no seat at it.
    found = _numbered([attempt for attempt in begun if attempt and attempt.seat])
    return found, None in begun


def _numbered(found: Sequence[Attempt]) -> tuple[Attempt, ...]:
    counts, numbers = Counter[str](), dict[str, int]()
    for attempt in reversed(found):
        counts[attempt.scenario] += 1
        numbers[attempt.play] = counts[attempt.scenario]
    return tuple(
        attempt.model_copy(update={"number": numbers[attempt.play], "source": numbers.get(attempt.source_play, 0)})
        for attempt in found
    )


def _readable(context: ReadContext, kept: StreamSummary) -> Attempt | None:
    # The last moment, too: after an erasure, a play of this name and length may be restored that went differently.
    # The person, too: the overview of a cohort asks for many people, and two at one table have different seats.
    name = f"{kept.stream}@{kept.changed}@{context.person}"
    try:
        found: Attempt = context.folded.get(name, kept.version, partial(_attempt, context, kept))
    except CourseError:
        return None
    return found


def _attempt(context: ReadContext, kept: StreamSummary) -> Attempt:
    begun, _ = begun_and_moves(context.transaction, kept.stream.removeprefix(PLAYS))
    play = play_of(context.transaction, kept.stream.removeprefix(PLAYS))
    ended = isinstance(play.here, End)
    return Attempt(
        play=kept.stream.removeprefix(PLAYS),
        scenario=begun.about,
        title=begun.title,
        seat=_seat_name(play, context.person),
        begun=kept.began,
        changed=kept.changed,
        moves=play.moves,
        ended=ended,
        decided=play.scenario.option(play.decided.option).name if play.decided else "",
        outcome=play.here.title if ended else "",
        source_play=begun.source,
        source_moves=begun.moves,
    )


def _seat_name(play: Play, person: str) -> str:
    """The name of the role that the person plays; empty if they have no seat."""
    return next((play.scenario.role(role).name for role, holder in play.seats.items() if holder == person), "")


def _refuse_if_taken(play_id: str, context: WriteContext) -> None:
    """Refuse a play id that exists already, whoever it belongs to, without revealing anything about that play."""
    if context.transaction.events(PLAYS + play_id):
        raise CourseError("play", "one of this id has begun already", "Reload the page, then begin another.")


def _with_own_words(command: BranchPlay, context: WriteContext) -> list[Event]:
    """The moves that a branch shares with its source, without the words of others, which stay theirs."""
    shared = context.transaction.events(PLAYS + command.source)[1 : 1 + command.moves]
    return [each.event if each.actor == context.person else without_words(each.event) for each in shared]


def _a_move_begins(play: Play, events: tuple[Event, ...], moves: int) -> bool:
    """Whether a seat's move begins after this number of events, or could begin next if these are all."""
    if moves < len(events):
        return starts_a_move(play, events[moves])
    return moves == len(events) and not isinstance(replay(play, events).here, End)


def _debrief(play_id: str, context: ReadContext) -> DebriefView:
    begun, events = begun_and_moves(context.transaction, play_id)
    start = begin(begun, kept_scenario(context.transaction, begun.scenario))
    play = replay(start, events)
    words = words_in(context.transaction, play)
    return debrief(play, seat_of(play, context.viewer), words, play_id, film(start, events))
