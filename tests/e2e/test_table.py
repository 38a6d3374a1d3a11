"""The table leads: what to use next is in view after each move, and nothing is thrown about, at every width."""

import re
from collections.abc import Callable
from itertools import cycle

import pytest
from playwright.sync_api import Locator, Page, expect

from dlcourse.pages.roleplay.words import HIDE_FACTS, SHOW_FACTS
from dlcourse.pages.words import STATUS
from tests.e2e.keyboard import Keyboard
from tests.e2e.player import ANIL, BUY, CALLUM, GAP, SESSION, WAYS, Player
from tests.serving import Served, until

WIDE, PHONE = (1280, 800), (360, 740)
SIZES = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1280", "360"])
NARROW = {"width": 360, "height": 740}
CUT_OFF = r"WebSocket connection to .* failed|ERR_INTERNET_DISCONNECTED"
SCENARIOS = ("the-empty-seats", "the-reading-gap", "the-same-mistake", "twenty-minutes")
"""Three with a talk, and a story without one. The others are made of the same forms."""
READ_FACTS = "Read what you know"
READ_ON = re.compile(f"^(I have read|{READ_FACTS})")
FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
"""Waits until the page has noticed what is in view by now."""
HIDDEN = """element => {
    const {left, top, width, height} = element.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 10));
    return !(element.contains(seen) || seen?.contains(element) || element.closest("label")?.contains(seen));
}"""
"""Whether something lies over an element."""
APART = """element => {
    const [one, other] = [element, document.activeElement].map((each) => each.getBoundingClientRect());
    return one.bottom <= other.top || one.top >= other.bottom;
}"""
"""Whether an element is above or below the field that has the focus."""


class Reader(Player):
    """Somebody who looks at what is in view before doing anything, and never scrolls."""

    def shows(self, *controls: Locator) -> None:
        """Assert that the page shows these controls without anybody scrolling."""
        for control in controls:
            expect(control).to_be_in_viewport(ratio=1)

    def reads_on(self, group: Locator) -> None:
        """Find the form in view, or the button that leads to it, and press that."""
        self.finds(group.get_by_role("radio").first)

    def finds(self, first: Locator) -> None:
        """Find the first control of a form in view, or the button that leads to it through what is to be read first."""
        expect(first.or_(self.read_on).first).to_be_in_viewport(ratio=1)
        reads_facts = self.page.get_by_role("button", name=READ_FACTS)
        while reads_facts.is_visible():
            place = self.page.evaluate("scrollY")
            reads_facts.click()
            until(lambda place=place: self.page.evaluate("scrollY") > place)  # type: ignore[misc]
            self.page.evaluate(FRAMES)
        if self.read_on.is_visible():
            self.read_on.click()
            expect(first).to_be_focused()
        self.shows(first)

    @property
    def read_on(self) -> Locator:
        """The button that leads from what is to be read to the form below it."""
        return self.page.get_by_role("button", name=READ_ON)

    def talks(self) -> None:
        """Spend minutes in several ways; after each of them, the form and what was said are in view."""
        ways, button = self.group("Your next minute"), self.page.get_by_role("button", name="Use this minute")
        for way in ("open", "rank", "dissent"):
            self.shows(ways.get_by_role("radio").first, button)
            left = self.minutes
            self.radio(WAYS[way]).check()
            self.shows(button)
            button.click()
            expect(self.clock).to_have_attribute("value", str(left - 1))
            self.settled()
            self.shows(self.lines.filter(has_text="You, ").last.locator(".dl-who"))

    def ends_the_talk(self) -> None:
        """Close the talk, or decide; the form for it is in view, with its button."""
        self.page.get_by_role("button", name="Close the talk").or_(
            self.page.get_by_role("button", name="Decide now")
        ).click()
        form = self.page.locator(".dl-task form")
        self.shows(form.get_by_role("heading"), form.locator(".dl-primary"))
        form.get_by_role("radio").first.check()
        reason = self.page.get_by_label("Your reason")
        if reason.count():
            reason.fill("Joy hears the trucks.")
        self.shows(form.locator(".dl-primary"))
        form.locator(".dl-primary").click()
        expect(self.crossroads.or_(self.debrief)).to_be_visible()

    def talks_from(self, first: Locator) -> None:
        """State a first preference, talk, and end the talk."""
        self.reads_on(first)
        first.get_by_role("radio").first.check()
        self.press("Keep it and begin the talk")
        self.talks()
        self.ends_the_talk()

    def begins(self, seat: int) -> None:
        """Take this seat, or begin the story, which asks for none, with a control that is in view or led to."""
        seats, begin = self.group("Which seat do you take?"), self.page.get_by_role("button", name="Begin the story")
        expect(seats.or_(begin)).to_be_visible()
        if seats.is_visible():
            self.reads_on(seats)
            seats.get_by_role("radio").nth(seat).check()
            self.press("Take this seat")
            expect(seats).to_have_count(0)
        else:
            self.finds(begin)
            begin.click()
            expect(begin).to_have_count(0)

    def plays(self, seat: int) -> None:
        """Play from the brief to the debrief, with this seat, and find everything in view."""
        self.begins(seat)
        expect(self.page.get_by_role("article").get_by_role("heading").first).to_be_in_viewport()
        first = self.group("Which would you choose now?")
        while not self.debrief.is_visible():
            expect(first.or_(self.crossroads).or_(self.debrief)).to_be_visible()
            if first.is_visible():
                self.talks_from(first)
            elif self.crossroads.is_visible():
                self.reads_on(self.crossroads)
                self.choose()
        expect(self.page.get_by_role("article").get_by_role("heading").first).to_be_in_viewport()


