"""What a scenario is as a value, and what of it is kept."""

import json

import pytest
from pydantic import ValidationError

from dlcourse.content.roleplay.scenarios import check_text
from dlcourse.domain.roleplay.messages import ScenarioKept
from dlcourse.domain.roleplay.scenario import Fact, Role, Scenario, Voice
from tests.content.roleplay.broken import GOOD


def good() -> Scenario:
    """Return the scenario of the good file, without what later versions of the format added."""
    scenario = check_text(GOOD.replace("    explains: true\n", ""), "x").scenario
    assert scenario is not None
    return scenario


def test_what_is_not_said_leaves_no_trace_in_the_json() -> None:
    """A scenario that uses no later field has the JSON that it always had, so that its stored name stays the same."""
    raw = json.loads(good().model_dump_json())
    assert raw["roles"][0].keys() == {"id", "name", "about", "decides"}
    assert raw["facts"][0].keys() == {"id", "text", "held_by", "weighs"}


def test_what_is_said_is_kept() -> None:
    """Voice, portrait, said, touches and explains come through JSON as they were."""
    role = Role(id="cook", name="Teo", about="Cooks.", voice=Voice(answers=("I know.",)), portrait="cook-1")
    fact = Fact(id="a", text="b", held_by=("cook",), said="I saw it.", touches={"cook": "Oh."}, explains=True)
    changed = good().model_copy(update={"roles": (role, *good().roles), "facts": (fact, *good().facts)})
    assert Scenario.model_validate_json(changed.model_dump_json()) == changed


def test_a_stored_scenario_without_options_and_facts_opens() -> None:
    """An author must write two options and one fact where there are any; what is stored may have none."""
    raw = good().model_dump(mode="json") | {"options": [], "facts": [], "profile": None, "best": None, "decoy": None}
    kept = ScenarioKept.model_validate({"scenario": raw})
    assert kept.scenario.options == ()
    assert kept.scenario.facts == ()


def test_an_unknown_field_is_refused() -> None:
    """A field that no version of the format knows is an error, not a silent loss."""
    with pytest.raises(ValidationError, match="forbidden"):
        Scenario.model_validate(good().model_dump() | {"extra": 1})
