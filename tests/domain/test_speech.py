"""Commands, queries, views and events are sent as plain JSON, and nothing else is accepted."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from dlcourse.domain.roleplay.messages import (
    Ask,
    BeginPlay,
    Decide,
    FactShared,
    PlayBegun,
    ScenarioKept,
    Table,
    VoiceIdea,
)
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import KINDS, TAG, Command, Event, Query, Speech, decode, encode
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import Said, law, scenarios, scripts, speak
from tests.domain.roleplay.learners import Sitting, lamp

NOTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JUNK = st.recursive(NOTHING, lambda each: st.lists(each) | st.dictionaries(st.text(), each), max_leaves=5)
FIELDS = st.sampled_from(
    ["id", "play", "scenario", "seat", "option", "how", "to", "words", "moves", "credits", "reason"]
)
TAGS = st.sampled_from([*KINDS, "nonsense", "", "Command"]) | NOTHING


@law
@given(scenarios(), scripts())
def test_a_wire_changes_nothing(scenario: Scenario, script: list[Said]) -> None:
    """What was encoded and decoded again, as text, is equal to the original."""
    play = Sitting(scenario, scenario.roles[0].id).play
    kept: list[Speech] = [ScenarioKept(scenario=scenario), *(speak(play, said, at) for at, said in enumerate(script))]
    for speech in kept:
        assert decode(Speech, json.loads(json.dumps(encode(speech)))) == speech


@law
@given(TAGS, st.dictionaries(FIELDS | st.text(), JUNK | st.sampled_from(["command-1", "open", "closed"])))
@example("Ask", {"id": "command-1", "play": "p", "how": "open", "to": "\ud800"})
@example("BeginPlay", {"id": "command-1\0", "play": "\0", "scenario": "", "seat": ""})
def test_only_speech_is_heard(tag: Any, parts: dict[str, Any]) -> None:
    """Everything that is received is one of the known kinds, or refused with a `CourseError`."""
    for family in (Command, Query, Event):
        with suppress(CourseError):
            heard = decode(family, {**parts, TAG: tag})
            assert isinstance(heard, family)
            assert type(heard).__name__ == tag


@pytest.mark.parametrize("family", [Query, Event])
def test_a_command_is_no_other_speech(family: type[Speech]) -> None:
    """If a query or an event is expected, a command is refused."""
    raw = encode(BeginPlay(id="command-1", play="p", scenario="lamp", seat="ann"))
    with pytest.raises(CourseError, match=f"not a known {family.__name__.lower()}"):
        decode(family, raw)


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        ({TAG: "Ask", "id": "command-1", "play": "p", "how": "shouting"}, "Ask.how"),
        ({TAG: "Ask", "id": "short", "play": "p", "how": "open"}, "Ask.id"),
        ({TAG: "Ask", "id": "c" * 65, "play": "p", "how": "open"}, "Ask.id"),
        ({TAG: "Ask", "id": "command-1", "play": "p", "how": "open", "seat": "ann"}, "Ask.seat"),
        ({TAG: "VoiceIdea", "id": "command-1", "play": "p", "option": "buy", "words": "x" * 4001}, "VoiceIdea.words"),
        ({TAG: "Decide", "id": "command-1", "play": "p", "option": "buy", "reason": ""}, "Decide.reason"),
        ({TAG: "BranchPlay", "id": "command-1", "play": "p", "source": "q", "moves": -1}, "BranchPlay.moves"),
    ],
)
def test_what_does_not_fit_is_located(raw: dict[str, Any], where: str) -> None:
    """The error names the field that is unknown, too long, too short or of another type."""
    with pytest.raises(CourseError) as refused:
        decode(Command, raw)
    assert refused.value.where == where


def test_values_are_frozen() -> None:
    """Values cannot be changed afterwards."""
    asked = Ask(id="command-1", play="p", how="open")
    with pytest.raises(ValidationError, match="frozen"):
        asked.play = "q"  # type: ignore[misc]


def test_two_kinds_of_one_name() -> None:
    """A second class with a name that is already used is a programming error, reported at once."""
    with pytest.raises(TypeError, match="two kinds of speech are called Table"):
        type("Table", (Query,), {"__module__": __name__})
    assert KINDS["Table"] is Table


def test_only_a_persons_words_are_texts() -> None:
    """The words of a reason and an idea are stored as texts under the command's id; other commands have none."""
    assert Decide(id="command-1", play="p", option="buy", reason="So.").texts() == {"command-1": "So."}
    assert VoiceIdea(id="command-1", play="p", option="buy").texts() == {}
    assert BeginPlay(id="command-1", play="p", scenario="lamp", seat="ann").texts() == {}


def test_events_carry_their_kind() -> None:
    """An encoded event has its kind and its fields, and nothing else."""
    assert encode(FactShared(role="ann", fact="fuse")) == {TAG: "FactShared", "role": "ann", "fact": "fuse"}
    begun = PlayBegun(scenario="kept", title="The lamp", about=lamp().id, seats={"ann": "p"}, seed="s")
    assert decode(Event, encode(begun)) == begun
