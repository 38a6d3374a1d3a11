"""The board: any moves by anybody lead to a layout that can be measured, and every move can be taken back."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.matching.board import (
    PARTS,
    BoardCleared,
    BoardCompared,
    ClearBoard,
    CompareBoard,
    MoveOnBoard,
    MoveTakenBack,
    PassOn,
    PersonPut,
    PutPerson,
    TakeMoveBack,
    folded,
    move,
    part_of,
    plan_of,
)
from dlcourse.domain.matching.board_view import standing
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.violations import violations
from dlcourse.domain.speech import Event
from dlcourse.errors import CourseError
from tests.domain.matching.crews import crew
from tests.domain.roleplay.anybody import law

NAMES, TASKS = [*crew().by_name, "Nobody"], [*crew().task_by_name, "Nothing"]


def said(kind: type[MoveOnBoard], **parts: object) -> MoveOnBoard:
    """A command at the board of the crew."""
    return kind(id="command-1", team="crew", **parts)


def after(commands: Sequence[MoveOnBoard], team: Team) -> list[Event]:
    """The events of these commands, without those of refused commands."""
    past: list[Event] = []
    for each in commands:
        try:
            past.append(move(each, team, past))
        except CourseError:
            continue
    return past


def commands() -> st.SearchStrategy[list[MoveOnBoard]]:
    """Draw what somebody does in turn, also with people and tasks that are not there."""
    name, task = st.sampled_from(NAMES), st.sampled_from(TASKS)
    puts = st.builds(lambda n, t, p: said(PutPerson, person=n, task=t, part=p), name, task, st.sampled_from(PARTS))
    passes = st.builds(lambda n, t: said(PassOn, person=n, task=t), name, task)
    others = st.sampled_from([said(TakeMoveBack), said(ClearBoard), said(CompareBoard)])
    return st.lists(st.one_of(puts, passes, others), max_size=25)


@law
@given(commands())
def test_any_board_is_a_plan_with_the_layout_as_it_was_put(moves: list[MoveOnBoard]) -> None:
    """In the plan, everybody has exactly the part that they were given, and nobody else is in it."""
    board = folded(after(moves, crew()))
    plan = plan_of(crew(), board.parts)
    for task in crew().task_by_name:
        for name in crew().by_name:
            assert part_of(plan, task, name) == board.parts.get((task, name), "none")
        assert sum(part == "accountable" for (at, _), part in board.parts.items() if at == task) <= 1
    assert not {breach.rule for breach in violations(crew(), plan)} & {"names", "part", "expert", "coaching"}


@law
@given(commands())
def test_whatever_was_moved_can_be_taken_back(moves: list[MoveOnBoard]) -> None:
    """Taking back move after move ends at the empty board, and the last step is the one before."""
    past = after(moves, crew())
    board = folded(past)
    for length in range(len(board.layouts) - 1, 0, -1):
        past.append(move(said(TakeMoveBack), crew(), past))
        assert folded(past).parts == board.layouts[length - 1]
    assert folded(past).parts == {}
    with pytest.raises(CourseError, match="no move to take back"):
        move(said(TakeMoveBack), crew(), past)


@law
@given(commands())
def test_any_board_can_be_told(moves: list[MoveOnBoard]) -> None:
    """Every board can be described, and its covered and open needs together are all needs."""
    view = standing("crew", crew(), folded(after(moves, crew())))
    needs = [need for job in view.work for need in job.needs]
    assert sum(need.expert is not None for need in needs) == view.counts.covered
    assert all(bool(need.expert) != bool(need.nearest) for need in needs)
    assert [member.name for member in view.people if "learner" not in member.parts.values()
            and not {"contributor", "accountable"} & set(member.parts.values())] == list(view.left_out)  # fmt: skip


def test_a_second_to_answer_takes_over() -> None:
    """Each task has one accountable person; the one before goes on contributing."""
    board = folded([
        PersonPut(person="Ana", task="Atlas", part="accountable"),
        PersonPut(person="Ben", task="Atlas", part="accountable"),
    ])  # fmt: skip
    assert board.parts == {("Atlas", "Ana"): "contributor", ("Atlas", "Ben"): "accountable"}


def test_a_key_goes_through_all_parts_and_ends_with_none() -> None:
    """Passing on four times gives each part once, and then the person is off the task."""
    past: list[Event] = []
    parts = []
    for _ in PARTS:
        past.append(move(said(PassOn, person="Ana", task="Atlas"), crew(), past))
        parts.append(folded(past).parts.get(("Atlas", "Ana"), "none"))
    assert tuple(parts) == PARTS
    assert folded(past).parts == {}


def test_the_start_from_an_empty_board_can_be_taken_back() -> None:
    """After "Start again", everything can be undone."""
    put = PersonPut(person="Ana", task="Atlas", part="contributor")
    assert folded([put, BoardCleared()]).parts == {}
    assert folded([put, BoardCleared(), MoveTakenBack()]).parts == {("Atlas", "Ana"): "contributor"}


def test_a_comparison_needs_somebody_on_each_task_and_ends_with_a_new_start() -> None:
    """The best plan is asked for only with a whole try, and again after starting anew."""
    past: list[Event] = [PersonPut(person="Ana", task="Atlas", part="contributor")]
    with pytest.raises(CourseError, match="nobody contributes to Band yet"):
        move(said(CompareBoard), crew(), past)
    past.append(PersonPut(person="Dan", task="Band", part="learner"))
    with pytest.raises(CourseError, match="Band"):
        move(said(CompareBoard), crew(), past)
    past.append(PersonPut(person="Ben", task="Band", part="accountable"))
    assert isinstance(move(said(CompareBoard), crew(), past), BoardCompared)
    assert folded([*past, BoardCompared()]).compared
    assert not folded([*past, BoardCompared(), BoardCleared()]).compared


def test_a_team_that_was_changed_since_keeps_the_rest_of_the_board() -> None:
    """People and tasks that no longer exist are skipped, and everything else on the board stays."""
    parts = folded([
        PersonPut(person="Ana", task="Atlas", part="contributor"),
        PersonPut(person="Gone", task="Atlas", part="accountable"),
        PersonPut(person="Ana", task="Old task", part="accountable"),
    ]).parts  # fmt: skip
    plan = plan_of(crew(), parts)
    assert plan.tasks_of("Ana") == ("Atlas",)
    assert plan.accountable == {}
    assert violations(crew(), plan)[0].rule != "names"


@pytest.mark.parametrize(("person", "task"), [("Nobody", "Atlas"), ("Ana", "Nothing")])
def test_strangers_are_refused(person: str, task: str) -> None:
    """A person or a task outside the team is refused in plain words."""
    with pytest.raises(CourseError, match="is called"):
        move(said(PutPerson, person=person, task=task, part="learner"), crew(), [])
