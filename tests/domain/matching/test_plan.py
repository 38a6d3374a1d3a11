"""The values of a plan, worked out by hand; the rules that it may break; and the outcome of solving."""

from fractions import Fraction

import pytest

from dlcourse.domain.matching.outcome import Outcome, change, stages
from dlcourse.domain.matching.plan import Coaching, Naming, Plan, Wishes, as_list, better, loads, measure
from dlcourse.domain.matching.violations import Rule, violations
from tests.domain.matching.crews import crew, laid_out


def test_the_seven_values_by_hand() -> None:
    """Drums are uncovered, all is supported, Cho has no part, Ben gives 5 of 4 hours, three wishes are met."""
    assert as_list(measure(crew(), laid_out())) == [1, 0, 1, 2, 1.25, 3, 5 + 4 + 4 + 1 + 1]


def test_an_empty_plan_has_values_too() -> None:
    """A plan with nothing in it can be measured: all is uncovered and everybody is left out."""
    assert as_list(measure(crew(), Plan())) == [4, 0, 4, 0, 0, 0, 0]


def test_support_must_come_from_somebody_who_can() -> None:
    """Being coached by somebody who does not meet the requirement is no support."""
    plan = laid_out().model_copy(
        update={
            "contributors": {"Atlas": ("Cho", "Ana"), "Band": ("Ben",)},
            "accountable": {"Atlas": "Cho", "Band": "Ben"},
            "coaching": (Coaching(task="Atlas", skill="Songs", coach="Ana", learner="Cho"),),
        }
    )
    assert measure(crew(), plan)["unsupported"] == 1


def test_loads_are_fractions() -> None:
    """A load is exact, and somebody without hours has none."""
    assert loads(crew(), laid_out()) == {"Ana": Fraction(1, 3), "Ben": Fraction(5, 4), "Cho": 0, "Dan": 0}


def test_the_first_difference_decides() -> None:
    """A plan that covers more is better, whatever comes after; of equals, more named experts."""
    full, poorer = measure(crew(), laid_out()), measure(crew(), laid_out())
    poorer["uncovered"] += 1
    poorer["fit"] += 100
    assert better(full, poorer)
    fewer = full | {"named_experts": Fraction(1), "greatest_load": Fraction(0)}
    assert better(full, fewer)
    assert not better(full, full)


ANA_ON_BAND = {"contributors": {"Atlas": ("Ana", "Ben"), "Band": ("Ben", "Ana")}}


@pytest.mark.parametrize(
    ("change", "rule", "says"),
    [
        ({"contributors": {"Atlas": ("Eve",)}}, "names", "'Eve' is neither"),
        ({"accountable": {"Opera": "Ana"}}, "names", "'Opera' is neither"),
        ({"contributors": {"Atlas": ("Ana", "Ben")}}, "size", "Band has 0 of at least 1"),
        (ANA_ON_BAND, "size", "Band has 2 people, at most 1"),
        ({"learners": {"Atlas": ("Dan", "Ana")}}, "part", "Ana is on Atlas more than once"),
        ({"accountable": {"Atlas": "Ana"}}, "lead", "Nobody answers for Band"),
        ({"accountable": {"Atlas": "Ana", "Band": "Ana"}}, "lead", "Ana answers for Band without contributing"),
        ({}, "hours", "Ben would give 5 hours and has 4"),
        ({"experts": (Naming(task="Band", skill="Songs", person="Ana"),)}, "expert", "without contributing"),
        ({"experts": (Naming(task="Atlas", skill="Songs", person="Ana"),)}, "expert", "without meeting"),
        ({"experts": (Naming(task="Band", skill="Maps", person="Ben"),)}, "expert", "without meeting"),
        ({"experts": laid_out().experts[:1] * 2}, "expert", "Maps in Atlas has 2 named experts"),
        ({"coaching": (Coaching(task="Atlas", skill="Drums", coach="Ben", learner="Ana"),)}, "coaching", "not ask"),
        ({"coaching": (Coaching(task="Atlas", skill="Songs", coach="Ana", learner="Ben"),)}, "coaching", "not above"),
        (
            {"coaching": (Coaching(task="Band", skill="Songs", coach="Ana", learner="Dan"),)},
            "coaching",
            "not contribute",
        ),
        ({"coaching": (Coaching(task="Band", skill="Songs", coach="Ben", learner="Cho"),)}, "coaching", "no part"),
        ({"coaching": (Coaching(task="Band", skill="Songs", coach="Ben", learner="Cho"),)}, "coaching", "neither want"),
        ({"coaching": laid_out().coaching[:1] * 2}, "coaching", "coached in Songs 2 times"),
        ({"coaching": ()}, "learner", "Dan is to learn on Atlas, but nobody"),
    ],
)
def test_every_broken_rule_is_told(change: dict[str, object], rule: Rule, says: str) -> None:
    """Each constraint, broken alone in an otherwise sensible plan, is told in words."""
    told = violations(crew(), laid_out().model_copy(update=change))
    assert any(breach.rule == rule and says in breach.text for breach in told), told


@pytest.mark.parametrize("kind", ["pins", "leads", "keep_off", "no_lead"])
def test_wishes_that_are_not_kept_are_told(kind: str) -> None:
    """A plan that does not do as wished breaks a rule."""
    person = {"pins": "Cho", "leads": "Ben", "keep_off": "Dan", "no_lead": "Ana"}[kind]
    told = violations(crew(), laid_out(), Wishes.model_validate({kind: ((person, "Atlas"),)}))
    assert [breach.on for breach in told if breach.rule == "wish"] == [person]


def outcome(plan: Plan) -> Outcome:
    """An outcome whose bounds are the values."""
    bounds = measure(crew(), plan)
    return Outcome(plan=plan, stages=stages(crew(), plan, bounds, bounds), conflict=None, seconds=0)


def test_a_stage_is_proven_only_after_those_before() -> None:
    """If a stage is open, no later stage counts as proven, even at its bound."""
    bounds = measure(crew(), laid_out()) | {"without_part": Fraction(0)}
    proofs = [stage.proven for stage in stages(crew(), laid_out(), bounds, bounds)]
    assert proofs == [True, True, False, False, False, False, False]
    assert outcome(laid_out()).proven


def test_beyond_an_open_stage_only_trivial_bounds_hold() -> None:
    """The best plan may give up the stage after an open one: from the second after it on, found bounds may fail it."""
    bounds = measure(crew(), laid_out()) | {"unsupported": Fraction(-1)}
    trivial = dict.fromkeys(bounds, Fraction(99))
    told = [stage.bound for stage in stages(crew(), laid_out(), bounds, trivial)]
    assert told == [1, -1, 1, 99, 99, 99, 99]


def test_what_changes_between_two_plans() -> None:
    """The differences are after minus before, whole where they are whole."""
    assert change(outcome(Plan()), outcome(laid_out())) == [-3, 0, -3, 2, 1.25, 3, 15]


def test_an_outcome_crosses_the_wire() -> None:
    """An outcome comes back from JSON as it was, fractions exact."""
    told = outcome(laid_out())
    assert Outcome.model_validate_json(told.model_dump_json()) == told
