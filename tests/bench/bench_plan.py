"""How quickly a served course answers while a plan is made, and stops: ``python -m tests.bench.bench_plan``.

The aims: an answer within 100 ms (95 of 100), an end within a second after the stop. Measured over the web, while the
district's plan is made and while that of a team of 120 people is. The first home page after a start is by itself: it
reads every scenario, plan or no plan.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from uuid import uuid4

from dlcourse.course.remote import RemoteCourse
from dlcourse.domain.curriculum.progress import Home
from dlcourse.domain.matching.plan_messages import BeginPlan, BringTeam, NamePlan, PlanOf, Plans, StopPlan, TakeSample
from dlcourse.domain.matching.plan_views import PlanView
from dlcourse.domain.speech import Command
from tests.engines.matching.random_teams import team_of
from tests.handlers.matching.teams import sent, written
from tests.serving import start

MOST_ASKS, SECONDS = 400, 6.0


def main() -> None:
    """Print the figures."""
    with TemporaryDirectory() as home:
        served = start(Path(home) / "course")
        course = served.course()
        _say(f"the first home page after a start: {1000 * _seconds(lambda: course.see(Home())):.0f} ms")
        for name in ("the first plan after a start", "the district"):
            team = uuid4().hex
            _do(course, TakeSample, team=team, sample="district")
            _figures(course, name, team)
        large = uuid4().hex
        _do(course, BringTeam, team=large, name="Large", files=sent(written(team_of(120, 40, 12))))
        _figures(course, "120 people, 40 tasks", large)
        served.stop()


def _figures(course: RemoteCourse, name: str, team: str) -> None:
    plan = uuid4().hex
    _do(course, BeginPlan, plan=plan, team=team, name="Plan 1")
    asks: dict[str, Callable[[], object]] = {
        "home page": lambda: course.see(Home()),
        "list of teams": lambda: course.see(Plans()),
        "renaming (recorded on the disk)": lambda: _do(course, NamePlan, plan=plan, name="Another"),
    }
    took: dict[str, list[float]] = {ask: list(_while_made(course, plan, doing)) for ask, doing in asks.items()}
    for ask, all_of_them in took.items():
        if len(all_of_them) > 1:
            median, late = (1000 * quantiles(all_of_them, n=100)[at] for at in (49, 94))
            _say(f"{name}: {ask}: median {median:.0f} ms, 95 of 100 within {late:.0f} ms ({len(all_of_them)} times)")
    _stop(course, name, plan)


def _while_made(course: RemoteCourse, plan: str, doing: Callable[[], object]) -> Iterator[float]:
    """Seconds that it takes, again and again while the plan is made."""
    end = time.monotonic() + SECONDS / 3
    for _ in range(MOST_ASKS):
        if time.monotonic() > end or _ended(course, plan):
            return
        yield _seconds(doing)


def _seconds(doing: Callable[[], object]) -> float:
    begun = time.monotonic()
    doing()
    return time.monotonic() - begun


def _stop(course: RemoteCourse, name: str, plan: str) -> None:
    if _ended(course, plan):
        _say(f"{name}: the plan was ready before it was stopped")
        return
    begun = time.monotonic()
    _do(course, StopPlan, plan=plan)
    while not _ended(course, plan):
        time.sleep(0.01)
    _say(f"{name}: stopped after {time.monotonic() - begun:.2f} s")


def _ended(course: RemoteCourse, plan: str) -> bool:
    view = course.see(PlanOf(plan=plan))
    assert isinstance(view, PlanView)
    return view.mark.standing != "running"


def _do(course: RemoteCourse, kind: type[Command], **parts: object) -> None:
    course.do(kind.model_validate({"id": uuid4().hex, **parts}))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
