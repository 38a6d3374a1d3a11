"""What a rehearsal says that it waits for, which is what whoever leads has to do next."""

from typing import Any

from dlcourse.pages.live.words import ENDED, PHASES
from dlcourse.rehearsing.table import TableSheet
from dlcourse.rehearsing.wording import ENTERING, SEAT, START, waits_for
from tests.rehearsing.pages import page

WAITING = {"heading": PHASES["waiting"], "who": ""}


def said(*pages: dict[str, Any]) -> str:
    """What is said if people see these pages."""
    return waits_for([TableSheet(contents) for contents in pages])


def test_it_says_what_to_do_next_until_all_is_over() -> None:
    """It waits for people to come in, for seats, for the start, then names the phases, and nothing once it is over."""
    assert said({}, WAITING) == said({"door": {"cohort": "c"}}, WAITING) == ENTERING
    assert said(WAITING, WAITING) == SEAT
    assert said(WAITING, {**WAITING, "who": "Group 1. You are Ann."}) == START
    assert "Talk, Decision" in said(page("Ann", 2, "decision"), page("Ann", 1, "talk"))
    assert said(page(phase="debrief"), {"heading": ENDED}) == ""
