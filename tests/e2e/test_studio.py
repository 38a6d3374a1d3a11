"""The scenario studio: a scenario from nothing, by mouse and by keys alone, and what a screen reader hears there."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from dlcourse import files
from dlcourse.pages.roleplay.studio.words import WITHIN
from tests.e2e.keyboard import Keyboard
from tests.serving import Served

NEW = {
    "What is it about?": "The lunch line",
    "The best option": "Recess before lunch",
    "The option that everybody": "A second counter",
    "Who sits at the table?": "Ruth Amsel, principal\nTeo Marsh, cook",
    "What does everybody know": "Lunch is short: everybody waits.",
}
OPEN_ALL = "() => document.querySelectorAll('.dl-studio details').forEach((fold) => (fold.open = true))"


def begun(page: Page, served: Served) -> None:
    """Fill in the form that begins a hidden profile, and send it."""
    page.goto(f"{served.address}studio")
    for label, words in NEW.items():
        page.get_by_label(label).fill(words)
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_role("button", name="Save")).to_be_visible()


def empty_fields(page: Page) -> Locator:
    """The fields that have still to be filled in."""
    return page.locator(".dl-studio-field[data-left]")


def fill_in_the_next(page: Page) -> None:
    """Go to the next field that is left, see that the bar does not cover it, and write a sentence there."""
    left = empty_fields(page).count()
    page.get_by_role("button", name="Next one").click()
    box, bar = page.locator(":focus").bounding_box(), page.locator(".dl-studio-bar").bounding_box()
    assert box
    assert bar
    assert box["y"] >= bar["y"] + bar["height"]
    page.keyboard.type("A short line, and a long wait.")
    page.keyboard.press("Tab")
    expect(empty_fields(page)).to_have_count(left - 1)


def test_from_nothing_to_a_play(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """With the mouse: the author writes words, tries them, saves and plays; each screen of a try takes the focus."""
    page = visit(viewport={"width": 1280, "height": 800})
    begun(page, served)
    axe(page)
    expect(page.get_by_text(re.compile(r"^\d+ fields still to fill in, 1 note\.$"))).to_be_visible()
    while empty_fields(page).count() > 3:
        fill_in_the_next(page)
    page.set_viewport_size({"width": 360, "height": 740})
    while empty_fields(page).count():
        fill_in_the_next(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("radio", name="Text", exact=True).check()
    text = page.get_by_label("The text of the file")
    expect(text).to_have_value(re.compile("A short line, and a long wait"))
    for pane, seen in {
        "Balance": "It is a hidden profile.",
        "Map": "Choose a scene to edit it",
        "Try it": "Which seat",
    }.items():
        page.get_by_role("radio", name=pane, exact=True).check()
        expect(page.get_by_text(seen).first).to_be_visible()
        axe(page)
    page.get_by_role("radio", name="Teo Marsh").check()
    page.get_by_role("button", name="Take this seat").click()
    expect(page.get_by_role("heading", name="The meeting").first).to_be_visible()
    tried = page.locator(".dl-studio-try")
    expect(tried.locator("[data-goal]").last).to_be_focused()
    tried.get_by_role("button", name="Begin again").click()
    expect(tried.get_by_role("heading", name="The lunch line")).to_be_focused()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("All changes are in the file.")).to_be_visible()
    expect(page.get_by_text("Kept as a draft")).to_have_count(0)
    page.evaluate(OPEN_ALL)
    for size in ({"width": 360, "height": 740}, {"width": 320, "height": 256}):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    axe(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Save")).to_be_hidden()
    expect(page.get_by_label("Title").first).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Play it as a learner").click()
    expect(page.get_by_role("heading", name="The lunch line")).to_be_visible()
    page.get_by_role("link", name="Back to the studio").click()
    expect(page.get_by_role("button", name="Save")).to_be_visible()


def test_an_author_by_keyboard_alone(served: Served, visit: Callable[..., Page]) -> None:
    """By keys: typed words survive a reload, an item is moved and told of, and what is wrong is read at its field."""
    page = visit(viewport={"width": 1280, "height": 800})
    begun(page, served)
    keyboard = Keyboard(page)
    expect(page.get_by_role("heading", name="Scenario studio")).to_be_focused()
    summary = page.get_by_label("Summary")
    expect(summary).to_have_accessible_description(re.compile("One sentence for the list.*Write one sentence here"))
    expect(summary).not_to_have_attribute("aria-invalid", re.compile(".*"))
    keyboard.press(page.get_by_role("button", name=f"Fact 2{WITHIN}The fact"))
    expect(page.locator("[data-field='facts/1/text'] textarea")).to_be_focused()
    keyboard.go_to(summary, "Shift+Tab")
    page.keyboard.type("Lunch is short.")
    expect(page.get_by_text("There are changes that are not in the file yet.")).to_be_visible()
    expect(summary).not_to_have_accessible_description(re.compile("Write one"))
    options = page.locator("summary", has_text="Options (2)")
    keyboard.press(options)
    first = page.locator("summary", has_text="Option: Recess before lunch")
    keyboard.press(first)
    keyboard.listen()
    keyboard.press(page.get_by_role("button", name="Move up Option: Recess before lunch"))
    expect(first).to_be_focused()
    assert ("status", "Option: Recess before lunch is now number 1 of 2.") in keyboard.heard()
    keyboard.go_to(page.get_by_role("button", name="Undo"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Taken back: moving “Option: Recess before lunch”.")).to_be_visible()
    people = page.locator("summary", has_text="People (2)")
    keyboard.press(people)
    keyboard.press(page.locator("summary", has_text="Person: Teo Marsh"))
    keyboard.press(page.get_by_role("button", name="Remove Person: Teo Marsh"))
    expect(page.get_by_label("Who knows it then?")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("summary", has_text="Person: Teo Marsh")).to_be_focused()
    page.reload()
    expect(page.get_by_label("Summary")).to_have_value("Lunch is short.")
    expect(page.get_by_text("There are changes that are not in the file yet.")).to_be_visible()


def test_a_rehearsal_follows_the_file(served: Served, page: Page, axe: Callable[[Page], None]) -> None:
    """An open rehearsal shows each save of its file in any editor, and what is wrong beside the last good version."""
    file = served.home / "scenarios" / "lunch-line.yaml"
    file.parent.mkdir(exist_ok=True)
    text = (files.data() / "guides" / "lunch-line.yaml").read_text("utf-8")
    file.write_text(text, "utf-8")
    page.goto(f"{served.address}rehearse/lunch-line")
    expect(page.get_by_role("heading", name="The lunch line")).to_be_visible()
    file.write_text(text.replace("title: The lunch line", "title: Noon"), "utf-8")
    expect(page.get_by_role("heading", name="Noon")).to_be_visible()
    file.write_text(text.replace("start: monday", "start: sunday"), "utf-8")
    expect(page.get_by_role("alert").filter(has_text="there is no scene 'sunday'")).to_be_visible()
    axe(page)
    expect(page.get_by_role("heading", name="Noon")).to_be_visible()
