"""Planning with one's own team in a real browser: brought, refused, planned, stopped, cut off, printed, taken along."""

import io
import re
import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from dlcourse.content.tables import MOST_BYTES
from dlcourse.domain.matching.plan_messages import BringTeam
from tests.browser import consent
from tests.e2e.keyboard import Keyboard
from tests.engines.matching.random_teams import team_of
from tests.handlers.matching.teams import BROKEN, GOOD, sent, written
from tests.serving import Served

WIDTHS = (320, 1280)
LARGE = written(team_of(120, 40, 12))
PINGS = """async (count) => {
    const socket = new WebSocket(new URL("/live", location.href.replace("http", "ws")));
    await new Promise((resolve) => (socket.onopen = resolve));
    const took = [];
    for (let n = 0; n < count; n++) {
        const begun = performance.now();
        const answered = new Promise((resolve) => (socket.onmessage = resolve));
        socket.send(JSON.stringify({ ping: n }));
        await answered;
        took.push(performance.now() - begun);
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    socket.close();
    return took;
}"""
CLICK = """element => new Promise((resolve) => {
    const begun = performance.now();
    element.click();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
})"""


def right(page: Page, axe: Callable[[Page], None]) -> None:
    """Assert that the page has no fault, at both widths."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def go(page: Page, served: Served) -> None:
    """Open the planning page."""
    page.goto(f"{served.address}plan")
    expect(page.get_by_role("heading", name="Plan with your own team")).to_be_visible()
    expect(page.get_by_text("Everything is saved")).to_be_visible()
    consent(page)


def button(page: Page, name: str) -> Locator:
    """Return a button."""
    return page.get_by_role("button", name=name)


def bring(page: Page, files: dict[str, str]) -> None:
    """Choose files and bring them."""
    chosen: list[Any] = [
        {"name": name, "mimeType": "text/csv", "buffer": text.encode()} for name, text in files.items()
    ]
    page.get_by_label("Choose the file").set_input_files(chosen)
    button(page, "Bring this team").click()


def make(page: Page) -> None:
    """Have the best plan made."""
    button(page, "Make the best plan").click()
    expect(page.get_by_role("heading", name="The plan, task by task")).to_be_visible()
    expect(page.locator(".dl-drawing svg")).to_be_visible()


def test_a_team_becomes_a_plan(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Errors in a file are told line by line; once fixed, it becomes a team, a plan and a chart, and all stay."""
    page = visit()
    go(page, served)
    right(page, axe)
    bring(page, BROKEN)
    problems = page.get_by_role("region", name="Nothing was saved yet")
    expect(problems.get_by_role("row")).to_have_count(1 + 4)
    expect(page.get_by_role("heading", name="Nothing was saved yet")).to_be_focused()
    expect(problems).to_contain_text("people.csv, line 2, column hours")
    right(page, axe)
    bring(page, GOOD)
    expect(page.get_by_role("heading", name="Our team", exact=True)).to_be_visible()
    right(page, axe)
    make(page)
    expect(page.get_by_text("No plan is better: every aim is proven.")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("Bar chart with one bar for each of 2 people"))).to_be_visible()
    for more in ("Can any plan do better?", "Task by task", "Person by person", "The same as a table"):
        page.get_by_text(more, exact=True).click()
    right(page, axe)
    page.get_by_label("Name of this plan").fill("For the <autumn>")
    button(page, "Rename").click()
    expect(page.get_by_role("heading", name="For the <autumn>")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="For the <autumn>")).to_be_visible()
    expect(page.locator(".dl-drawing svg")).to_be_visible()


def test_wishes_by_keyboard(served: Served, page: Page) -> None:
    """By keys alone: take a sample, have a plan made, fix something, have it made again, and read what it costs."""
    keyboard = Keyboard(page)
    go(page, served)
    keyboard.press(button(page, "A small school"))
    expect(page.get_by_role("heading", name="A small school")).to_be_focused()
    keyboard.press(button(page, "Make the best plan"))
    expect(page.get_by_text("No plan is better")).to_be_visible()
    expect(page.get_by_role("heading", name="Plan 1")).to_be_focused()
    keyboard.press(page.get_by_text("Fix something beforehand"))
    for label, first in (("Who", "M"), ("Which task", "R")):
        keyboard.go_to(page.get_by_role("combobox", name=label, exact=True))
        page.keyboard.press(first)
    keyboard.press(button(page, "Add this wish"))
    expect(page.get_by_role("listitem").filter(has_text="contributes to Reading hour in every class")).to_be_visible()
    keyboard.press(button(page, "Make the best plan with these wishes"))
    expect(page.get_by_role("columnheader", name="What the wishes cost")).to_be_visible()
    expect(page.get_by_role("heading", name="Plan 2")).to_be_visible()


