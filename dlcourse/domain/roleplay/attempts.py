"""Before and beside a play: what anyone may know of a scenario, and a person's attempts at it."""

from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Query, Value, View


class Brief(Query):
    """What anyone may know of a scenario before taking a seat."""

    scenario: str


class Attempts(Query):
    """My plays of a scenario, newest first."""

    scenario: str


class RoleCard(Value):
    """A role as everybody may know it."""

    id: str
    name: str
    about: str
    decides: bool


class BriefView(View):
    """A scenario before anyone sits down: no private facts, no claims about what is best."""

    scenario: str
    title: str
    summary: str
    minutes: int
    talk_minutes: int
    setting: str
    roles: tuple[RoleCard, ...]


class Attempt(Value):
    """One of my plays, by the names people see; ``outcome`` is the end's title.

    ``number`` counts from 1, oldest first; ``source`` is the number of the attempt that it branched from after
    ``source_moves`` moves, 0 where it began anew.
    """

    play: str
    scenario: str
    title: str
    seat: str
    begun: str
    changed: str
    moves: int
    ended: bool
    decided: str
    outcome: str
    source_play: str = ""
    source_moves: int = 0
    number: int = 0
    source: int = 0


class AttemptsView(View):
    """My plays of a scenario, newest first; ``others`` are my ended plays of other scenarios, to compare with."""

    scenario: str
    attempts: tuple[Attempt, ...]
    others: tuple[Attempt, ...]


def brief(scenario: Scenario) -> BriefView:
    """What anyone may know of the scenario."""
    return BriefView(
        scenario=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        minutes=scenario.minutes,
        talk_minutes=scenario.panel.minutes if scenario.panel else 0,
        setting=scenario.setting,
        roles=tuple(RoleCard(**role.model_dump()) for role in scenario.roles),
    )
