"""Handlers of teams and plans: a stream for each team and each plan, all names in texts of their owner.

Searching is set going after its command is recorded, in a process of its own; what comes of it is recorded as an event.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from dlcourse.charts import drawing
from dlcourse.content.library import Library
from dlcourse.content.tables import MOST_BYTES
from dlcourse.content.teams import Reading as TeamReading
from dlcourse.content.teams import read_files, read_team
from dlcourse.course.desk import Heavy, ReadingDesk, WritingDesk, carry_out, look_up, make_ready
from dlcourse.course.plans import PLAN, TEAM, all_plans, free_plan, mark_of, mine, plans_of, team_mark, team_of
from dlcourse.domain.plan import (
    MOST_SEARCHES,
    MOST_WISHES,
    BeginPlan,
    BringTeam,
    CheckTeam,
    DropPlan,
    DropTeam,
    NamePlan,
    PlanBegun,
    PlanDropped,
    PlanNamed,
    Plans,
    Problem,
    StopAsked,
    StopPlan,
    TakeSample,
    TeamBrought,
    TeamCheckView,
    TeamDropped,
    TeamFile,
    TeamOf,
)
from dlcourse.domain.planned import (
    PlansView,
    Sample,
    TeamView,
    brought,
    thread,
)
from dlcourse.domain.speech import Event, Recorded
from dlcourse.domain.team import Team
from dlcourse.errors import CourseError


@make_ready.register
def _(command: BringTeam, library: Library) -> Team:  # noqa: ARG001 (the files come with the command)
    reading = _read(command.files)
    if reading.team is None:
        first, more = reading.problems[0], len(reading.problems) - 1
        rest = f", and {more} more to mend" if more else ""
        raise CourseError(first.where, f"{first.message}{rest}", first.remedy)
    return reading.team


@make_ready.register
def _(command: TakeSample, library: Library) -> Team:
    folder = library.samples().get(command.sample)
    team = read_team(folder).team if folder else None
    if team is None:
        raise CourseError("team", f"there is no sample '{command.sample}'", "Choose one from the list.")
    return team


@carry_out.register
def _(command: BringTeam, desk: WritingDesk) -> Recorded:
    return _keep_team(desk, command.id, command.team, command.name, "")


@carry_out.register
def _(command: TakeSample, desk: WritingDesk) -> Recorded:
    return _keep_team(desk, command.id, command.team, command.sample, command.sample)


@carry_out.register
def _(command: DropTeam, desk: WritingDesk) -> Recorded:
    past = mine(desk.books, desk.person, TEAM + command.team)
    words = brought(past).words
    gone = [text for _, one in plans_of(desk.books, desk.person, command.team) for text in one.texts]
    desk.books.drop_texts(desk.person, [words, f"{words}/name", *gone])
    return desk.books.append(TEAM + command.team, len(past), command.id, desk.person, [TeamDropped()])


@carry_out.register
def _(command: BeginPlan, desk: WritingDesk) -> Recorded:
    members = team_of(desk.books, desk.person, command.team)
    if len(command.wishes.all) > MOST_WISHES:
        raise CourseError("wishes", f"more than {MOST_WISHES} are too many", "Take some of them away.")
    command.wishes.check(members)
    free = free_plan(desk.books, desk.person, command.team)
    if command.away:
        members.without(command.away)
        if not free:
            what = "there is no plan of the whole team to compare with"
            raise CourseError("plan", what, "Make one without wishes first.")
    if len(desk.workshop.topics(PLAN)) >= MOST_SEARCHES:
        what = f"{MOST_SEARCHES} of your plans are being looked for already"
        raise CourseError("plan", what, "Wait until one is there, or stop one.")
    stream = PLAN + command.plan
    if desk.books.events(stream):
        raise CourseError("plan", "one of this id has begun already", "Reload the page, then begin another.")
    begun = PlanBegun(
        team=command.team,
        words=stream,
        wishes=len(command.wishes.all),
        away=bool(command.away),
        beside=free if command.away or command.wishes.all else "",
    )
    texts = {
        stream: command.wishes.model_dump_json(),
        f"{stream}/name": command.name,
        f"{stream}/away": command.away,
    }
    return desk.books.append(stream, 0, command.id, desk.person, [begun], texts)


@carry_out.register
def _(command: StopPlan, desk: WritingDesk) -> Recorded:
    return _append(desk, command.plan, command.id, StopAsked())


@carry_out.register
def _(command: NamePlan, desk: WritingDesk) -> Recorded:
    old = thread(mine(desk.books, desk.person, PLAN + command.plan)).name
    (words,) = command.texts()
    recorded = _append(desk, command.plan, command.id, PlanNamed(words=words), command.texts())
    desk.books.drop_texts(desk.person, [old])
    return recorded


@carry_out.register
def _(command: DropPlan, desk: WritingDesk) -> Recorded:
    texts = thread(mine(desk.books, desk.person, PLAN + command.plan)).texts
    recorded = _append(desk, command.plan, command.id, PlanDropped())
    desk.books.drop_texts(desk.person, texts)
    return recorded


@look_up.register
def _(query: CheckTeam, desk: ReadingDesk) -> Heavy:  # noqa: ARG001 (nothing of the store is needed)
    return Heavy(lambda: TeamCheckView(problems=tuple(_told(_read(query.files)))))


@look_up.register
def _(query: Plans, desk: ReadingDesk) -> Heavy:  # noqa: ARG001 (a query without parts)
    drawing.begin()  # whoever looks at teams will look at a plan
    made = all_plans(desk.books, desk.person)
    found = (mark_of(desk, kept.stream.removeprefix(TEAM), made) for kept in desk.books.streams(TEAM, desk.person))
    teams = tuple(mark for mark in found if mark)
    samples = desk.library.samples()
    return Heavy(
        lambda: PlansView(teams=teams, samples=tuple(_sample(*each) for each in samples.items()), most_bytes=MOST_BYTES)
    )


@look_up.register
def _(query: TeamOf, desk: ReadingDesk) -> TeamView:
    return TeamView(mark=team_mark(desk, query.team), team=team_of(desk.books, desk.person, query.team))


def _keep_team(desk: WritingDesk, command: str, team: str, name: str, sample: str) -> Recorded:
    members, stream = desk.ready, TEAM + team
    assert isinstance(members, Team)
    if desk.books.events(stream):
        raise CourseError("team", "one of this id is there already", "Reload the page, then bring it again.")
    sizes = {"people": len(members.people), "work": len(members.work), "skills": len(members.skills)}
    texts = {stream: members.model_dump_json(), f"{stream}/name": name}
    came = TeamBrought(words=stream, sample=sample, **sizes)
    return desk.books.append(stream, 0, command, desk.person, [came], texts)


def _append(desk: WritingDesk, plan: str, command: str, event: Event, texts: dict[str, str] | None = None) -> Recorded:
    """Add to a plan of this person's that is still there."""
    past = mine(desk.books, desk.person, PLAN + plan)
    thread(past)
    return desk.books.append(PLAN + plan, len(past), command, desk.person, [event], texts or {})


def _read(files: tuple[TeamFile, ...]) -> TeamReading:
    return read_files({each.name: each.content for each in files})


def _told(reading: TeamReading) -> Iterable[Problem]:
    return (Problem(**problem.model_dump()) for problem in reading.problems)


def _sample(name: str, folder: Path) -> Sample:
    return _sized(name, folder, max(file.stat().st_mtime_ns for file in folder.iterdir()))


@lru_cache(maxsize=32)
def _sized(name: str, folder: Path, changed: int) -> Sample:  # noqa: ARG001 (it makes an edited folder new)
    team = read_team(folder).team
    assert team
    return Sample(id=name, people=len(team.people), work=len(team.work))
