"""How the events of a team and of a plan fold into their current state."""

import pytest

from dlcourse.domain.matching.plan_messages import (
    PlanBegun,
    PlanDropped,
    PlanFailed,
    PlanMade,
    PlanNamed,
    StopAsked,
    TeamBrought,
    TeamDropped,
)
from dlcourse.domain.matching.plan_views import Standing, brought, thread
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError

BEGUN = PlanBegun(team="team-one", words="plan/one", wishes=0, away=False, beside="")
MADE = PlanMade(words="plan/one/made", conflict=False)
TEAM = TeamBrought(words="team/one", sample="", people=2, work=1, skills=2)


@pytest.mark.parametrize(
    ("after", "searching", "standing"),
    [
        ([], True, "running"),
        ([], False, "cut"),
        ([StopAsked()], True, "running"),
        ([StopAsked()], False, "cut"),
        ([MADE], False, "made"),
        ([StopAsked(), MADE], True, "made"),
        ([PlanMade(words="x", conflict=True)], False, "conflict"),
        ([PlanFailed(what="the solver ended before its time")], False, "failed"),
    ],
)
def test_where_a_plan_stands(after: list[Event], searching: bool, standing: Standing) -> None:  # noqa: FBT001
    """The result of a search counts; without one, the state says whether a search is running."""
    assert thread([BEGUN, *after]).standing(searching=searching) == standing


def test_the_newest_name_counts() -> None:
    """A plan has the name it was given last, and all texts with names in them are known."""
    one = thread([BEGUN, PlanNamed(words="name-1"), MADE, PlanNamed(words="name-2")])
    assert one.name == "name-2"
    assert set(one.texts) == {"plan/one", "plan/one/name", "plan/one/away", "name-2", "plan/one/made"}


@pytest.mark.parametrize("events", [[], [BEGUN, PlanDropped()], [BEGUN, MADE, PlanDropped()]])
def test_a_plan_that_is_none(events: list[Event]) -> None:
    """A plan that never existed and one that was removed get the same error."""
    with pytest.raises(CourseError, match="there is no such plan of yours"):
        thread(events)


def test_a_team_that_was_removed() -> None:
    """A team is there until it is removed."""
    assert brought([TEAM]) == TEAM
    for events in ([], [TEAM, TeamDropped()]):
        with pytest.raises(CourseError, match="there is no such team of yours"):
            brought(events)
