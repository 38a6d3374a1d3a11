"""The state that a role-play's events add up to, and the laws of any sequence of commands."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlcourse.domain.roleplay.messages import (
    Answered,
    Ask,
    CloseTalk,
    Decide,
    Decided,
    MakeChoice,
    PlayBegun,
    PreferenceStated,
    ShareFact,
)
from dlcourse.domain.roleplay.moves import open_choices
from dlcourse.domain.roleplay.play import Play, Voicing, apply, begin, replay
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.table import table_for
from dlcourse.domain.speech import Event, decode, encode
from dlcourse.errors import CourseError
from tests.domain.roleplay.anybody import Said, law, scenarios, scripts, speak
from tests.domain.roleplay.learners import Sitting, go_on, lamp, prepare


def fingerprint(play: Play) -> str:
    """Return all that could change in a play, in words."""
    return repr([getattr(play, field.name) for field in fields(play) if field.name != "scenario"])


@law
@given(scenarios(), st.integers(0, 11), scripts())
def test_any_sequence_of_commands(scenario: Scenario, seat: int, script: list[Said]) -> None:
    """Any command from any seat gives a new state or a `CourseError` that changes nothing; replayed it is the same."""
    sitting = Sitting(scenario, scenario.roles[seat % len(scenario.roles)].id)
    for at, said in enumerate(script):
        before, known = sitting.play, fingerprint(sitting.play)
        try:
            happened = sitting.say(speak(before, said, at))
        except CourseError:
            assert sitting.play is before
        else:
            assert happened
            assert sitting.play.moves == before.moves + len(happened)
        assert fingerprint(before) == known
        assert sitting.play.minutes_left >= 0
        assert all(each.min <= sitting.play.indicators[each.id] <= each.max for each in scenario.indicators)
    stored = [decode(Event, encode(event)) for event in sitting.events]
    assert replay(sitting.start, stored) == sitting.play


def test_an_event_of_another_subject_is_a_mistake() -> None:
    """What is no event of a play cannot be applied to one."""
    begun = PlayBegun(scenario="kept", title="", about="lamp", seats={}, seed="seed")
    with pytest.raises(TypeError, match="PlayBegun is no event of a play"):
        apply(begun, Sitting(lamp(), "ann").play)


def test_indicators_stay_within_their_bounds() -> None:
    """An effect changes an indicator as far as its bounds allow."""
    for choice, calm in (("knock", 2), ("break", 0), ("peep", 1)):
        sitting = Sitting(lamp(), "ann")
        sitting.do(MakeChoice, scene="door", choice=choice)
        assert sitting.play.indicators == {"calm": calm}


def test_a_choice_reveals_facts() -> None:
    """What a choice reveals is known to everyone from then on, once, without having been voiced."""
    sitting = Sitting(lamp(), "ann")
    for _ in range(2):
        sitting.do(MakeChoice, scene="door", choice="peep")
    assert sitting.play.revealed == ("wire",)
    assert sitting.play.heard == {"wire"}
    assert sitting.play.voiced == {}
    assert [fact.id for fact in sitting.play.knows("cem")] == ["dark", "sale", "wire", "fake", "tool"]


def week(*ways: str, seat: str = "cem", shared: str = "", option: str = "buy") -> Sitting:
    """Play the lamp until a week later: by these ways to the panel, sharing this, and deciding this as Ann."""
    sitting = Sitting(lamp(), seat)
    for way in ways:
        sitting.do(MakeChoice, scene="door", choice=way)
    prepare(sitting)
    if shared:
        sitting.do(ShareFact, fact=shared)
    if seat == "ann":
        sitting.do(Decide, option=option, reason="So.")
    else:
        sitting.do(CloseTalk, option=option)
    return sitting


@pytest.mark.parametrize(
    ("sitting", "ways"),
    [
        (week("knock"), {"go", "ask", "sell", "rest"}),
        (week("break"), {"go", "ask", "sell"}),
        (week("knock", shared="tool"), {"go", "thank", "sell", "rest"}),
        (week("break", shared="tool"), {"go", "sell"}),
        (week("knock", seat="ann", option="mend"), {"go", "ask", "rest"}),
    ],
)
def test_conditions(sitting: Sitting, ways: set[str]) -> None:
    """A way is open when what it wants was heard and done, and what it forbids was not; held is not heard."""
    assert {choice.id for choice in open_choices(sitting.play)} == ways
    for choice in {"go", "ask", "thank", "sell", "rest"} - ways:
        with pytest.raises(CourseError, match="not open here"):
            sitting.do(MakeChoice, scene="week", choice=choice)


def test_what_a_choice_reveals_counts_as_heard() -> None:
    """A revealed fact opens the ways that want it heard, and closes those that want it unheard."""
    sitting = week("knock")
    sitting.do(MakeChoice, scene="week", choice="ask")
    assert {choice.id for choice in open_choices(sitting.play)} == {"go", "thank", "sell", "rest"}


def test_a_panel_entered_again_has_fresh_minutes() -> None:
    """Talk time begins anew with each entry; the first preference and what was heard remain."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    for _ in range(4):
        sitting.do(ShareFact, fact="fuse")
    sitting.do(Decide, option="wait", reason="Not yet.")
    assert (sitting.play.scene, sitting.play.minutes_left) == ("talk", 4)
    assert sitting.play.voiced == {"fuse": Voicing("ann", 1, "")}
    sitting.do(ShareFact, fact="dark")
    assert sitting.play.minutes_left == 3
    sitting.do(Decide, option="mend", reason="Now.")
    assert sitting.play.chosen == ("door.knock", "talk.wait", "talk.mend")
    assert sitting.play.decided
    assert sitting.play.decided.option == "mend"


