"""The table as one seat sees it: all that it may know, and nothing else."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.messages import (
    Answered,
    ChoiceMade,
    CloseTalk,
    Decide,
    FactShared,
    MakeChoice,
    ShareFact,
    StatePreference,
    VoiceIdea,
)
from dlcourse.domain.roleplay.moves import open_choices
from dlcourse.domain.roleplay.scenario import Crossroads, Scenario
from dlcourse.domain.roleplay.table import TableView, table_for
from dlcourse.domain.roleplay.talk.conversation import TalkLine
from dlcourse.domain.speech import encode
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import Said, law, scenarios, scripts, speak
from tests.domain.roleplay.learners import Sitting, go_on, lamp, prepare

PRIVATE = {"leads_to", "effects", "reveals", "when", "best", "decoy", "profile", "weighs", "held_by", "seed", "after"}


def view(sitting: Sitting, viewer: str, **texts: str) -> TableView:
    """Return what a role sees now."""
    return table_for(sitting.play, viewer, texts, "play")


def secrets(sitting: Sitting, viewer: str) -> Iterator[str]:
    """Yield every text that this role must not see yet, worked out from the events alone."""
    scenario, happened = sitting.scenario, sitting.events
    everyone = {role.id for role in scenario.roles}
    said = {event.fact for event in happened if isinstance(event, FactShared | Answered)}
    taken = {(event.scene, event.choice) for event in happened if isinstance(event, ChoiceMade)}
    ways = {(s.id, way.id): way for s in scenario.scenes if isinstance(s, Crossroads) for way in s.choices}
    revealed = {fact for way in taken for fact in ways[way].reveals}
    for fact in scenario.facts:
        if viewer not in fact.held_by and not everyone <= set(fact.held_by) and fact.id not in said | revealed:
            yield fact.text
    yield from (way.feedback for place, way in ways.items() if place not in taken)
    ahead = {(sitting.play.scene, way.id) for way in open_choices(sitting.play)}
    yield from (way.text for place, way in ways.items() if place not in taken | ahead)
    been = {scenario.start, sitting.play.scene, *(scene for scene, _ in taken)}
    if sitting.scenario.panel and sitting.play.decided:
        been.add(sitting.scenario.panel.id)
    yield from (scene.text for scene in scenario.scenes if scene.id not in been)


def names(value: Any) -> Iterator[str]:
    """Yield every field name in a JSON value."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from names(part)


@pytest.mark.slow
@law
@given(scenarios(), st.integers(0, 11), scripts())
def test_no_table_tells_too_much(scenario: Scenario, seat: int, script: list[Said]) -> None:
    """No seat's table ever holds the text of a fact that it cannot know, of a way not taken, or of a scene to come."""
    sitting = Sitting(scenario, scenario.roles[seat % len(scenario.roles)].id)
    _tells_no_secret(sitting)
    for at, said in enumerate(script):
        try:
            sitting.say(speak(sitting.play, said, at))
        except CourseError:
            continue
        _tells_no_secret(sitting)


def _tells_no_secret(sitting: Sitting) -> None:
    for role in sitting.scenario.roles:
        seen = encode(view(sitting, role.id))
        text = json.dumps(seen)
        assert [secret for secret in secrets(sitting, role.id) if json.dumps(secret)[1:-1] in text] == []
        assert PRIVATE.isdisjoint(names(seen))


def test_a_preference_is_private() -> None:
    """A first preference is seen by the seat that stated it and by no other."""
    sitting = Sitting(lamp(start="talk"), "ann")
    sitting.do(StatePreference, option="wait")
    assert view(sitting, "ann").before == "wait"
    assert view(sitting, "ben").before == ""
    assert "wait" not in {line.option for passage in view(sitting, "ben").passages for line in passage.lines}


