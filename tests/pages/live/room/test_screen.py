"""The screen for the room: how many are here, one clock or several, and nobody's name."""

import json
from typing import Any

from dlcourse.domain.live.messages import BroadcastWords, CloseLive, ExtendTimer
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom
from tests.pages.conftest import Reader


def test_the_screen_counts_people_and_shows_the_clocks(classroom: Classroom) -> None:
    """Before the start it says how many are here; then one clock for all, or one for each group that differs."""
    live = LiveRoom(classroom, group_size=2)
    reader = Reader("live-screen", live.lead.course)  # type: ignore[arg-type]
    reader.start(cohort=live.cohort, session=live.session)
    assert contents(reader)["here"] == "Nobody is here yet"
    live.enter("Anneliese", "Benedikt", "Cemile", "Dorothea")
    assert contents(reader)["here"] == "4 people are here"
    assert not contents(reader)["code_later"]
    live.start()
    assert contents(reader)["code_later"] == "Show the join code"
    (clock,) = contents(reader)["clocks"]
    assert (clock["group"], clock["phase"]) == ("", "Your first preference")
    assert clock["clock"]["timer"]["until"] > clock["clock"]["timer"]["now"]
    live.tell(ExtendTimer, group=2, minutes=5)
    assert [clock["group"] for clock in contents(reader)["clocks"]] == ["Group 1", "Group 2"]
    live.tell(BroadcastWords, words="Come back at ten")
    assert contents(reader)["told"] == "Come back at ten"
    live.tell(CloseLive)
    assert contents(reader)["clocks"] == []
    for name in ("Anneliese", "Benedikt", "Cemile", "Dorothea"):
        assert name not in json.dumps(reader.shown)


def test_the_join_code_is_not_among_what_is_sent(classroom: Classroom) -> None:
    """The course cannot read codes, so the screen asks for it and keeps it in the browser."""
    live = LiveRoom(classroom)
    reader = Reader("live-screen", live.lead.course)  # type: ignore[arg-type]
    shown = reader.start(cohort=live.cohort, session=live.session)
    assert classroom.made.join_code not in json.dumps(shown)
    code = shown["contents"]["code"]
    assert (code["label"], code["cohort"]) == ("Join code", live.cohort)


def contents(reader: Reader) -> dict[str, Any]:
    """What the screen shows after it has looked again."""
    return reader.say("LookAgain")["contents"]  # type: ignore[no-any-return]