def test_a_fact_is_new_once() -> None:
    """Only the first time that a fact is said is kept as its coming to the table; every time is a mention."""
    sitting = Sitting(lamp(), "ann")
    prepare(sitting)
    told = sitting.tell("ben", "wire").fact
    sitting.do(ShareFact, fact=told)
    assert sitting.play.voiced == {told: Voicing("ben", 1, "expertise")}
    assert sitting.play.mentions == (told, told)
    assert [said.new for said in sitting.play.said] == [False, False, True, False, False]


def test_every_turn_knows_the_move_it_is() -> None:
    """Each turn of the conversation says after how many events it came, so that one can go back there."""
    sitting = Sitting(lamp(), "ben")
    prepare(sitting)
    sitting.do(Ask, how="open")
    sitting.do(ShareFact, fact="wire")
    go = sitting.do(CloseTalk, option="mend")
    go_on(sitting)
    for said in sitting.play.said:
        assert sitting.events[said.moves] == said.turn
    kinds = [type(said.turn).__name__ for said in sitting.play.said[1:-1]]
    assert kinds == ["QuestionAsked", "Answered", "Answered", "FactShared", "Answered", "Decided", "Answered"]
    assert [type(event) for event in go] == [PreferenceStated, Decided, Answered]


def test_an_answer_to_a_decision_stays_in_its_scene() -> None:
    """What is said to a decision belongs to the talk, although the story has gone on to the next scene."""
    sitting = week("knock", seat="ann")
    decided, *answers = sitting.play.said[-2:]
    assert sitting.play.scene == "week"
    assert [(said.scene, said.minute) for said in answers] == [("talk", decided.minute)]


def test_a_play_from_before_replays_to_the_same_state() -> None:
    """Plays that were stored when colleagues followed other rules lead to the state that they led to then."""
    stored = json.loads((Path(__file__).parent / "plays_before.json").read_text("utf-8"))
    scenario = Scenario.model_validate(stored["scenario"])
    for kept in stored["plays"]:
        begun = PlayBegun(scenario="kept", title="", about="lamp", seats={kept["seat"]: "me"}, seed="seed")
        play = replay(begin(begun, scenario), (decode(Event, event) for event in kept["events"]))
        assert state(play) == kept["state"]
        assert table_for(play, kept["seat"], {}, "play").moves == kept["state"]["moves"]


def state(play: Play) -> dict[str, Any]:
    """Return the state of a play as JSON."""
    return {
        "scene": play.scene,
        "minute": play.minute,
        "moves": play.moves,
        "before": dict(play.before),
        "after": dict(play.after),
        "said": [[type(one.turn).__name__, one.scene, one.minute, one.moves, one.new] for one in play.said],
        "voiced": {fact: [how.role, how.minute, how.how] for fact, how in play.voiced.items()},
        "mentions": list(play.mentions),
        "revealed": list(play.revealed),
        "chosen": list(play.chosen),
        "decided": encode(play.decided) if play.decided else None,
        "decided_on": sorted(play.decided_on),
        "indicators": dict(play.indicators),
    }
