"""A whole role-play by the keyboard alone: Tab, arrows, Space and Enter."""

import re

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from tests.e2e.keyboard import Keyboard
from tests.e2e.player import BUY, CALLUM, GAP, SESSION, WAYS, Player
from tests.e2e.test_table import FRAMES
from tests.serving import Served


def lands(place: Locator) -> None:
    """Assert that the focus went to where the talk went, and is in view there."""
    expect(place).to_be_focused()
    expect(place).to_be_in_viewport()


@pytest.mark.parametrize("path", [f"play/{GAP}", SESSION])
def test_a_play_by_the_keyboard_alone(served: Served, page: Page, path: str) -> None:
    """From the brief to a new attempt the focus goes where the talk goes, and new lines are told once, politely."""
    player, keyboard = Player(page).go(served, path), Keyboard(page)

    def button(name: str) -> Locator:
        return page.get_by_role("button", name=name).first

    keyboard.choose(player.group("Which seat do you take?"), place=3)
    keyboard.press(button("Take this seat"))
    lands(page.get_by_role("main").get_by_role("article").get_by_role("heading").first)
    keyboard.choose(player.group("Which would you choose now?"), place=2)
    keyboard.press(button("Keep it and begin the talk"), "Space")
    lands(page.get_by_role("heading", name="Thursday, half past three"))

    ways = player.group("Your next minute")
    keyboard.listen()
    keyboard.choose(ways, list(WAYS).index("open"))
    keyboard.press(button("Use this minute"))
    expect(player.clock).to_have_attribute("aria-valuetext", "11 of 12 minutes of talk left")
    (kind, told), clock = keyboard.heard()
    assert (kind, clock) == ("log", ("status", "11 of 12 minutes of talk left"))
    assert [line for line in player.lines.all_inner_texts() if "".join(line.split()) not in "".join(told.split())] == []
    expect(player.lines.last).to_be_in_viewport()
    lands(ways.get_by_role("radio").first)

    page.keyboard.press("Space")
    keyboard.go_to(page.get_by_label("Whom?"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Whom?")).not_to_have_value("")
    keyboard.press(button("Use this minute"))
    expect(player.clock).to_have_attribute("aria-valuetext", "10 of 12 minutes of talk left")

    keyboard.press(button("Close the talk"))
    lands(page.get_by_role("heading", name="Before the decision"))
    keyboard.choose(player.group("Which would you choose now?"), place=1)
    keyboard.press(button("Keep it and let"))
    scenes = page.get_by_role("log").get_by_role("heading")
    while not player.debrief.is_visible():
        lands(scenes.last)
        seen = scenes.count()
        keyboard.choose(player.crossroads)
        keyboard.press(button("Go this way"))
        expect(scenes.nth(seen).or_(player.debrief)).to_be_visible()
    lands(page.get_by_role("main").get_by_role("article").get_by_role("heading").first)
    keyboard.press(page.get_by_text("The play from the beginning", exact=True))
    keyboard.press(
        page.get_by_role("listitem").get_by_role("button", name="Try again from here, as a new attempt").first
    )
    expect(player.clock).to_be_visible()
    lands(scenes.last)
    keyboard.go_to(button("All attempts"), "Shift+Tab")
    page.keyboard.press("Enter")
    lands(page.get_by_role("main").get_by_role("article").get_by_role("heading").first)


class Held:
    """The news of the course, which a slow network brings when it is let go."""

    def __init__(self, page: Page) -> None:
        self.on, self._news = False, list[str | bytes]()
        page.route_web_socket(re.compile("/live"), self._open)

    def _open(self, browser: WebSocketRoute) -> None:
        self._browser = browser
        browser.connect_to_server().on_message(self._bring)

    def _bring(self, news: str | bytes) -> None:
        if self.on:
            self._news.append(news)
        else:
            self._browser.send(news)

    def release(self) -> None:
        """Bring what has come, and from now on everything at once."""
        self.on = False
        for news in self._news:
            self._browser.send(news)


def test_who_goes_on_before_the_answer_keeps_the_focus(served: Served, page: Page) -> None:
    """A slow answer does not take the focus back from where somebody has gone meanwhile."""
    held, keyboard, player = Held(page), Keyboard(page), Player(page).go(served)
    player.sit(CALLUM)
    player.prefer(BUY)
    player.radio(WAYS["open"]).check()
    held.on = True
    keyboard.press(page.get_by_role("button", name="Use this minute"))
    closing = page.get_by_role("button", name="Close the talk")
    keyboard.go_to(closing)
    held.release()
    expect(player.clock).to_have_attribute("aria-valuetext", "11 of 12 minutes of talk left")
    player.settled()
    page.evaluate(FRAMES)
    expect(closing).to_be_focused()
    page.keyboard.press("Enter")
    lands(page.get_by_role("heading", name="Before the decision"))
