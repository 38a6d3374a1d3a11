"""A person at a course: sends commands with new ids, and gets views of the right type."""

from itertools import count
from typing import Any, TypeVar

from dlcourse.domain.curriculum.progress import Home, HomeView
from dlcourse.domain.inquiry.messages import WritePart
from dlcourse.domain.inquiry.parts import fields_of
from dlcourse.domain.responsibility.messages import ShareOut, TryStrain
from dlcourse.domain.roleplay.attempts import Attempt, Attempts, AttemptsView
from dlcourse.domain.roleplay.debrief import ComparisonView, DebriefView
from dlcourse.domain.roleplay.messages import (
    BeginPlay,
    BranchPlay,
    CloseTalk,
    Compare,
    Debrief,
    MakeChoice,
    StatePreference,
    Table,
)
from dlcourse.domain.roleplay.table import TableView
from dlcourse.domain.speech import Command, Course, Recorded, View
from dlcourse.domain.worked_example.mending import Mending, MendingView, MendLine
from tests.ids import new_id

V = TypeVar("V", bound=View)
GAP = "the-reading-gap"

STORY = """\
id: two-doors
title: Two doors
summary: A choice.
minutes: 5
principles: [P2]
source: original
setting: Two doors.
roles:
  - {id: guest, name: Guest, about: Waits., decides: true}
start: hall
scenes:
  - id: hall
    kind: choice
    text: Which one?
    choices:
      - {id: left, text: The left one, principles: [P2], feedback: It was locked., leads_to: hall}
      - {id: right, text: The right one, principles: [P2], feedback: It was open., leads_to: out}
  - {id: out, kind: end, title: Outside, text: You are out.}
debrief:
  - {ask: Why?, principles: [P2]}
"""
"""A scenario that a person might have written."""


class Person:
    """A person who uses the course. ``last`` is the last command that was sent."""

    def __init__(self, course: Course) -> None:
        """Use this course."""
        self.course, self._plays = course, count(1)
        self.last: Command | None = None

    def do(self, kind: type[Command], /, **parts: Any) -> Recorded:
        """Send a command with a new id."""
        self.last = kind(id=new_id(), **parts)
        return self.course.do(self.last)

    def begin(self, scenario: str = GAP, seat: str = "principal") -> str:
        """Begin a new play; returns its id."""
        play = new_id()
        self.do(BeginPlay, play=play, scenario=scenario, seat=seat)
        return play

    def talk(self, scenario: str = GAP, seat: str = "principal") -> str:
        """Begin a new play and state a first preference; returns the play's id."""
        play = self.begin(scenario, seat)
        self.do(StatePreference, play=play, option=self.table(play).options[0].id)
        return play

    def whole_play(self, scenario: str = GAP, seat: str = "teacher") -> str:
        """Play the fewest moves to an end, as a role that does not decide; returns the play's id."""
        play = self.talk(scenario, seat)
        self.do(CloseTalk, play=play, option=self.table(play).options[0].id)
        self.go_on(play)
        return play

    def go_on(self, play: str) -> None:
        """Choose the last way at each crossroads until the end."""
        while (table := self.table(play)).stage == "choose":
            self.do(MakeChoice, play=play, scene=table.passages[-1].scene, choice=table.choices[-1].id)

    def write_part(self, part: str) -> None:
        """Add a session's part to the problem of practice, for the first time."""
        self.do(WritePart, part=part, after=0, answers={fields_of(part)[0]: "Too few write on."})

    def finish_reading_gap(self) -> None:
        """Do everything that makes session 03 done."""
        self.whole_play()
        self.write_part("03-the-reading-gap")

    def mend(self, example: str) -> None:
        """Mend a worked example, line by line, by trying each way of putting a line."""
        for line in _of(MendingView, self.course.see(Mending(exercise=example))).lines:
            for choice in line.choices:
                self.do(MendLine, exercise=example, line=line.id, choice=choice.id)
                if self._is_mended(example, line.id):
                    break

    def _is_mended(self, example: str, line: str) -> bool:
        lines = _of(MendingView, self.course.see(Mending(exercise=example))).lines
        return next(each.mended for each in lines if each.id == line)

    def share_out(self) -> None:
        """Do what session 05 asks besides the network: mend a map, and share out something and put it to the test."""
        self.mend("mend-the-map")
        self.do(ShareOut, share=new_id(), after=0, what="Reading", leads="Ana", answers="Ana")
        self.do(TryStrain, kind="away", who="Ana", expect="Everything")

    def branch(self, source: str, moves: int) -> str:
        """Branch off somewhere in a play; returns the new play's id."""
        play = new_id()
        self.do(BranchPlay, play=play, source=source, moves=moves)
        return play

    def table(self, play: str) -> TableView:
        """The table of a play."""
        return _of(TableView, self.course.see(Table(play=play)))

    def debrief(self, play: str) -> DebriefView:
        """The debrief of a play."""
        return _of(DebriefView, self.course.see(Debrief(play=play)))

    def compare(self, first: str, second: str) -> ComparisonView:
        """Two plays side by side."""
        return _of(ComparisonView, self.course.see(Compare(first=first, second=second)))

    def attempts(self, scenario: str = GAP) -> tuple[Attempt, ...]:
        """The person's plays of a scenario."""
        return _of(AttemptsView, self.course.see(Attempts(scenario=scenario))).attempts

    def home(self) -> HomeView:
        """The home page."""
        return _of(HomeView, self.course.see(Home()))


def _of(kind: type[V], view: View) -> V:
    assert isinstance(view, kind)
    return view
