"""The plans that one made with one's own teams and with samples, as a table."""

from collections.abc import Iterator

from dlcourse.domain.matching.plan import STAGES, as_number
from dlcourse.domain.matching.plan_messages import PlanOf, Plans
from dlcourse.domain.matching.plan_views import PlanMark, PlansView, PlanView, TeamMark
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("plan", "text", "the id of the plan"),
    Column("name", "text", "its name"),
    Column("team", "text", "the id of the team"),
    Column("team_name", "text", "the name of the team"),
    Column("sample", "text", "the sample that the team was copied from; empty for none"),
    Column("people", "whole", "people in the team"),
    Column("tasks", "whole", "tasks of the team"),
    Column("skills", "whole", "skills of the team"),
    Column("standing", "text", "made, conflict, running, failed, or cut: the course was closed during the search"),
    Column("wishes", "whole", "how many people you pinned to a task or kept off one"),
    Column("begun", "time", "when the search began"),
    Column("uncovered", "number", "requirements that nobody covers; this and the rest once the plan is made"),
    Column("unsupported", "number", "tasks whose accountable person lacks support"),
    Column("without_part", "number", "people without a part"),
    Column("named_experts", "number", "people who are a named expert"),
    Column("greatest_load", "number", "the greatest share of somebody's hours, 0 to 1"),
    Column("coached", "number", "wishes to learn that are met"),
    Column("fit", "number", "points of fit"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each plan, the newest team and plan first."""
    view = course.see(Plans())
    assert isinstance(view, PlansView)
    for team in view.teams:
        for plan in team.plans:
            yield *_about(team, plan), *_values(plan, course)


def _about(team: TeamMark, plan: PlanMark) -> Row:
    size = (team.people, team.work, team.skills)
    return (plan.plan, plan.name, team.team, team.name, team.sample, *size, plan.standing, plan.wishes, plan.begun)


def _values(plan: PlanMark, course: Course) -> Row:
    view = course.see(PlanOf(plan=plan.plan)) if plan.standing == "made" else None
    stages = view.made.outcome.stages if isinstance(view, PlanView) and view.made else ()
    values = {stage.name: as_number(stage.value) for stage in stages}
    return [values.get(name) for name in STAGES]


TABLE = ResultTable("The plans that you made. One row for each, the newest first.", COLUMNS, rows)
