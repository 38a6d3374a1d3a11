"""Facilitating in the browser: chosen on the home page, the notes open; a session is presented on a projector."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_cohort import create
from tests.e2e.test_pages import fits, settle
from tests.server.asking import ask
from tests.serving import Served

NOTES, SHOW = "facilitator/03-the-reading-gap", "present/03-the-reading-gap"
PROJECTOR = {"width": 1920, "height": 1080}
SIZES = """() => {
    const size = (each) => parseFloat(getComputedStyle(each).fontSize) * (each.ownerSVGElement?.getScreenCTM().a ?? 1);
    const sizes = (found) => [...document.querySelectorAll(found)].filter((each) => each.checkVisibility()).map(size);
    return [
        sizes(".dl-room-words :is(p, li), .dl-room figcaption, .dl-live-code-text, .dl-room-is-title h1"),
        sizes(".dl-room :is(h1, h2, p, li, a, button, summary, span, figcaption, text)"),
    ];
}"""
"""The sizes of the text that is shown, and of everything that can be read, labels of a drawing too."""


@pytest.mark.expects_errors(r"403 \(Forbidden\)")
def test_notes_open_for_those_who_facilitate(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """The notes say for whom they are; whoever chooses to facilitate finds each run-of-show, until they change it."""
    page = visit(reduced_motion="reduce")
    page.goto(served.address + NOTES)
    expect(page).to_have_title("These notes are for those who facilitate the course")
    expect(page.get_by_text("Eight facts")).to_have_count(0)
    axe(page)
    page.get_by_role("main").get_by_role("link").click()
    section = page.get_by_role("region", name="Facilitating this course")
    section.get_by_role("button", name="I facilitate").click()
    expect(page.get_by_role("link", name="Facilitator's home")).to_have_count(2)
    section.get_by_role("link", name="Facilitator's home").click()
    expect(page.get_by_role("region", name="Next session")).to_contain_text("Start here")
    axe(page)
    assert fits(page, 320)
    page.get_by_role("link", name="Run-of-show The reading gap").click()
    expect(page.get_by_role("heading", name="The reading gap: run-of-show", level=1)).to_be_visible()
    axe(page)
    assert fits(page, 320)
    page.get_by_role("link", name="Background").click()
    expect(page.get_by_role("heading", name="What the case hides")).to_be_visible()
    axe(page)
    settle(page, served.address)
    section.get_by_role("button", name="I no longer facilitate").click()
    expect(section.get_by_role("link", name="Facilitator's home")).to_have_count(0)
    assert ask(served.address, NOTES).status == 403


def test_a_session_is_presented_in_two_windows(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """With keys and a clicker, the room sees one large thing at a time, and the notes follow with the time."""
    lead = visit(reduced_motion="reduce", viewport=PROJECTOR)
    code, _ = create(lead, served, axe)
    screen = lead
    screen.goto(served.address + SHOW)
    screen.get_by_role("button", name="Join code").click()
    large_enough(screen)
    screen.get_by_label("Join code").fill(code.lower())
    screen.get_by_role("button", name="Show it").click()
    expect(screen.get_by_role("img", name="Picture to scan")).to_be_visible()
    axe(screen)
    large_enough(screen)
    screen.get_by_text("More", exact=True).click()
    with screen.expect_popup() as opened:
        screen.get_by_role("link", name="Speaker notes").click()
    notes = opened.value
    notes.get_by_role("button", name="Begin: first slide").click()
    expect(notes.get_by_role("timer")).to_contain_text(re.compile(r"0:\d\d since you began"))
    screen.get_by_text("More", exact=True).click()
    number, at = 1, screen.locator(".dl-room-bar > span")
    count = int(at.inner_text().split()[-1])
    while number < count:
        screen.keyboard.press("PageDown" if number % 2 else "ArrowRight")
        number += 1
        expect(at).to_have_text(f"{number} of {count}")
        large_enough(screen)
        if screen.get_by_role("img").count():
            figure = number
    expect(notes.get_by_text(f"Slide {count} of {count}")).to_be_visible()
    axe(notes)
    assert fits(notes, 320)
    axe(screen)
    notes.keyboard.press("Home")
    expect(at).to_have_text(f"1 of {count}")
    for _ in range(figure - 1):
        screen.keyboard.press("PageDown")  # faster than the course answers
    expect(at).to_have_text(f"{figure} of {count}")
    chart_alone(screen)
    axe(screen)
    assert fits(screen, 320)


def chart_alone(screen: Page) -> None:
    """Fill the screen with the chart, and choose the other colors; both stay what they are."""
    chart = screen.get_by_role("img")
    before = chart.bounding_box()
    screen.keyboard.press("ArrowUp")
    expect(screen.locator(".dl-room-filled")).to_be_visible()
    after = chart.bounding_box()
    assert before
    assert after
    assert after["height"] > 0.9 * PROJECTOR["height"] > before["height"]
    large_enough(screen)
    screen.keyboard.press("ArrowDown")
    expect(screen.locator(".dl-room-filled")).to_have_count(0)
    screen.get_by_text("More", exact=True).click()
    screen.get_by_role("button", name="Dark colors").click()
    expect(screen.locator("html")).to_have_attribute("data-colors", "dark")
    screen.reload()
    expect(screen.locator("html")).to_have_attribute("data-colors", "dark")


def large_enough(screen: Page) -> None:
    """On a projector, the text has at least 44 pixels, labels have 32, and nothing has to be scrolled to."""
    text, labels = screen.evaluate(SIZES)
    assert min(text, default=44) >= 44
    assert min(labels) >= 32
    assert screen.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_a_figure_stands_in_its_session(served: Served, page: Page) -> None:
    """A session shows its figure where one looks back, without a kernel that would have to start for it alone."""
    settle(page, f"{served.address}session/03-the-reading-gap#Looking-back")
    expect(page.get_by_role("heading", name="A hidden profile")).to_be_visible()
    expect(page.get_by_role("img")).to_have_count(2)
