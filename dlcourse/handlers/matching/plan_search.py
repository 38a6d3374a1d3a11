"""Handlers of the search for a plan: they start it, stop it, and show its progress and its result."""

import hashlib
import logging
import threading
from contextlib import suppress
from dataclasses import dataclass

from dlcourse.charts.matching.load import load
from dlcourse.domain.matching.outcome import Outcome, Progress, change
from dlcourse.domain.matching.plan import STAGES, Wishes, as_list
from dlcourse.domain.matching.plan_messages import (
    PLAN,
    TEAM,
    BeginPlan,
    DropPlan,
    DropTeam,
    PlanFailed,
    PlanMade,
    PlanOf,
    StopPlan,
)
from dlcourse.domain.matching.plan_views import (
    GoneError,
    Made,
    PlanDetails,
    PlanView,
    SearchProgress,
    brought,
    thread,
)
from dlcourse.domain.matching.team import Team
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError, traceback_text
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.fold_cache import FoldCache
from dlcourse.handlers.jobs import Job, Jobs
from dlcourse.handlers.matching import plan_records
from dlcourse.handlers.registry import look_up, start_jobs, stream_check
from dlcourse.store import ReadTransaction, WriteTransaction
from dlcourse.work_process import computed

_log = logging.getLogger(__name__)
SECONDS = 60.0
"""How long a search may take."""


@dataclass(frozen=True)
class SearchJob:
    """What to search for, as it was recorded. ``free`` is the plan to compare the result with."""

    plan: str
    team: Team
    wishes: Wishes
    away: bool
    free: Outcome | None


@start_jobs.register
def _begin_plan(command: BeginPlan, jobs: Jobs) -> None:
    """Start the search unless it has ended. A command may be sent again, even after a restart."""
    if job := jobs.store.read(lambda transaction: _job(transaction, jobs.person(transaction), command.plan)):
        jobs.begin(PLAN + command.plan, lambda work: _search(work, jobs, job))


@start_jobs.register
def _stop_plan_or_drop_plan(command: StopPlan | DropPlan, jobs: Jobs) -> None:
    jobs.stop(PLAN + command.plan)


@start_jobs.register
def _drop_team(command: DropTeam, jobs: Jobs) -> None:
    found = jobs.store.read(
        lambda transaction: plan_records.plans_of(transaction, jobs.person(transaction), command.team)
    )
    for kept, _ in found:
        jobs.stop(kept.stream)


@look_up.register
def show_plan_of(query: PlanOf, context: ReadContext) -> Heavy:
    stream = PLAN + query.plan
    one = thread(plan_records.mine(context.transaction, context.person, stream))
    (kept,) = (each for each in context.transaction.streams(stream, context.person) if each.stream == stream)
    members = plan_records.members_of(context.transaction, one)
    team = plan_records.team_mark(context, one.begun.team)
    now = plan_records.team_of(context.transaction, context.person, one.begun.team)
    words = brought(plan_records.mine(context.transaction, context.person, TEAM + one.begun.team)).words
    made, wishes = plan_records.made_of(context.transaction, one), plan_records.wishes_of(context.transaction, one)
    away = plan_records.away_of(context.transaction, one)
    free = _free(context.transaction, context.person, one.begun.beside)
    mark, running = plan_records.plan_mark(context, kept, one), _running(context.jobs.work(stream))
    there = plan_records.those_there(members, away)
    return Heavy(
        lambda: PlanView(
            mark=mark,
            team=team,
            members=there,
            now=now,
            earlier=one.members != words,
            wishes=wishes,
            away=away,
            running=running if mark.standing == "running" else None,
            fault=one.failed.what if one.failed else "",
            made=made,
            shown=_shown(there, made, wishes) if made and made.outcome.plan else None,
            beside=free,
        )
    )


@stream_check("team")
def check_team(context: ReadContext, stream: str) -> None:
    with suppress(GoneError):
        plan_records.team_of(context.transaction, context.person, stream.removeprefix(TEAM))


@stream_check("plan")
def check_plan(context: ReadContext, stream: str) -> None:
    with suppress(GoneError):
        one = thread(plan_records.mine(context.transaction, context.person, stream))
        made, wishes = plan_records.made_of(context.transaction, one), plan_records.wishes_of(context.transaction, one)
        members = plan_records.members_of(context.transaction, one)
        there = plan_records.those_there(members, plan_records.away_of(context.transaction, one))
        wishes.check(members)
        if made:
            made.check(there, wishes)