def reader(visit: Callable[..., Page], size: tuple[int, int]) -> Reader:
    """Open a page of this size."""
    return Reader(visit(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce"))


@pytest.mark.parametrize(("scenario", "size"), list(zip(SCENARIOS, cycle([WIDE, PHONE]))))
def test_what_to_use_next_is_in_view(
    served: Served, visit: Callable[..., Page], scenario: str, size: tuple[int, int]
) -> None:
    """On a page of its own, a scenario shows what to use next after every move, from the brief to the debrief."""
    player = reader(visit, size)
    player.go(served, f"play/{scenario}")
    player.plays(seat=0)


@SIZES
def test_what_to_use_next_is_in_view_in_a_session(
    served: Served, visit: Callable[..., Page], size: tuple[int, int]
) -> None:
    """Inside a session the same holds, once the person has come to the role-play."""
    player = reader(visit, size)
    player.go(served, SESSION)
    player.page.get_by_role("main").get_by_role("article").evaluate("article => article.scrollIntoView()")
    player.plays(seat=3)


def test_facts_are_one_tap_away_on_a_phone(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """What one knows is read before the talk; during the talk it opens over it, and closes again by a key or a tap."""
    page = visit(viewport=NARROW)
    player = Player(page).go(served)
    player.sit(CALLUM)
    facts, button = page.get_by_role("complementary", name=SHOW_FACTS), page.get_by_role("button", name=SHOW_FACTS)
    expect(facts).to_be_visible()
    player.prefer(BUY)
    expect(facts).to_be_hidden()
    place = page.evaluate("scrollY")
    button.click()
    expect(facts.get_by_text("Last month a fire drill")).to_be_in_viewport()
    expect(facts).to_be_focused()
    axe(page)
    page.keyboard.press("Escape")
    expect(facts).to_be_hidden()
    button.click()
    facts.get_by_role("button", name=HIDE_FACTS).click()
    expect(facts).to_be_hidden()
    assert page.evaluate("scrollY") == place
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(facts).to_be_visible()
    expect(button).to_be_hidden()


def test_the_form_covers_nothing_that_has_the_focus(served: Served, visit: Callable[..., Page]) -> None:
    """Whoever tabs through the talk sees what has the focus; in a window without room the form stays in its place."""
    page = visit(viewport=NARROW, reduced_motion="reduce")
    player, keyboard = Player(page).go(served), Keyboard(page)
    player.sit(CALLUM)
    player.prefer(BUY)
    player.spend("open")
    dock = page.locator(".dl-dock")
    expect(dock).to_have_css("position", "sticky")
    for key in ("Shift+Tab", "Tab"):
        for _ in range(4):
            page.keyboard.press(key)
            keyboard.sees_focus()
            assert not page.locator("*:focus").evaluate(HIDDEN)
    page.set_viewport_size({"width": 320, "height": 256})
    expect(dock).not_to_have_css("position", "sticky")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def place(locator: Locator) -> int:
    """Where the upper edge of an element is in the window."""
    return round(float(locator.evaluate("element => element.getBoundingClientRect().top")))


def test_the_table_in_the_hand(served: Served, visit: Callable[..., Page]) -> None:
    """On a phone all kinds of minute are in view and stay put, facts have the page, and nothing covers the reason."""
    player = reader(visit, (360, 740))
    page = player.go(served, SESSION).page
    player.sit(ANIL)
    player.reads_on(player.group("Which would you choose now?"))
    player.prefer(BUY)
    player.spend("open")
    kinds = player.group("Your next minute").get_by_role("radio")
    expect(kinds).to_have_count(len(WAYS))
    for kind in kinds.all():
        expect(kind).to_be_in_viewport(ratio=1)
    before = (place(kinds.first), place(player.lines.last))
    for way in ("expertise", "dissent", "closed", "rank"):
        player.radio(WAYS[way]).check()
        assert (place(kinds.first), place(player.lines.last)) == before
    player.radio(WAYS["share"]).check()
    facts = page.locator(".dl-facts .dl-choice")
    expect(facts.first).to_be_in_viewport(ratio=1)
    assert page.locator(".dl-way").evaluate("way => way.scrollHeight <= way.clientHeight")
    facts.last.click()
    page.get_by_role("button", name="Use this minute").click()
    expect(player.clock).to_have_attribute("value", "10")
    player.press("Decide now")
    reason = page.get_by_label("Your reason")
    reason.evaluate("field => scrollBy(0, field.getBoundingClientRect().top - innerHeight + 90)")
    reason.click(position={"x": 20, "y": 4})
    decide = page.get_by_role("button", name="Decide", exact=True)
    edges = "element => element.getBoundingClientRect().bottom"
    until(lambda: reason.evaluate(edges) < place(decide))
    expect(reason).to_be_in_viewport(ratio=1)


@pytest.mark.expects_errors(CUT_OFF)
@pytest.mark.parametrize(("path", "size"), [(f"play/{GAP}", WIDE), (SESSION, PHONE)])
def test_a_lost_connection_is_told_where_one_looks(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None], path: str, size: tuple[int, int]
) -> None:
    """The news is in view, once, moves nothing, and does not lie over the field that somebody types in."""
    player = reader(visit, size)
    page = player.go(served, path).page
    player.sit(ANIL)
    player.prefer(BUY)
    player.press("Decide now")
    field = page.get_by_label("Your reason")
    field.fill("Joy hears")
    field.evaluate("field => field.scrollIntoView({block: 'start'})")
    page.context.set_offline(True)
    field.press_sequentially(" the trucks")
    told = page.get_by_text(STATUS["lost"])
    expect(told).to_have_count(1)
    expect(told).to_be_in_viewport(ratio=1)
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    assert told.evaluate(APART)
    page.evaluate("scrollTo(0, 0)")
    axe(page)
    expect(told).to_be_in_viewport(ratio=1)
    page.context.set_offline(False)
    expect(told).to_have_count(0)


@pytest.mark.expects_errors(CUT_OFF)
def test_every_page_tells_it_where_one_looks(serve: Callable[..., Served], visit: Callable[..., Page]) -> None:
    """At the far end of any page a lost connection is in view as soon as it is known."""
    served, opened = serve(), list[tuple[Page, float]]()
    for path in ("log", "plan", "network", "principles"):
        page = visit(viewport=NARROW, reduced_motion="reduce")
        page.goto(served.address + path)
        page.wait_for_load_state("networkidle")
        expect(page.locator(".dl-bar-status").get_by_text(STATUS["saved"])).to_be_visible()
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        opened.append((page, page.evaluate("scrollY")))
    served.kill()  # a socket that is open already may outlive a lost network for a while
    for page, place in opened:
        expect(page.get_by_text(STATUS["lost"])).to_be_in_viewport(ratio=1)
        assert page.evaluate("scrollY") == place
