"""Writes a plan as a file: a workbook with a sheet for each question, or one CSV table of who does what.

Cells are text or numbers and never formulas, whatever a name begins with.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dlcourse.domain.matching.gaps import gaps
from dlcourse.domain.matching.optimality import verdict
from dlcourse.domain.matching.outcome import Stage
from dlcourse.domain.matching.plan import Plan, as_number, hours_given, loads
from dlcourse.domain.matching.reasons import reasons
from dlcourse.domain.matching.team import Team
from dlcourse.errors import CourseError
from dlcourse.exports.csv_cells import csv_file
from dlcourse.exports.workbooks import workbook

Table = list[Sequence[str | int | float]]
SUFFIXES = (".xlsx", ".csv")


def write_plan(path: Path, team: Team, plan: Plan, stages: Sequence[Stage]) -> None:
    """Write the plan as .xlsx or .csv, as the path ends. Raises a `CourseError` if it cannot be written."""
    content = plan_xlsx(team, plan, stages) if ending(path) == ".xlsx" else plan_csv(team, plan).encode("utf-8-sig")
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CourseError(str(path), error.strerror or "cannot be written", "Choose another place.") from None


def ending(path: Path) -> str:
    """The extension of the file in lower case. Raises a `CourseError` if it is neither .xlsx nor .csv."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise CourseError(str(path), "ends neither in .xlsx nor in .csv", "Give the file one of these endings.")
    return suffix


def plan_csv(team: Team, plan: Plan) -> str:
    """One line for each part that somebody has: the task, the person, the part, the skill, and with whom."""
    return csv_file([("task", "person", "part", "skill", "with"), *_parts(team, plan)])


def plan_xlsx(team: Team, plan: Plan, stages: Sequence[Stage]) -> bytes:
    """A workbook with the sheets plan, people, experts, coaching, open and stages."""
    return workbook(_sheets(team, plan, stages))


def _parts(team: Team, plan: Plan) -> Iterator[tuple[str, ...]]:
    for task in team.work:
        for name in plan.contributors.get(task.name, ()):
            yield task.name, name, "contributor", "", ""
        if task.name in plan.accountable:
            yield task.name, plan.accountable[task.name], "accountable", "", ""
        yield from ((task.name, e.person, "named expert", e.skill, "") for e in plan.experts if e.task == task.name)
        for name in plan.learners.get(task.name, ()):
            yield task.name, name, "learner", "", ""
        yield from (
            (task.name, each.learner, "is coached", each.skill, each.coach)
            for each in plan.coaching
            if each.task == task.name
        )


def _sheets(team: Team, plan: Plan, stages: Sequence[Stage]) -> dict[str, Table]:
    experts = ((each.task, each.skill, each.person) for each in plan.experts)
    coaching = ((each.task, each.skill, each.coach, each.learner) for each in plan.coaching)
    left_open = ((gap.task, gap.skill, gap.nearest or "", gap.text) for gap in gaps(team, plan))
    proofs = ((s.name, as_number(s.value), "yes" if s.proven else "no", as_number(s.bound), verdict(s)) for s in stages)
    return {
        "plan": _tasks(team, plan),
        "people": _people(team, plan),
        "experts": [("task", "skill", "named expert"), *experts],
        "coaching": [("task", "skill", "coach", "learner"), *coaching],
        "open": [("task", "skill", "nearest", "why"), *left_open],
        "stages": [("stage", "value", "proven", "bound", "in words"), *proofs],
    }


def _tasks(team: Team, plan: Plan) -> Table:
    rows: Table = [("task", "accountable", "contributors", "learners", "why")]
    for task, why in reasons(team, plan).tasks.items():
        there, learning = (", ".join(places.get(task, ())) for places in (plan.contributors, plan.learners))
        rows.append((task, plan.accountable.get(task, ""), there, learning, " ".join(why)))
    return rows


def _people(team: Team, plan: Plan) -> Table:
    given, load, why = hours_given(team, plan), loads(team, plan), reasons(team, plan).people
    rows: Table = [("person", "role", "hours", "gives", "load", "why")]
    for person in team.people:
        name = person.name
        rows.append(
            (name, person.role, float(person.hours), float(given[name]), float(load[name]), " ".join(why[name]))
        )
    return rows
