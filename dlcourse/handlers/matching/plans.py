"""Handlers of teams and plans: a stream for each team and each plan. All names are texts that belong to their owner.

The search starts after its command is recorded, in a separate process. Its result is recorded as an event.
"""

from functools import lru_cache
from pathlib import Path

from dlcourse.charts import drawing
from dlcourse.content.library import Library
from dlcourse.content.matching.samples import sample_folders
from dlcourse.content.matching.teams import TeamReading, read_files, read_team
from dlcourse.content.tables import MOST_BYTES
from dlcourse.domain.matching.plan_messages import (
    MOST_SEARCHES,
    MOST_WISHES,
    PLAN,
    TEAM,
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
    StopAsked,
    StopPlan,
    TakeSample,
    TeamBrought,
    TeamCheckView,
    TeamDropped,
    TeamFile,
    TeamOf,
    TeamProblem,
)
from dlcourse.domain.matching.plan_views import PlansView, Sample, TeamView, brought, thread
from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.exports.problem_list import MOST_SHOWN, problem_list
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.matching.plan_records import (
    all_plans,
    free_plan,
    mark_of,
    mine,
    plans_of,
    team_mark,
    team_of,
)
from dlcourse.handlers.registry import carry_out, look_up


def _brought_team(command: BringTeam, library: Library) -> Team:  # noqa: ARG001 (the files come with the command)
    reading = _read(command.files)
    if reading.team is None:
        first, more = reading.problems[0], len(reading.problems) - 1
        rest = f", and {more} more to fix" if more else ""
        raise CourseError(first.where, f"{first.message}{rest}", first.remedy)
    return reading.team


def _sample_team(command: TakeSample, library: Library) -> Team:
    folder = sample_folders(library).get(command.sample)
    team = read_team(folder).team if folder else None
    if team is None:
        raise CourseError("team", f"there is no sample '{command.sample}'", "Choose one from the list.")
    return team


@carry_out.after(_brought_team)
def bring_team(command: BringTeam, context: WriteContext, members: Team) -> Recorded:
    return _keep_team(context, command, members, command.name)


@carry_out.after(_sample_team)
def take_sample(command: TakeSample, context: WriteContext, members: Team) -> Recorded:
    return _keep_team(context, command, members, command.sample, command.sample)


@carry_out.register
def drop_team(command: DropTeam, context: WriteContext) -> Recorded:
    past = mine(context.transaction, context.person, TEAM + command.team)
    words = brought(past).words
    gone = [text for _, one in plans_of(context.transaction, context.person, command.team) for text in one.texts]
    context.transaction.drop_texts(context.person, [words, f"{words}/name", *gone])
    return context.transaction.append(TEAM + command.team, len(past), command.id, context.person, [TeamDropped()])


@carry_out.register
def begin_plan(command: BeginPlan, context: WriteContext) -> Recorded:
    members = team_of(context.transaction, context.person, command.team)
    if len(command.wishes.all) > MOST_WISHES:
        raise CourseError("wishes", f"more than {MOST_WISHES} are too many", "Take some of them away.")
    command.wishes.check(members)
    free = free_plan(context.transaction, context.person, command.team)
    if command.away:
        members.without(command.away)
        if not free:
            what = "there is no plan of the whole team to compare with"
            raise CourseError("plan", what, "Make one without wishes first.")
    if len(context.jobs.topics(PLAN)) >= MOST_SEARCHES:
        what = f"{MOST_SEARCHES} of your plans are being looked for already"
        raise CourseError("plan", what, "Wait until one is there, or stop one.")
    stream = PLAN + command.plan
    if context.transaction.events(stream):
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
    return context.transaction.append(stream, 0, command.id, context.person, [begun], texts)


@carry_out.register
def stop_plan(command: StopPlan, context: WriteContext) -> Recorded:
    return _append(context, command.plan, command.id, StopAsked())


@carry_out.register
def name_plan(command: NamePlan, context: WriteContext) -> Recorded:
    old = thread(mine(context.transaction, context.person, PLAN + command.plan)).name
    (words,) = command.texts()
    recorded = _append(context, command.plan, command.id, PlanNamed(words=words), command.texts())
    context.transaction.drop_texts(context.person, [old])
    return recorded


@carry_out.register
def drop_plan(command: DropPlan, context: WriteContext) -> Recorded:
    texts = thread(mine(context.transaction, context.person, PLAN + command.plan)).texts
    recorded = _append(context, command.plan, command.id, PlanDropped())
    context.transaction.drop_texts(context.person, texts)
    return recorded


@look_up.register
def show_check_team(query: CheckTeam, context: ReadContext) -> Heavy:  # noqa: ARG001 (nothing of the store is needed)
    return Heavy(lambda: _checked(_read(query.files)))


@look_up.register
def show_plans(query: Plans, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    drawing.begin()  # people who look at teams will soon look at a plan
    made = all_plans(context.transaction, context.person)
    found = (
        mark_of(context, kept.stream.removeprefix(TEAM), made)
        for kept in context.transaction.streams(TEAM, context.person)
    )
    teams = tuple(mark for mark in found if mark)
    samples = sample_folders(context.library)
    return Heavy(
        lambda: PlansView(teams=teams, samples=tuple(_sample(*each) for each in samples.items()), most_bytes=MOST_BYTES)
    )


@look_up.register
def show_team_of(query: TeamOf, context: ReadContext) -> TeamView:
    return TeamView(mark=team_mark(context, query.team), team=team_of(context.transaction, context.person, query.team))


def _keep_team(
    context: WriteContext, command: BringTeam | TakeSample, members: Team, name: str, sample: str = ""
) -> Recorded:
    stream = TEAM + command.team
    if context.transaction.events(stream):
        raise CourseError("team", "one of this id is there already", "Reload the page, then bring it again.")
    sizes = {"people": len(members.people), "work": len(members.work), "skills": len(members.skills)}
    texts = {stream: members.model_dump_json(), f"{stream}/name": name}
    came = TeamBrought(words=stream, sample=sample, **sizes)
    return context.transaction.append(stream, 0, command.id, context.person, [came], texts)


def _append(
    context: WriteContext, plan: str, command: str, event: Event, texts: dict[str, str] | None = None
) -> Recorded:
    """Add an event to a plan of this person that was not removed."""
    past = mine(context.transaction, context.person, PLAN + plan)
    thread(past)
    return context.transaction.append(PLAN + plan, len(past), command, context.person, [event], texts or {})


def _read(files: tuple[TeamFile, ...]) -> TeamReading:
    return read_files({each.name: each.content for each in files})


def _checked(reading: TeamReading) -> TeamCheckView:
    shown = reading.problems[:MOST_SHOWN]
    return TeamCheckView(
        problems=tuple(TeamProblem(**problem.model_dump()) for problem in shown),
        more=len(reading.problems) - len(shown),
        listing=problem_list(reading.problems),
        notes=tuple(map(str, reading.notes)),
    )


def _sample(name: str, folder: Path) -> Sample:
    return _sized(name, folder, max(file.stat().st_mtime_ns for file in folder.iterdir()))


@lru_cache(maxsize=32)
def _sized(name: str, folder: Path, changed: int) -> Sample:  # noqa: ARG001 (it makes an edited folder new)
    team = read_team(folder).team
    assert team
    return Sample(id=name, people=len(team.people), work=len(team.work))
