"""Your work in a browser: taken along, brought back, kept as a copy and offered, erased; by mouse and by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from dlcourse.domain.selfcheck.readiness import Introduce
from tests.browser import CUT_OFF
from tests.e2e.keyboard import Keyboard
from tests.person import GAP, Person
from tests.serving import WORK_FILE, Served, start, until

ANOTHER_KEY = rf"status of 401 \(Unauthorized\) \(http://127\.0\.0\.1:\d+/{WORK_FILE}\)"
"""What a page of the server before is answered by the next one at the same address."""
pytestmark = pytest.mark.expects_errors(CUT_OFF, ANOTHER_KEY)  # while one server gives way to the next
KEPT = """() => new Promise((resolve) => {
    const asked = indexedDB.open("dlcourse", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("copies", {keyPath: "person"});
    asked.onsuccess = () => {
        const all = asked.result.transaction("copies").objectStore("copies").getAllKeys();
        all.onsuccess = () => { asked.result.close(); resolve(all.result); };
    };
})"""
"""Whose copies this browser keeps."""


class Place:
    """A computer at which one home after the other is served at the same address."""

    def __init__(self, folder: Path) -> None:
        self._folder, self.served = folder, start(folder / "first")
        self._port = urlsplit(self.served.address).port

    def serve(self, name: str) -> Served:
        """Serve another home instead."""
        self.served.stop()
        self.served = start(self._folder / name, arguments=(f"--port={self._port}",))
        return self.served

    @property
    def person(self) -> Person:
        """The person of the home that is served."""
        return Person(self.served.course())


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """Serve a first home, in which somebody has begun a play and said who they are."""
    made = Place(tmp_path)
    made.person.talk()
    made.person.do(Introduce, name="Amina")
    yield made
    made.served.stop()


@pytest.fixture
def page(place: Place, visit: Callable[..., Page]) -> Page:
    """Open a page for one person; it is closed before its server."""
    return visit(reduced_motion="reduce", accept_downloads=True)


def offer(page: Page) -> Locator:
    """Return the offer of the copy."""
    return page.get_by_role("region", name="A copy of your work")


def work(page: Page, place: Place) -> None:
    """Go to the page, by the link in the bar."""
    page.goto(place.served.address)
    page.get_by_role("banner").get_by_role("link", name="Your work").click()
    expect(page.get_by_role("heading", name="Your work", level=1)).to_be_visible()
    expect(page.get_by_text("Everything is saved")).to_be_visible()


def copies(page: Page, number: int) -> None:
    """Wait until this browser keeps so many copies."""
    until(lambda: len(page.evaluate(KEPT)) == number)


def keep(page: Page, place: Place) -> None:
    """Do something in the browser and wait until there is a copy of it."""
    page.goto(f"{place.served.address}work")
    expect(page.get_by_text("Everything is saved")).to_be_visible()
    copies(page, 1)
    page.reload()
    expect(page.get_by_text("There is a copy from")).to_be_visible()


def bring(page: Page, file: Path) -> None:
    """Choose a file and bring it back."""
    page.get_by_label("File of your work").set_input_files(file)
    page.get_by_role("button", name="Bring it back").click()


def test_work_goes_along_and_comes_back(place: Place, page: Page, tmp_path: Path) -> None:
    """A downloaded file brings everything to another home; a second time nothing is new; a damaged one is refused."""
    work(page, place)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download your work").click()
    file = tmp_path / "work.json"
    download.value.save_as(file)
    assert download.value.suggested_filename.startswith("dlcourse-work-")
    place.serve("second")
    work(page, place)
    bring(page, file)
    expect(page.get_by_text("Not here before: 2 pieces of work.")).to_be_visible()
    assert place.person.home().person == "Amina"
    bring(page, file)
    expect(page.get_by_text("There was nothing new to bring back.")).to_be_visible()
    damaged = tmp_path / "damaged.json"
    damaged.write_bytes(file.read_bytes().replace(b"Amina", b"Emina"))
    bring(page, damaged)
    expect(page.get_by_role("alert").filter(has_text="it is damaged")).to_be_visible()
    page.goto(place.served.address)
    expect(page.get_by_role("link", name="Go on with “The reading gap”")).to_be_visible()


def test_a_file_can_be_dropped(place: Place, page: Page) -> None:
    """A file that is dropped on the form is chosen."""
    work(page, place)
    page.evaluate(
        """() => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File(["{}"], "letter.json"));
            const form = document.querySelector("input[type=file]").form;
            form.dispatchEvent(new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true}));
        }"""
    )
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_role("alert").filter(has_text="no file of work from this course")).to_be_visible()


def test_the_copy_is_offered_where_the_course_is_empty(place: Place, page: Page, axe: Callable[[Page], None]) -> None:
    """A new home offers the copy that this browser kept; brought back, everything is as it was."""
    keep(page, place)
    (first,) = page.evaluate(KEPT)
    place.serve("second")
    for path in ("", f"play/{GAP}", "session/00-start-here"):
        page.goto(place.served.address + path)
        expect(offer(page)).to_be_visible()
        expect(offer(page)).to_contain_text("In this browser there is a copy of your work from")
    page.goto(place.served.address)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        expect(offer(page)).to_be_visible()
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    offer(page).get_by_role("button", name="Bring it back").click()
    expect(page.get_by_role("link", name="Go on with “The reading gap”")).to_be_visible()
    expect(offer(page)).to_have_count(0)
    assert place.person.home().person == "Amina"
    copies(page, 1)
    assert page.evaluate(KEPT) == [place.person.home().owner]
    assert page.evaluate(KEPT) != [first]


def test_the_offer_can_be_put_off_and_the_copy_deleted(place: Place, page: Page) -> None:
    """Not now means not in this tab; deleted means gone. A home with another person's work is never offered it."""
    keep(page, place)
    place.serve("second")
    page.goto(place.served.address)
    offer(page).get_by_role("button", name="Not now").click()
    expect(offer(page)).to_have_count(0)
    page.reload()
    expect(page.get_by_text("Everything is saved")).to_be_visible()
    expect(offer(page)).to_have_count(0)
    place.person.do(Introduce, name="Ben")
    tab = page.context.new_page()
    tab.goto(place.served.address)
    expect(tab.get_by_text("Ben")).to_be_visible()
    expect(tab.get_by_text("Everything is saved")).to_be_visible()
    expect(offer(tab)).to_have_count(0)
    copies(tab, 2)
    place.serve("third")
    tab.goto(place.served.address)
    for left in (1, 0):
        offer(tab).get_by_role("button", name="Delete the copy").click()
        copies(tab, left)
        tab.reload()
        expect(tab.get_by_text("Everything is saved")).to_be_visible()
    expect(offer(tab)).to_have_count(0)


