"""What a portfolio can take from matching: plans that were made."""

from functools import partial

from dlcourse.charts.matching.load import load
from dlcourse.domain.document import DocumentItem
from dlcourse.domain.matching.plan_messages import PLAN
from dlcourse.domain.matching.plan_views import TeamMark, Thread
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.matching.plan_records import (
    all_plans,
    made_of,
    mark_of,
    members_of,
    name_of,
    read_names,
)
from dlcourse.handlers.portfolio_sources import Finds, Offer, few, portfolio_source
from dlcourse.pages.matching.plan.teams import team_name
from dlcourse.pages.matching.portfolio import PLANS, plan_item, plan_line
from dlcourse.store import StreamSummary


@portfolio_source(PLANS)
def find_plans(context: ReadContext) -> Finds:
    teams = all_plans(context.transaction, context.person)
    marks = {team: mark_of(context, team, {}) for team in teams}
    made = [
        (kept, one, mark)
        for team, plans in teams.items()
        if (mark := marks[team])
        for kept, one in plans
        if one.made and not one.made.conflict
    ]
    read_names(context.transaction, (one for _, one, _ in made))
    return few(
        {
            kept.stream.removeprefix(PLAN): (_offer(kept, one, mark, context), partial(_item, kept, one, mark, context))
            for kept, one, mark in made
        }
    )


def _offer(kept: StreamSummary, one: Thread, team: TeamMark, context: ReadContext) -> Offer:
    return Offer(name_of(context.transaction, one), "", team_name(team), kept.changed)


def _item(kept: StreamSummary, one: Thread, team: TeamMark, context: ReadContext) -> DocumentItem | None:
    made = made_of(context.transaction, one)
    if made is None or made.outcome.plan is None:
        return None
    members = members_of(context.transaction, one)
    line = plan_line(team_name(team), kept.changed, proven=made.outcome.proven)
    plan = made.outcome.plan
    return plan_item(name_of(context.transaction, one), line, members, plan, load(members, plan))
