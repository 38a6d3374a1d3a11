"""The talk as a film, as a person meets it: by keys, played and stopped, gone on from, beside another, on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from dlcourse.domain.roleplay.messages import Ask, CloseTalk, ShareFact
from tests.e2e.keyboard import Keyboard
from tests.e2e.player import Player
from tests.person import Person
from tests.serving import Served

BUY = "Buy the Stepping Stones program"
ON_TABLE = f"of 11 facts that only some knew are on the table. With what everybody knew, that speaks for “{BUY}”."
BEFORE = f"Before the talk. 0 {ON_TABLE}"
TOLD = "Last month a fire drill pushed a reading check…"
FIRST = f"Minute 1. You bring up: “{TOLD}” 1 {ON_TABLE}"
SECOND = f"Minute 2. Nothing new comes to the table. 1 {ON_TABLE}"
LAST = f"The decision. “{BUY}” is decided. 1 {ON_TABLE}"
LIGHTS, BARS = "A light for each fact", "A bar for each option"


def played(served: Served) -> Person:
    """Play the reading gap to its end as the teacher: a fact shared, two agreements asked for, a decision."""
    person = Person(served.course())
    play = person.talk(seat="teacher")
    person.do(ShareFact, play=play, fact="eleven-oclock")
    person.do(Ask, play=play, how="closed", option="buy-program")
    person.do(Ask, play=play, how="closed", option="buy-program")
    person.do(CloseTalk, play=play, option="buy-program")
    person.go_on(play)
    return person


def opened(page: Page, served: Served) -> Locator:
    """Open the debrief of the first attempt; its film."""
    Player(page).go(served)
    page.get_by_role("button", name="Look at attempt 1").click()
    page.get_by_role("heading", name="The talk as a film").click()
    film = page.get_by_role("region", name="The talk as a film")
    expect(film.get_by_role("slider")).to_be_visible()
    return film


def right(page: Page, axe: Callable[[Page], None]) -> None:
    """Assert that the page has no fault."""
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def together(*parts: Locator) -> None:
    """Assert that all of this is in view at once."""
    for part in parts:
        expect(part).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740), (320, 256)])
def test_the_film_by_keys(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None], width: int, height: int
) -> None:
    """The slider goes through the talk by keys and says each time where it is; lights and bars follow, in view."""
    played(served)
    page = visit(viewport={"width": width, "height": height}, reduced_motion="reduce")
    film = opened(page, served)
    slider, keyboard = film.get_by_role("slider", name="Minute of the talk"), Keyboard(page)
    keyboard.go_to(slider)
    keyboard.listen()
    expect(slider).to_have_attribute("aria-valuetext", BEFORE)
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", FIRST)
    expect(film.get_by_text("You bring up:").locator("visible=true").first).to_be_in_viewport()
    expect(film.locator(".dl-light-new")).to_have_text(TOLD)
    expect(film.locator(".dl-light-heard")).to_have_count(4 + 1)  # one of them in the legend
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", SECOND)
    expect(film.locator(".dl-light-new")).to_have_count(0)
    assert keyboard.heard() == []  # the slider speaks for itself; nothing speaks over it
    if height > 700:
        film.locator(".dl-film-bar").evaluate("bar => bar.scrollIntoView({block: 'start'})")
        together(slider, film.get_by_role("img", name=LIGHTS), film.get_by_role("img", name=BARS))
    page.keyboard.press("End")
    expect(slider).to_have_attribute("aria-valuetext", LAST)
    expect(film.get_by_role("button", name="One minute on")).to_be_disabled()
    keyboard.sees_focus()
    film.get_by_text("The facts in full").click()
    film.get_by_text("The film as a table").click()
    expect(film.get_by_role("row")).to_have_count(1 + 5)
    right(page, axe)


def test_it_plays_only_when_asked_and_stops(served: Served, page: Page) -> None:
    """Nothing moves by itself; played, it tells each minute politely; stopped, it stands, and moves by hand again."""
    played(served)
    page.clock.install()
    page.emulate_media(reduced_motion="reduce")
    film, keyboard = opened(page, served), Keyboard(page)
    slider = film.get_by_role("slider")
    page.clock.run_for(20_000)
    expect(slider).to_have_js_property("value", "0")
    assert film.locator(".dl-pull-bar").first.evaluate("bar => getComputedStyle(bar).transitionDuration") == "0s"
    keyboard.listen()
    film.get_by_role("button", name="Play").click()
    expect(slider).to_have_js_property("value", "1")
    assert keyboard.heard() == [("status", FIRST)]
    page.clock.run_for(3_000)
    expect(slider).to_have_js_property("value", "2")
    assert keyboard.heard() == [("status", SECOND)]
    film.get_by_role("button", name="Stop").click()
    page.clock.run_for(20_000)
    expect(slider).to_have_js_property("value", "2")
    film.get_by_role("button", name="One minute back").click()
    expect(slider).to_have_js_property("value", "1")
    film.get_by_role("button", name="Play").click()
    for _ in range(4):
        page.clock.run_for(3_000)
    expect(slider).to_have_js_property("value", "4")
    expect(film.get_by_role("button", name="Play")).to_be_visible()


def test_a_new_attempt_from_a_minute_stands_beside_the_old_one(
    served: Served, page: Page, axe: Callable[[Page], None]
) -> None:
    """Stopped at a minute, one tries again from there; then both films run together from where they part."""
    played(served)
    film = opened(page, served)
    film.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    film.get_by_role("button", name="New attempt after minute 1").click()
    player = Player(page)
    expect(player.clock).to_have_attribute("aria-valuetext", "11 of 12 minutes of talk left")
    player.spend("rank")
    player.close(BUY)
    player.to_the_end()
    player.attempts()
    player.compare("Attempt 1: Callum Reyes, third-grade teacher", "Attempt 2: Callum Reyes, third-grade teacher")
    pair = page.get_by_role("region", name="The two talks as films")
    slider = pair.get_by_role("slider")
    expect(slider).to_have_js_property("value", "2")
    told = slider.get_attribute("aria-valuetext") or ""
    assert told.startswith("Minute 2. Attempt 1: ")
    assert "Attempt 2: " in told
    expect(pair.get_by_role("img", name=LIGHTS)).to_have_count(2)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        right(page, axe)
    slider.focus()
    page.keyboard.press("End")
    expect(pair.get_by_text("The decision.").locator("visible=true")).to_have_count(2)


def test_on_paper_the_film_is_its_table(served: Served, page: Page) -> None:
    """Printed, the slider and its pictures are left out, and the table is there without being opened."""
    played(served)
    film = opened(page, served)
    page.emulate_media(media="print")
    expect(film.get_by_role("slider")).to_be_hidden()
    expect(film.get_by_text("Last month a fire drill").locator("visible=true")).to_have_count(1)


REACHABLE = """element => {
    const {left, top, width, height} = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""
"""Whether a tap on the middle of an element reaches it."""


def test_in_a_session_the_controls_stay_below_its_bar(served: Served, page: Page) -> None:
    """Below a session's bar the film's controls can be used at every size, and a new attempt shows where it goes on."""
    played(served)
    page.goto(served.address + "session/03-the-reading-gap#At-the-table")
    Player(page).ready()
    page.get_by_role("button", name="Look at attempt 1").click()
    page.get_by_role("heading", name="The talk as a film").click()
    film = page.get_by_role("region", name="The talk as a film")
    slider = film.get_by_role("slider", name="Minute of the talk")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", FIRST)
    for width, height in ((1280, 800), (360, 740), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        film.locator(".dl-light-new").evaluate("light => scrollBy(0, light.getBoundingClientRect().top - 180)")
        expect(film.locator(".dl-light-new")).to_be_in_viewport()
        for control in (slider, *film.locator(".dl-film-bar button:not(:disabled)").all()):
            assert control.evaluate(REACHABLE)
    page.set_viewport_size({"width": 360, "height": 740})
    film.get_by_role("button", name="New attempt after minute 1").click()
    expect(page.get_by_text("goes on from here, with minute 2")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("radio", name="Ask everyone")).to_be_in_viewport(ratio=1)
