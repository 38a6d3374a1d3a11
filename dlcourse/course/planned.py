"""Handlers around a search for a plan: set it going, stop it, show how far it is and what came of it, take it along."""

import base64
import threading
from functools import lru_cache

from dlcourse.course import plans
from dlcourse.course.desk import Heavy, ReadingDesk, look_up, set_going
from dlcourse.course.plans import PLAN
from dlcourse.course.workshop import Work, Workshop
from dlcourse.domain.matching import STAGES, Wishes, as_list
from dlcourse.domain.outcome import Outcome, Progress, change
from dlcourse.domain.plan import BeginPlan, DropPlan, DropTeam, PlanFailed, PlanMade, PlanOf, StopPlan, Take, TakenView
from dlcourse.domain.planned import Made, PlanView, Running, Shown, no_such, thread
from dlcourse.domain.speech import Event
from dlcourse.domain.team import Team
from dlcourse.errors import CourseError
from dlcourse.store import Reading, Writing

SECONDS = 60.0
"""How long a search may take."""
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@set_going.register
def _(command: BeginPlan, workshop: Workshop) -> None:
    """Search, unless the search has ended: a command may be sent again after a restart."""
    stream, person = PLAN + command.plan, workshop.person

    def job(books: Reading) -> tuple[Team, Outcome | None] | None:
        one = thread(plans.mine(books, person, stream))
        if one.made or one.failed:
            return None
        return plans.team_of(books, person, one.begun.team), _free(books, person, one.begun.beside)

    if found := workshop.store.read(job):
        team, free = found
        workshop.begin(stream, lambda work: _search(work, workshop, command, team, free))


@set_going.register
def _(command: StopPlan | DropPlan, workshop: Workshop) -> None:
    workshop.stop(PLAN + command.plan)


@set_going.register
def _(command: DropTeam, workshop: Workshop) -> None:
    found = workshop.store.read(lambda books: list(plans.plans_of(books, workshop.person, command.team)))
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
    away = desk.books.text(f"{one.begun.words}/away") or ""
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
    away = desk.books.text(f"{one.begun.words}/away") or ""
    if made is None or made.outcome.plan is None:
        raise no_such("plan")
    return Heavy(lambda: _file(query.form, _there(members, away), made.outcome))


def _search(work: Work, workshop: Workshop, command: BeginPlan, team: Team, free: Outcome | None) -> None:
    """Search and record what came of it, even where that is a fault of ours."""
    stream, texts = PLAN + command.plan, dict[str, str]()
    threading.Thread(target=_warm_up, args=(_there(team, command.away),), daemon=True).start()
    try:
        made = _solved(work, command, team, free)
        event: Event = PlanMade(words=f"{stream}/made", conflict=made.outcome.plan is None)
        texts = {f"{stream}/made": made.model_dump_json()}
    except CourseError as error:
        event = PlanFailed(what=error.what)

    def record(books: Writing) -> None:
        past = plans.mine(books, workshop.person, stream)
        try:
            plans.team_of(books, workshop.person, thread(past).begun.team)
        except CourseError:
            return  # it was removed meanwhile, with all its names
        books.append(stream, len(past), f"{stream}/end", workshop.person, [event], texts)

    workshop.store.write(record)


def _solved(work: Work, command: BeginPlan, team: Team, free: Outcome | None) -> Made:
    from dlcourse.engines.plan import cost, solve, solve_with_cost  # the solver, only where one solves

    if command.away:
        outcome = solve(_there(team, command.away), Wishes(), SECONDS, work.advance, work.stopped)
        assert free
        return Made(outcome=outcome, change=_tuple(change(free, outcome)))
    if free is None:
        outcome, price = solve_with_cost(team, command.wishes, SECONDS, work.advance, work.stopped)
        return Made(outcome=outcome, change=_tuple(price))
    outcome = solve(team, command.wishes, SECONDS, work.advance, work.stopped)
    return Made(outcome=outcome, change=_tuple(cost(free, outcome)))


def _tuple(values: list[int | float] | None) -> tuple[int | float, ...] | None:
    return None if values is None else tuple(values)


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
    from dlcourse.charts.plan import load  # charts, only where one is shown
    from dlcourse.domain.reasons import reasons

    plan = made.outcome.plan
    assert plan
    return Shown(
        reasons=reasons(team, plan, wishes),
        compared=_compared(team.model_dump_json()),
        load=load(team, plan),
    )


def _warm_up(team: Team) -> None:
    """Prepare what is shown beside a plan while the solver is at work, so that the plan is seen at once."""
    import dlcourse.charts.plan  # noqa: F401 (it takes a second or more the first time)

    _compared(team.model_dump_json())


@lru_cache(maxsize=16)
def _compared(team: str) -> dict[str, tuple[int | float, ...]]:
    """The values of three plans that nobody thought about; a large team's random ones take a second."""
    from dlcourse.domain.greedy import compared

    return {name: tuple(as_list(each)) for name, each in compared(Team.model_validate_json(team)).items()}


def _there(team: Team, away: str) -> Team:
    """Who of the team is there."""
    return team.without(away) if away else team


def _template() -> TakenView:
    from dlcourse.content.team_template import template_xlsx  # workbooks, only where one is asked for

    return _taken("team.xlsx", WORKBOOK, template_xlsx())


def _file(form: str, team: Team, outcome: Outcome) -> TakenView:
    from dlcourse.exports.plan import plan_csv, plan_xlsx

    assert outcome.plan
    if form == "csv":
        return _taken("plan.csv", "text/csv", plan_csv(team, outcome.plan).encode("utf-8-sig"))
    return _taken("plan.xlsx", WORKBOOK, plan_xlsx(team, outcome.plan, outcome.stages))


def _taken(name: str, kind: str, content: bytes) -> TakenView:
    return TakenView(name=name, type=kind, content=base64.b64encode(content).decode())
