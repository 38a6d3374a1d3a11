"""Handlers of plans, and of the list of teams: a stream for each plan. All names are texts that belong to their owner.

The search starts after its command is recorded, in a separate process. Its result is recorded as an event.
"""

from functools import lru_cache
from pathlib import Path

from dlcourse.content.matching.samples import sample_folders
from dlcourse.content.matching.teams import read_team
from dlcourse.content.tables import MOST_BYTES
from dlcourse.domain.matching.plan_messages import (
    MOST_SEARCHES,
    MOST_WISHES,
    PLAN,
    TEAM,
    BeginPlan,
    DropPlan,
    NamePlan,
    PlanBegun,
    PlanDropped,
    PlanNamed,
    Plans,
    StopAsked,
    StopPlan,
)
from dlcourse.domain.matching.plan_views import PlansView, Sample, Thread, brought, thread
from dlcourse.domain.speech import Event, Recorded
from dlcourse.errors import CourseError
from dlcourse.handlers.context import Heavy, ReadContext, WriteContext
from dlcourse.handlers.matching.plan_records import (
    all_plans,
    free_plan,
    mark_of,
    mine,
    plans_of,
    team_of,
)
from dlcourse.handlers.registry import carry_out, look_up


@carry_out.register
def begin_plan(command: BeginPlan, context: WriteContext) -> Recorded:
    team = brought(mine(context.transaction, context.person, TEAM + command.team))
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
    context.jobs.refuse_if_full()
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
        members=team.words,
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
    one = thread(mine(context.transaction, context.person, PLAN + command.plan))
    recorded = _append(context, command.plan, command.id, PlanDropped())
    context.transaction.drop_texts(context.person, [*one.texts, *_unused(context, one)])
    return recorded


@look_up.register
def show_plans(query: Plans, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
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


def _unused(context: WriteContext, one: Thread) -> set[str]:
    """The team that a plan was made with, if it was corrected since and no other plan was made with it."""
    now = brought(mine(context.transaction, context.person, TEAM + one.begun.team)).words
    others = {other.members for _, other in plans_of(context.transaction, context.person, one.begun.team)}
    return {one.members} - {now} - others


def _append(
    context: WriteContext, plan: str, command: str, event: Event, texts: dict[str, str] | None = None
) -> Recorded:
    """Add an event to a plan of this person that was not removed."""
    past = mine(context.transaction, context.person, PLAN + plan)
    thread(past)
    return context.transaction.append(PLAN + plan, len(past), command, context.person, [event], texts or {})


def _sample(name: str, folder: Path) -> Sample:
    return _sized(name, folder, max(file.stat().st_mtime_ns for file in folder.iterdir()))


@lru_cache(maxsize=32)
def _sized(name: str, folder: Path, changed: int) -> Sample:  # noqa: ARG001 (it makes an edited folder new)
    team = read_team(folder).team
    assert team
    return Sample(id=name, people=len(team.people), work=len(team.work))
