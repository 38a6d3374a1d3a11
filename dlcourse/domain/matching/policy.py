"""Who may do and see what of teams and plans: only the person who added the team or asked for the plan."""

from functools import partial

from dlcourse.domain.matching.averages import Averages, GuessHighest
from dlcourse.domain.matching.board import (
    ClearBoard,
    CompareBoard,
    ComparePlans,
    Matchboard,
    MoveOnBoard,
    PassOn,
    PutPerson,
    TakeMoveBack,
)
from dlcourse.domain.matching.plan_messages import (
    PLAN,
    TEAM,
    BeginPlan,
    BringTeam,
    CheckTeam,
    DropPlan,
    DropTeam,
    NamePlan,
    PlanOf,
    Plans,
    StopPlan,
    Take,
    TakeSample,
    TeamOf,
)
from dlcourse.domain.matching.plan_views import no_such
from dlcourse.domain.matching.typed.messages import CheckCells, TakeTeam, UseTeam
from dlcourse.domain.policy import OWN, Rules, member, member_topic

MY_TEAM = member(lambda said: (TEAM + said.team,), partial(no_such, "team"))
MY_PLAN = member(lambda said: (PLAN + said.plan,), partial(no_such, "plan"))


def _plan_to_take(query: Take) -> tuple[str, ...]:
    """The plan whose file is asked for; none for the template, which is open to everybody."""
    return () if query.form == "template" else (PLAN + query.plan,)


RULES: Rules = {
    BringTeam: OWN,
    TakeSample: OWN,
    UseTeam: OWN,
    CheckTeam: OWN,
    CheckCells: OWN,
    Plans: OWN,
    DropTeam: MY_TEAM,
    TeamOf: MY_TEAM,
    TakeTeam: MY_TEAM,
    BeginPlan: MY_TEAM,
    StopPlan: MY_PLAN,
    NamePlan: MY_PLAN,
    DropPlan: MY_PLAN,
    PlanOf: MY_PLAN,
    Take: member(_plan_to_take, partial(no_such, "plan")),
    PLAN: member_topic(partial(no_such, "plan")),
    MoveOnBoard: OWN,
    PutPerson: OWN,
    PassOn: OWN,
    TakeMoveBack: OWN,
    ClearBoard: OWN,
    CompareBoard: OWN,
    Matchboard: OWN,
    ComparePlans: OWN,
    GuessHighest: OWN,
    Averages: OWN,
}
