"""The scales of a hidden profile: what people at the table can see, alone and together, and whether that is right.

The laws are those of `hidden_profile`.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from dlcourse.domain.roleplay.hidden_profile import best_option, deciding_shared_facts, known_to, value
from dlcourse.domain.roleplay.minimal_sets import smallest_group
from dlcourse.domain.roleplay.scenario import Fact, Scenario
from dlcourse.domain.speech import Value

Whose = Literal["shared", "one", "without", "all"]


class Pan(Value):
    """An option on a scale, and what the facts add up to for it."""

    option: str
    worth: int


class Scale(Value):
    """What the facts say that some of them know. ``role`` is whom it is about, or empty.

    ``leads`` is the name of the option that is ahead, empty if none is. ``holds``: a hidden profile needs it so.
    """

    whose: Whose
    role: str
    pans: tuple[Pan, ...]
    leads: str
    holds: bool


class Scales(Value):
    """All scales of a profile, and the names of its best option and its decoy.

    ``fewest`` is the smallest number of roles who can find the best option, or None. ``fragile`` are the texts of
    shared facts that alone decide what the shared facts say.
    """

    best: str
    decoy: str
    scales: tuple[Scale, ...]
    fewest: int | None
    fragile: tuple[str, ...]


def scales_of(scenario: Scenario) -> Scales | None:
    """The scales of a hidden profile; None if the scenario does not claim to be one."""
    if scenario.profile != "hidden" or scenario.best is None or scenario.decoy is None:
        return None
    best, decoy, roles = scenario.best, scenario.decoy, [role.id for role in scenario.roles]
    return Scales(
        best=scenario.option(best).name,
        decoy=scenario.option(decoy).name,
        scales=(
            _scale(scenario, "shared", "", scenario.shared, decoy),
            *(_scale(scenario, "one", role, known_to(scenario, [role]), decoy) for role in roles),
            _scale(scenario, "all", "", scenario.facts, best),
            *(_scale(scenario, "without", role, known_to(scenario, _others(roles, role)), best) for role in roles),
        ),
        fewest=len(group) if (group := smallest_group(scenario)) is not None else None,
        fragile=tuple(scenario.fact(fact).text for fact in deciding_shared_facts(scenario)),
    )


def _others(roles: Sequence[str], away: str) -> list[str]:
    return [role for role in roles if role != away]


def _scale(scenario: Scenario, whose: Whose, role: str, facts: Iterable[Fact], wanted: str) -> Scale:
    known = tuple(facts)
    leads = best_option(known, [option.id for option in scenario.options])
    return Scale(
        whose=whose,
        role=scenario.role(role).name if role else "",
        pans=tuple(Pan(option=option.name, worth=value(known, option.id)) for option in scenario.options),
        leads=scenario.option(leads).name if leads else "",
        holds=(leads == wanted) != (whose == "without"),
    )