def test_at_a_shared_computer_no_copy_is_kept(place: Place, page: Page) -> None:
    """Switched off, the copy is deleted and none is made any more, until it is switched on again."""
    keep(page, place)
    page.get_by_role("checkbox", name="Keep a copy in this browser").uncheck()
    expect(page.get_by_text("No copy is kept here.")).to_be_visible()
    assert page.evaluate(KEPT) == []
    page.reload()
    expect(page.get_by_role("checkbox", name="Keep a copy in this browser")).not_to_be_checked()
    expect(page.get_by_text("No copy is kept here.")).to_be_visible()
    page.get_by_role("checkbox", name="Keep a copy in this browser").check()
    expect(page.get_by_text("There is a copy from")).to_be_visible()
    page.get_by_role("button", name="Delete the copy").click()
    expect(page.get_by_text("There is no copy yet")).to_be_visible()
    assert page.evaluate(KEPT) == []


def test_erasing_by_keyboard(place: Place, page: Page, axe: Callable[[Page], None]) -> None:
    """The word must be typed; then everything is gone, in the browser too, and the page says what remains."""
    keep(page, place)
    keyboard = Keyboard(page)
    dialog = page.get_by_role("dialog", name="Erase everything of yours?")
    button = page.get_by_role("button", name="Erase everything of mine…")
    keyboard.press(button)
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(dialog.get_by_label("Type “erase” to confirm")).to_be_focused()
    page.keyboard.type("no")
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Erase")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Everything of yours is erased")).to_be_focused()
    expect(page.get_by_role("heading", name="What remains, and why")).to_be_visible()
    axe(page)
    expect(page.get_by_text("Amina")).to_have_count(0)
    assert place.person.home().empty
    copies(page, 0)
    page.get_by_role("link", name="Go to the home page").click()
    expect(page.get_by_text("Everything is saved")).to_be_visible()
    expect(page.get_by_role("link", name="Go on with")).to_have_count(0)
    expect(offer(page)).to_have_count(0)
    assert b"Amina" not in (place.served.home / "course.db").read_bytes()


def test_other_tabs_forget_what_was_erased(place: Place, page: Page) -> None:
    """A tab that showed the person's words shows the empty course, and keeps nothing that was typed in it."""
    keep(page, place)
    tab = page.context.new_page()
    tab.goto(place.served.address)
    expect(tab.get_by_text("Amina")).to_be_visible()
    tab.evaluate("() => sessionStorage.setItem('dlcourse:about-you:drafts', '{}')")
    page.get_by_role("button", name="Erase everything of mine…").click()
    page.get_by_label("Type “erase” to confirm").fill("erase")
    page.get_by_role("button", name="Erase for good").click()
    expect(page.get_by_role("heading", name="Everything of yours is erased")).to_be_visible()
    expect(tab.get_by_text("Amina")).to_have_count(0)
    expect(tab.get_by_text("Everything is saved")).to_be_visible()
    assert tab.evaluate("() => sessionStorage.getItem('dlcourse:about-you:drafts')") is None
    expect(offer(tab)).to_have_count(0)
    copies(page, 0)
