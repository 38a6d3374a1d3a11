"""A place that is public and does not last: every page says so, and a page that is left alone or cut off says more."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.serving import Served, start

PLACES = ("", "session/00-start-here", "play/the-reading-gap")
SPARSE = "This is a public place, and it does not last. Write no names and nothing confidential here."
IDLE = "Nothing has been done on this page for 5 minutes."
GONE = "This place does not answer."
MINUTE = 60_000


@pytest.fixture(scope="module")
def passing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a place that does not last, with a JupyterLab beside it."""
    home = tmp_path_factory.mktemp("home")
    served = start(home, arguments=("--passing", "--prefix=/user/jo/dlcourse/", "--lab=/user/jo/lab"))
    yield served
    served.stop()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("place", PLACES)
def test_every_page_says_that_the_place_does_not_last(
    passing: Served, visit: Callable[..., Page], axe: Callable[[Page], None], place: str, width: int
) -> None:
    """Home, sessions and plays warn, offer to take the work along and JupyterLab; axe is content, light and dark."""
    page = visit(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(passing.address + place)
    notice = page.get_by_role("complementary", name="About this place")
    expect(notice).to_contain_text(SPARSE)
    expect(notice.get_by_role("link", name="Take your work along")).to_have_attribute("href", "/user/jo/dlcourse/work")
    lab = page.get_by_role("banner").get_by_role("link", name="JupyterLab")
    expect(lab).to_have_attribute("href", "/user/jo/lab")
    expect(page.get_by_text("getting ready")).to_have_count(0)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def quiet_for(page: Page, minutes: int) -> None:
    """Let minutes pass in the page without anybody touching it."""
    for _ in range(minutes):
        with page.expect_response(lambda answer: answer.request.method == "HEAD"):
            page.clock.run_for(MINUTE)


@pytest.mark.parametrize("place", PLACES)
def test_a_page_that_is_left_alone_warns(passing: Served, page: Page, place: str) -> None:
    """Five minutes without a touch bring up what may happen; moving the pointer leaves the words, a key ends them."""
    page.clock.install()
    page.goto(passing.address + place)
    expect(page.get_by_text("getting ready")).to_have_count(0)
    note = page.get_by_role("status").get_by_text(IDLE)
    quiet_for(page, 4)
    page.mouse.move(200, 300)
    quiet_for(page, 4)
    expect(note).to_have_count(0)
    quiet_for(page, 1)
    expect(note).to_be_visible()
    expect(note.get_by_role("link", name="Take your work along")).to_be_in_viewport()
    page.mouse.move(300, 200)
    expect(note).to_be_visible()
    page.keyboard.press("Shift")
    expect(note).to_have_count(0)


@pytest.mark.expects_errors("WebSocket connection to .* failed", "ERR_CONNECTION_REFUSED")
def test_a_page_whose_place_is_gone_says_so(serve: Callable[..., Served], page: Page) -> None:
    """Within a minute after the place was thrown away the page says what has happened and how to go on."""
    served = serve("--passing")
    page.clock.install()
    page.goto(served.address)
    expect(page.get_by_text("Everything is saved")).to_be_visible()
    served.stop()
    page.clock.run_for(MINUTE)
    note = page.get_by_role("status").get_by_text(GONE)
    expect(note).to_be_visible()
    expect(note).to_contain_text("Start a new one where you started this one")
