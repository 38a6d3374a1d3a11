"""Where a person starts: who they are, and a readiness self-check that gives a profile in words, never a grade."""

from collections.abc import Iterable, Mapping

from pydantic import Field

from dlcourse.domain.chart import Chart
from dlcourse.domain.speech import Command, Event, Query, Value, View
from dlcourse.errors import CourseError

SHORT, LONG = 200, 2000
"""The most characters of a name or role, and of the words about what somebody leads."""


class Statement(Value):
    """Something that can be observed at a workplace, to be rated on the scale."""

    id: str
    text: str
    principles: tuple[str, ...]


class Bands(Value):
    """What a group's mean says in words: below 2.5, up to 3.5, and above."""

    low: str
    middle: str
    high: str


class TakenUp(Value):
    """Which sessions take up a group's subject, and how one of them does."""

    sessions: tuple[str, ...]
    say: str


class StatementGroup(Value):
    """Statements about one group of principles."""

    id: str
    name: str
    principles: tuple[str, ...]
    items: tuple[Statement, ...]
    profile: Bands
    taken_up: TakenUp


class ScaleStep(Value):
    """A step of the scale, from 1 to 5, with its word."""

    step: int
    word: str


class SelfCheck(Value):
    """The readiness self-check as its author wrote it: the question, the scale of five steps, the groups."""

    id: str
    title: str
    ask: str
    note: str
    scale: tuple[ScaleStep, ...] = Field(min_length=5, max_length=5)
    skip: str
    unseen: str
    groups: tuple[StatementGroup, ...]


class Introduce(Command):
    """Say who I am. Everything may stay empty and can be changed later."""

    name: str = Field(default="", max_length=SHORT)
    role: str = Field(default="", max_length=SHORT)
    leads: str = Field(default="", max_length=LONG)

    def texts(self) -> dict[str, str]:
        """The three answers."""
        parts = {"name": self.name, "role": self.role, "leads": self.leads}
        return {f"{self.id}/{part}": words for part, words in parts.items()}


class Rate(Command):
    """Rate a statement 1 to 5, or 0 if I could not observe it, in the ``round`` at the start (1) or the end (2)."""

    check: str
    statement: str
    level: int = Field(ge=0, le=5)
    round: int = Field(default=1, ge=1, le=2)


class Introduction(Query):
    """Who I said I am."""


class Check(Query):
    """My self-check in one round."""

    check: str
    round: int = Field(default=1, ge=1, le=2)


class Introduced(Event):
    """A person said who they are; the words are under ``words`` + ``/name``, ``/role`` and ``/leads``."""

    words: str


class Rated(Event):
    """A statement was rated; 0 means that it could not be observed."""

    check: str
    round: int
    statement: str
    level: int


class IntroductionView(View):
    """Who I am. All is empty until I have said something; then ``said`` is True."""

    said: bool
    name: str = ""
    role: str = ""
    leads: str = ""


class RatedStatement(Value):
    """A statement and its level: None until it is rated, 0 if it could not be observed."""

    id: str
    text: str
    level: int | None


class GroupProfile(Value):
    """A group and its ratings. ``mean`` (1 to 5) and its words are there once all statements have an answer.

    ``mean`` is None if fewer than two statements could be observed; ``says`` then asks who could observe them.
    """

    id: str
    name: str
    statements: tuple[RatedStatement, ...]
    complete: bool
    mean: float | None
    says: str
    taken_up: str
    sessions: tuple[str, ...]


class CheckView(View):
    """The self-check so far; never a grade, never a sum over groups.

    ``chart`` draws the means of the groups. It is there only where a page shows it.
    """

    check: str
    round: int
    title: str
    ask: str
    note: str
    scale: tuple[ScaleStep, ...]
    skip: str
    answered: int
    all: int
    groups: tuple[GroupProfile, ...]
    chart: Chart | None = None


def rate(command: Rate, check: SelfCheck) -> Rated:
    """Record a rating; `CourseError` if the statement is not in the self-check."""
    if command.statement not in statements(check):
        raise CourseError("self-check", "there is no such statement", "Reload the page.")
    return Rated(check=check.id, round=command.round, statement=command.statement, level=command.level)


def statements(check: SelfCheck) -> set[str]:
    """The ids of all its statements."""
    return {statement.id for group in check.groups for statement in group.items}


def levels_of(past: Iterable[Event], check: str, round_: int = 1) -> dict[str, int]:
    """The newest level of each statement in a round."""
    mine = [event for event in past if isinstance(event, Rated) and (event.check, event.round) == (check, round_)]
    return {event.statement: event.level for event in mine}


def check_view(check: SelfCheck, levels: Mapping[str, int], round_: int = 1) -> CheckView:
    """The self-check with these levels of the round."""
    return CheckView(
        check=check.id,
        round=round_,
        title=check.title,
        ask=check.ask,
        note=check.note,
        scale=check.scale,
        skip=check.skip,
        answered=len(statements(check) & levels.keys()),
        all=len(statements(check)),
        groups=tuple(_group(group, levels, check.unseen) for group in check.groups),
    )


def _group(group: StatementGroup, levels: Mapping[str, int], unseen: str) -> GroupProfile:
    rated = tuple(RatedStatement(id=each.id, text=each.text, level=levels.get(each.id)) for each in group.items)
    seen = [statement.level for statement in rated if statement.level]
    complete = all(statement.level is not None for statement in rated)
    mean = sum(seen) / len(seen) if complete and len(seen) > 1 else None
    return GroupProfile(
        id=group.id,
        name=group.name,
        statements=rated,
        complete=complete,
        mean=mean,
        says=(_band(group.profile, mean) if mean is not None else unseen) if complete else "",
        taken_up=group.taken_up.say,
        sessions=group.taken_up.sessions,
    )


def _band(bands: Bands, mean: float) -> str:
    return bands.low if mean < 2.5 else bands.middle if mean <= 3.5 else bands.high
