"""The roles inside a given division of work are the best there are, and plans made by hand are filled in."""

from itertools import product

from dlcourse.domain.matching.baselines import filled
from dlcourse.domain.matching.expert_assignment import name_experts
from dlcourse.domain.matching.plan import Wishes, as_list, measure
from dlcourse.domain.matching.role_assignment import arrange, by_hand
from dlcourse.domain.matching.team import Team
from dlcourse.domain.matching.violations import violations
from tests.domain.matching.crews import crew, laid_out
from tests.engines.matching.random_teams import team_of, tiny


def best_naming(team: Team, contributors: dict[str, tuple[str, ...]]) -> tuple[int, int, int]:
    """Requirements met, people named and levels, the most over every way to name."""
    choices: list[list[tuple[str, int] | None]] = []
    for task, skill in team.requirements:
        needed = team.task(task).needs[skill]
        levels = {name: team.person(name).level(skill) for name in contributors[task]}
        choices.append([each for each in levels.items() if each[1] >= needed] or [None])
    ways = [[each for each in way if each] for way in product(*choices)]
    return max((len(way), len({name for name, _ in way}), sum(level for _, level in way)) for way in ways)


def test_experts_are_named_as_well_as_can_be() -> None:
    """Most people are named, then the highest levels: the same as trying every way."""
    for seed in range(300):
        team = tiny(seed)
        contributors = {task.name: tuple(team.by_name)[: task.most] for task in team.work}
        named = name_experts(team, contributors)
        levels = sum(team.person(each.person).level(each.skill) for each in named)
        assert (len(named), len({each.person for each in named}), levels) == best_naming(team, contributors), seed


def test_a_large_team_is_arranged_quickly_and_by_the_rules() -> None:
    """Arranging any staffing that keeps sizes and hours gives a plan that breaks no rule."""
    for seed in range(20):
        team = team_of(12, 5, 6, seed)
        places = filled(team, team.people).contributors
        told = violations(team, arrange(team, places))
        assert {breach.rule for breach in told} <= {"hours", "size", "lead"}


def test_by_hand_is_filled_in() -> None:
    """Who contributes, learns and answers is kept; experts and coaching are the best for that."""
    plan = by_hand(crew(), laid_out().contributors, laid_out().learners, laid_out().accountable)
    assert plan.contributors == laid_out().contributors
    assert plan.learners["Atlas"] == ("Dan",)
    assert as_list(measure(crew(), plan)) == as_list(measure(crew(), laid_out()))


def test_a_learner_whom_nobody_can_teach_is_told() -> None:
    """Cho wants to learn nothing: as a learner on the band, Cho stays without a coach, and that is told."""
    plan = by_hand(crew(), {"Band": ("Ben",)}, {"Band": ("Cho",)}, {"Band": "Ben"})
    assert plan.learners["Band"] == ("Cho",)
    assert any(breach.rule == "learner" for breach in violations(crew(), plan))


def test_nothing_by_hand_is_a_plan_too() -> None:
    """An empty board can be measured and told."""
    plan = by_hand(crew(), {}, {}, {})
    assert as_list(measure(crew(), plan)) == [4, 0, 4, 0, 0, 0, 0]
    assert {breach.rule for breach in violations(crew(), plan)} == {"size", "lead"}


def test_nobody_learns_where_they_are_kept_off() -> None:
    """Dan would learn songs on the atlas; kept off it, Dan learns them on the band."""
    places = {"Atlas": ("Ana", "Ben"), "Band": ("Ben",)}
    free = arrange(crew(), places)
    kept = arrange(crew(), places, wishes=Wishes(keep_off=(("Dan", "Atlas"),)))
    assert free.learners["Atlas"] == ("Dan",)
    assert kept.learners == {"Atlas": (), "Band": ("Dan",)}


def test_one_lesson_supports_one_task() -> None:
    """Somebody who answers for two tasks and falls short in one skill is supported in one of them only."""
    team = crew().model_copy(
        update={
            "work": tuple(
                task.model_copy(update={"name": name, "most": 2, "needs": {"Songs": 3}})
                for name, task in (("One", crew().work[0]), ("Two", crew().work[0]))
            )
        }
    )
    plan = arrange(team, {"One": ("Ana", "Ben"), "Two": ("Ana", "Ben")}, {"One": "Ana", "Two": "Ana"})
    assert measure(team, plan)["unsupported"] == 1
