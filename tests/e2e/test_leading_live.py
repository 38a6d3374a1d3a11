"""Leading a live session in a real browser: opening it, seating, the clock, the screen for the room and the figures."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.keyboard import Keyboard
from tests.e2e.test_cohort import PHONE, create, learner
from tests.e2e.test_pages import fits
from tests.serving import Served

LAPTOP, PROJECTOR = {"width": 1280, "height": 800}, {"width": 1920, "height": 1080}
SIZES = """(scope) => [...document.querySelectorAll(scope)]
    .filter((each) => each.checkVisibility() && each.textContent.trim())
    .map((each) => parseFloat(getComputedStyle(each).fontSize))"""
Axe = Callable[[Page], None]


def test_a_facilitator_leads_a_session_from_opening_to_figures(
    served: Served, visit: Callable[..., Page], axe: Axe
) -> None:
    """By keyboard, a session is opened and started; unsent words survive a reload; every page fits a phone."""
    lead = visit(reduced_motion="reduce", viewport=LAPTOP)
    code, _ = create(lead, served, axe)
    open_session(lead, served, axe)
    for name in ("Ann", "Ben"):
        enter(learner(visit, served, code, name), f"{served.address}live/{lead.url.rstrip('/').rpartition('/')[2]}")
        expect(lead.get_by_role("button", name=f"Move {name}")).to_be_visible()
    axe(lead)
    seat_and_start(lead, axe)
    pause_and_tell(lead, axe)
    screen = lead.context.new_page()
    screen.set_viewport_size(PROJECTOR)  # type: ignore[arg-type]
    show_the_code(screen, f"{lead.url}/screen", code, axe)
    for phase in ("Talk", "Decision"):
        lead.get_by_role("button", name="All groups: Move on").click()
        expect(lead.get_by_text(phase, exact=True)).to_be_visible()
    move_on_undecided(lead, axe)
    lead.keyboard.press("Enter")
    expect(lead.get_by_text("Debrief", exact=True)).to_be_visible()
    show_the_figures(screen, f"{lead.url}/figures", axe)


def open_session(lead: Page, served: Served, axe: Axe) -> None:
    """Go from the cohort to the live role-plays, open a session, and go to its console."""
    lead.goto(f"{served.address}cohort")
    lead.get_by_role("link", name="Lead it: Autumn deans").click()
    lead.get_by_role("link", name="Live role-plays").click()
    lead.get_by_label("Scenario").select_option("the-reading-gap")
    axe(lead)
    assert fits(lead, 320)
    lead.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    Keyboard(lead).press(lead.get_by_role("button", name="Open the session"))
    expect(lead.get_by_role("link", name="Go to its console")).to_be_focused()
    lead.keyboard.press("Enter")
    expect(lead.get_by_text("Not started. 0 people are here.")).to_be_visible()


def move_on_undecided(lead: Page, axe: Axe) -> None:
    """By keyboard, end a group's decision before it was made, which is said before it happens."""
    expect(lead.locator("summary", has_text="Move on").first).to_be_focused()  # it took the place of the button
    lead.keyboard.press("Enter")
    expect(lead.get_by_text("1 group has not decided yet.")).to_be_visible()
    axe(lead)
    expect(lead.get_by_role("button", name="All groups: Move on")).to_be_focused()
    lead.keyboard.press("Enter")
    expect(lead.get_by_text("What came of it", exact=True)).to_be_visible()
    expect(lead.get_by_role("button", name="All groups: Move on")).to_be_focused()


def seat_and_start(lead: Page, axe: Axe) -> None:
    """Seat everybody, look where somebody could be moved, and start."""
    keys = Keyboard(lead)
    keys.press(lead.get_by_role("button", name="Seat everybody"))
    expect(lead.get_by_text("Everybody has a place.")).to_be_visible()
    keys.press(lead.get_by_role("button", name="Move Ann"))
    expect(lead.get_by_label("Group", exact=True)).to_be_focused()
    axe(lead)
    keys.press(lead.get_by_role("button", name="Leave it"))
    expect(lead.get_by_role("button", name="Move Ann")).to_be_focused()
    keys.go_to(lead.locator("summary", has_text=re.compile("^Start$")), "Shift+Tab")
    lead.keyboard.press("Enter")
    expect(lead.get_by_role("button", name="Start", exact=True)).to_be_focused()
    lead.keyboard.press("Enter")
    expect(lead.get_by_text("Started.")).to_be_visible()
    expect(lead.get_by_role("timer")).to_have_text(re.compile(r"\d:\d\d left"))


def pause_and_tell(lead: Page, axe: Axe) -> None:
    """Pause the clock and write something for everybody; neither is lost when the page is loaded again."""
    lead.get_by_role("button", name="Group 1: Pause").click()
    expect(lead.get_by_role("timer")).to_have_text(re.compile("^Paused"))
    lead.get_by_text("Tell everybody something").click()
    lead.get_by_label("What everybody is told").fill("Come back at ten")
    expect(lead.get_by_text("Draft kept")).to_be_visible()
    lead.reload()
    expect(lead.get_by_label("What everybody is told")).to_have_value("Come back at ten")
    expect(lead.get_by_role("timer")).to_have_text(re.compile("^Paused"))
    lead.get_by_role("button", name="Tell everybody", exact=True).click()
    expect(lead.get_by_text("Everybody was told.")).to_be_visible()
    axe(lead)
    assert fits(lead, 320)
    lead.set_viewport_size(LAPTOP)  # type: ignore[arg-type]


def show_the_code(screen: Page, address: str, code: str, axe: Axe) -> None:
    """Show the join code on the big screen, where it stays over a reload and can be read from afar."""
    screen.goto(address)
    expect(screen.get_by_text("Come back at ten")).to_be_visible()
    screen.get_by_text("Show the join code").click()  # the session is under way, so the form is folded
    screen.get_by_label("Join code").fill(code.lower())
    screen.get_by_role("button", name="Show it").click()
    expect(screen.get_by_role("img", name="Picture to scan")).to_be_visible()
    screen.reload()
    expect(screen.get_by_text(code, exact=True)).to_be_visible()
    expect(screen.get_by_role("img", name="Picture to scan")).to_be_visible()
    axe(screen)
    assert min(screen.evaluate(SIZES, ".dl-live-screen p, .dl-live-clocks b, .dl-live-clock")) >= 44
    assert min(screen.evaluate(SIZES, ".dl-live-screen :is(a, button)")) >= 32
    assert fits(screen, 320)
    screen.set_viewport_size(PROJECTOR)  # type: ignore[arg-type]


def show_the_figures(screen: Page, address: str, axe: Axe) -> None:
    """Turn the pages of figures with a clicker; the page that is shown stays over a reload."""
    screen.goto(address)
    expect(screen.get_by_role("heading", name="What the groups decided")).to_be_visible()
    expect(screen.get_by_text("83 %")).to_be_visible()
    axe(screen)
    assert min(screen.evaluate(SIZES, ".dl-live-figures :is(.dl-live-caveat, h2, .dl-live-share)")) >= 44
    assert min(screen.evaluate(SIZES, ".dl-live-figures :is(span, a, button, p):not(:empty)")) >= 32
    screen.keyboard.press("PageDown")
    expect(screen.get_by_role("heading", name="What came to the table")).to_be_visible()
    screen.reload()
    expect(screen.get_by_text("2 of 3")).to_be_visible()
    assert fits(screen, 320)


def enter(page: Page, address: str) -> None:
    """Come into the session, on a phone."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address)
    page.get_by_role("main").get_by_role("button").first.click()
