"""One's own team by hand: typed by keys alone, pasted, kept, corrected after a file, saved; and the way back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from dlcourse.content.matching.teams import read_files
from tests.browser import consent
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_plan import button, make, right
from tests.handlers.matching.teams import BROKEN
from tests.serving import Served

PASTE = """(cell, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    cell.focus();
    cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
PEOPLE = "name\trole\thours\tMaps\tSongs\r\nAna Zwölf\tteacher\t6\t5\t2+\r\nBen Quark\tcustodian\t4\t1+\t4\r\n"
WORK = "task\thours\tleast\tmost\tMaps\tSongs\r\nAtlas\t2\t1\t2\t3\t3\r\n"
PICTURE = "Who can do what"


def own(page: Page, served: Served) -> None:
    """Open one's own team from home."""
    page.goto(served.address)
    page.get_by_role("link", name="Your own team").click()
    expect(page.get_by_text("Everything is saved").or_(page.get_by_text("Saved")).first).to_be_visible()
    consent(page)


def cell(page: Page, name: str) -> Locator:
    """Return a cell by its column and its row: ``Hours, Ana``."""
    return page.get_by_role("textbox", name=name, exact=True)


def paste(page: Page, name: str, text: str) -> None:
    """Paste text into a cell."""
    cell(page, name).evaluate(PASTE, text)


def fill(page: Page) -> None:
    """Paste people and work, with their headings, into the first cells."""
    paste(page, "Name, person 1", PEOPLE)
    paste(page, "Task, task 1", WORK)
    expect(picture(page).get_by_role("status")).to_have_text("Every requirement is met by somebody.")


def picture(page: Page) -> Locator:
    """Return the picture."""
    return page.get_by_role("group", name=PICTURE, exact=True)


def test_a_team_by_the_keyboard_alone(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """From home to a team by keys: cells by arrows, Tab and Enter; what is wrong is described at its cell."""
    page = visit(reduced_motion="reduce")
    page.goto(served.address)
    keyboard = Keyboard(page)
    keyboard.press(page.get_by_role("link", name="Your own team"))
    expect(page.get_by_role("heading", name="Your own team")).to_be_visible()
    expect(page.get_by_text("You are about to write down other people's names")).to_be_visible()
    expect(page.get_by_text("Everything is saved")).to_be_visible()
    expect(cell(page, "Name, person 1")).to_have_count(0)
    keyboard.press(page.get_by_role("checkbox", name="I have thought about it"), "Space")
    right(page, axe)
    keyboard.go_to(cell(page, "Name of skill 1"))
    page.keyboard.type("Maps")
    keyboard.go_to(cell(page, "Name, person 1"))
    keyboard.listen()
    for word in ("Ana", "teacher", "x", "3"):
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    expect(cell(page, "Maps, Ana")).to_be_focused()
    hours = cell(page, "Hours, Ana")
    page.keyboard.press("ArrowLeft")
    expect(hours).to_be_focused()
    expect(hours).to_have_attribute("aria-invalid", "true")
    expect(hours).to_have_accessible_description(
        "Hours: 'x' is not a number of hours. Write a number such as 6 or 2.5, without thousands marks or words."
    )
    right(page, axe)
    keyboard.go_to(cell(page, "Task, task 1"))
    for word in ("Atlas", "2", "1", "2", "4"):
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    keyboard.press(button(page, "Use this team"))
    expect(hours).to_be_focused()
    page.keyboard.type("6")
    lack = "1 of 1 requirement is met by nobody."
    expect(picture(page).get_by_role("status")).to_have_text(lack)
    assert ("status", lack) in keyboard.heard()
    expect(picture(page)).to_contain_text(
        "Atlas requires Maps at level 4, and nobody here reaches it. Ana comes nearest"
    )
    page.keyboard.press("ArrowRight")
    expect(cell(page, "Maps, Ana")).to_be_focused()
    page.keyboard.type("4")
    expect(picture(page).get_by_role("status")).to_have_text("Every requirement is met by somebody.")
    page.keyboard.press("Enter")
    expect(cell(page, "Maps, person 2")).to_be_focused()
    page.keyboard.press("ArrowUp")
    keyboard.press(button(page, "Use this team"))
    expect(page.get_by_role("heading", name="Our team", exact=True)).to_be_focused()


def test_back_leads_to_where_one_was(served: Served, page: Page) -> None:
    """From a plan back to its team and on to the list; a reload stays; from home one's own team opens, no plan."""
    own(page, served)
    fill(page)
    button(page, "Use this team").click()
    expect(page.get_by_role("heading", name="Our team", exact=True)).to_be_visible()
    make(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Our team", exact=True)).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", name="The plan, task by task")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="The plan, task by task")).to_be_visible()
    page.get_by_role("link", name="All sessions").click()
    page.get_by_role("link", name="Your own team").click()
    expect(page.get_by_role("heading", name="Our team", exact=True)).to_be_visible()


