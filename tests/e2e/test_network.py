"""Who turns to whom as a person meets it: guessed and seen, entered by hand, brought in files, by keys, on paper."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dlcourse import files
from tests.browser import consent
from tests.e2e.keyboard import Keyboard
from tests.e2e.player import SAVED
from tests.person import Person
from tests.serving import Served

WIDTHS = (360, 1280)
SESSION = "session/05-stretched-over"
SAMPLE = files.data() / "networks" / "district"
MOST, SPLITS, ALONE = "To whom do the most people turn?", "Whose absence would cut", "Who turns to nobody"
OVERLAPS = """() => {
    const boxes = [...document.querySelectorAll(".dl-node")].map((person) =>
        [...person.querySelectorAll("text")].map((text) => text.getBoundingClientRect()));
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
    const crossed = (one, other) => one.some((a) => other.some((b) => meet(a, b)));
    return boxes.flatMap((one, at) => boxes.slice(0, at).filter((other) => crossed(one, other))).length;
}"""
"""Counts the pairs of people whose names stand on top of each other."""
WHOLE = "(box => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight)"
"""Whether all of a drawing is in sight."""
LABELS = ".dl-node :is(.dl-name, .dl-name-short):visible"


def right(page: Page, axe: Callable[[Page], None]) -> None:
    """Assert that the page has no fault, at both widths."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def choice(page: Page, served: Served) -> None:
    """Open the choice of networks."""
    page.goto(served.address + "network")
    expect(page.get_by_role("heading", name="Who turns to whom")).to_be_visible()
    expect(page.get_by_text(SAVED)).to_be_visible()


def press(page: Page, name: str) -> None:
    """Press a button."""
    page.get_by_role("button", name=name, exact=True).click()


def look(page: Page, served: Served, title: str) -> None:
    """Open a sample and look at it without guessing."""
    choice(page, served)
    press(page, f"Open {title}")
    press(page, "Look without guessing")
    expect(page.get_by_role("heading", name="The drawing")).to_be_visible()


def own(page: Page, served: Served) -> None:
    """Open one's own network from home; there is nothing of it yet."""
    page.goto(served.address)
    page.get_by_role("link", name="Your own network").click()
    expect(page.get_by_text("Nobody is here yet.")).to_be_visible()
    consent(page)


def person(page: Page, name: str) -> Locator:
    """Return somebody in the drawing."""
    return page.get_by_role("button", name=re.compile(f"^{name}: "))


def size(page: Page, words: str) -> None:
    """Assert how many people and ties there are, and that it is saved."""
    expect(page.locator(".dl-so-far")).to_contain_text(words)
    expect(page.get_by_text(SAVED)).to_be_visible()


def test_guessed_and_seen_in_the_session(served: Served, page: Page, axe: Callable[[Page], None]) -> None:
    """In the session a guess is made and compared, a person picked by a click, and the session is done then."""
    somebody = Person(served.course())
    somebody.write_part("05-stretched-over")
    somebody.share_out()
    page.goto(served.address + SESSION)
    expect(page.get_by_role("group", name="Before you look")).to_be_visible()
    expect(page.get_by_text("getting ready")).to_have_count(0)
    page.get_by_label(MOST).select_option(label="Yolanda Prescott, principal")
    page.get_by_label(SPLITS).select_option(label="Nobody")
    page.get_by_label(ALONE).select_option(label="Anselm Dupré, music teacher, two afternoons")
    press(page, "Keep my guesses and look")
    told = page.get_by_role("region", name="What you expected, and what was written down")
    expect(told).to_contain_text("The most turn to Dolores Quintana: 11 people.")
    expect(told).to_contain_text("You named Anselm Dupré. That is what was written down.")
    person(page, "Samuel Acheampong").click()
    expect(page.get_by_role("status").filter(has_text="fifth-grade teacher")).to_contain_text("While Samuel Acheampong")
    expect(page.get_by_role("listitem").filter(has_text="Hiroko Matsuda: how children learn")).to_be_visible()
    right(page, axe)
    page.reload()
    expect(told).to_be_visible()
    page.goto(served.address)
    entry = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Stretched over", exact=True))
    expect(entry).to_contain_text("Done")