def test_a_file_is_dropped_and_too_large_a_one_is_not_sent(served: Served, page: Page) -> None:
    """Files can be dropped; one that is too large is told at once, and nothing of it leaves the browser."""
    frames: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: frames.append(str(frame))))
    go(page, served)
    large = {"name": "team.xlsx", "mimeType": "application/zip", "buffer": b"x" * (MOST_BYTES + 1)}
    page.get_by_label("Choose the file").set_input_files(large)  # type: ignore[arg-type]
    expect(page.get_by_text("team.xlsx is larger than 2 MB")).to_be_visible()
    button(page, "Bring this team").click()
    expect(page.get_by_text("team.xlsx is larger than 2 MB")).to_be_visible()
    assert not [frame for frame in frames if "BringTeam" in frame]
    drop = """(zone, files) => {
        const data = new DataTransfer();
        for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
        zone.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }"""
    page.locator(".dl-drop").evaluate(drop, GOOD)
    expect(page.get_by_text("Chosen: people.csv, work.csv")).to_be_visible()
    button(page, "Bring this team").click()
    expect(page.get_by_role("heading", name="Our team", exact=True)).to_be_visible()


def test_a_file_that_was_mended_meanwhile(served: Served, page: Page, tmp_path: Path) -> None:
    """Whoever fixes the file and brings it again without choosing it again is told to; then it is brought."""
    files = [tmp_path / name for name in GOOD]
    for file in files:
        file.write_text(BROKEN[file.name], "utf-8")
    go(page, served)
    page.get_by_label("Choose the file").set_input_files(files)
    button(page, "Bring this team").click()
    expect(page.get_by_role("heading", name="Nothing was saved yet")).to_be_focused()
    for file in files:
        file.write_text(GOOD[file.name], "utf-8")
    button(page, "Bring this team").click()
    expect(page.get_by_text("The file has changed since you chose it")).to_be_visible()
    with page.expect_file_chooser() as chooser:
        page.get_by_label("Choose the file").click()
    chooser.value.set_files(files)
    button(page, "Bring this team").click()
    expect(page.get_by_role("heading", name="Our team", exact=True)).to_be_visible()


def test_a_plan_is_taken_along_and_printed(served: Served, page: Page, axe: Callable[[Page], None]) -> None:
    """A plan goes into a workbook and a table, and on paper without anything that can only be clicked."""
    go(page, served)
    with page.expect_download() as download:
        button(page, "Download a team file to start from").click()
    assert download.value.suggested_filename == "team.xlsx"
    template = Path(download.value.path()).read_bytes()
    file = {"name": "team.xlsx", "mimeType": "application/zip", "buffer": template}
    page.get_by_label("Choose the file").set_input_files(file)  # type: ignore[arg-type]
    button(page, "Bring this team").click()
    expect(page.get_by_role("heading", name="Our team", exact=True)).to_be_visible()
    make(page)
    with page.expect_download() as download:
        button(page, "Download as a workbook").click()
    assert load_workbook(io.BytesIO(Path(download.value.path()).read_bytes())).sheetnames[0] == "plan"
    with page.expect_download() as download:
        button(page, "Download as a table").click()
    assert Path(download.value.path()).read_text("utf-8-sig").startswith("task,person,part")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="The plan, person by person")).to_be_visible()
    expect(page.locator(".dl-drawing svg")).to_be_visible()
    expect(page.locator(".dl-page button:visible")).to_have_count(0)
    expect(page.get_by_role("heading", name="Make another plan")).to_be_hidden()


def test_the_page_answers_while_a_plan_is_made_and_stop_works(
    served: Served, page: Page, axe: Callable[[Page], None]
) -> None:
    """While a large team is planned server and page answer at once; stop keeps the best plan so far."""
    command = {"id": uuid4().hex, "team": uuid4().hex, "name": "A large team", "files": sent(LARGE)}
    served.course().do(BringTeam.model_validate(command))
    go(page, served)
    button(page, "A large team").click()
    button(page, "Make the best plan").click()
    bar = page.get_by_role("progressbar", name="Making the plan")
    expect(bar).to_be_visible()
    expect(page.get_by_text("There is a plan already")).to_be_visible()
    before = float(bar.get_attribute("value") or 0)
    right(page, axe)
    page.wait_for_function("before => document.querySelector('progress').value > before", arg=before)
    assert statistics.median(page.evaluate(PINGS, 50)) < 100
    summary = page.get_by_text("Fix something beforehand")
    assert statistics.median([summary.evaluate(CLICK) for _ in range(10)]) < 100
    stop = button(page, "Stop, and take the best plan so far")
    begun = page.evaluate("performance.now()")
    stop.click()
    expect(bar).to_have_count(0)
    assert page.evaluate("performance.now()") - begun < 5000  # the second itself is measured without a browser
    expect(page.get_by_text("You stopped the search")).to_be_visible()


def test_a_plan_that_the_server_s_end_cut_off(serve: Callable[..., Served], visit: Callable[..., Page]) -> None:
    """Killed in the middle, the course tells afterwards what happened; the team is there, and the plan can be made."""
    served = serve()
    command = {"id": uuid4().hex, "team": uuid4().hex, "name": "A large team", "files": sent(LARGE)}
    served.course().do(BringTeam.model_validate(command))
    page = visit()
    go(page, served)
    button(page, "A large team").click()
    button(page, "Make the best plan").click()
    expect(page.get_by_role("progressbar", name="Making the plan")).to_be_visible()
    page.goto("about:blank")
    served.kill()
    go(page, serve())
    button(page, "Plan 1").click()
    expect(page.get_by_text("This plan was not finished")).to_be_visible()
    expect(button(page, "Make the best plan")).to_be_visible()
