"""Plays in a browser as a person does: finds things by their role and name, and sees what came of each move."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.serving import Served

GAP = "the-reading-gap"
SESSION = "session/03-the-reading-gap#At-the-table"
BUY, MOVE = "Buy the Stepping Stones program", "Move reading to mid-morning"
ANIL, CALLUM = "Anil Raman, principal", "Callum Reyes, third-grade teacher"
SAVED = re.compile(r"^(Everything is saved|Saved \d|Kept as a draft)")
WAYS = {
    "expertise": "Ask one person",
    "open": "Ask everyone",
    "dissent": "Ask for doubts",
    "closed": "Ask for agreement",
    "rank": "Hear everyone in order of rank",
    "share": "Share a fact",
    "idea": "Say your preference",
}


@dataclass
class Player:
    """Somebody at a page with a role-play."""

    page: Page

    def go(self, served: Served, path: str = f"play/{GAP}") -> "Player":
        """Open a page of the course, and wait until its role-play can be used."""
        address = served.address + path
        if self.page.url == address:
            self.page.reload()  # an address with a fragment is not loaded again otherwise
        else:
            self.page.goto(address)
        return self.ready()

    def ready(self) -> "Player":
        """Wait until the role-play can be used; on a session page it comes after the reading."""
        expect(self.page.get_by_role("main").get_by_role("article")).to_be_visible()
        expect(self.page.get_by_text(SAVED).first).to_be_visible()
        return self

    def sit(self, who: str) -> None:
        """Take a seat."""
        self.radio(who).check()
        self.press("Take this seat")
        expect(self.group("Which seat do you take?")).to_have_count(0)

    def prefer(self, option: str) -> None:
        """State a first preference."""
        self.radio(option).check()
        self.press("Keep it and begin the talk")
        expect(self.group("Your next minute")).to_be_visible()

    def spend(self, way: str, whom: str = "", which: str = "", fact: str = "") -> None:
        """Take a minute; return when the page says that it is over."""
        left = self.minutes
        self.radio(WAYS[way]).check()
        if whom:
            self.page.get_by_label("Whom?").select_option(label=whom)
        if which:
            self.page.get_by_label("Which option?").select_option(label=which)
        if fact:
            self.radio(fact).check()
        self.press("Use this minute")
        expect(self.clock).to_have_attribute("aria-valuetext", f"{left - 1} of 12 minutes of talk left")
        self.settled()

    def settled(self) -> None:
        """Wait until what was said is answered; until then, and without a network, nothing more can be said."""
        expect(self.page.locator("form[aria-busy=true]")).to_have_count(0)

    def compare(self, first: str, second: str) -> None:
        """Set two attempts side by side."""
        self.page.get_by_label("First").select_option(label=first)
        self.page.get_by_label("Second").select_option(label=second)
        self.press("Compare")
        expect(self.page.get_by_role("heading", name="Two attempts side by side")).to_be_focused()

    def close(self, option: str) -> None:
        """Let the principal decide."""
        self.press("Close the talk")
        self.radio(option).check()
        self.press("Keep it and let", exact=False)
        expect(self.crossroads).to_be_visible()

    def decide(self, option: str, reason: str, *credited: str) -> None:
        """Decide, with a reason and whose knowledge it rests on."""
        self.press("Decide now")
        self.radio(option).check()
        for name in credited:
            self.page.get_by_role("checkbox", name=name).check()
        self.page.get_by_label("Your reason").fill(reason)
        self.press("Decide")
        expect(self.crossroads).to_be_visible()

    def choose(self, place: int = 0) -> None:
        """Take one of the ways at a crossroads; return when it was taken."""
        way = self.crossroads.get_by_role("radio").nth(place)
        words = way.evaluate("input => input.closest('label').innerText")
        way.check()
        self.press("Go this way")
        expect(self.crossroads.get_by_role("radio", name=words)).to_have_count(0)

    def to_the_end(self) -> None:
        """Take the first way at each crossroads until the play has ended."""
        while not self.debrief.is_visible():
            self.choose()
            expect(self.crossroads.or_(self.debrief)).to_be_visible()

    def attempts(self) -> None:
        """Go back to the case and its attempts."""
        self.page.get_by_role("button", name="All attempts").first.click()
        expect(self.group("Which seat do you take?")).to_be_visible()

    def press(self, name: str, *, exact: bool = True) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=exact).click()

    def radio(self, name: str) -> Locator:
        """Return a choice by its words."""
        return self.page.get_by_role("radio", name=name)

    def group(self, name: str) -> Locator:
        """Return the choices under this question."""
        return self.page.get_by_role("group", name=name)

    @property
    def crossroads(self) -> Locator:
        """The question at a crossroads."""
        return self.group("What happens next?")

    @property
    def debrief(self) -> Locator:
        """The debrief's part that every debrief has."""
        return self.page.get_by_role("heading", name="The principles at stake")

    @property
    def clock(self) -> Locator:
        """The talk time that is left."""
        return self.page.get_by_role("progressbar", name="Talk time left")

    @property
    def minutes(self) -> int:
        """How many minutes of talk are left."""
        return int((self.clock.get_attribute("aria-valuetext") or "").split()[0])

    @property
    def lines(self) -> Locator:
        """What was said and done at the table."""
        return self.page.get_by_role("log", name="What was said and done").locator("li.dl-line")

    @property
    def words(self) -> str:
        """Every word of the role-play as it stands now."""
        return " ".join((self.page.get_by_role("main").get_by_role("article").text_content() or "").split())
