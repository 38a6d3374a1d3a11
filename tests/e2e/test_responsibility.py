"""Shared responsibility in a browser: a map on a phone, its gaps, a strain test by the keyboard, and the trace."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from playwright.sync_api import Page, expect

from dlcourse.domain.ground_rules.messages import AdoptRule, ProposeRule, WriteAim
from dlcourse.handlers.registers.people import today
from dlcourse.pages.responsibility import words
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_exercises import right
from tests.e2e.test_inquiry import pages
from tests.person import Person
from tests.serving import Served

STEP = "session/05-stretched-over#Share-it-out"


def ask(field: str) -> str:
    """The question of a field."""
    return words.ASKS[field][0]


def test_a_map_is_shared_out_and_put_to_the_test(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """Two who answer are refused, gaps are mended, a test is predicted and then made, and a decision has its trace."""
    person, rule = Person(served.course()), uuid4().hex
    person.do(WriteAim, after=0, aim="Every student can explain.")
    person.do(ProposeRule, rule=rule, words="We read first.", change="If nobody learns.")
    person.do(AdoptRule, rule=rule, version=1, review=today() + timedelta(days=30))
    page = visit(reduced_motion="reduce", viewport={"width": 360, "height": 740})
    page.goto(served.address + STEP)
    shared = page.locator(".dl-map")
    shared.get_by_label(ask("what")).fill("How reading is taught")
    shared.get_by_label(ask("leads")).fill("Ana\nMatteo")
    shared.get_by_label(ask("contributes")).fill("Joy: which texts they finish")
    shared.get_by_label(ask("answers")).fill("Ana and Matteo")
    shared.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("there is more than one name").first).to_be_visible()
    shared.get_by_label(ask("answers")).fill("Ana")
    shared.get_by_role("button", name="Save", exact=True).click()
    card = shared.get_by_role("article", name="How reading is taught")
    expect(card.get_by_text(words.GAPS["authority"])).to_be_visible()
    right(page, axe)

    keys = Keyboard(page)
    shared.get_by_role("group", name=words.STRAIN_WAYS).get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    shared.get_by_label(words.WHO_ASK).select_option("Joy")
    shared.get_by_label(words.EXPECT_ASK).fill("Nothing")
    keys.press(shared.get_by_role("button", name=words.TEST))
    breaks = words.BREAKS["knows"].format(share="How reading is taught", about="which texts they finish")
    expect(shared.get_by_text(breaks)).to_be_visible()

    card.get_by_text(words.CHANGE).click()
    card.get_by_label(ask("learns")).fill("Cleo")
    card.get_by_label(ask("authority")).fill("Which texts we read")
    card.get_by_role("button", name=words.SAVE_CHANGES).click()
    expect(card.get_by_text(words.WHOLE)).to_be_visible()
    expect(shared.get_by_text(breaks)).to_have_count(0)

    shared.get_by_text("We read first.").click()
    shared.get_by_label(words.CHANGE_ASK).fill("Two lessons are different.")
    shared.get_by_role("button", name="Save", exact=True).last.click()
    expect(shared.get_by_text(f"{words.CHANGED}: Two lessons are different.")).to_be_visible()
    right(page, axe)
    page.goto(f"{served.address}responsibility")
    page.get_by_text(words.PAPER).click()
    assert (pages(page, "A4"), pages(page, "Letter")) == (1, 1)
