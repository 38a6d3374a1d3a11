"""A register on the screen of a room: which part is shown, and what leads on."""

from dlcourse.domain.ground_rules.messages import GroundRules
from dlcourse.domain.ground_rules.views import GroundRulesView
from dlcourse.errors import CourseError
from dlcourse.pages.ground_rules.room import PAGE
from dlcourse.pages.program import Refused, See, Seen
from dlcourse.pages.registers.room import RoomState, part, room_screen
from tests.person import Person

PARTS = [part("one", "First"), part("two", "Second"), part("three", "Third")]


def test_a_part_stays_on_the_screen_while_others_come() -> None:
    """The part that is shown stays, whatever is added after it; if it is gone, the first one is shown."""
    shown = room_screen(PARTS, "two")
    assert (shown["part"]["title"], shown["place"], shown["before"], shown["after"]) == (
        "Second",
        "2 of 3",
        "one",
        "three",
    )
    more = room_screen([*PARTS, part("four", "Fourth")], "two")
    assert (more["part"]["title"], more["place"]) == ("Second", "2 of 4")
    gone = room_screen(PARTS, "nothing")
    assert (gone["part"]["title"], gone["before"], gone["after"]) == ("First", "", "two")
    assert room_screen(PARTS, "three")["after"] == ""


def test_a_part_has_no_empty_lines() -> None:
    """A line without a text is left out, and so is the title of an empty list."""
    made = part("one", "First", lines=[("Name", ""), ("Other", "x")], listed=("Reasons", []))
    assert (made["lines"], made["list_title"]) == ([{"name": "Other", "text": "x"}], "")


def test_what_went_wrong_is_gone_once_the_register_is_seen_again(ann: Person) -> None:
    """A register that could not be read for a moment leaves no notice on the screen of the room."""
    view = ann.course.see(GroundRules())
    assert isinstance(view, GroundRulesView)
    error = CourseError("course", "it does not answer", "Wait.")
    refused, _ = PAGE.update(RoomState(view), Refused(See(GroundRules()), error))
    assert refused.notice == error
    seen, _ = PAGE.update(refused, Seen(GroundRules(), view))
    assert (seen.notice, seen.view) == (None, view)
