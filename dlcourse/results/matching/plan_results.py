"""A plan in a notebook: its stages, parts, coaching, gaps and loads as DataFrames, and why it is as it is."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dlcourse.domain.matching.optimality import verdict
from dlcourse.domain.matching.outcome import Outcome, Stage
from dlcourse.domain.matching.plan import Plan, Wishes, as_number, hours_given, loads
from dlcourse.domain.matching.reasons import reasons
from dlcourse.domain.matching.team import Team
from dlcourse.domain.names import meant
from dlcourse.exports.matching.plan_files import write_plan
from dlcourse.results.html import html_table
from dlcourse.results.names import unknown
from dlcourse.results.tables import Column, Row, data_frame

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

STAGE_COLUMNS = (
    Column("stage", "text", "what is made best, the most important first"),
    Column("value", "number", "what the plan reaches"),
    Column("proven", "yes/no", "whether no plan does better"),
    Column("bound", "number", "what no plan can beat"),
    Column("cost", "number", "what your wishes change; missing without wishes"),
    Column("in_words", "text", "the same in a sentence"),
)
ASSIGNMENT_COLUMNS = (
    Column("task", "text", "the task"),
    Column("person", "text", "who"),
    Column("part", "text", "contributor, accountable, named expert or learner"),
    Column("skill", "text", "the skill of a named expert; missing for other parts"),
)
COACHING_COLUMNS = (
    Column("task", "text", "the task on which it happens"),
    Column("skill", "text", "the skill"),
    Column("coach", "text", "who coaches"),
    Column("learner", "text", "who is coached"),
    Column("coach_level", "whole", "the coach's level, 0 to 5"),
    Column("learner_level", "whole", "the learner's level, 0 to 5"),
    Column("wanted", "yes/no", "whether the learner wants to learn it"),
)
GAP_COLUMNS = (
    Column("task", "text", "the task"),
    Column("skill", "text", "the skill that nobody covers"),
    Column("level", "whole", "the level that is required, 1 to 5"),
    Column("nearest", "text", "who comes nearest; missing if nobody has any of it"),
    Column("nearest_level", "whole", "the level of that person"),
    Column("text", "text", "what would close the gap"),
)
LOAD_COLUMNS = (
    Column("person", "text", "who"),
    Column("role", "text", "their role"),
    Column("hours", "number", "hours they have"),
    Column("given", "number", "hours that the plan takes"),
    Column("load", "number", "hours given / hours they have, 0 to 1"),
)


class PlanResults:
    """A plan of a team. Its tables are ``stages``, ``assignments``, ``coaching``, ``gaps`` and ``loads``.

    ``why("Ana Souza")`` says why somebody has their parts, ``chart()`` draws the loads, and ``to_excel("plan.xlsx")``
    saves everything.
    """

    def __init__(self, name: str, team: Team, wishes: Wishes, outcome: Outcome, cost: list[int | float] | None) -> None:
        """``name`` is what the team is called; ``outcome`` has a plan."""
        assert outcome.plan is not None
        self._name, self._team, self._wishes = name, team, wishes
        self._outcome, self._plan, self._cost = outcome, outcome.plan, cost

    @property
    def stages(self) -> "DataFrame":
        """What the plan reaches: ``stage``, ``value``, ``proven``, ``bound``, ``cost``, ``in_words``.

        The stages are in the order of their importance. ``cost`` is the value with your wishes minus the value
        without them. All are counts, except ``greatest_load``, a share from 0 to 1.
        """
        costs: Sequence[int | float | None] = self._cost or [None] * len(self._outcome.stages)
        rows = (_stage(stage, cost) for stage, cost in zip(self._outcome.stages, costs, strict=True))
        return data_frame(STAGE_COLUMNS, rows)

    @property
    def assignments(self) -> "DataFrame":
        """Who does what: ``task``, ``person``, ``part``, ``skill``. A person may have several parts in a task."""
        return data_frame(ASSIGNMENT_COLUMNS, _assignments(self._team, self._plan))

    @property
    def coaching(self) -> "DataFrame":
        """Who coaches whom: ``task``, ``skill``, ``coach``, ``learner``, both levels (0 to 5), and ``wanted``."""
        return data_frame(COACHING_COLUMNS, _coaching(self._team, self._plan))

    @property
    def gaps(self) -> "DataFrame":
        """What nobody covers: ``task``, ``skill``, ``level``, ``nearest``, ``nearest_level``, ``text``."""
        return data_frame(GAP_COLUMNS, _gaps(self._team, self._plan))

    @property
    def loads(self) -> "DataFrame":
        """How much each gives: ``person``, ``role``, ``hours``, ``given`` (hours), ``load`` (0 to 1)."""
        return data_frame(LOAD_COLUMNS, _loads(self._team, self._plan))

    def why(self, name: str) -> str:
        """Why a person has their parts, or a task its people, in sentences; `CourseError` if neither is called so."""
        why = reasons(self._team, self._plan, self._wishes)
        said = why.people | why.tasks
        found = meant(name, said)
        if found is None:
            raise unknown("why", f"no person and no task is called '{name}' in this team", name, said)
        return "\n".join(said[found])

    def chart(self) -> Any:
        """The loads as an Altair chart, the highest first."""
        from dlcourse.charts.in_cell import altair_chart
        from dlcourse.charts.matching.load import load

        return altair_chart(load(self._team, self._plan))

    def to_excel(self, path: str | Path) -> Path:
        """Save the plan as a workbook (.xlsx), or as one table (.csv); returns the path.

        Raises a `CourseError` if the name ends otherwise, or if the file cannot be written.
        """
        target = Path(path).expanduser()
        write_plan(target, self._team, self._plan, self._outcome.stages)
        return target

    def __repr__(self) -> str:
        """What the plan reaches, a sentence for each stage."""
        return "\n".join((f"Plan for {self._name}", *(f"  {verdict(stage)}" for stage in self._outcome.stages)))

    def _repr_html_(self) -> str:
        rows = ((task.name, *self._people_of(task.name)) for task in self._team.work)
        title = f"Plan for {self._name}. {' '.join(map(verdict, self._outcome.stages))}"
        return html_table(title, ("task", "accountable", "contributors", "learners"), rows)

    def _people_of(self, task: str) -> tuple[str, str, str]:
        there, learning = (", ".join(part.get(task, ())) for part in (self._plan.contributors, self._plan.learners))
        return self._plan.accountable.get(task, ""), there, learning


def _stage(stage: Stage, cost: int | float | None) -> Row:
    return stage.name, as_number(stage.value), stage.proven, as_number(stage.bound), cost, verdict(stage)


def _assignments(team: Team, plan: Plan) -> Iterator[Row]:
    for task in (each.name for each in team.work):
        yield from ((task, name, "contributor", None) for name in plan.contributors.get(task, ()))
        if task in plan.accountable:
            yield task, plan.accountable[task], "accountable", None
        yield from ((task, each.person, "named expert", each.skill) for each in plan.experts if each.task == task)
        yield from ((task, name, "learner", None) for name in plan.learners.get(task, ()))


def _coaching(team: Team, plan: Plan) -> Iterator[Row]:
    for each in plan.coaching:
        coach, learner = team.person(each.coach), team.person(each.learner)
        levels = (coach.level(each.skill), learner.level(each.skill))
        yield each.task, each.skill, coach.name, learner.name, *levels, each.skill in learner.wants


def _gaps(team: Team, plan: Plan) -> Iterator[Row]:
    for gap in reasons(team, plan).gaps:
        level = team.person(gap.nearest).level(gap.skill) if gap.nearest else None
        yield gap.task, gap.skill, team.task(gap.task).needs[gap.skill], gap.nearest, level, gap.text


def _loads(team: Team, plan: Plan) -> Iterator[Row]:
    given, shares = hours_given(team, plan), loads(team, plan)
    for one in team.people:
        yield one.name, one.role, float(one.hours), float(given[one.name]), float(shares[one.name])
