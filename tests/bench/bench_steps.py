"""How far the first action of each session is: heights, clicks and pixels, in a real browser on a fresh home.

``python -m tests.bench.bench_steps``: a table with a line for each session and step, at two sizes of the window.
``clicks`` are those from opening the session to the step's first control, ``down`` the pixels that one has to scroll
for it after those clicks. Works for pages without steps, too.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from dlcourse import files
from tests.browser import ARGUMENTS, find
from tests.serving import start

SIZES = ({"width": 1280, "height": 800}, {"width": 360, "height": 740})
CONTROLS = ":is(course-page, .exercise) :is(button, input, select, textarea, summary)"
MEASURED = """(step) => {
    const shown = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
    const control = [...(step ?? document).querySelectorAll("%s")].find(shown);
    const down = control ? Math.max(0, Math.round(control.getBoundingClientRect().bottom - innerHeight)) : null;
    return [document.documentElement.scrollHeight, down];
}"""


def main() -> None:
    """Serve the course, and print the table."""
    print("window    height screens   down  session and step")  # noqa: T201
    with TemporaryDirectory() as home, sync_playwright() as playwright:
        served = start(Path(home) / "course")
        browser = playwright.chromium.launch(executable_path=find(playwright), args=ARGUMENTS)
        for size in SIZES:
            for stem in sorted(path.stem for path in files.notebooks().glob("*.ipynb")):
                _session(browser, size, served.door, f"{served.address}session/{stem}")
        browser.close()
        served.stop()


def _session(browser: Browser, size: Any, door: str, address: str) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(door)
    page.goto(address)
    expect(page.locator(".waiting")).to_have_count(0, timeout=120_000)
    stem = address.rpartition("/")[2]
    print(_line(page, size, None), f"{stem[:26]:26} as it opens, after 0 clicks")  # noqa: T201
    for place, step in enumerate(page.query_selector_all(".step")):
        clicks = _go(page, place, size)
        print(_line(page, size, step), f"{stem[:26]:26} {page.title().split(' · ')[0]}, after {clicks}")  # noqa: T201
    context.close()


def _go(page: Page, place: int, size: Any) -> int:
    """Open a step; return how many clicks that takes."""
    if place == 0:
        page.click(".begin a")
        return 1
    narrow = int(size["width"]) < 900
    if narrow:
        page.click(".steps summary")
    page.click(f".steps li:nth-child({place + 1}) a")
    return 1 + narrow


def _line(page: Page, size: Any, step: Any) -> str:
    """Measure what is shown now, once it has come to rest."""
    page.wait_for_timeout(300)
    height, down = page.evaluate(MEASURED % CONTROLS, step)
    far = "-" if down is None else down
    return f"{size['width']}x{size['height']:<4} {height:6} {height / size['height']:7.1f} {far:>6} "


if __name__ == "__main__":
    main()
