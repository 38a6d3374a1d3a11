"""Handlers around a search for a plan: set it going, stop it, show how far it is and what came of it, take it along."""

import base64
import hashlib
import logging
import threading
from contextlib import suppress
from dataclasses import dataclass

from dlcourse.charts import drawing
from dlcourse.charts.plan import load
from dlcourse.course import plans
from dlcourse.course.desk import Heavy, ReadingDesk, look_up, set_going, shows
from dlcourse.course.host import traced
from dlcourse.course.plans import PLAN
from dlcourse.course.workshop import Work, Workshop
from dlcourse.domain.matching import STAGES, Wishes, as_list
from dlcourse.domain.outcome import Outcome, Progress, change
from dlcourse.domain.paper import PaperView
from dlcourse.domain.plan import BeginPlan, DropPlan, DropTeam, PlanFailed, PlanMade, PlanOf, StopPlan, Take
from dlcourse.domain.planned import GoneError, Made, PlanView, Running, Shown, Thread, no_such, thread
from dlcourse.domain.speech import Event
from dlcourse.domain.team import Team
from dlcourse.errors import CourseError
from dlcourse.store import Reading, Writing

_log = logging.getLogger(__name__)
SECONDS = 60.0
"""How long a search may take."""
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Job:
    """What to search for, as it was recorded; ``free`` is what the plan is compared with."""

    plan: str
    team: Team
    wishes: Wishes
    away: bool
    free: Outcome | None


@set_going.register
def _(command: BeginPlan, workshop: Workshop) -> None:
    """Search, unless the search has ended: a command may be sent again, also after a restart."""
    if job := workshop.store.read(lambda books: _job(books, workshop.person(books), command.plan)):
        workshop.begin(PLAN + command.plan, lambda work: _search(work, workshop, job))


@set_going.register
def _(command: StopPlan | DropPlan, workshop: Workshop) -> None:
    workshop.stop(PLAN + command.plan)


@set_going.register
def _(command: DropTeam, workshop: Workshop) -> None:
    found = workshop.store.read(lambda books: plans.plans_of(books, workshop.person(books), command.team))
    for kept, _ in found:
        workshop.stop(kept.stream)


@look_up.register
def _(query: PlanOf, desk: ReadingDesk) -> Heavy:
    stream = PLAN + query.plan
    one = thread(plans.mine(desk.books, desk.person, stream))
    (kept,) = (each for each in desk.books.streams(stream, desk.person) if each.stream == stream)
    members = plans.team_of(desk.books, desk.person, one.begun.team)
    team = plans.team_mark(desk, one.begun.team)
    made, wishes = plans.made_of(desk.books, one), plans.wishes_of(desk.books, one)
    away = _away(desk.books, one)
    free = _free(desk.books, desk.person, one.begun.beside)
    mark, running = plans.plan_mark(desk, kept, one), _running(desk.workshop.work(stream))
    there = _there(members, away)
    return Heavy(
        lambda: PlanView(
            mark=mark,
            team=team,
            members=there,
            wishes=wishes,
            away=away,
            running=running if mark.standing == "running" else None,
            fault=one.failed.what if one.failed else "",
            made=made,
            shown=_shown(there, made, wishes) if made and made.outcome.plan else None,
            beside=free,
        )
    )


@look_up.register
def _(query: Take, desk: ReadingDesk) -> Heavy:
    if query.form == "template":
        return Heavy(_template)
    one = thread(plans.mine(desk.books, desk.person, PLAN + query.plan))
    made = plans.made_of(desk.books, one)
    members = plans.team_of(desk.books, desk.person, one.begun.team)
    away = _away(desk.books, one)
    if made is None or made.outcome.plan is None:
        raise no_such("plan")
    return Heavy(lambda: _file(query.form, _there(members, away), made.outcome))


@shows("team")
def _(desk: ReadingDesk, stream: str) -> None:
    with suppress(GoneError):
        plans.team_of(desk.books, desk.person, stream.removeprefix(plans.TEAM))


@shows("plan")
def _(desk: ReadingDesk, stream: str) -> None:
    with suppress(GoneError):
        one = thread(plans.mine(desk.books, desk.person, stream))
        made, wishes = plans.made_of(desk.books, one), plans.wishes_of(desk.books, one)
        members = plans.team_of(desk.books, desk.person, one.begun.team)
        there = _there(members, _away(desk.books, one))
        wishes.check(members)
        if made:
            made.check(there, wishes)


