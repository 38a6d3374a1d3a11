"""Teams and plans of earlier versions of the course open as they were, and go on from there."""

from pathlib import Path

import pytest

from dlcourse.domain.matching.plan_messages import PlanOf, Plans, TeamOf
from dlcourse.domain.matching.plan_views import PlansView, PlanView, TeamView
from dlcourse.domain.matching.typed.messages import UseTeam
from dlcourse.pages.matching.team.form import team_fields
from tests.handlers.matching.test_plans import see
from tests.handlers.mywork.test_earlier_versions import VERSIONS, restored, stored
from tests.person import Person

__all__ = ["restored", "stored"]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.name)
@pytest.mark.parametrize("way", ["stored", "restored"])
def test_a_plan_from_before_teams_could_be_corrected(version: Path, way: str, request: pytest.FixtureRequest) -> None:
    """An old plan is shown with its team; the team can be corrected, and the plan is still what it was."""
    person: Person = request.getfixturevalue(way)(version)
    (mark,) = [team for team in see(person, Plans(), PlansView).teams if team.plans]
    (plan,) = mark.plans
    before = see(person, PlanOf(plan=plan.plan), PlanView)
    team = see(person, TeamOf(team=mark.team), TeamView)
    assert not before.earlier
    assert before.members == before.now == team.team
    assert before.made
    assert before.shown
    fields = team_fields(team)
    assert fields
    people = fields["people"].replace(team.team.people[0].name, "Somebody else")
    corrected = {"people": people, "work": fields["work"]}
    person.do(UseTeam, team=mark.team, base=team.words, name="Ours", **corrected)
    after = see(person, PlanOf(plan=plan.plan), PlanView)
    assert after.earlier
    assert (after.members, after.made, after.shown) == (before.members, before.made, before.shown)
    assert after.now.people[0].name == "Somebody else"
