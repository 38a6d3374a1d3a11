"""Handlers of file downloads: a plan or a team as a workbook or as tables, and a template for a team file."""

import base64

from dlcourse.domain.download import DownloadView
from dlcourse.domain.matching.outcome import Outcome
from dlcourse.domain.matching.plan_messages import PLAN, Take
from dlcourse.domain.matching.plan_views import no_such, thread
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.typed.messages import TakeTeam
from dlcourse.handlers.context import ReadContext, Slow
from dlcourse.handlers.matching import plan_records
from dlcourse.handlers.registry import look_up

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@look_up.register
def show_take(query: Take, context: ReadContext) -> Slow:
    if query.form == "template":
        return Slow(_template)
    one = thread(plan_records.mine(context.transaction, context.person, PLAN + query.plan))
    made = plan_records.made_of(context.transaction, one)
    members = plan_records.members_of(context.transaction, one)
    away = plan_records.away_of(context.transaction, one)
    if made is None or made.outcome.plan is None:
        raise no_such("plan")
    return Slow(lambda: _file(query.form, plan_records.those_there(members, away), made.outcome))


@look_up.register
def show_take_team(query: TakeTeam, context: ReadContext) -> Slow:
    members = plan_records.team_of(context.transaction, context.person, query.team)
    return Slow(lambda: _team_file(query.form, members))


def _team_file(form: str, team: Team) -> DownloadView:
    from dlcourse.exports.matching.team_files import people_csv, team_xlsx, work_csv

    if form == "xlsx":
        return _taken("team.xlsx", WORKBOOK, team_xlsx(team))
    written = people_csv(team) if form == "people" else work_csv(team)
    return _taken(f"{form}.csv", "text/csv", written.encode("utf-8-sig"))


def _template() -> DownloadView:
    from dlcourse.content.matching.team_template import template_xlsx  # workbooks are loaded only if one is asked for

    return _taken("team.xlsx", WORKBOOK, template_xlsx())


def _file(form: str, team: Team, outcome: Outcome) -> DownloadView:
    from dlcourse.exports.matching.plan_files import plan_csv, plan_xlsx

    assert outcome.plan
    if form == "csv":
        return _taken("plan.csv", "text/csv", plan_csv(team, outcome.plan).encode("utf-8-sig"))
    return _taken("plan.xlsx", WORKBOOK, plan_xlsx(team, outcome.plan, outcome.stages))


def _taken(name: str, kind: str, content: bytes) -> DownloadView:
    return DownloadView(name=name, type=kind, content=base64.b64encode(content).decode())