def _job(books: Reading, person: str, plan: str) -> Job | None:
    """What is to be searched for; None where nothing is any more."""
    try:
        one = thread(plans.mine(books, person, PLAN + plan))
        members = plans.team_of(books, person, one.begun.team)
    except CourseError:
        return None
    if one.made or one.failed:
        return None
    there, free = _there(members, _away(books, one)), _free(books, person, one.begun.beside)
    return Job(plan, there, plans.wishes_of(books, one), one.begun.away, free)


def _search(work: Work, workshop: Workshop, job: Job) -> None:
    """Search and record what came of it, even where that is a fault of ours."""
    stream, texts = PLAN + job.plan, dict[str, str]()
    drawing.begin()
    threading.Thread(target=_compared, args=(job.team,), daemon=True).start()
    try:
        made = _solved(work, job)
        event: Event = PlanMade(words=f"{stream}/made", conflict=made.outcome.plan is None)
        texts = {f"{stream}/made": made.model_dump_json()}
    except Exception as error:  # noqa: BLE001 - whatever it is, the person hears of it
        _log.error("Searching for a plan: %s", traced(error))
        event = PlanFailed(what=error.what if isinstance(error, CourseError) else "something went wrong on our side")

    def record(books: Writing) -> None:
        person = workshop.person(books)
        with suppress(CourseError):  # it was removed or erased meanwhile, with all its names
            past = plans.mine(books, person, stream)
            plans.team_of(books, person, thread(past).begun.team)
            books.append(stream, len(past), f"{stream}/end", person, [event], texts)

    try:
        workshop.store.write(record)
    except CourseError as error:  # the course is being closed, or its disk is full: the plan counts as cut off
        _log.warning("A plan could not be kept: %s", error)


def _solved(work: Work, job: Job) -> Made:
    from dlcourse.engines.plan import cost, solve, solve_with_cost  # the solver, only where one solves

    told = work.advance, work.stopped
    if job.free is None:
        outcome, price = solve_with_cost(job.team, job.wishes, SECONDS, *told)
    else:
        outcome = solve(job.team, job.wishes, SECONDS, *told)
        price = change(job.free, outcome) if job.away else cost(job.free, outcome)
    return Made(outcome=outcome, change=None if price is None else tuple(price))


def _free(books: Reading, person: str, plan: str) -> Outcome | None:
    """The outcome that a plan is compared with; None where it was removed, or never was."""
    if not plan:
        return None
    try:
        made = plans.made_of(books, thread(plans.mine(books, person, PLAN + plan)))
    except CourseError:
        return None
    return made.outcome if made else None


def _running(work: Work | None) -> Running | None:
    if work is None:
        return None
    far = work.progress
    if not isinstance(far, Progress):
        return Running(waiting=True, stage=STAGES[0], found=False, seconds=0.0, limit=SECONDS)
    return Running(waiting=False, stage=far.stage, found=far.plan is not None, seconds=far.seconds, limit=SECONDS)


def _shown(team: Team, made: Made, wishes: Wishes) -> Shown:
    from dlcourse.domain.reasons import reasons  # only where a plan is shown

    plan = made.outcome.plan
    assert plan
    return Shown(
        reasons=reasons(team, plan, wishes),
        compared=_compared(team),
        load=load(team, plan),
    )


def _compared(team: Team) -> dict[str, tuple[int | float, ...]]:
    """The values of three plans that nobody thought about; a large team's random ones take a second, once."""
    from dlcourse.domain.greedy import compared

    digest = hashlib.sha256(team.model_dump_json().encode()).hexdigest()  # no name is kept in memory
    if digest not in _reckoned:
        _reckoned[digest] = {name: tuple(as_list(each)) for name, each in compared(team).items()}
    return _reckoned[digest]


_reckoned: dict[str, dict[str, tuple[int | float, ...]]] = {}


def _away(books: Reading, one: Thread) -> str:
    """Who is taken to be away; empty where nobody is."""
    return books.text(f"{one.begun.words}/away") or ""


def _there(team: Team, away: str) -> Team:
    """Who of the team is there."""
    return team.without(away) if away else team


def _template() -> PaperView:
    from dlcourse.content.team_template import template_xlsx  # workbooks, only where one is asked for

    return _taken("team.xlsx", WORKBOOK, template_xlsx())


def _file(form: str, team: Team, outcome: Outcome) -> PaperView:
    from dlcourse.exports.plan import plan_csv, plan_xlsx

    assert outcome.plan
    if form == "csv":
        return _taken("plan.csv", "text/csv", plan_csv(team, outcome.plan).encode("utf-8-sig"))
    return _taken("plan.xlsx", WORKBOOK, plan_xlsx(team, outcome.plan, outcome.stages))


def _taken(name: str, kind: str, content: bytes) -> PaperView:
    return PaperView(name=name, type=kind, content=base64.b64encode(content).decode())