def test_what_is_known_and_whence() -> None:
    """Each known fact says where it is from: everyone has it, I brought it, I heard it, a choice revealed it."""
    sitting = Sitting(lamp(), "ann")
    sitting.do(MakeChoice, scene="door", choice="peep")
    prepare(sitting)
    sitting.do(ShareFact, fact="fuse")
    sitting.do(ShareFact, fact="dark")
    told = sitting.tell("cem", "tool")
    known = {fact.id: (fact.since, fact.by, fact.minute) for fact in view(sitting, "ann").facts}
    assert known["sale"] == ("everyone", "", 0)
    assert known["dark"] == ("everyone", "ann", 2)
    assert known["fuse"] == ("own", "ann", 1)
    assert known["wire"] == ("revealed", "", 0)
    assert known[told.fact] == ("heard", "cem", 3)
    assert {fact.id: fact.since for fact in view(sitting, "ben").facts}["fuse"] == "heard"


def test_stages() -> None:
    """The table says what is asked of the seat: a way, a preference, talk, the decision, nothing more."""
    sitting = Sitting(lamp(), "ann")
    assert view(sitting, "ann").stage == "choose"
    go_on(sitting, "panel")
    assert view(sitting, "ann").stage == "prefer"
    prepare(sitting)
    assert view(sitting, "ann").stage == "talk"
    for _ in range(4):
        sitting.do(ShareFact, fact="fuse")
    assert view(sitting, "ann").stage == "decide"
    sitting.do(Decide, option="mend", reason="So.")
    go_on(sitting)
    assert view(sitting, "ann").stage == "end"


def test_the_seats_and_the_gauges() -> None:
    """Everybody's public part is shown, the viewer and the decider marked, and indicators within their bounds."""
    sitting = Sitting(lamp(), "ben")
    go_on(sitting, "panel")
    seen = view(sitting, "ben")
    assert [(seat.id, seat.decides, seat.you) for seat in seen.seats] == [
        ("ann", True, False),
        ("ben", False, True),
        ("cem", False, False),
    ]
    assert [gauge.model_dump() for gauge in seen.gauges] == [{"name": "Calm", "value": 2, "min": 0, "max": 2}]
    assert (seen.minutes, seen.minutes_left, seen.chooser) == (4, 4, "")


def test_who_chooses() -> None:
    """At a crossroads the role that the scene names chooses, else the deciding one."""
    assert view(Sitting(lamp(), "ben"), "ben").chooser == "ann"
    scenes = [scene.model_dump() | ({"by": "cem"} if scene.id == "door" else {}) for scene in lamp().scenes]
    assert view(Sitting(lamp(scenes=scenes), "ben"), "ben").chooser == "cem"


def test_only_open_ways_are_shown() -> None:
    """A way whose condition does not hold is not shown, neither its text nor that it exists."""
    sitting = Sitting(lamp(), "cem")
    go_on(sitting, "panel")
    prepare(sitting)
    sitting.do(CloseTalk, option="mend")
    assert [way.id for way in view(sitting, "cem").choices] == ["go", "ask", "sell", "rest"]
    assert "[the way thank]" not in view(sitting, "cem").model_dump_json()


def lines(sitting: Sitting, **texts: str) -> list[TalkLine]:
    """Return all that was said and done, as Ann sees it."""
    return [line for passage in view(sitting, "ann", **texts).passages for line in passage.lines]


def test_the_story_so_far() -> None:
    """Each scene come through has its lines, the present one comes last; people's words stand where they were said."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    idea = f"command-{len(sitting.events)}"
    sitting.do(VoiceIdea, option="buy", words="Let us.")
    decision = f"command-{len(sitting.events)}"
    sitting.do(Decide, option="mend", reason="So.", credits=("ben",))
    seen = view(sitting, "ann", **{idea: "Let us.", decision: "So."})
    assert [passage.scene for passage in seen.passages] == ["door", "talk", "week"]
    told = [(line.kind, line.words) for passage in seen.passages for line in passage.lines]
    answers = [("answered", "")] * 2
    assert told == [("chose", ""), ("idea", "Let us."), ("answered", ""), ("decided", "So."), *answers]
    assert seen.passages[0].lines[0].feedback == "[after knock]"
    assert seen.decided == "mend"
    assert seen.passages[1].lines[2].credits == ("ben",)


def test_erased_words_are_empty() -> None:
    """Where somebody's words were erased, the line stays without them."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    sitting.do(VoiceIdea, option="buy", words="Let us.")
    assert [line.words for line in lines(sitting)] == ["", "", ""]
