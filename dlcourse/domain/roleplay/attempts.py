"""What anyone may know about a scenario before playing it, and a person's attempts at it."""

from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Query, Value, View


class Brief(Query):
    """What anyone may know about a scenario before taking a seat."""

    scenario: str


class Attempts(Query):
    """My plays of a scenario, newest first."""

    scenario: str


class MyPlays(Query):
    """All my plays, of every scenario, newest first."""


class RoleCard(Value):
    """A role as everybody may know it."""

    id: str
    name: str
    about: str
    decides: bool


class BriefView(View):
    """A scenario before anyone takes a seat: no private facts, and nothing about which option is best.

    Only with a panel does it matter who sits where. ``editable``: the viewer can change it in the studio.
    """

    scenario: str
    title: str
    summary: str
    minutes: int
    panel: bool
    talk_minutes: int
    setting: str
    roles: tuple[RoleCard, ...]
    editable: bool = False


class Attempt(Value):
    """One of my plays, with the names that people see; ``outcome`` is the title of its end.

    ``number`` counts from 1, oldest first. ``source`` is the number of the attempt that it branched from after
    ``source_moves`` moves, or 0 if it started from the beginning.
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
    """My plays of a scenario, newest first; ``others`` are my ended plays of other scenarios, for comparison."""

    scenario: str
    attempts: tuple[Attempt, ...]
    others: tuple[Attempt, ...]


class MyPlaysView(View):
    """All my plays, newest first."""

    plays: tuple[Attempt, ...]


def brief(scenario: Scenario) -> BriefView:
    """What anyone may know about the scenario."""
    return BriefView(
        scenario=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        minutes=scenario.minutes,
        panel=scenario.panel is not None,
        talk_minutes=scenario.panel.minutes if scenario.panel else 0,
        setting=scenario.setting,
        roles=tuple(
            RoleCard(id=role.id, name=role.name, about=role.about, decides=role.decides) for role in scenario.roles
        ),
    )
