"""A session in steps, in a real browser: one at a time, at an address of its own, and always where one left it."""

import re
from collections.abc import Callable
from urllib.parse import unquote

import nbformat
import pytest
from playwright.sync_api import Error, Locator, Page, expect

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.curriculum.steps import SessionProgress, SessionProgressView
from dlcourse.pages.curriculum.steps import GO_ON
from dlcourse.server.pages.markdown import anchor
from dlcourse.server.pages.steps import opening_and_steps
from tests.serving import Served

SORTING = "session/01-what-it-is"
NOTEBOOK = nbformat.read(files.notebooks() / "01-what-it-is.ipynb", as_version=4)  # type: ignore[no-untyped-call]
STEPS = opening_and_steps(NOTEBOOK)[1]
TITLES = [step.title for step in STEPS]
READING = next(place for place, step in enumerate(STEPS) if step.kind == "read")
"""The place of the first step that is only read."""
MINUTES = Library(files.data()).curriculum().session("01-what-it-is").minutes


def go(page: Page, served: Served, address: str = SORTING) -> None:
    """Open an address, and wait for all exercises."""
    page.goto(served.address + address)
    expect(page.locator(".waiting")).to_have_count(0)


def bar(page: Page) -> Locator:
    """Return the bar of the steps."""
    return page.get_by_role("navigation", name="Steps of this session")


def heading(page: Page, title: str) -> Locator:
    """Return the heading of a step."""
    return page.get_by_role("heading", name=title, exact=True, level=2).first


def is_at(page: Page, title: str) -> None:
    """Wait until this step is the one that is shown, and that the bar and the document's title name."""
    expect(heading(page, title)).to_be_visible()
    for other in set(TITLES) - {title}:
        expect(heading(page, other)).to_be_hidden()
    expect(bar(page).locator("[aria-current=step]")).to_have_attribute("title", title)
    expect(page).to_have_title(re.compile(f"^{re.escape(title)} · What it is, and is not · "))


def scroll(page: Page) -> int:
    """Scroll down a little, as a person does; return how far the page is scrolled, once the tab has kept it."""
    before = int(page.evaluate("Math.round(scrollY)"))
    page.mouse.move(640, 500)
    page.mouse.wheel(0, 300)
    page.wait_for_function(f"() => Math.abs(scrollY - {before + 300}) < 1")
    top = before + 300
    page.wait_for_function(f"() => Object.values(sessionStorage).some((kept) => kept.includes('{top}'))")
    return top


def is_scrolled(page: Page, top: int) -> None:
    """Wait until the page is scrolled as far as it was, give or take two pixels."""
    try:
        page.wait_for_function(f"() => Math.abs(scrollY - {top}) <= 2")
    except Error as late:
        found = page.evaluate("({y: scrollY, height: document.body.scrollHeight, kept: {...sessionStorage}})")
        raise AssertionError(f"scrolled to {top} is not what became of {found}") from late


