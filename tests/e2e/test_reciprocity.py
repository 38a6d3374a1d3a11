"""Session 06 as a person does it: a demand is mended by keys, and an expectation goes from asking to closing."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.keyboard import Keyboard
from tests.e2e.test_inquiry import pages
from tests.e2e.test_open_practice import right
from tests.serving import Served

RIGHT = (1, 0, 2, 1, 2)
"""The place of the choice that mends each line of the demand."""


def test_a_demand_is_mended_by_keyboard(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """A wrong choice is told why; each right one leads on to the next line, and the last one to what follows."""
    page = visit(reduced_motion="reduce", viewport={"width": 360, "height": 740})
    keys = Keyboard(page)
    page.goto(f"{served.address}session/06-reciprocity")
    choices = page.get_by_role("group", name="How would you put it?")
    expect(choices).to_be_visible()
    put = page.get_by_role("button", name="Put it this way")
    right(page, axe)
    keys.choose(choices)
    keys.press(put)
    expect(page.get_by_role("status").filter(has_text="Not this one.")).to_be_visible()
    for done, place in enumerate(RIGHT):
        expect(page.get_by_text(f"{done} of 5 lines mended")).to_be_visible()
        keys.choose(choices, place)
        keys.press(put)
    expect(page.get_by_text("5 of 5 lines mended")).to_be_visible()
    expect(page.get_by_role("region", name="5 of 5 lines mended")).to_be_focused()
    right(page, axe)


def test_an_expectation_from_asking_to_closing(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """What is typed survives a reload; each form leads to the next; the whole fits on a page, and into the problem."""
    page = visit(reduced_motion="reduce")
    page.goto(f"{served.address}expectations")
    page.get_by_role("radio", name="I ask it of others").check()
    page.get_by_label("Your role in this").fill("Principal")
    page.get_by_label("Role of the other side").fill("Teachers")
    page.get_by_label("What exactly is asked?").fill("Bring student work <b>")
    expect(page.get_by_text(re.compile("^Draft kept ")).first).to_be_visible()
    page.reload()
    expect(page.get_by_label("What exactly is asked?")).to_have_value("Bring student work <b>")
    right(page, axe)
    page.get_by_role("radio", name="I ask it of others").check()
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("region", name="Principal asks Teachers")).to_contain_text("Nothing given yet")
    expect(page.get_by_text("Principal asks for one thing and gives nothing for it yet.")).to_be_visible()
    page.get_by_label("Time: what is taken off their plate").fill("One free period")
    page.get_by_label("On which day do you look at it together?").fill("2100-02-01")
    page.get_by_role("button", name="Offer it").click()
    page.get_by_role("radio", name="Accept it").check()
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_text("In force", exact=True).first).to_be_visible()
    page.get_by_label("What helped?").fill("The period")
    right(page, axe)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("radio", name="It was met").check()
    page.get_by_label("What did you learn about making it possible?").fill("Mondays are full")
    page.get_by_role("button", name="Close it").click()
    closed = page.locator("summary").filter(has_text="Principal asks Teachers")
    expect(closed).to_contain_text("Closed")
    page.locator("summary").filter(has_text="On one page").click()
    expect(page.get_by_role("article")).to_contain_text("Mondays are full")
    right(page, axe)
    assert pages(page, "A4") == 1
    page.emulate_media(color_scheme="dark")
    axe(page)
    page.goto(f"{served.address}session/06-reciprocity#Your-problem-what-you-ask-and-what-you-give")
    expect(page.get_by_label("What do you ask of others?")).to_have_value("Bring student work <b>")
    expect(page.get_by_label("What do you give them so that they can do it?")).to_have_value("One free period")
