"""Takes the pictures of the README: ``python -m tests.pictures``. Plays a little in a real browser, in a new home."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from dlcourse import files
from tests.browser import ARGUMENTS, find
from tests.serving import start

SIZE = {"width": 1180, "height": 800}


def main() -> None:
    """Serve the course, play, and save two pictures in ``data/pictures``."""
    folder = files.data() / "pictures"
    folder.mkdir(exist_ok=True)
    with TemporaryDirectory() as home, sync_playwright() as playwright:
        served = start(Path(home) / "course")
        browser = playwright.chromium.launch(executable_path=find(playwright), args=ARGUMENTS)
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        page.goto(served.door)
        page.get_by_role("heading", name="Role-plays").wait_for()
        page.screenshot(path=folder / "home.png")
        _play(page, served.address)
        page.screenshot(path=folder / "role-play.png")
        browser.close()
        served.stop()


def _play(page: Page, address: str) -> None:
    page.goto(f"{address}play/the-reading-gap")
    page.get_by_role("radio", name="Hana Sato").check()
    page.get_by_role("button", name="Take this seat").click()
    page.get_by_role("radio", name="Buy the Stepping Stones").check()
    page.get_by_role("button", name="Keep it and begin").click()
    page.get_by_role("radio", name="Ask one person").check()
    page.get_by_label("Whom?").select_option(label="Lourdes Okafor, office secretary")
    page.get_by_role("button", name="Use this minute").click()
    page.get_by_text("11 of 12 minutes of talk left").first.wait_for()
    page.get_by_role("heading", name="Thursday, half past three").evaluate("heading => heading.scrollIntoView()")


if __name__ == "__main__":
    main()
