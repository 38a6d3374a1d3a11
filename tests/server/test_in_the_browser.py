"""Served pages in a real browser, cut off from every other site: a click is answered, a reload loses nothing."""

import re
import stat
import webbrowser
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from queue import Queue

import psutil  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from dlcourse.server.access.browser import NAME, forget, open_in_browser
from tests.serving import PATIENCE, Served, until

AT_ONCE = """() => document.querySelector(".waiting")
    && [...document.querySelectorAll("main h2")].some((heading) => heading.textContent === "The end")"""
"""The end of the reading is there while an exercise is still to come."""
REFUSED = r"WebSocket connection to .* failed|404 \(Not Found\)"


def counted(page: Page) -> int:
    """Return the count that the page shows."""
    return int(page.locator("output").inner_text())


def bump(page: Page) -> None:
    """Count one further, and wait until the page shows it."""
    before = counted(page)
    page.get_by_role("button", name="Bump").click()
    expect(page.locator("output")).not_to_have_text(str(before))


def open_session(page: Page, served: Served) -> None:
    """Go to the toy's session."""
    page.goto(f"{served.address}session/01-counting")
    expect(page.get_by_role("button", name="Bump")).to_be_visible()


def test_a_light_page_answers(page: Page, toy: Served) -> None:
    """A page without a kernel shows what it got with the first response, and answers a click."""
    page.goto(toy.address)
    before = counted(page)
    bump(page)
    assert counted(page) == before + 1


def test_both_hosts_show_one_course(visit: Callable[..., Page], toy: Served) -> None:
    """What is done on a session page, a light page shows without being asked, and the other way round."""
    light, session = visit(), visit()
    light.goto(toy.address)
    open_session(session, toy)
    for page, other in ((session, light), (light, session)):
        bump(page)
        expect(other.locator("output")).to_have_text(str(counted(page)))


def test_the_reading_can_be_read_while_exercises_get_ready(page: Page, toy: Served) -> None:
    """The whole text stands there, and a sentence says what is still coming, before the first exercise is there."""
    page.goto(f"{toy.address}session/01-counting", wait_until="commit")
    page.wait_for_function(AT_ONCE)
    expect(page.get_by_role("button", name="Bump")).to_be_visible()
    expect(page.get_by_text("getting ready")).to_have_count(0)


def test_a_reload_goes_on_at_the_same_place(page: Page, toy: Served) -> None:
    """A reloaded page has another kernel and is where it was."""
    open_session(page, toy)
    page.get_by_role("button", name="Stride").click()
    expect(page.locator(".step")).to_have_text("5")
    page.reload()
    expect(page.locator(".step")).to_have_text("5")
    before = counted(page)
    bump(page)
    assert counted(page) == before + 5


def test_a_broken_exercise_says_so(page: Page, toy: Served, axe: Callable[[Page], None]) -> None:
    """A cell that fails shows a friendly sentence with a way to try again; the next exercise works."""
    page.goto(f"{toy.address}session/02-broken")
    expect(page.get_by_text("This exercise did not start. Everything that was saved is safe.")).to_be_visible()
    expect(page.get_by_role("link", name="Try again")).to_have_attribute("href", "/session/02-broken")
    bump(page)
    axe(page)


def test_a_page_hears_that_its_kernel_died(serve: Callable[..., Served], page: Page) -> None:
    """A dead kernel is not started again behind the page's back: the page is told, and a reload has a new one."""
    served = serve()
    open_session(page, served)
    bump(page)
    (kernel,) = served.kernels()
    kernel.kill()
    page.wait_for_selector("course-page[data-gone]", state="attached")
    assert [other for other in served.kernels() if other.status() != psutil.STATUS_ZOMBIE] == []
    page.reload()
    bump(page)


