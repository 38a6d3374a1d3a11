"""The bench of session 07 as a person uses it: planned and begun by keys, stopped by its limit, and ended."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from dlcourse.domain.inquiry.messages import WritePart
from dlcourse.pages.trial.words import ASKS
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_inquiry import pages
from tests.e2e.test_open_practice import right
from tests.person import Person
from tests.serving import Served


def test_a_trial_from_its_plan_to_its_lesson(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """It begins from the problem; its prediction is locked; a breach stops it; its lesson is in the log."""
    Person(served.course()).do(WritePart, part="00-start-here", after=0, answers={"problem": "Few write on"})
    page = visit(reduced_motion="reduce", viewport={"width": 360, "height": 740})
    keys = Keyboard(page)
    page.goto(f"{served.address}trials")
    expect(page.get_by_text("Few write on")).to_be_visible()
    right(page, axe)
    for question, _ in ASKS.values():
        keys.go_to(page.get_by_label(question))
        page.keyboard.type("In my words")
    keys.go_to(page.get_by_label("Which number do you expect in the end?"))
    page.keyboard.type("15")
    keys.go_to(page.get_by_label("Which number is the limit?"))
    page.keyboard.type("6")
    page.get_by_label("On which side of the limit is harm?").select_option("below")
    page.get_by_label("On which day do you decide?").fill("2100-03-01")
    page.get_by_role("button", name="Save the plan").focus()  # Tab goes through the parts of the day, unseen by `keys`
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="In my words")).to_be_focused()
    keys.press(page.get_by_role("button", name="Begin, and lock the prediction"))
    expect(page.get_by_role("region", name="In my words")).to_contain_text("15 (locked)")
    for value, day in (("9", "2100-02-01"), ("5", "2100-02-08")):
        page.get_by_label("How much was it?").fill(value)
        page.get_by_label("On which day?").fill(day)
        page.get_by_role("button", name="Save the reading").click()
        expect(page.get_by_text(f"The newest reading is {value}")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="It went past its limit")).to_be_visible()
    right(page, axe)
    page.get_by_role("radio", name="We leave it").check()
    page.get_by_label("What did the mistake or the success teach you?").fill("Ask them first")
    page.get_by_role("button", name="End it", exact=True).click()
    expect(page.locator("summary").filter(has_text="In my words")).to_contain_text("Ended")
    page.locator("summary").filter(has_text="On one page").click()
    expect(page.get_by_role("article")).to_contain_text("Ask them first")
    right(page, axe)
    assert pages(page, "Letter") == 1
    page.emulate_media(media="screen", color_scheme="dark")
    axe(page)
    page.goto(f"{served.address}log")
    expect(page.get_by_role("heading", name="What did the trial teach?")).to_be_visible()
    expect(page.get_by_text("Ask them first")).to_be_visible()
