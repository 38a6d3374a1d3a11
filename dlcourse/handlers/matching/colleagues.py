"""The people of one's own teams, offered to other subjects. A sample team is left out: nobody works with its people."""

from dlcourse.domain.colleague_lists import ColleagueList, ListedColleague
from dlcourse.domain.matching.plan_messages import TEAM
from dlcourse.handlers.colleague_sources import colleague_source
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.matching.plan_records import mark_of, team_of


@colleague_source("matching")
def find_teams(context: ReadContext) -> tuple[ColleagueList, ...]:
    kept = (each.stream.removeprefix(TEAM) for each in context.transaction.streams(TEAM, context.person))
    marks = (mark_of(context, team, {}) for team in kept)
    return tuple(_team(context, mark.team, mark.name) for mark in marks if mark and not mark.sample)


def _team(context: ReadContext, team: str, name: str) -> ColleagueList:
    members = team_of(context.transaction, context.person, team).people
    return ColleagueList(title=name, people=tuple(ListedColleague(name=one.name, role=one.role) for one in members))
