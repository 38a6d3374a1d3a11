"""Several people at one table; the events are kept, as a store would keep them."""

from collections.abc import Callable, Iterable
from typing import Any

from dlcourse.domain.roleplay.messages import Move, PlayBegun
from dlcourse.domain.roleplay.moves import move
from dlcourse.domain.roleplay.play import begin, replay
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.table import TableView, table_for
from dlcourse.domain.speech import Command, Event


class Together:
    """A table at which some roles are people's and the others are scripted."""

    def __init__(self, scenario: Scenario, seats: Iterable[str], seed: str = "seed") -> None:
        """Set the table; the person in a seat is called after its role."""
        self.seats = tuple(seats)
        people = {seat: f"person-{seat}" for seat in self.seats}
        self.scenario = scenario
        self.begun = PlayBegun(scenario="kept", title="", about=scenario.id, seats=people, seed=seed)
        self.start = self.play = begin(self.begun, scenario)
        self.events: list[Event] = []

    def do(self, seat: str, kind: Callable[..., Move], **parts: Any) -> tuple[Event, ...]:
        """Make a move of a seat and return what happened; a `CourseError` where it is refused."""
        return self.say(seat, kind(id=f"command-{len(self.events)}", play="play", **parts))

    def say(self, seat: str, command: Command) -> tuple[Event, ...]:
        """Make the move of a command, if it is one."""
        happened = move(command, self.play, seat)  # type: ignore[arg-type]
        self.events += happened
        self.play = replay(self.play, happened)
        return happened

    def leave(self, seat: str) -> None:
        """Let the person in a seat be erased."""
        people = dict(self.begun.seats) | {seat: f"erased-{seat}"}
        self.begun = self.begun.model_copy(update={"seats": people})
        self.start = begin(self.begun, self.scenario)
        self.play = replay(self.start, self.events)

    def view(self, seat: str) -> TableView:
        """Return what a seat sees."""
        return table_for(self.play, seat, {}, "play")

    def stages(self) -> dict[str, str]:
        """Return the stage that each person is in."""
        return {seat: self.view(seat).stage for seat in self.seats}