def test_guessed_and_seen_by_keyboard(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """By keys alone: a network is opened, guessed, seen; people are picked by arrow keys, the drawing is enlarged."""
    page = visit(reduced_motion="reduce")
    choice(page, served)
    right(page, axe)
    keyboard = Keyboard(page)
    keyboard.press(page.get_by_role("button", name="Open Lakeside School"))
    expect(page.get_by_role("heading", name="Lakeside School")).to_be_focused()
    right(page, axe)
    for label, typed in ((MOST, "Emil"), (SPLITS, "Graciela"), (ALONE, "Nobody")):
        keyboard.go_to(page.get_by_label(label))
        page.keyboard.type(typed)
    keyboard.press(page.get_by_role("button", name="Keep my guesses and look"))
    expect(page.get_by_text("You named Emil Stoyanov, to whom 10 people turn.")).to_be_visible()
    expect(page.get_by_role("heading", name="Lakeside School")).to_be_focused()
    keyboard.go_to(person(page, "Yolanda Prescott"))
    page.keyboard.press("ArrowDown")
    keyboard.sees_focus()
    here = page.locator(".dl-node > :focus")
    expect(here).not_to_have_attribute("aria-label", re.compile("Yolanda"))
    name = (here.get_attribute("aria-label") or "").split(":")[0]
    keyboard.listen()
    page.keyboard.press("Enter")
    expect(here).to_have_attribute("aria-pressed", "true")
    assert any(role == "status" and name in words for role, words in keyboard.heard())
    drawing = page.locator(".dl-canvas > svg")
    before = int(drawing.get_attribute("width") or 0)
    page.keyboard.press("+")
    expect(drawing).not_to_have_attribute("width", str(before))
    assert int(drawing.get_attribute("width") or 0) > before
    page.keyboard.press("0")
    assert page.evaluate("(box => box.scrollWidth <= box.clientWidth)(document.querySelector('.dl-canvas'))")
    right(page, axe)
    keyboard.press(page.get_by_text("The people as a table", exact=True))
    expect(page.get_by_role("region", name="The people as a table").get_by_role("row")).to_have_count(25)
    right(page, axe)


@pytest.mark.parametrize("width", WIDTHS)
def test_eighty_people_can_be_read(served: Served, visit: Callable[..., Page], width: int) -> None:
    """Eighty people are in sight at once, each with a name or initials that no other covers; full names on request."""
    page = visit(viewport={"width": width, "height": 740})
    look(page, served, "Willow Creek District")
    expect(page.locator(".dl-node")).to_have_count(80)
    expect(page.locator(LABELS).first).to_be_visible()
    for _ in range(2):
        assert page.locator(".dl-canvas").evaluate(WHOLE)
        assert page.locator(f".dl-node:has({LABELS.removeprefix('.dl-node ')})").count() == 80
        assert (
            min(page.locator(LABELS).evaluate_all("all => all.map(text => text.getBoundingClientRect().height)")) >= 9
        )
        assert page.evaluate(OVERLAPS) == 0
        press(page, "Larger")
        press(page, "Show all")
    page.get_by_label("Pick one person").select_option(label="Noah Littlefield")
    expect(page.get_by_role("status").filter(has_text="22 people turn to Noah Littlefield;")).to_be_visible()
    person(page, "Ferenc Szabó").focus()
    expect(page.locator(".dl-name-near:visible, .dl-name:visible").filter(has_text="Szabó").first).to_be_visible()
    while page.locator(".dl-name:visible").count() == 0:
        press(page, "Larger")
    assert page.locator(".dl-name-short").count() == 0


def test_zoom_by_buttons_and_wheel(served: Served, visit: Callable[..., Page]) -> None:
    """Buttons and the wheel with Ctrl make the drawing larger and smaller; the wheel alone leaves it."""
    page = visit()
    look(page, served, "Lakeside School")
    drawing = page.locator(".dl-canvas > svg")

    def width() -> int:
        return int(drawing.get_attribute("width") or 0)

    first = width()
    press(page, "Larger")
    expect(drawing).not_to_have_attribute("width", str(first))
    second = width()
    press(page, "Smaller")
    expect(drawing).to_have_attribute("width", str(first))
    assert second > first
    drawing.hover()
    page.mouse.wheel(0, 100)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    expect(drawing).to_have_attribute("width", str(second))


def test_topics(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """A topic shows its arrows only; everybody stands where they stood, and whoever is picked stays so."""
    page = visit(color_scheme="dark")
    look(page, served, "Lakeside School")
    stood = person(page, "Emil Stoyanov").locator("..").get_attribute("transform")
    page.get_by_label("Pick one person").select_option(label="Emil Stoyanov")
    page.get_by_label("For what?").select_option(label="families")
    expect(page.get_by_text("about “families”")).to_be_visible()
    expect(page.locator(".dl-arrow")).to_have_count(17)
    assert person(page, "Emil Stoyanov").locator("..").get_attribute("transform") == stood
    expect(person(page, "Emil Stoyanov")).to_have_attribute("aria-pressed", "true")
    right(page, axe)


def test_by_hand_with_a_reload(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """By keys alone a network is entered, corrected and drawn; each step is heard; what is typed survives a reload."""
    page = visit(reduced_motion="reduce")
    own(page, served)
    right(page, axe)
    keyboard = Keyboard(page)
    keyboard.go_to(page.get_by_label("Names or initials"))
    page.keyboard.type("Ömer\nBea <b>\nCy")
    expect(page.get_by_text("Draft kept")).to_be_visible()
    page.reload()
    consent(page)
    expect(page.get_by_label("Names or initials")).to_have_value("Ömer\nBea <b>\nCy")
    keyboard.press(page.get_by_role("button", name="Add people"))
    size(page, "3 people, 0 ties")
    expect(page.get_by_label("Names or initials")).to_have_value("")
    expect(person(page, "Ömer")).to_be_visible()
    page.get_by_label("Names or initials").focus()
    keyboard.go_to(page.get_by_label("Who?").first)
    page.keyboard.type("Bea")
    keyboard.listen()
    keyboard.press(page.get_by_role("button", name="Add ties"))
    ask = page.get_by_role("alert").filter(has_text="Nobody is ticked yet. Tick at least one person")
    expect(ask).to_be_visible()
    expect(page.get_by_role("checkbox", name="Ömer")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Bea")).to_have_count(0)
    right(page, axe)
    keyboard.go_to(page.get_by_role("checkbox", name="Cy"))
    page.keyboard.press("Space")
    expect(ask).to_have_count(0)
    expect(page.locator(".dl-arrow-new")).to_have_count(1)
    keyboard.go_to(page.get_by_label("For what?"))
    page.keyboard.type("keys")
    keyboard.heard()
    keyboard.press(page.get_by_role("button", name="Add ties"))
    size(page, "3 people, 1 tie")
    expect(page.get_by_text("Added: Bea <b> turns to Cy about keys.")).to_be_visible()
    assert ("status", "Added: Bea <b> turns to Cy about keys.") in keyboard.heard()
    expect(page.locator(".dl-arrow-plain")).to_have_count(1)
    expect(page.locator(".dl-arrow-new")).to_have_count(0)
    expect(page.get_by_role("checkbox", name="Cy")).not_to_be_checked()
    expect(page.get_by_label("Who?").first).to_have_value("Bea <b>")


def test_corrected_by_hand(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """By keys alone a tie is changed and a person renamed and removed; the focus is never lost with a row."""
    page = visit(reduced_motion="reduce")
    own(page, served)
    keyboard = Keyboard(page)
    page.get_by_label("Names or initials").fill("Ömer\nBea <b>\nCy")
    press(page, "Add people")
    page.get_by_label("Who?").first.select_option(label="Bea <b>")
    page.get_by_role("checkbox", name="Cy").check()
    page.get_by_label("For what?").fill("keys")
    press(page, "Add ties")
    size(page, "3 people, 1 tie")
    keyboard.press(page.get_by_role("button", name="Change: Bea <b>, Cy, keys"))
    page.keyboard.type("rooms")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Change: Bea <b>, Cy, rooms")).to_be_visible()
    keyboard.sees_focus()
    page.get_by_label("Names or initials").focus()
    keyboard.press(page.get_by_role("button", name="Rename: Cy"), "Space")
    page.keyboard.type("Cyrus")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove: Bea <b>, Cyrus, rooms")).to_be_visible()
    right(page, axe)
    page.reload()
    size(page, "3 people, 1 tie")
    press(page, "Remove: Cyrus")
    right(page, axe)
    press(page, "Remove: Cyrus")
    size(page, "2 people, 0 ties")
    expect(page.get_by_role("heading", name="2 people, the newest first")).to_be_focused()
    expect(person(page, "Cyrus")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
def test_the_drawing_stays_beside_the_form(served: Served, visit: Callable[..., Page], width: int, height: int) -> None:
    """While ties are filled in the whole drawing is in sight, and a person in it can be found and read by keys."""
    page = visit(viewport={"width": width, "height": height})
    own(page, served)
    page.get_by_label("Names or initials").fill("\n".join(f"Person {at}" for at in range(24)))
    press(page, "Add people")
    size(page, "24 people")
    expect(page.get_by_text("Scroll in this list to see all 24.")).to_be_visible()
    page.get_by_label("Who?").first.select_option(label="Person 0")
    page.get_by_role("checkbox", name="Person 9", exact=True).check()
    press(page, "Add ties")
    said = page.get_by_text("Added: Person 0 turns to Person 9.")
    expect(said).to_be_in_viewport()
    canvas = page.locator(".dl-canvas")
    expect(canvas).to_be_in_viewport(ratio=0.99)
    assert canvas.evaluate(WHOLE)
    assert page.evaluate(OVERLAPS) == 0
    person(page, "Person 0").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Person 0 turns to 1 person")).to_be_visible()
    page.get_by_label("For what?").focus()
    field, drawing = page.get_by_label("For what?").bounding_box(), canvas.bounding_box()
    assert field is not None
    assert drawing is not None
    beside = drawing["x"] >= field["x"] + field["width"]
    assert beside or field["y"] >= drawing["y"] + drawing["height"]


def test_acts_by_hand_become_a_map(served: Served, visit: Callable[..., Page]) -> None:
    """Acts that are entered by hand are a map of shares; once the network is deleted, nothing is left of it."""
    page = visit()
    own(page, served)
    page.get_by_label("Names or initials").fill("Ann\nBo")
    press(page, "Add people")
    size(page, "2 people")
    for name, count in (("Ann", "3"), ("Bo", "1")):
        page.get_by_label("Who?").last.select_option(label=name)
        page.get_by_label("At what task").fill("looking at results")
        page.get_by_label("How often?").fill(count)
        press(page, "Add it")
        expect(page.get_by_role("button", name=f"Remove: {name}, looking at results")).to_be_visible()
    page.get_by_label("Who?").first.select_option(label="Ann")
    page.get_by_role("checkbox", name="Bo").check()
    press(page, "Add ties")
    press(page, "See it with figures and tables")
    expect(page.get_by_role("cell", name="75% (3 of 4)")).to_be_visible()
    press(page, "Change it")
    page.get_by_text("Delete this network").click()
    press(page, "Delete it for good")
    size(page, "Nobody is here yet.")
    expect(page.get_by_text("Your network was deleted.")).to_be_visible()


def test_files(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None], tmp_path: Path) -> None:
    """A file too large is told at once, other problems in a list; a good one is taken, said to be so, and added to."""
    page = visit()
    own(page, served)
    ties, people = page.get_by_label("Workbook, or the ties"), page.get_by_label("All people")
    (tmp_path / "large.csv").write_text("from,to\n" + "A,B\n" * 300_000, "utf-8")
    ties.set_input_files(tmp_path / "large.csv")
    expect(page.get_by_role("alert").filter(has_text="larger than 1 MB")).to_be_visible()
    right(page, axe)
    (tmp_path / "faulty.csv").write_text("from,to\nA,A\nB\n", "utf-8")
    ties.set_input_files(tmp_path / "faulty.csv")
    expect(page.get_by_text("larger than 1 MB")).to_have_count(0)
    press(page, "Upload")
    expect(page.get_by_role("heading", name="2 problems in your files")).to_be_focused()
    expect(page.get_by_role("listitem").filter(has_text="faulty.csv:2, to")).to_contain_text("turns to themselves")
    right(page, axe)
    ties.set_input_files(SAMPLE / "ties.csv")
    people.set_input_files(SAMPLE / "people.csv")
    press(page, "Upload")
    size(page, "80 people")
    expect(page.get_by_text("Your file was read. Now there: 80 people")).to_be_in_viewport()
    expect(page.get_by_text("problems in your files")).to_have_count(0)
    page.reload()
    size(page, "80 people")
    with page.expect_download() as taken:
        press(page, "Download a template (.xlsx)")
    assert taken.value.suggested_filename == "network-template.xlsx"
    ties.set_input_files({"name": "t.xlsx", "mimeType": "", "buffer": Path(taken.value.path()).read_bytes()})
    press(page, "Upload")
    size(page, "83 people")
    expect(page.get_by_text("Your file was added: 3 people, 3 ties more.")).to_be_in_viewport()
    page.get_by_role("radio", name="Replace it by the file").check()
    ties.set_input_files({"name": "t.xlsx", "mimeType": "", "buffer": Path(taken.value.path()).read_bytes()})
    press(page, "Upload")
    size(page, "3 people, 3 ties")
    press(page, "See it with figures and tables")
    expect(page.locator(".dl-node")).to_have_count(3)
    right(page, axe)


def test_on_paper(served: Served, visit: Callable[..., Page]) -> None:
    """Printed, the drawing fits the sheet with full names, the tables are open, and no control is there."""
    page = visit(viewport={"width": 700, "height": 900})
    look(page, served, "Willow Creek District")
    page.emulate_media(media="print")
    expect(page.get_by_role("cell", name="IT technician")).to_be_visible()
    expect(page.get_by_role("button", name="Larger")).to_be_hidden()
    expect(page.get_by_label("Pick one person")).to_be_hidden()
    expect(page.get_by_text("Context, not a grade").first).to_be_visible()
    drawing = page.locator(".dl-canvas > svg").bounding_box()
    assert drawing is not None
    assert drawing["width"] <= 700
    expect(page.locator(".dl-name:visible").first).to_be_visible()
    assert page.evaluate(OVERLAPS) == 0
