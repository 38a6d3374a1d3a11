"""Where somebody was reading: a reload and a detour lead there, however late what the page shows is drawn."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.player import BUY, CALLUM, Player
from tests.e2e.test_table import SIZES, reader
from tests.serving import Served, until

RESERVED = "document.documentElement.style.minHeight"
"""How tall the document is at least, while what it shows is not drawn yet."""
SCROLLED = """() => {
    scrollTo(0, 300);
    return new Promise((tell) => setTimeout(() => tell(scrollY === 300), 300));
}"""
"""Scrolls, and says whether the page has not scrolled by itself since, to what the last answer has brought."""


DRAWN_LATE = "await new Promise((go) => setTimeout(go, 400));"
"""Before a script that a page waits for: the page is drawn long after the document is loaded."""


def draw_late(page: Page) -> None:
    """Let role-plays of this browser appear only when it has given up to go where somebody was."""

    def answer(route: Route) -> None:
        came = route.fetch()
        route.fulfill(response=came, body=DRAWN_LATE + came.text())

    page.route(re.compile(r"/light-roleplay\.js$"), answer)


@pytest.mark.parametrize("prepare", [lambda _: None, draw_late], ids=["at-once", "late"])
@SIZES
def test_the_place_is_kept(
    served: Served, visit: Callable[..., Page], size: tuple[int, int], prepare: Callable[[Page], None]
) -> None:
    """A reload, and a detour to the log and back, lead to the very place that was being read."""
    player = reader(visit, size)
    page = player.go(served).page
    player.sit(CALLUM)
    player.prefer(BUY)
    for way in ("open", "dissent", "rank"):
        player.spend(way)
    until(lambda: page.evaluate(SCROLLED))
    prepare(page)
    page.reload()
    player.ready()
    until(lambda: abs(page.evaluate("scrollY") - 300) < 2)
    page.goto(served.address + "log")  # a click on the link above would scroll to it first
    expect(page.get_by_role("heading", name="Your log").first).to_be_visible()
    page.go_back()
    player.ready()
    until(lambda: abs(page.evaluate("scrollY") - 300) < 2)
    until(lambda: page.evaluate(RESERVED) == "")


def test_no_empty_space_stays_below_a_page_that_became_shorter(served: Served, page: Page) -> None:
    """The room that a page had is given up soon after it was drawn, or as soon as somebody scrolls."""
    player = Player(page).go(served)
    page.add_init_script("sessionStorage.setItem(`dlcourse:height:${location.pathname}`, 9000)")
    draw_late(page)
    for acts in (False, True):
        page.reload()
        until(lambda: page.evaluate(RESERVED) == "9000px")
        if acts:
            page.mouse.wheel(0, 10)
        else:
            player.ready()
        until(lambda: page.evaluate(RESERVED) == "")


TOP = """() => {
    const names = [...document.querySelectorAll("main h2")].filter((each) => each.checkVisibility());
    return [scrollY, ...names.map((each) => Math.round(each.getBoundingClientRect().top))];
}"""
"""How far the page is scrolled, and where its headings are in the window."""


def test_the_place_is_kept_while_a_kernel_fills_the_page(serve: Callable[..., Served], page: Page) -> None:
    """The parts of a dashboard appear one after the other, some above what was being read, and push nothing away."""
    served = serve("--sample-cohort")
    page.goto(served.address + "facilitator/overview")
    settled(page)
    page.evaluate("scrollTo(0, 900)")
    until(lambda: page.evaluate("scrollY") == 900)
    before = page.evaluate(TOP)
    page.reload()
    settled(page)
    assert page.evaluate(TOP) == before


def settled(page: Page) -> None:
    """Wait until everything on a page has come, and its height has not changed for two seconds."""
    expect(page.locator(".waiting")).to_have_count(0)
    until(lambda: page.evaluate(STILL))


STILL = """() => {
    const height = document.body.scrollHeight;
    return new Promise((tell) => setTimeout(() => tell(document.body.scrollHeight === height), 2000));
}"""
"""Whether a page is as tall two seconds later."""
