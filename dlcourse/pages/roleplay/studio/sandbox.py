"""Plays of a text that is still being written. They are real plays, by all the rules, and nothing of them is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dlcourse.domain.roleplay.attempts import Attempt, Attempts, AttemptsView, Brief, brief
from dlcourse.domain.roleplay.debrief import ComparisonView, DebriefView, common_moves, debrief
from dlcourse.domain.roleplay.messages import BeginPlay, BranchPlay, Compare, Debrief, Move, PlayBegun, Table
from dlcourse.domain.roleplay.moves import move
from dlcourse.domain.roleplay.play import Play, begin, replay
from dlcourse.domain.roleplay.policy import no_such_play
from dlcourse.domain.roleplay.replay.film import film
from dlcourse.domain.roleplay.replay.path_map import PathMap, Route, path_map_view
from dlcourse.domain.roleplay.replay.visits import visits
from dlcourse.domain.roleplay.scenario import End, Scenario
from dlcourse.domain.roleplay.table import table_for
from dlcourse.domain.speech import Command, Event, Query, View
from dlcourse.errors import CourseError

AUTHOR = "author"
MOST_PLAYS = 50


class SandboxPlay(NamedTuple):
    """A play in the sandbox: its seat, and everything that happened in it."""

    seat: str
    seed: str
    events: tuple[Event, ...] = ()
    source: str = ""
    moves: int = 0


@dataclass(frozen=True)
class Sandbox:
    """The plays of a scenario, the oldest first, and the words that were said in them, by id."""

    scenario: Scenario
    plays: Mapping[str, SandboxPlay] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def do(self, command: Command) -> "Sandbox":
        """The sandbox after a command of a role-play; `CourseError` if the rules do not allow it."""
        match command:
            case BeginPlay():
                return self._with(command.play, self._begun(command))
            case BranchPlay():
                source = self._known(command.source)
                again = source._replace(
                    events=source.events[: command.moves], source=command.source, moves=command.moves
                )
                return self._with(command.play, again)
            case Move():
                known = self._known(command.play)
                happened = move(command, self._play(command.play), known.seat)
                played = self._with(command.play, known._replace(events=known.events + happened))
                return replace(played, texts={**self.texts, **command.texts()})
        raise CourseError("play", "this is no move of a role-play", "Reload the page.")

    def see(self, query: Query) -> View:
        """What the role-play shows; `CourseError` if there is nothing to show."""
        match query:
            case Brief():
                return brief(self.scenario)
            case Attempts():
                return AttemptsView(scenario=self.scenario.id, attempts=tuple(reversed(self._attempts())), others=())
            case Table(play=play):
                return table_for(self._play(play), self._known(play).seat, self.texts, play)
            case Debrief(play=play):
                return self._debrief(play)
            case Compare(first=first, second=second):
                common = common_moves(self._known(first).events, self._known(second).events)
                return ComparisonView(first=self._debrief(first), second=self._debrief(second), common=common)
            case PathMap():
                ended = {attempt.number: attempt.play for attempt in self._attempts() if attempt.ended}
                routes = {
                    number: Route(play, visits(self._start(play), self._known(play).events))
                    for number, play in ended.items()
                }
                return path_map_view(self.scenario, routes)
        raise CourseError("play", "this is no part of a role-play", "Reload the page.")

    def _begun(self, command: BeginPlay) -> SandboxPlay:
        if command.seat not in {role.id for role in self.scenario.roles}:
            raise CourseError("seat", f"no role '{command.seat}' sits at this table", "Choose one of the roles shown.")
        return SandboxPlay(command.seat, command.play)

    def _with(self, name: str, play: SandboxPlay) -> "Sandbox":
        plays = {**self.plays, name: play}
        return replace(self, plays=dict(list(plays.items())[-MOST_PLAYS:]))

    def _known(self, play: str) -> SandboxPlay:
        if play not in self.plays:
            raise no_such_play()
        return self.plays[play]

    def _start(self, name: str) -> Play:
        known = self._known(name)
        seats = {known.seat: AUTHOR}
        begun = PlayBegun(scenario="", title=self.scenario.title, about=self.scenario.id, seats=seats, seed=known.seed)
        return begin(begun, self.scenario)

    def _play(self, name: str) -> Play:
        return replay(self._start(name), self._known(name).events)

    def _debrief(self, name: str) -> DebriefView:
        start, events = self._start(name), self._known(name).events
        return debrief(replay(start, events), self._known(name).seat, self.texts, name, film(start, events))

    def _attempts(self) -> list[Attempt]:
        numbers = {name: number for number, name in enumerate(self.plays, 1)}
        return [self._attempt(name, numbers) for name in self.plays]

    def _attempt(self, name: str, numbers: Mapping[str, int]) -> Attempt:
        known, play = self._known(name), self._play(name)
        ended = isinstance(play.here, End)
        return Attempt(
            play=name,
            scenario=self.scenario.id,
            title=self.scenario.title,
            seat=self.scenario.role(known.seat).name,
            begun="",
            changed="",
            moves=play.moves,
            ended=ended,
            decided=self.scenario.option(play.decided.option).name if play.decided else "",
            outcome=play.here.title if ended else "",
            source_play=known.source,
            source_moves=known.moves,
            number=numbers[name],
            source=numbers.get(known.source, 0),
        )
