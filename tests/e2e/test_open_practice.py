"""Session 08 as a person does it: a whole round, by keys alone as well, kept over a reload; a practice of one's own."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e.keyboard import Keyboard
from tests.e2e.player import SAVED
from tests.serving import Served

WIDTHS = (360, 1280)
SESSION = "session/08-open-practice"


def right(page: Page, axe: Callable[[Page], None]) -> None:
    """Assert that the page has no fault, at both widths, and that it fits the narrowest."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        axe(page)
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 1280, "height": 800})


def go(page: Page, served: Served, step: str = "") -> None:
    """Open the session and wait for both of its exercises."""
    page.set_default_timeout(30_000)
    page.goto(served.address + SESSION + step)
    expect(page.get_by_text("getting ready")).to_have_count(0)


def at(page: Page, heading: str) -> Locator:
    """Wait until the round has come to this heading, which then has the focus."""
    found = page.get_by_role("heading", name=heading)
    expect(found).to_be_focused()
    expect(page.get_by_text(SAVED).first).to_be_visible()
    return found


def sorted_so_far(page: Page, count: int) -> None:
    """Wait until so many of the six remarks are sorted."""
    expect(page.get_by_text(f"{count} of 6 remarks sorted")).to_be_visible()


def field(page: Page, label: str) -> Locator:
    """Return a field by the beginning of its label."""
    return page.get_by_label(label)


def test_a_whole_round_by_keyboard(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """The principal's round with names: each step by keys, the focus goes along, each state is right for everybody."""
    page = visit(reduced_motion="reduce")
    keys = Keyboard(page)
    go(page, served)
    right(page, axe)
    keys.choose(page.get_by_role("group", name="Where do you sit?"))
    keys.choose(page.get_by_role("group", name="How are comments given in this round?"))
    keys.press(page.get_by_role("button", name="Take this seat"))
    at(page, "Open your practice")
    right(page, axe)
    keys.choose(page.get_by_role("group", name="What do you ask the others for?"), place=1)
    keys.go_to(field(page, "Put it in your own words"))
    page.keyboard.type("What is it for?")
    keys.press(page.get_by_role("button", name="Open it"))
    at(page, "What did you get here?")
    right(page, axe)
    for count in range(6):
        sorted_so_far(page, count)
        keys.press(page.get_by_role("button", name="Warm"))
        if count == 0:
            expect(page.get_by_role("status").filter(has_text="You said warm")).to_be_visible()
            expect(page.get_by_role("heading", name="What did you get here?")).to_be_focused()
            right(page, axe)
    for who in ("Tomasz Wilk", "Mei-Lin Tran"):
        at(page, f"{who} asks you for a comment")
        keys.go_to(field(page, "Warm: what works"))
        page.keyboard.type("You do the next one beside them.")
        keys.go_to(field(page, "Cool: what puzzles"))
        page.keyboard.type("What does one do who lost the thread?")
        right(page, axe)
        keys.press(page.get_by_role("button", name="Give the comment"))
    at(page, "Tell the circle what you learned")
    expect(page.get_by_text("What somebody else might have written").filter(visible=True).first).to_be_visible()
    right(page, axe)
    keys.go_to(field(page, "What I learned"))
    page.keyboard.type("It reads like an order.")
    keys.go_to(field(page, "What I will try"))
    page.keyboard.type("No third line.")
    keys.press(page.get_by_role("button", name="Say it"))
    at(page, "Close the round")
    right(page, axe)
    keys.press(page.get_by_role("button", name="Close the round"))
    at(page, "The round is closed")
    keys.press(page.locator("summary").filter(has_text="Yolanda Cruz"))
    expect(page.get_by_role("blockquote").filter(has_text="behind the gym")).to_be_visible()
    right(page, axe)
    page.emulate_media(color_scheme="dark")
    axe(page)
    page.goto(served.address)
    entry = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Open practice", exact=True))
    expect(entry).to_contain_text("You are here")


def test_without_names_and_over_a_reload(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """The secretary's round without names: what is half typed survives a reload, and comments come all together."""
    page = visit(reduced_motion="reduce")
    go(page, served)
    page.get_by_role("radio", name="Yolanda Cruz").check()
    page.get_by_role("radio", name="Without names").check()
    page.get_by_role("button", name="Take this seat").click()
    at(page, "Open your practice")
    page.get_by_role("radio", name="Tell me what I could try.").check()
    field(page, "Put it in your own words").fill("What around it?")
    page.get_by_role("button", name="Open it").click()
    at(page, "Tomasz Wilk asks you for a comment")
    field(page, "Warm: what works").fill("Half a thought <b>")
    page.reload()
    expect(field(page, "Warm: what works")).to_have_value("Half a thought <b>")
    field(page, "Cool: what puzzles").fill("Once only?")
    page.get_by_role("button", name="Give the comment").click()
    at(page, "Mei-Lin Tran asks you for a comment")
    expect(page.get_by_text("Nobody is told who has commented on whom.")).to_be_visible()
    expect(page.get_by_text("Half a thought <b>")).to_be_visible()
    right(page, axe)
    field(page, "Warm: what works").fill("The bell.")
    field(page, "Cool: what puzzles").fill("A cross?")
    page.get_by_role("button", name="Give the comment").click()
    at(page, "What did you get here?")
    expect(page.locator(".dl-task").first).not_to_contain_text("From ")
    right(page, axe)
    for count in range(6):
        sorted_so_far(page, count)
        page.get_by_role("button", name="Cool").click()
    at(page, "Tell the circle what you learned")
    field(page, "What I learned").fill("Who is last on my list.")
    field(page, "What I will try").fill("W first.")
    page.get_by_role("button", name="Say it").click()
    at(page, "The round is closed")
    page.reload()
    expect(page.get_by_role("heading", name="The round is closed")).to_be_visible()
    expect(page.get_by_text("Who is last on my list.")).to_be_visible()


def test_a_practice_of_ones_own(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """It is written down by keys, kept over a reload, read with other eyes, and stands on paper."""
    page = visit(reduced_motion="reduce")
    keys = Keyboard(page)
    go(page, served, "#A-practice-of-your-own")
    own = page.locator(".exercise").filter(has=field(page, "What do you do?"))
    keys.go_to(field(page, "What do you do?"))
    page.keyboard.type("I open the meeting.")
    page.reload()
    expect(field(page, "What do you do?")).to_have_value("I open the meeting.")
    field(page, "What do you do?").focus()
    keys.press(own.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_text("It is kept for you alone.", exact=True)).to_be_visible()
    keys.press(page.locator("summary").filter(has_text="The custodian"))
    keys.go_to(field(page, "What does the room say"))
    page.keyboard.type("Nobody moved a chair.")
    right(page, axe)
    keys.press(own.get_by_role("button", name="Save", exact=True))
    expect(page.locator("summary").filter(has_text="The custodian")).to_contain_text("Written")
    page.emulate_media(media="print")
    expect(page.locator(".dl-on-paper").get_by_text("Nobody moved a chair.")).to_be_visible()
    expect(page.locator(".dl-on-paper").get_by_text("I open the meeting.")).to_be_visible()
