"""The board through the course: each move is stored for its person, and the best plan is shown only on request."""

import pytest

from dlcourse.domain.matching.board import (
    ClearBoard,
    CompareBoard,
    ComparePlans,
    Matchboard,
    Part,
    PassOn,
    PutPerson,
    TakeMoveBack,
)
from dlcourse.domain.matching.board_view import MatchboardView
from dlcourse.domain.matching.comparison import ComparedPlansView, PlanComparison
from dlcourse.domain.matching.plan import StageName
from dlcourse.errors import CourseError
from tests.person import Person

TEAM = "small-school"
STAFF = {
    "Reading hour in every class": ("Yuki Tanaka", "Tomás Herrera"),
    "New timetable for the mornings": ("Denise Baptiste", "Milan Petrović"),
    "Evening for families": ("Margaret Osei", "Fatima Haddad"),
    "Safe way to school": ("Elias Brandt", "Rosa Delgado"),
    "What the reading figures tell": ("Walter Lindqvist", "Grace Mwangi"),
}
"""A plan by hand: the first answers."""


def board(person: Person) -> MatchboardView:
    """Return somebody's board."""
    view = person.course.see(Matchboard(team=TEAM))
    assert isinstance(view, MatchboardView)
    return view


def best(person: Person) -> PlanComparison:
    """Return the comparison."""
    view = person.course.see(ComparePlans(team=TEAM))
    assert isinstance(view, ComparedPlansView)
    assert view.chart.spec
    return view.found


def put(player: Person, task: str, person: str, part: Part) -> None:
    """Give a part."""
    player.do(PutPerson, team=TEAM, task=task, person=person, part=part)


def staff(person: Person) -> None:
    """Lay out a whole plan."""
    for task, (lead, other) in STAFF.items():
        put(person, task, lead, "accountable")
        put(person, task, other, "contributor")


def test_a_board_is_kept_and_is_ones_own(ann: Person, ben: Person) -> None:
    """Moves are there when one looks again, and nobody else's board has changed."""
    empty = board(ben)
    staff(ann)
    ann.do(PassOn, team=TEAM, task="Evening for families", person="Grace Mwangi")
    assert board(ann).moves == 11
    assert board(ann).broken == ()
    assert board(ben) == empty
    ann.do(TakeMoveBack, team=TEAM)
    assert board(ann).moves == 10


def test_the_best_plan_is_told_only_to_whom_it_was_promised(ann: Person, ben: Person) -> None:
    """Before the comparison was asked for it is refused, and with a new start it is closed again."""
    with pytest.raises(CourseError, match="has not been asked for"):
        best(ann)
    with pytest.raises(CourseError, match="nobody contributes"):
        ann.do(CompareBoard, team=TEAM)
    staff(ann)
    ann.do(CompareBoard, team=TEAM)
    assert best(ann).proven
    with pytest.raises(CourseError, match="has not been asked for"):
        best(ben)
    ann.do(ClearBoard, team=TEAM)
    with pytest.raises(CourseError, match="has not been asked for"):
        best(ann)


def test_the_best_plan_beats_habit_and_is_beside_ones_own(ann: Person) -> None:
    """The best plan leaves nothing open and nobody out, by title six needs and six people are; one's own follows."""
    staff(ann)
    ann.do(CompareBoard, team=TEAM)
    view = best(ann)
    stages: tuple[StageName, ...] = ("uncovered", "without_part", "named_experts")
    assert [view.best.measures[stage] for stage in stages] == [0, 0, 10]
    assert [view.by_title.measures[stage] for stage in stages] == [6, 6, 4]
    assert {"Denise Baptiste", "Rosa Delgado", "Elias Brandt"} <= set(view.now_in)
    before = view.own
    put(ann, "Safe way to school", "Rosa Delgado", "none")
    assert best(ann).own != before
    assert best(ann).best == view.best


def test_a_team_that_is_not_there_is_refused(ann: Person) -> None:
    """A name that is no sample team's leads nowhere, however it is written."""
    for name in ("nobody", "", "..", "../teams/small-school", "/etc"):
        with pytest.raises(CourseError, match="there is none called"):
            ann.do(ClearBoard, team=name)
        with pytest.raises(CourseError, match="there is none called"):
            ann.course.see(Matchboard(team=name))
