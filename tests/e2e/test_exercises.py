"""The exercises of sessions 00 and 01 as a person does them: by mouse, keys, menu and dragging, to their end."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.selfcheck.readiness import SelfCheck
from dlcourse.domain.selfcheck.situations import Kind, Situation, SortingExercise
from tests.e2e.keyboard import Keyboard
from tests.e2e.player import SAVED
from tests.person import Person
from tests.serving import Served

WIDTHS = (360, 1280)
START, SORTING = "session/00-start-here", "session/01-what-it-is"
NAMES: dict[Kind, str] = {"delegation": "Delegation", "distribution": "Distribution", "neither": "Neither"}
KEYS: dict[Kind, str] = {"delegation": "1", "distribution": "2", "neither": "3"}
EXERCISE = Library(files.data()).exercise("sorting", SortingExercise)
CHECK = Library(files.data()).exercise("readiness", SelfCheck)
LAST = len(EXERCISE.situations)


def right(page: Page, axe: Callable[[Page], None]) -> None:
    """Assert that the page fits both widths, and that it has no fault on a phone."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("scrollTo(0, 0)")  # where no bar lies over anything
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if width == min(WIDTHS):
            axe(page)


def go(page: Page, served: Served, path: str, heading: str) -> None:
    """Open a session and wait for its exercise."""
    page.goto(served.address + path)
    expect(page.get_by_role("heading", name=heading, level=2).last).to_be_visible()
    expect(page.get_by_text("getting ready")).to_have_count(0)


def sorted_so_far(page: Page, count: int) -> None:
    """Assert that this many situations are sorted, and saved."""
    expect(page.get_by_text(f"{count} of {LAST} situations sorted")).to_be_visible()
    expect(page.get_by_text(SAVED).first).to_be_visible()


def card(page: Page) -> Locator:
    """Return the situation to sort now, with its places."""
    return page.get_by_role("region", name="What is this?")


def on_table(page: Page) -> Situation:
    """Return which situation is to be sorted now."""
    words = plain(card(page).inner_text())
    return next(situation for situation in EXERCISE.every if start_of(situation) in words)


def last_answer(page: Page) -> Locator:
    """Return what the last answer is told."""
    return page.get_by_role("status").filter(has_text="Your last answer")


def button(page: Page, kind: Kind) -> Locator:
    """Return the place for a kind."""
    return page.get_by_role("group", name="What is this?").get_by_role("button", name=re.compile(f"^{NAMES[kind]}"))


def press_key(page: Page, kind: Kind) -> None:
    """Press a kind's key, once the situation before is dealt with."""
    expect(button(page, kind)).to_be_enabled()
    page.keyboard.press(KEYS[kind])


def wrong(situation: Situation) -> Kind:
    """Return an answer that cannot be defended."""
    return next(kind for kind in NAMES if not situation.accepts(kind))


