"""A team in a notebook: its people and its work as DataFrames, and the best plan for it."""

from typing import TYPE_CHECKING, Any

from dlcourse.domain.matching.optimality import contradiction
from dlcourse.domain.matching.outcome import Outcome, Progress
from dlcourse.domain.matching.plan import STAGES, Wishes
from dlcourse.domain.matching.team import Person, Task, Team
from dlcourse.engines.matching.solver import SECONDS, solve_with_cost
from dlcourse.errors import CourseError
from dlcourse.results.html import html_table
from dlcourse.results.matching.plan_results import PlanResults
from dlcourse.results.matching.sources import WANTS, team_of
from dlcourse.results.matching.wishes import Pairs, wishes_of
from dlcourse.results.progress_bar import Step, progress_bar
from dlcourse.results.tables import Column, Row, data_frame

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]


class TeamResults:
    """A team: ``people`` and ``work`` are DataFrames, and ``plan()`` gives the best plan.

    Both DataFrames can be changed and given to ``dlcourse.team`` again, to see what the change makes possible.
    """

    def __init__(self, name: str, team: Team) -> None:
        """``name`` is what the team is called."""
        self.name, self._team = name, team

    @property
    def people(self) -> "DataFrame":
        """The people: ``name``, ``role``, ``hours`` they have, a column for each skill, and what they want to learn.

        A skill is a level from 0 to 5. ``wants`` are tuples of the skills that somebody wants to learn.
        """
        own = (Column("name", "text", ""), Column("role", "text", ""), Column("hours", "number", ""))
        columns = (*own, *self._skill_columns(), Column(WANTS, "names", ""))
        if WANTS in self._team.skills:  # that column is the skill's
            columns = columns[:-1]
        return data_frame(columns, (self._person(each) for each in self._team.people))

    @property
    def work(self) -> "DataFrame":
        """The work: ``task``, ``hours`` for each contributor, ``least`` and ``most`` contributors, and each skill.

        A skill is the level that the task requires, 1 to 5, or missing if it requires none.
        """
        numbers = (Column("least", "whole", ""), Column("most", "whole", ""))
        columns = (Column("task", "text", ""), Column("hours", "number", ""), *numbers, *self._skill_columns())
        return data_frame(columns, (self._task(each) for each in self._team.work))

    def plan(
        self,
        seconds: float = SECONDS,
        *,
        pin: Pairs = (),
        keep_off: Pairs = (),
        pin_lead: Pairs = (),
        keep_off_lead: Pairs = (),
    ) -> PlanResults:
        """The best plan that can be found within so many seconds; most teams need less than one.

        Each wish names people and tasks: ``pin={"Ana Souza": "Evening for families"}`` has her contribute to it,
        ``pin_lead`` makes her accountable for it, ``keep_off`` gives her no part in it, and ``keep_off_lead`` lets
        somebody else be accountable. Pairs do as well: ``pin=[("Ana Souza", "Evening for families")]``.

        Raises a `CourseError` if a name is unknown, or if there can be no plan; it says which bounds contradict.
        Nothing is saved in the course.
        """
        wishes = wishes_of(self._team, pins=pin, keep_off=keep_off, leads=pin_lead, no_lead=keep_off_lead)
        if not 0 < seconds < float("inf"):
            raise CourseError("plan", f"{seconds} is no number of seconds", "Give a number above 0, such as 60.")
        outcome, cost = _solve(self._team, wishes, seconds)
        if outcome.conflict is not None:
            raise CourseError("plan", " ".join(contradiction(self._team, outcome.conflict)))
        return PlanResults(self.name, self._team, wishes, outcome, cost)

    def __repr__(self) -> str:
        """How large the team is."""
        team = self._team
        size = f"{len(team.people)} people, {len(team.work)} tasks, {len(team.skills)} skills"
        return f"Team {self.name}: {size}. See .people and .work; .plan() gives the best plan."

    def _repr_html_(self) -> str:
        rows = ((each.name, each.role, f"{each.hours:f}") for each in self._team.people)
        return html_table(repr(self), ("name", "role", "hours"), rows)

    def _skill_columns(self) -> tuple[Column, ...]:
        return tuple(Column(skill, "whole", "a level") for skill in self._team.skills)

    def _person(self, one: Person) -> Row:
        return (one.name, one.role, float(one.hours), *map(one.level, self._team.skills), one.wants)

    def _task(self, one: Task) -> Row:
        return (one.name, float(one.hours), one.least, one.most, *map(one.needs.get, self._team.skills))


def read(source: Any, work: "DataFrame | None") -> TeamResults:
    """The team from a sample, a path or DataFrames; see ``dlcourse.team``."""
    return TeamResults(*team_of(source, work))


def _solve(team: Team, wishes: Wishes, seconds: float) -> tuple[Outcome, list[int | float] | None]:
    with progress_bar() as step:
        return solve_with_cost(team, wishes, seconds, (lambda news: _tell(step, news)) if step else None)


def _tell(step: Step, news: Progress) -> None:
    words = f"Looking for the best plan: {news.stage.replace('_', ' ')}, {news.seconds:.0f} s"
    step(STAGES.index(news.stage) / len(STAGES), words)
