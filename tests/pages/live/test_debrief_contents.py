"""The debrief of a group: what came to the table and when, and what only the table may know."""

import json

from dlcourse.domain.live.messages import LiveDecide, LivePrefer, LiveShare
from dlcourse.pages.live import debrief_words as words
from dlcourse.pages.live.debrief_contents import group_debrief
from dlcourse.pages.markdown import inline
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom
from tests.pages.conftest import Reader


def test_the_table_sees_preferences_and_leaders_do_not(classroom: Classroom) -> None:
    """Facts that were said come first, with their minute; leaders get no preference, and no reason unasked."""
    live = LiveRoom(classroom)
    live.enter("Anneliese", "Benedikt")
    live.start()
    ann = next(each for each in live.people if live.seat(each).role != live.group(each).decider)
    options = live.group(ann).options
    live.say(ann, LivePrefer, option=options[0].id)
    live.move_on()
    said = next(fact for fact in live.group(ann).facts if fact.since == "own")
    live.say(ann, LiveShare, fact=said.id)
    live.move_on()
    decider = live.in_role(live.group(ann).decider)
    live.say(decider, LiveDecide, option=options[1].id, reason="Ours alone")
    live.move_on(2)

    table = group_debrief(live.debrief(ann))
    assert table["lines"][:2] == [f"The group decided: {options[1].name}.", "The reason: Ours alone"]
    assert table["lines"][-1] == "1 of 11 facts that only some knew came to the table."
    assert table["facts"] is not None
    first, *others = table["facts"]["rows"]
    assert (first["html"], len(others)) == (inline(said.text), 10)
    assert (first["voiced"], first["surfaced"]) == (True, words.SAID_BY.format(minute=1, role="you"))
    assert {(row["voiced"], row["surfaced"]) for row in others} == {(False, words.NEVER)}
    assert table["preferences"] is not None
    assert options[0].name in [row[1] for row in table["preferences"]["table"]["rows"]]
    assert table["questions"]

    reader = Reader("live-group", live.lead.course)  # type: ignore[arg-type]
    shown = reader.start(cohort=live.cohort, session=live.session, group="1")["contents"]
    assert shown["preferences"] is None
    assert [row["html"] for row in shown["facts"]["rows"]] == [row["html"] for row in table["facts"]["rows"]]
    assert "you" not in {row["surfaced"].rpartition(" ")[2] for row in shown["facts"]["rows"]}
    for hidden in ("Ours alone", "Anneliese", "Benedikt"):
        assert hidden not in json.dumps(reader.shown)


def test_a_group_that_goes_on_has_no_debrief_yet(classroom: Classroom) -> None:
    """Before the group has come to it, leaders read that it has not, and nothing of what the group knows is sent."""
    live = LiveRoom(classroom)
    live.enter("Ann", "Ben")
    live.start()
    reader = Reader("live-group", live.lead.course)  # type: ignore[arg-type]
    shown = reader.start(cohort=live.cohort, session=live.session, group="1")
    assert shown["contents"] is None
    assert "has not come to its debrief yet" in shown["notice"]["what"]


def test_a_case_without_a_panel_does_not_claim_that_nothing_was_said(classroom: Classroom) -> None:
    """Where facts are shared only aloud, the debrief says so, and marks none as never said."""
    live = LiveRoom(classroom, "the-river-project")
    ann, *_ = live.enter("Ann", "Ben")
    live.start()
    live.move_on(2)
    facts = group_debrief(live.debrief(ann))["facts"]
    assert facts is not None
    assert {(row["voiced"], row["surfaced"]) for row in facts["rows"]} == {(True, words.ALOUD)}
