"""Three plans side by side: values that belong to each, who is in now, and where the best gets ahead."""

from dlcourse.domain.matching.board import Part
from dlcourse.domain.matching.comparison import compare_plans, gain
from dlcourse.domain.matching.outcome import Outcome, stages
from dlcourse.domain.matching.plan import STAGES, measure
from tests.domain.matching.crews import crew, laid_out

OWN: dict[tuple[str, str], Part] = {("Atlas", "Ana"): "accountable", ("Band", "Cho"): "contributor"}


def outcome() -> Outcome:
    """The plan laid out by hand, taken as the best."""
    values = measure(crew(), laid_out())
    return Outcome(plan=laid_out(), stages=stages(crew(), laid_out(), values, values), conflict=None, seconds=0.1)


def test_each_side_has_its_own_values() -> None:
    """The three columns are measured from three plans, and who answers is each plan's own."""
    view = compare_plans(crew(), OWN, outcome())
    assert view.best.measures == measure(crew(), laid_out())
    assert view.own.accountable == {"Atlas": "Ana"}
    assert view.best.accountable == {"Atlas": "Ana", "Band": "Ben"}
    assert len({str(side.measures) for side in (view.own, view.by_title, view.best)}) == 3
    assert view.proven


def test_who_was_left_out_and_is_in_now() -> None:
    """The view names the people who have a part in the best plan, but not in the plan by title or in one's own."""
    view = compare_plans(crew(), OWN, outcome())
    assert view.own.left_out == ("Ben", "Dan")
    assert view.now_in == ("Ben", "Dan")
    assert view.best.left_out == ("Cho",)
    assert set(view.people) == set(crew().by_name)


def test_the_first_stage_in_which_one_falls_behind() -> None:
    """Stages are looked at in their order; a plan as good as the best falls behind in none."""
    assert compare_plans(crew(), OWN, outcome()).first_difference == "uncovered"
    same = {("Atlas", "Ana"): "accountable", ("Atlas", "Ben"): "contributor", ("Band", "Ben"): "accountable",
            ("Atlas", "Dan"): "learner"}  # fmt: skip
    assert compare_plans(crew(), same, outcome()).first_difference is None  # type: ignore[arg-type]  # mypy widens the parts


def test_a_gain_is_positive_whether_more_or_less_is_better() -> None:
    """Fewer gaps and more named experts are both gains; what is the same gains nothing."""
    view = compare_plans(crew(), OWN, outcome())
    assert gain("uncovered", view.own.measures, view.best.measures) > 0
    assert gain("named_experts", view.own.measures, view.best.measures) > 0
    assert [gain(stage, view.best.measures, view.best.measures) for stage in STAGES] == [0] * len(STAGES)


def test_a_task_without_anybody_who_answers_counts_as_unsupported() -> None:
    """Leaving a task without an accountable person is never better than having somebody answer for it."""
    unanswered: dict[tuple[str, str], Part] = {("Atlas", "Ana"): "contributor", ("Band", "Ben"): "contributor"}
    view = compare_plans(crew(), unanswered, outcome())
    assert view.own.measures["unsupported"] == 2
    assert view.own.reached["unsupported"] == 0
    assert view.own.broken > 0


def test_what_is_reached_is_a_share_of_what_is_possible() -> None:
    """Every share lies between nothing and all; more gaps mean less reached, and an overload leaves no hours."""
    view = compare_plans(crew(), OWN, outcome())
    sides = (view.own, view.by_title, view.best)
    assert all(0 <= share <= 1 for side in sides for share in side.reached.values())
    assert view.own.reached["uncovered"] < view.best.reached["uncovered"]
    assert view.best.reached["greatest_load"] == 0