def _job(transaction: ReadTransaction, person: str, plan: str) -> SearchJob | None:
    """What to search for; None if there is nothing left to search for."""
    try:
        one = thread(plan_records.mine(transaction, person, PLAN + plan))
        members = plan_records.members_of(transaction, one)
    except CourseError:
        return None
    if one.made or one.failed:
        return None
    there, free = (
        plan_records.those_there(members, plan_records.away_of(transaction, one)),
        _free(transaction, person, one.begun.beside),
    )
    return SearchJob(plan, there, plan_records.wishes_of(transaction, one), one.begun.away, free)


def _search(work: Job, jobs: Jobs, job: SearchJob) -> None:
    """Search and record the result, even if the result is a fault of ours."""
    stream, texts = PLAN + job.plan, dict[str, str]()
    threading.Thread(target=_compared, args=(job.team,), daemon=True).start()
    try:
        made = _solved(work, job)
        event: Event = PlanMade(words=f"{stream}/made", conflict=made.outcome.plan is None)
        texts = {f"{stream}/made": made.model_dump_json()}
    except Exception as error:  # noqa: BLE001 - whatever it is, the person hears of it
        _log.error("Searching for a plan: %s", traceback_text(error))
        event = PlanFailed(what=error.what if isinstance(error, CourseError) else "something went wrong on our side")

    def record(transaction: WriteTransaction) -> None:
        person = jobs.person(transaction)
        with suppress(CourseError):  # it was removed or erased meanwhile, with all its names
            past = plan_records.mine(transaction, person, stream)
            plan_records.members_of(transaction, thread(past))
            transaction.append(stream, len(past), f"{stream}/end", person, [event], texts)

    try:
        jobs.store.write(record)
    except CourseError as error:  # the course is closing, or its disk is full: the plan counts as interrupted
        _log.warning("A plan could not be kept: %s", error)


def _solved(work: Job, job: SearchJob) -> Made:
    from dlcourse.engines.matching.solver import cost, solve, solve_with_cost  # the solver is loaded only here

    told = work.advance, work.stopped
    if job.free is None:
        outcome, price = solve_with_cost(job.team, job.wishes, SECONDS, *told)
    else:
        outcome = solve(job.team, job.wishes, SECONDS, *told)
        price = change(job.free, outcome) if job.away else cost(job.free, outcome)
    return Made(outcome=outcome, change=None if price is None else tuple(price))


def _free(transaction: ReadTransaction, person: str, plan: str) -> Outcome | None:
    """The result that a plan is compared with; None if it was removed or never existed."""
    if not plan:
        return None
    try:
        made = plan_records.made_of(transaction, thread(plan_records.mine(transaction, person, PLAN + plan)))
    except CourseError:
        return None
    return made.outcome if made else None


def _running(work: Job | None) -> SearchProgress | None:
    if work is None:
        return None
    far = work.progress
    if not isinstance(far, Progress):
        return SearchProgress(waiting=True, stage=STAGES[0], found=False, seconds=0.0, limit=SECONDS)
    return SearchProgress(
        waiting=False, stage=far.stage, found=far.plan is not None, seconds=far.seconds, limit=SECONDS
    )


def _shown(team: Team, made: Made, wishes: Wishes) -> PlanDetails:
    from dlcourse.domain.matching.reasons import reasons  # only needed if a plan is shown

    plan = made.outcome.plan
    assert plan
    return PlanDetails(
        reasons=reasons(team, plan, wishes),
        compared=_compared(team),
        load=load(team, plan),
    )


def _compared(team: Team) -> dict[str, tuple[int | float, ...]]:
    """The values of the three baseline plans. For a large team the random ones take a second, once."""
    digest = hashlib.sha256(team.model_dump_json().encode()).hexdigest()  # no name stays in memory
    found: dict[str, tuple[int | float, ...]] = _baselines.get(digest, 0, lambda: _baselines_of(team))
    return found


def _baselines_of(team: Team) -> dict[str, tuple[int | float, ...]]:
    from dlcourse.domain.matching.baselines import compared

    return {name: tuple(as_list(each)) for name, each in computed(compared, team).items()}


_baselines: FoldCache[dict[str, tuple[int | float, ...]]] = FoldCache()
"""The values of the baseline plans, by the digest of the team."""
