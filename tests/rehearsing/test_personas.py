"""How scripted participants behave: each persona does what it is there for, and only what the page offers."""

from random import Random
from typing import Any

import pytest

from dlcourse.domain.live.messages import LiveAsk, LiveDecide, LiveIdea, LivePrefer
from dlcourse.pages.fields import Answer, choice, many, options, required_text, select, text
from dlcourse.pages.form import form, form_of_ways, way
from dlcourse.rehearsing.performance import ScriptedCast
from dlcourse.rehearsing.personas import PERSONAS, Memory
from dlcourse.rehearsing.table import TableSheet
from tests.rehearsing.pages import TABLE, fact, page

PICK = options([("a", "First"), ("b", "Second")])
ASK = form_of_ways(
    "ask",
    [
        way("expertise", "One", LiveAsk, {**TABLE, "how": "expertise"}, [select("to", "Whom?", "", PICK)]),
        way("open", "All", LiveAsk, {**TABLE, "how": "open"}),
        way("dissent", "Doubts", LiveAsk, {**TABLE, "how": "dissent"}),
    ],
    legend="",
    note="",
    submit="",
    leave="",
)
IDEA = form(LiveIdea, "idea", [select("option", "", "", PICK), text("words", "", 900)], fixed=TABLE, submit="")
PREFER = form(LivePrefer, "prefer", [choice("option", "", PICK)], fixed=TABLE, submit="")
FIELDS: list[Answer] = [choice("option", "", PICK), many("credits", "", PICK), required_text("reason", "", 900)]
DECIDE = form(LiveDecide, "decide", FIELDS, fixed=TABLE, submit="")
TALK = page(facts=[fact("Mine")], known=[fact("Everybody's")], forms=[ASK, IDEA])


def said(name: str, *pages: dict[str, Any]) -> list[dict[str, Any]]:
    """Everything that a persona says on these pages, until there is nothing left."""
    memory, found = Memory(Random(1), "Rehearsal 1"), list[dict[str, Any]]()
    for contents in pages:
        while message := PERSONAS[name].next(TableSheet(contents), memory):
            found.append(message)
    return found


def test_somebody_who_asks_well_asks_shares_and_leans_late() -> None:
    """They ask a person, share only what others lack, ask everyone and for doubts, and say last where they lean."""
    messages = said("asks-well", TALK)
    assert [each["say"] for each in messages] == ["LiveAsk", "LiveShare", "LiveAsk", "LiveAsk", "LiveIdea"]
    assert [each.get("how") for each in messages] == ["expertise", None, "open", "dissent", None]
    assert messages[1]["fact"] == "Mine"


def test_somebody_who_announces_shares_nothing() -> None:
    """They say at once where they lean, call for help once, and nothing else."""
    assert [each["say"] for each in said("announces", TALK, TALK)] == ["LiveIdea", "LiveCall"]


def test_somebody_silent_does_only_what_the_group_needs() -> None:
    """They say nothing in the talk, but state their preference, and decide if that is theirs."""
    pages = page(phase="preference", forms=[PREFER]), TALK, page(phase="decision", forms=[DECIDE])
    messages = said("silent", *pages)
    assert [each["say"] for each in messages] == ["LivePrefer", "LiveDecide"]
    assert messages[1]["option"] in {"a", "b"}
    assert messages[1]["reason"]


@pytest.mark.parametrize("name", PERSONAS)
def test_everybody_comes_in_and_uses_each_thing_once(name: str) -> None:
    """Every persona enters at the door, and never presses the same thing twice."""
    door = {"door": {"cohort": "c", "session": "s"}}
    messages = said(name, door, door, TALK, TALK)
    assert messages[0] == {"say": "EnterLive", "cohort": "c", "session": "s"}
    assert len({str(sorted(each.items())) for each in messages}) == len(messages)


def test_what_is_typed_can_be_recognized() -> None:
    """Two things that are typed never have the same words, so that each can be recognized anywhere."""
    memory = Memory(Random(1), "Rehearsal 1")
    assert memory.words("So") != memory.words("So")
    assert all("rehearsal1x" in words for words in memory.typed)


def test_only_one_seat_tries_what_is_not_allowed() -> None:
    """However many seats there are, one of them is malicious, unless nobody else was asked for."""
    seats = ScriptedCast(tuple(PERSONAS.values()), 40).by_seat()
    assert (len(seats), sum(persona.trespasses for persona in seats)) == (40, 1)
    assert ScriptedCast([PERSONAS["malicious"]], 3).by_seat() == [PERSONAS["malicious"]] * 3