def on_slow_computer(page: Page) -> None:
    """Let the page be slow: then the browser scrolls to the heading in the address after the course has scrolled."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})


def finished(served: Served) -> tuple[str, ...]:
    """Return the steps of the session that were read to their end, as the store has them."""
    view = served.course().see(SessionProgress(session="01-what-it-is"))
    assert isinstance(view, SessionProgressView)
    return view.finished


def test_a_session_goes_step_by_step(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Begin, next and the bar lead to a step; its heading has the focus, and the rest of the page is another step's."""
    page = visit(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    go(page, served)
    is_at(page, TITLES[0])
    expect(page.get_by_role("heading", name="What it is, and is not", level=1)).to_be_visible()
    page.get_by_role("link", name=f"Begin: {TITLES[0]}").click()
    expect(heading(page, TITLES[0])).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    expect(page.get_by_role("button", name=re.compile("Delegation"))).to_be_in_viewport()
    axe(page)
    for title in TITLES[1:]:
        page.get_by_role("navigation", name="Previous and next step").get_by_role("link", name=title).press("Enter")
        is_at(page, title)
        expect(heading(page, title)).to_be_focused()
        expect(heading(page, title)).to_be_in_viewport()
    expect(page.get_by_role("navigation", name="Previous and next session")).to_be_visible()
    axe(page)
    bar(page).get_by_role("link", name=re.compile("^Look back")).click()
    is_at(page, TITLES[1])


def test_what_was_read_is_marked_here_and_elsewhere(served: Served, visit: Callable[..., Page]) -> None:
    """A text is done when one goes on from its end; another browser knows it, and begins with the first undone step."""
    page = visit()
    go(page, served, f"{SORTING}#Looking-back")
    expect(bar(page)).to_contain_text(f"{MINUTES} minutes left")
    page.get_by_role("link", name=TITLES[2]).last.click()
    expect(bar(page).locator("li").nth(1)).to_have_class("done")
    expect(bar(page)).not_to_contain_text(f"{MINUTES} minutes left")
    assert finished(served) == ("debrief",)
    expect(bar(page).locator("li").nth(2)).not_to_have_class("done")
    other = visit()
    go(other, served)
    expect(bar(other).get_by_role("link", name="done")).to_have_count(1)
    is_at(other, TITLES[0])


def test_an_exercise_tells_the_bar_how_far_it_is(served: Served, page: Page) -> None:
    """The bar counts along with what is sorted, and its minutes go down; it stays in sight."""
    go(page, served, f"{SORTING}#{anchor(TITLES[0])}")
    expect(bar(page).locator("[aria-current=step]")).to_contain_text(re.compile(r"0 of \d+"))
    page.get_by_role("button", name=re.compile("Neither")).click()
    expect(bar(page).locator("[aria-current=step]")).to_contain_text(re.compile(r"1 of \d+"))
    expect(bar(page)).not_to_contain_text(f"{MINUTES} minutes left")
    expect(bar(page)).to_be_in_viewport()


def test_reload_back_and_a_detour_lead_to_the_very_place(served: Served, page: Page) -> None:
    """The step and the height in it are kept over a reload, over Back, and over a visit to the log and home."""
    page.set_viewport_size({"width": 1280, "height": 700})
    on_slow_computer(page)
    go(page, served, f"{SORTING}#{anchor(TITLES[READING + 1])}")
    top = scroll(page)
    page.reload()
    is_at(page, TITLES[READING + 1])
    is_scrolled(page, top)
    bar(page).get_by_role("link", name=TITLES[0]).click()
    is_at(page, TITLES[0])
    page.go_back()
    is_at(page, TITLES[READING + 1])
    is_scrolled(page, top)
    page.goto(f"{served.address}log")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.go_back()
    is_at(page, TITLES[READING + 1])
    is_scrolled(page, top)
    page.goto(served.address)
    page.get_by_role("link", name="What it is, and is not").first.click()
    is_at(page, TITLES[READING + 1])
    assert unquote(page.url).endswith(f"#{anchor(TITLES[READING + 1])}")
    is_scrolled(page, top)


def test_go_on_leads_to_the_very_step(served: Served, page: Page) -> None:
    """A link to go on opens the first step that is not done, whatever step was last shown, at its address."""
    go(page, served, f"{SORTING}#{anchor(TITLES[-1])}")
    is_at(page, TITLES[-1])
    first = bar(page).locator("li:not(.done) a").first.get_attribute("title")
    assert first is not None
    page.goto(f"{served.address}log")
    go(page, served, f"{SORTING}#{GO_ON}")
    is_at(page, first)
    expect(heading(page, first)).to_be_focused()
    assert unquote(page.url).endswith(f"{SORTING}#{anchor(first)}")


def test_the_view_stays_while_exercises_come(served: Served, page: Page) -> None:
    """A step that was opened with its exercise still on the way is where it was when the exercise has come."""
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(f"{served.address}session/02-everyone-is-an-expert#An-average,-and-the-people-behind-it")
    title = heading(page, "An average, and the people behind it").first
    expect(title).to_be_in_viewport()
    before = title.bounding_box()
    expect(page.locator(".waiting")).to_have_count(0)
    assert title.bounding_box() == before


def test_all_steps_on_request_and_on_paper(served: Served, page: Page, axe: Callable[[Page], None]) -> None:
    """Show all shows all, with nothing moving under one's eyes; on paper everything stands, also what is folded."""
    go(page, served, f"{SORTING}#{anchor(TITLES[3])}")
    box = heading(page, TITLES[3]).bounding_box()
    assert box
    page.get_by_role("button", name="Show all steps").click()
    for title in TITLES:
        expect(heading(page, title)).to_be_visible()
    moved = heading(page, TITLES[3]).bounding_box()
    assert moved
    assert abs(moved["y"] - box["y"]) < 2.5
    axe(page)
    page.get_by_role("button", name="Show all steps").click()
    is_at(page, TITLES[3])
    page.emulate_media(media="print")
    for title in TITLES:
        expect(heading(page, title)).to_be_visible()
    expect(bar(page)).to_be_hidden()


def test_without_a_script_all_steps_are_shown(served: Served, visit: Callable[..., Page]) -> None:
    """A browser that runs no script shows the whole text, with links that lead to each step."""
    page = visit(java_script_enabled=False)
    page.goto(served.address + SORTING)
    for title in TITLES:
        expect(heading(page, title)).to_be_visible()
    expect(page.get_by_role("button", name="Show all steps")).to_be_hidden()


@pytest.mark.parametrize(("width", "theme"), [(320, "dark"), (360, "light")])
def test_on_a_phone_one_line_says_where_one_is(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None], width: int, theme: str
) -> None:
    """The bar is one line that opens into a menu of all steps; nothing is wider than the page, light or dark."""
    page = visit(viewport={"width": width, "height": 740}, reduced_motion="reduce", color_scheme=theme)
    go(page, served, f"{SORTING}#Looking-back")
    here = bar(page).locator("summary")
    expect(here).to_contain_text(f"Step 2 of {len(TITLES)}: Look back")
    expect(bar(page).get_by_role("link")).to_have_count(0)
    here.click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    bar(page).get_by_role("link", name=TITLES[0]).click()
    expect(here).to_contain_text(f"Step 1 of {len(TITLES)}: Do")
    expect(here).to_contain_text(re.compile(r"0 of \d+"))
    expect(bar(page).get_by_role("link")).to_have_count(0)
