"""Builds a hidden profile from numbers, for generated tests and for authors who want a frame to fill with words.

Its facts and weights satisfy the laws of `hidden_profile` by formula. It invents no story.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dlcourse.domain.roleplay.scenario import End, Fact, Option, Panel, Question, Role, Scenario
from dlcourse.errors import CourseError

MOST_ROLES = 12


class Pull(NamedTuple):
    """One rival of the best option: each role's own facts pull ``c`` against it; all facts together win by ``e``."""

    c: int
    e: int


class Split(NamedTuple):
    """How many facts a pull is spread over: ``own`` for each role, ``shared`` for everybody (at least two)."""

    own: int = 1
    shared: int = 2


EVEN = Split()


def build(
    n_roles: int, rivals: Sequence[Pull], *, decoy: int = 0, options: Sequence[str] = (), split: Split = EVEN
) -> Scenario:
    """Make a scenario with a panel that satisfies H1 to H4 and H6, the same one for the same arguments.

    ``decoy`` is the place of the decoy in ``rivals``; ``options`` names the ids of the best option and then of the
    rivals (left out: ``best``, ``rival-1`` and so on). The formulas are those of the course's design notes
    (model.md, section 1), a generalisation of Stasser & Titus (1985). With n roles and a rival o

    - the shared facts leave the best option b behind by n c - e, one role alone by (n-1) c - e, all but one role
      by c - e, and all together put it ahead by e; 0 < e < c makes each of these a whole number above 0;
    - the decoy is ahead of every other rival by at least 2 on the shared facts, so that none of two or more even
      parts decides (H6), and by at least 1 with one role's own facts.

    A pull that is smaller than the number of its parts leaves some facts without weight. Raises a `CourseError`
    where the arguments break these conditions.
    """
    _check_shape(n_roles, rivals, decoy, split)
    _check_pulls(n_roles, rivals, decoy)
    names = tuple(options) or ("best", *(f"rival-{place + 1}" for place in range(len(rivals))))
    if len(set(names)) != len(rivals) + 1 or len(names) != len(rivals) + 1:
        raise CourseError("options", f"{len(rivals)} rivals and a best option need as many different ids")
    roles = [f"role-{place + 1}" for place in range(n_roles)]
    facts = [*_shared_facts(roles, rivals, names, decoy, split.shared), *_own_facts(roles, rivals, names, split.own)]
    return _scenario(roles, names, names[1 + decoy], facts)


def _check_shape(n_roles: int, rivals: Sequence[Pull], decoy: int, split: Split) -> None:
    if not 2 <= n_roles <= MOST_ROLES:
        raise CourseError("n_roles", f"{n_roles} roles cannot divide what they know", f"Take 2 to {MOST_ROLES}.")
    if not 0 <= decoy < len(rivals):
        raise CourseError("decoy", f"there is no rival at place {decoy}", f"There are {len(rivals)}, counted from 0.")
    if split.own < 1 or split.shared < 2:
        raise CourseError("split", f"{split.own} own and {split.shared} shared facts are too few", "Take 1 and 2.")


def _check_pulls(n_roles: int, rivals: Sequence[Pull], decoy: int) -> None:
    for place, rival in enumerate(rivals):
        where = f"rivals[{place}]"
        if not 0 < rival.e < rival.c:
            raise CourseError(where, f"c = {rival.c} and e = {rival.e}", "It must be 0 < e < c.")
        if place != decoy and _behind(n_roles, rivals[decoy]) < _behind(n_roles, rival) + 2:
            raise CourseError(where, "the shared facts do not put the decoy ahead of it by 2", "Raise the decoy's c.")
        if place != decoy and _behind(n_roles - 1, rivals[decoy]) <= _behind(n_roles - 1, rival):
            raise CourseError(where, "one role alone does not see the decoy ahead of it", "Raise the decoy's c.")


def _behind(n_roles: int, rival: Pull) -> int:
    """By how much the best option is behind the rival if the own facts of this many roles are missing."""
    return n_roles * rival.c - rival.e


def _part(whole: int, parts: int, place: int) -> int:
    """The whole number at this place if ``whole`` is spread evenly; all places add up to ``whole`` (Hermite)."""
    return (whole + place) // parts


def _shared_facts(roles: list[str], rivals: Sequence[Pull], names: Sequence[str], decoy: int, parts: int) -> list[Fact]:
    """Facts that lift the decoy over the best option, and a little less the other rivals."""
    most = _behind(len(roles), rivals[decoy])
    gaps = {name: most - _behind(len(roles), rival) for name, rival in zip(names[1:], rivals, strict=True)}
    return [
        _fact(
            f"shared-{place + 1}",
            roles,
            {name: _part(most, parts, place) - _part(gap, parts, place) for name, gap in gaps.items()},
        )
        for place in range(parts)
    ]


def _own_facts(roles: list[str], rivals: Sequence[Pull], names: Sequence[str], parts: int) -> list[Fact]:
    """Facts that lift the best option over each rival by that rival's ``c``, for every role."""
    best, most = names[0], max(rival.c for rival in rivals)
    pulls = {best: 0} | {name: rival.c for name, rival in zip(names[1:], rivals, strict=True)}
    return [
        _fact(
            f"{role}-own-{place + 1}",
            [role],
            {name: _part(most, parts, place) - _part(pull, parts, place) for name, pull in pulls.items()},
        )
        for role in roles
        for place in range(parts)
    ]


def _fact(fact_id: str, held_by: list[str], weighs: dict[str, int]) -> Fact:
    spoken = {option: weight for option, weight in weighs.items() if weight}
    return Fact(id=fact_id, text=f"{_words(fact_id)}.", held_by=tuple(held_by), weighs=spoken)


def _scenario(roles: list[str], options: Sequence[str], decoy: str, facts: list[Fact]) -> Scenario:
    """A scenario with a panel and an end for each option.

    The talk is long enough to ask for doubts, to ask everyone, and to voice every unique fact.
    """
    talk = 2 + sum(len(fact.held_by) == 1 for fact in facts)
    ends = {option: End(id=f"after-{option}", text=f"You decided: {_words(option)}.") for option in options}
    leads_to = {option: end.id for option, end in ends.items()}
    panel = Panel(id="panel", title="Panel", text="Decide together.", minutes=talk, leads_to=leads_to)
    return Scenario(
        id="built-profile",
        title="A built profile",
        summary="A hidden profile made from numbers.",
        minutes=talk,
        principles=("P1",),
        setting="A group has to decide.",
        source="original",
        roles=tuple(
            Role(id=role, name=_words(role), about="Sits at the table.", decides=role == roles[0]) for role in roles
        ),
        options=tuple(Option(id=option, name=_words(option)) for option in options),
        profile="hidden",
        best=options[0],
        decoy=decoy,
        facts=tuple(facts),
        start=panel.id,
        scenes=(panel, *ends.values()),
        debrief=(Question(ask="What did only one of you know?", principles=("P1",)),),
    )


def _words(some_id: str) -> str:
    return some_id.replace("-", " ").capitalize()