def test_pasted_cells_are_never_lost(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """A block spreads over both tables, can be undone, outlives a reload, and stands beside what another tab has."""
    page = visit(reduced_motion="reduce", color_scheme="dark")
    own(page, served)
    fill(page)
    expect(cell(page, "Songs, Ben Quark")).to_have_value("4")
    expect(picture(page).get_by_role("row", name="Ana Zwölf 1 of 2")).to_be_visible()
    right(page, axe)
    button(page, "Remove Ben Quark").click()
    expect(cell(page, "Songs, Ben Quark")).to_have_count(0)
    expect(picture(page)).to_contain_text("1 of 2 requirements is met by nobody.")
    expect(cell(page, "Name, person 2")).to_be_focused()
    button(page, "Undo").click()
    expect(cell(page, "Name, person 1")).to_be_focused()
    expect(picture(page)).to_contain_text("Every requirement is met by somebody.")
    expect(page.get_by_text("Draft kept")).to_be_visible()
    page.reload()
    expect(cell(page, "Songs, Ben Quark")).to_have_value("4")
    other = page.context.new_page()
    other.goto(f"{served.address}plan/own")
    expect(cell(other, "Songs, Ben Quark")).to_have_value("4")
    cell(other, "Hours, Ben Quark").fill("5")
    expect(other.get_by_text("Draft kept")).to_be_visible()
    cell(page, "Hours, Ana Zwölf").fill("7")
    expect(page.get_by_text("It was written in another tab")).to_be_visible()
    expect(cell(page, "Hours, Ana Zwölf")).to_have_value("7")
    button(page, "Go on from this draft").click()
    expect(cell(page, "Hours, Ben Quark")).to_have_value("5")
    page.emulate_media(media="print", color_scheme="light")
    expect(page.locator(".dl-page button:visible")).to_have_count(0)
    expect(picture(page)).to_be_visible()


def test_a_file_is_corrected_on_the_page_and_saved_again(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """Errors of a file stand at its cells; corrected there, it becomes a team, which can be saved as files."""
    page = visit(reduced_motion="reduce", viewport={"width": 360, "height": 740})
    page.goto(f"{served.address}plan")
    consent(page)
    files: list[Any] = [{"name": n, "mimeType": "text/csv", "buffer": text.encode()} for n, text in BROKEN.items()]
    page.get_by_label("Choose the file").set_input_files(files)
    button(page, "Bring this team").click()
    button(page, "Correct it on this page").click()
    expect(page.get_by_role("heading", name="Your own team")).to_be_focused()
    expect(page.get_by_text("'Ana' is already in line 2.")).to_be_visible()
    right(page, axe)
    page.set_viewport_size({"width": 360, "height": 740})
    for name, text in (("Hours, Ana", "6"), ("Name, person 2", "Ben"), ("Maps, Ben", "4"), ("Least, Atlas", "1")):
        cell(page, name).first.fill(text)
    lacking = picture(page).get_by_role("status")
    expect(lacking).to_have_text("Every requirement is met by somebody.")
    cell(page, "Least, Atlas").press("End")
    expect(lacking).to_be_in_viewport()
    button(page, "Use this team").click()
    expect(page.get_by_role("heading", name="Our team", exact=True)).to_be_visible()
    cell(page, "Name, person 1").fill("Anastasia")
    button(page, "Save these changes").click()
    expect(page.get_by_text("Saved: 2 people, 1 task, 1 skill.")).to_be_visible()
    brought = {}
    for name in ("people.csv", "work.csv"):
        with page.expect_download() as download:
            button(page, name).click()
        brought[name] = Path(download.value.path()).read_bytes()
    team = read_files(brought).team
    assert team
    assert [person.name for person in team.people] == ["Anastasia", "Ben"]
    right(page, axe)