def test_a_connection_that_was_lost_is_made_again(page: Page, toy: Served) -> None:
    """A kernel outlives a lost connection; what was clicked meanwhile is sent afterwards."""
    sockets: list[WebSocketRoute] = []

    def pass_on(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        socket.connect_to_server()

    page.route_web_socket(re.compile("/kernels/"), pass_on)
    open_session(page, toy)
    bump(page)
    before = counted(page)
    sockets[0].close(code=3001)
    page.get_by_role("button", name="Bump").click()
    expect(page.locator("output")).to_have_text(str(before + 1))
    assert len(sockets) == 2


def test_a_kernel_ends_after_its_page(serve: Callable[..., Served], page: Page) -> None:
    """A page that was closed lets its kernel go."""
    served = serve("0", "/", "1")
    open_session(page, served)
    bump(page)
    assert served.kernels()
    page.goto("about:blank")
    until(lambda: not served.kernels())


def test_everything_works_under_a_prefix(serve: Callable[..., Served], page: Page) -> None:
    """Links, assets and both kinds of web socket are found under the prefix."""
    served = serve("0", "/behind/a/proxy/")
    page.goto(served.address)
    bump(page)
    open_session(page, served)
    bump(page)
    page.get_by_role("link", name=re.compile("Next session")).click()
    expect(page).to_have_url(f"{served.address}session/02-broken")


@pytest.mark.expects_errors(REFUSED)
@pytest.mark.parametrize("width", [1280, 360])
def test_pages_are_accessible(visit: Callable[..., Page], toy: Served, axe: Callable[[Page], None], width: int) -> None:
    """axe-core finds nothing on any kind of page, and nothing needs sideways scrolling."""
    page = visit(viewport={"width": width, "height": 800})
    for path in ("", "session/01-counting", "facilitator/01-counting", "nothing"):
        page.goto(toy.address + path)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_keyboard_gets_past_the_list(page: Page, toy: Served) -> None:
    """The first Tab offers to skip to the content."""
    page.goto(f"{toy.address}session/01-counting")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.expects_errors("401")
def test_the_address_with_the_key_opens_the_course(browser: Browser, serve: Callable[..., Served]) -> None:
    """The key is taken out of the address and the history; afterwards a bookmark opens the course without it."""
    served = serve("0", "/x/")
    with closing(browser.new_context()) as context:
        page = context.new_page()
        page.goto(f"{served.address}session/01-counting#key={served.door.partition('=')[2]}")
        expect(page.get_by_role("button", name="Bump")).to_be_visible()
        assert page.url == f"{served.address}session/01-counting"
        assert page.evaluate("history.length") <= 2
        (cookie,) = context.cookies()
        assert (cookie["httpOnly"], cookie["path"]) == (True, "/x/")
        page.goto(served.door)
        expect(page.get_by_role("button", name="Bump")).to_be_visible()
        assert page.url == served.address


@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_at_the_door_can_be_used_by_everybody(
    browser: Browser, toy: Served, axe: Callable[[Page], None], width: int
) -> None:
    """Somebody without the key is told where it is; they can paste it, and hear when it is wrong."""
    with closing(browser.new_context(viewport={"width": width, "height": 800})) as context:
        page = context.new_page()
        page.goto(toy.address)
        expect(page.get_by_role("heading", name="This course needs its key")).to_be_visible()
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_label("The address, or the key alone").fill("wrong")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("This is not the key of this course.")
        axe(page)
        page.get_by_label("The address, or the key alone").fill(toy.door)
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Bump")).to_be_visible()


def test_the_browser_is_opened_by_a_file_for_its_owner_alone(
    browser: Browser, toy: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the browser is given to open holds no key and leads to the course."""
    opened: Queue[str] = Queue()
    monkeypatch.setattr(webbrowser, "open", opened.put)
    open_in_browser(tmp_path, toy.door)
    address = opened.get(timeout=PATIENCE)
    assert toy.door.partition("=")[2] not in address
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600
    with closing(browser.new_context()) as context:
        page = context.new_page()
        page.goto(address, wait_until="commit")
        expect(page.get_by_role("button", name="Bump")).to_be_visible()
    forget(tmp_path)
    assert not (tmp_path / NAME).exists()
