"""The map of ways as a person meets it: walked by keys, a scene picked, gone on from, an attempt's line, on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from dlcourse.domain.roleplay.messages import MakeChoice
from tests.e2e.keyboard import Keyboard
from tests.e2e.player import Player
from tests.person import Person
from tests.serving import Served

STORY = "sealed-workshop"
OVERLAPS = """() => {
    const boxes = [...document.querySelectorAll(".dl-map-scene")].map((scene) => scene.getBoundingClientRect());
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return boxes.flatMap((one, at) => boxes.slice(0, at).filter((other) => meet(one, other))).length;
}"""
"""Counts the pairs of scenes that stand on top of each other."""
CUT = """() => [...document.querySelectorAll(".dl-map-scene > span")]
    .filter((title) => title.scrollHeight > title.clientHeight + 1 || title.scrollWidth > title.clientWidth + 1)
    .map((title) => title.textContent)"""
"""The titles that cannot be read whole."""


def played(served: Served, *places: int) -> Person:
    """Play the story to an end for each of these places among the open ways, which is taken every time."""
    person = Person(served.course())
    for place in places:
        play = person.begin(STORY, "head")
        while (table := person.table(play)).stage == "choose":
            person.do(MakeChoice, play=play, scene=table.passages[-1].scene, choice=table.choices[place].id)
    return person


def opened(page: Page, served: Served, attempt: int) -> Locator:
    """Open the debrief of an attempt; its map."""
    Player(page).go(served, f"play/{STORY}")
    page.get_by_role("button", name=f"Look at attempt {attempt}").click()
    found = page.get_by_role("region", name="The map of ways")
    expect(found.get_by_role("button").first).to_be_visible()
    return found


def drawing(found: Locator) -> Locator:
    """The drawing on a map."""
    return found.get_by_role("group", name="The scenes that you have come through")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740), (320, 256)])
def test_the_map_by_keys(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None], width: int, height: int
) -> None:
    """Arrow keys go from scene to scene, each is named with what is drawn of it, and a picked one is told in view."""
    played(served, 0, -1)
    page = visit(viewport={"width": width, "height": height}, reduced_motion="reduce")
    found, keyboard = opened(page, served, 2), Keyboard(page)
    scenes = drawing(found).get_by_role("button")
    first = scenes.first
    expect(first).to_have_accessible_name("Tape on the door. Attempts 1 and 2; 2 ways taken and 1 way open")
    keyboard.go_to(first)
    page.keyboard.press("ArrowDown")
    keyboard.sees_focus()
    expect(first).not_to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    keyboard.listen()
    page.keyboard.press("Enter")
    expect(first).to_have_attribute("aria-pressed", "true")
    assert keyboard.heard() == [("status", "Tape on the door Attempts 1 and 2; 2 ways taken and 1 way open")]
    keyboard.sees_focus()
    expect(found.get_by_role("button", name="Go on from here")).to_be_visible()
    if height > 700:
        expect(found.get_by_role("button", name="Go on from here")).to_be_in_viewport(ratio=1)
        expect(first).to_be_in_viewport(ratio=1)
    assert page.evaluate(OVERLAPS) == 0
    assert page.evaluate(CUT) == []
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found.get_by_text("The map as a list").click()
    axe(page)


def test_a_scene_is_picked_and_gone_on_from(served: Served, page: Page) -> None:
    """A click shows a scene's ways and from which attempt to go on; a new attempt begins there, with the same past."""
    person = played(served, 0, -1)
    found = opened(page, served, 2)
    scene = drawing(found).get_by_role("button", name="One sentence each.")
    scene.click()
    expect(found.get_by_text("Taken in attempt 1").first).to_be_visible()
    found.get_by_role("button", name="Close").click()
    expect(scene).to_have_attribute("aria-pressed", "false")
    drawing(found).get_by_role("button", name="Tape on the door").click()
    found.get_by_label("From which attempt?").select_option(label="Attempt 1")
    found.get_by_role("button", name="Go on from here").click()
    expect(Player(page).crossroads).to_be_visible()
    newest = person.attempts(STORY)[0]
    assert (newest.number, newest.source, newest.moves, newest.ended) == (3, 1, 0, False)


def test_the_line_of_an_attempt_stands_out(served: Served, page: Page) -> None:
    """The attempt that is debriefed is drawn through all of its scenes; another one, or all of them, can be chosen."""
    person = played(served, 0, -1)
    found = opened(page, served, 2)
    mine = found.locator(".dl-map-scene-mine")
    came_through = {
        attempt.number: len({passage.scene for passage in person.debrief(attempt.play).passages})
        for attempt in person.attempts(STORY)
    }
    expect(mine).to_have_count(came_through[2])
    found.get_by_label("Show the line of").select_option(label="Attempt 1")
    expect(mine).to_have_count(came_through[1])
    found.get_by_label("Show the line of").select_option(label="all attempts")
    expect(mine).to_have_count(drawing(found).get_by_role("button").count())


def test_on_paper_the_map_is_drawn_and_listed(served: Served, page: Page) -> None:
    """Printed, the drawing stays, the list is there without being opened, and what one can press is left out."""
    played(served, 0)
    found = opened(page, served, 1)
    page.emulate_media(media="print")
    expect(drawing(found)).to_be_visible()
    expect(found.get_by_text("Taken in attempt 1").locator("visible=true").first).to_be_visible()
    expect(found.get_by_text("Pick a scene.")).to_be_hidden()


def test_a_dark_map_can_be_read(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """In dark colors the map has no faults, also with a scene picked."""
    played(served, 0)
    page = visit(viewport={"width": 1280, "height": 800}, color_scheme="dark")
    found = opened(page, served, 1)
    drawing(found).get_by_role("button").nth(1).click()
    axe(page)
