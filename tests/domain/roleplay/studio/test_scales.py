"""The scales agree with the laws of a hidden profile."""

import pytest

from dlcourse.domain.roleplay.hidden_profile import hidden_problems
from dlcourse.domain.roleplay.profile_builder import Pull, build
from dlcourse.domain.roleplay.studio.scales import scales_of


@pytest.mark.parametrize("roles", [2, 3, 5])
def test_a_built_profile_is_in_balance(roles: int) -> None:
    """Of a profile that is hidden, every scale is as it should be, and all have to put their facts together."""
    scales = scales_of(build(roles, [Pull(c=3, e=1), Pull(c=2, e=1)]))
    assert scales is not None
    assert all(scale.holds for scale in scales.scales)
    assert (len(scales.scales), scales.fewest, scales.fragile) == (2 + 2 * roles, roles, ())


def test_each_failing_law_tips_its_scale() -> None:
    """As many scales are wrong as laws fail, for the same people."""
    built = build(3, [Pull(c=3, e=1)])
    heavy = built.facts[-1].model_copy(update={"weighs": {"best": 20}})
    tipped = built.model_copy(update={"facts": (*built.facts[:-1], heavy)})
    scales = scales_of(tipped)
    assert scales is not None
    wrong = [(scale.whose, scale.role) for scale in scales.scales if not scale.holds]
    assert len(wrong) == len(hidden_problems(tipped))
    assert ("one", "Role 3") in wrong


def test_a_manifest_profile_has_no_scales() -> None:
    """The scales are only for a profile that claims to be hidden."""
    assert scales_of(build(2, [Pull(c=3, e=1)]).model_copy(update={"profile": "manifest"})) is None
