"""Hidden and manifest profiles: what the facts say to everybody together and to each role alone.

All numbers are whole and all answers exact. References and the story are checked elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Literal, NamedTuple

from dlcourse.domain.roleplay.scenario import Fact, Scenario
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

Law = Literal["H1", "H2", "H3", "H4", "manifest"]

REMEDIES: dict[Law, str] = {
    "H1": "Let the facts that only some hold speak more for '{option}', or name another best option.",
    "H2": "Let the shared facts speak more for '{option}', or the facts of '{role}' less against it.",
    "H3": "Let the shared facts speak more for '{option}', or name another decoy.",
    "H4": "Let '{role}' alone hold a fact without which '{option}' is not ahead.",
    "manifest": "Let these facts speak more for '{option}', or name another best option.",
}


def value(facts: Iterable[Fact], option: str) -> int:
    """The sum of the facts' weights for the option, V_G(o). A fact that is listed twice counts once."""
    return sum(fact.weight(option) for fact in {fact.id: fact for fact in facts}.values())


def best_option(facts: Iterable[Fact], options: Sequence[str]) -> str | None:
    """The unique best option on these facts, or None if several options are equally good."""
    known = tuple(facts)
    return _first_of({option: value(known, option) for option in options})


def _first_of(worth: Mapping[str, int]) -> str | None:
    most = max(worth.values(), default=0)
    first = [option for option, number in worth.items() if number == most]
    return first[0] if len(first) == 1 else None


def known_to(scenario: Scenario, roles: Iterable[str]) -> tuple[Fact, ...]:
    """The shared facts and the facts that any of the roles holds, each once, in file order."""
    group = set(roles)
    shared = {fact.id for fact in scenario.shared}
    return tuple(fact for fact in scenario.facts if fact.id in shared or not group.isdisjoint(fact.held_by))


class ProfileProblem(Value):
    """A law of the profile that fails: what the facts say, and how the author can fix it.

    ``role`` is the id of the role for which the law fails, or None if it fails for the whole group.
    """

    law: Law
    role: str | None
    message: str
    remedy: str


def hidden_problems(scenario: Scenario) -> tuple[ProfileProblem, ...]:
    """The laws of a hidden profile (Stasser & Titus 1985) that fail, and for whom; empty if it is a hidden profile.

    H1: ``best`` is the unique best on all facts. H2: ``decoy`` is the unique best on what each role knows. H3:
    ``decoy`` is the unique best on the shared facts, and it is not ``best``. H4: without any one role, the others do
    not reach ``best``. Raises a `CourseError` if ``best`` or ``decoy`` is not named.
    """
    if scenario.best is None or scenario.decoy is None:
        raise CourseError(scenario.id, "a hidden profile needs a best option and a decoy", "Name both.")
    if scenario.best == scenario.decoy:
        message = f"'{scenario.option(scenario.best).name}' is named as the best option and as the decoy."
        return (ProfileProblem(law="H3", role=None, message=message, remedy="Name another option as the decoy."),)
    return (
        *_broken(scenario, "H1", scenario.best, [_together(scenario)]),
        *_broken(scenario, "H2", scenario.decoy, _alone(scenario)),
        *_broken(scenario, "H3", scenario.decoy, [_SHARED]),
        *_broken(scenario, "H4", scenario.best, _without_one(scenario)),
    )


def manifest_problems(scenario: Scenario) -> tuple[ProfileProblem, ...]:
    """Where ``best`` is not the unique best: on the shared facts, for a role, or on all facts.

    Empty if the profile is manifest. Raises a `CourseError` if ``best`` is not named.
    """
    if scenario.best is None:
        raise CourseError(scenario.id, "a manifest profile needs a best option", "Name one.")
    return _broken(scenario, "manifest", scenario.best, [_SHARED, *_alone(scenario), _together(scenario)])


class _Sight(NamedTuple):
    """Whose facts are pooled, how to say so to an author, and which role it is about."""

    group: Set[str]
    words: str
    role: str | None = None


_SHARED = _Sight(frozenset(), "With the shared facts alone")


def _together(scenario: Scenario) -> _Sight:
    return _Sight({role.id for role in scenario.roles}, "With all facts")


def _alone(scenario: Scenario) -> list[_Sight]:
    words = "With the shared facts and those of '{}'"
    return [_Sight({role.id}, words.format(role.name), role.id) for role in scenario.roles]


def _without_one(scenario: Scenario) -> list[_Sight]:
    names = {role.id for role in scenario.roles}
    return [_Sight(names - {role.id}, f"Without '{role.name}'", role.id) for role in scenario.roles]


def _broken(scenario: Scenario, law: Law, option: str, sights: Iterable[_Sight]) -> tuple[ProfileProblem, ...]:
    """The sights in which the option is not the unique best, or, for H4, in which it is."""
    return tuple(
        _problem(scenario, law, option, sight)
        for sight in sights
        if (_leader(scenario, known_to(scenario, sight.group)) == option) == (law == "H4")
    )


def _problem(scenario: Scenario, law: Law, option: str, sight: _Sight) -> ProfileProblem:
    role = "" if sight.role is None else scenario.role(sight.role).name
    name = scenario.option(option).name
    aim = f"the others should not reach '{name}'" if law == "H4" else f"'{name}' should be worth more than any other"
    message = f"{sight.words}, {_tally(scenario, known_to(scenario, sight.group))}; {aim}."
    return ProfileProblem(
        law=law, role=sight.role, message=message, remedy=REMEDIES[law].format(option=name, role=role)
    )


def _tally(scenario: Scenario, facts: Sequence[Fact]) -> str:
    worth = [(value(facts, option.id), option.name) for option in scenario.options]
    (most, first), *others = sorted(worth, key=lambda pair: -pair[0])
    *parts, last = [f"'{first}' is worth {most}", *(f"'{name}' {number}" for number, name in others)]
    return " and ".join([", ".join(parts), last] if parts else [last])


def _leader(scenario: Scenario, facts: Iterable[Fact]) -> str | None:
    return best_option(facts, [option.id for option in scenario.options])


def deciding_shared_facts(scenario: Scenario) -> tuple[str, ...]:
    """The shared facts whose removal, one at a time, changes the best option on S (H6). A tie counts as a change."""
    worth = {option.id: value(scenario.shared, option.id) for option in scenario.options}
    whole = _first_of(worth)
    return tuple(
        fact.id
        for fact in scenario.shared
        if _first_of({option: worth[option] - fact.weight(option) for option in worth}) != whole
    )