def test_sorting_in_four_ways(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """A situation is sorted by a button, a key, the menu or dragging; a reload in the middle keeps the place."""
    page = visit(reduced_motion="reduce")
    go(page, served, SORTING, EXERCISE.title)
    right(page, axe)
    button(page, on_table(page).answer).click()
    sorted_so_far(page, 1)
    expect(last_answer(page)).to_contain_text("that fits best")
    press_key(page, on_table(page).answer)
    sorted_so_far(page, 2)
    page.get_by_label("Or choose from a list").select_option(label=NAMES[on_table(page).answer])
    page.get_by_role("button", name="Put it there").click()
    sorted_so_far(page, 3)
    dragged = on_table(page)
    button(page, wrong(dragged)).scroll_into_view_if_needed()
    card(page).get_by_text(start_of(dragged)).drag_to(button(page, wrong(dragged)))
    sorted_so_far(page, 4)
    expect(last_answer(page)).to_contain_text(f"“{NAMES[dragged.answer]}” fits better")
    right(page, axe)
    following = on_table(page)
    page.reload()
    sorted_so_far(page, 4)
    assert on_table(page) == following
    page.get_by_text("All your answers").click()
    right(page, axe)


def test_sorting_to_the_end(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Each answer gets its reason, close calls are said to be close; at the end confusions are named and offered."""
    Person(served.course()).write_part("01-what-it-is")
    page = visit(reduced_motion="reduce")
    go(page, served, SORTING, EXERCISE.title)
    missed = []
    Keyboard(page).go_to(button(page, "delegation"))
    for count in range(1, LAST + 1):
        situation = on_table(page)
        if count in {1, LAST}:
            missed.append(situation)
        press_key(page, wrong(situation) if situation in missed else situation.answer)
        sorted_so_far(page, count)
        expect(last_answer(page)).to_contain_text(start_of(situation))
        expect(last_answer(page)).to_contain_text(plain(situation.reason)[:40])
        expect(last_answer(page).get_by_text("A close call.")).to_have_count(int(situation.close))
    expect(page.get_by_role("heading", name="What you mixed up")).to_be_visible()
    for situation in missed:
        words = f"You said “{NAMES[wrong(situation)]}” where “{NAMES[situation.answer]}” fits better: "
        expect(page.get_by_role("listitem").filter(has_text=words)).to_be_visible()
    expect(page.get_by_text("sort 2 situations again: what you saw differently is below")).to_be_visible()
    right(page, axe)
    for situation in missed:
        expect(page.get_by_text("Once more: you saw this one differently before.")).to_be_visible()
        assert on_table(page) == situation
        press_key(page, situation.answer)
        expect(last_answer(page)).to_contain_text(start_of(situation))
    expect(page.get_by_text("12 more situations are below, if you want more practice.")).to_be_visible()
    expect(page.get_by_role("navigation", name="Sessions").locator("[aria-current]")).to_contain_text("Done")
    right(page, axe)
    marked(page, served, "What it is, and is not", "Done")


def test_sorting_by_keyboard_keeps_the_focus(served: Served, page: Page) -> None:
    """Keys work in the exercise only; after an answer the focus is at the next situation, and the answer is told."""
    go(page, served, SORTING, EXERCISE.title)
    page.keyboard.press("1")
    keyboard = Keyboard(page)
    keyboard.press(button(page, on_table(page).answer))
    sorted_so_far(page, 1)
    expect(card(page).get_by_role("heading")).to_be_focused()
    keyboard.sees_focus()
    keyboard.listen()
    keyboard.press(button(page, on_table(page).answer), "Space")
    sorted_so_far(page, 2)
    assert [role for role, _ in keyboard.heard()] == ["status"]
    expect(card(page).get_by_role("heading")).to_be_focused()
    press_key(page, on_table(page).answer)
    sorted_so_far(page, 3)


def test_the_self_check_by_keyboard(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Statements are answered by keys and kept at once, the rest skipped in one step; the profile is told and drawn."""
    page = visit(reduced_motion="reduce")
    keyboard = Keyboard(page)
    go(page, served, f"{START}#How-things-are-at-your-place", CHECK.title)
    right(page, axe)
    total = sum(len(group.items) for group in CHECK.groups)
    items = [item for group in CHECK.groups for item in group.items]
    profile = page.get_by_role("region", name="How you see your place")
    for count, item in enumerate(items[:-2], 1):
        keyboard.choose(page.get_by_role("group", name=plain(item.text)), place=5 if count == 1 else count % 3)
        expect(page.get_by_text(f"{count} of {total} statements answered")).to_be_visible()
        if count == total // 2:
            expect(page.get_by_text(SAVED).filter(visible=True).first).to_be_visible()
            page.reload()
            expect(page.get_by_text(f"{count} of {total} statements answered")).to_be_visible()
            expect(profile.locator(".dl-drawing svg")).to_be_visible()
            page.evaluate("scrollTo(0, 0)")  # wherever the reload left it, the bar may cover half a radio button
            right(page, axe)
    keyboard.press(page.get_by_role("button", name="Skip the other 2 statements"))
    expect(page.get_by_text(f"{total} of {total} statements answered")).to_be_visible()
    for group in CHECK.groups:
        expect(profile.get_by_text(group.name, exact=True).first).to_be_visible()
    keyboard.press(profile.get_by_text("The same as a table", exact=True))
    table = page.get_by_role("region", name="The same as a table")
    expect(table.get_by_role("row")).to_have_count(1 + len(CHECK.groups))
    right(page, axe)
    marked(page, served, "Start here", "You are here")


def test_about_you_is_kept_and_greets(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """What is typed survives a reload before it is saved; the name greets, here and on every other page."""
    page = visit(reduced_motion="reduce")
    go(page, served, START, "Who you are")
    page.get_by_label("What would you like to be called?").fill("Zoë <Ångström>")
    page.get_by_label("What do you lead today?").fill("The Tuesday meeting\nand the order in the store room")
    page.reload()
    expect(page.get_by_label("What would you like to be called?")).to_have_value("Zoë <Ångström>")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("Good to have you here, Zoë <Ångström>.")).to_be_visible()
    right(page, axe)
    marked(page, served, "Start here", "You are here")
    expect(page.get_by_role("banner")).to_contain_text("Zoë <Ångström>")
    go(page, served, START, "Who you are")
    expect(page.get_by_label("What do you lead today?")).to_have_value(re.compile("store room"))
    expect(page.get_by_role("button", name="Save changes")).to_be_visible()


def marked(page: Page, served: Served, session: str, mark: str) -> None:
    """Assert that the home page marks a session so."""
    page.goto(served.address)
    entry = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=session, exact=True))
    expect(entry).to_contain_text(mark)


def plain(text: str) -> str:
    """Return a text without line breaks and marks."""
    return " ".join(text.replace("*", "").split())


def start_of(situation: Situation) -> str:
    """Return the first words of a situation, as they are shown."""
    return plain(situation.text)[:40]
