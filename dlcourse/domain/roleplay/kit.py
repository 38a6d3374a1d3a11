"""A role-play on paper: what to hand out, so that a group can play it in a room without any computer.

Only a scenario with a panel can be played on paper. What a role knows is not marked as shared or as its own, and stands
in an order that gives nothing away.
"""

import hashlib
from typing import Literal

from dlcourse.domain.roleplay.hidden_profile import known_to
from dlcourse.domain.roleplay.scenario import Fact, Panel, Scenario
from dlcourse.domain.speech import Query, Value, View
from dlcourse.errors import CourseError


class PaperKits(Query):
    """The scenarios that can be played on paper."""


class PaperKit(Query):
    """A scenario with everything that it hides, to be printed for a group."""

    scenario: str


class TakePaperKit(Query):
    """The same as a Word document."""

    scenario: str
    form: Literal["docx"] = "docx"


class KitCover(Value):
    """A scenario that can be played on paper: for how many people, and how long the talk is, in minutes."""

    scenario: str
    title: str
    summary: str
    people: int
    minutes: int


class PaperKitsView(View):
    """Every scenario that can be played on paper."""

    kits: tuple[KitCover, ...]


class PaperKitView(View):
    """A scenario that can be played on paper, whole."""

    scenario: Scenario


def panel_of(scenario: Scenario) -> Panel:
    """The scene that is played on paper; `CourseError` if the scenario has none."""
    if scenario.panel is None or not scenario.facts:
        raise CourseError(
            scenario.title, "this story has no table to sit at, so there is nothing to hand out", "Play it on a screen."
        )
    return scenario.panel


def cover(scenario: Scenario) -> KitCover:
    """What is said of a scenario in the list of those for paper."""
    return KitCover(
        scenario=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        people=len(scenario.roles),
        minutes=panel_of(scenario).minutes,
    )


def packet(scenario: Scenario, role: str) -> tuple[Fact, ...]:
    """All facts that this role knows, in an order of its own that does not tell which ones others know as well."""
    return tuple(sorted(known_to(scenario, [role]), key=lambda fact: _place(scenario, role, fact)))


def _place(scenario: Scenario, role: str, fact: Fact) -> bytes:
    return hashlib.blake2b(f"{scenario.id}/{role}/{fact.id}".encode()).digest()
