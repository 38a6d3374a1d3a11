"""Somebody who takes the course in a browser: goes to a step of a session, and does what it asks."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.expertise.profile import ExpertiseList
from dlcourse.domain.inquiry.parts import PARTS
from dlcourse.domain.selfcheck.situations import SortingExercise
from dlcourse.domain.worked_example.mending import WorkedExample
from dlcourse.pages.inquiry.words import PART_WORDS
from dlcourse.pages.reflection import words as log
from dlcourse.server.pages.markdown import anchor
from tests.e2e.keyboard import Keyboard
from tests.e2e.player import Player
from tests.serving import Served

LIBRARY = Library(files.data())
SORTING = len(LIBRARY.exercise("sorting", SortingExercise).situations)
EXPERTISE = LIBRARY.exercise("expertise", ExpertiseList).expertises

WHERE = """target => {
    const focus = document.activeElement;
    if (target === focus) return "here";
    return focus.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";
}"""
"""Where something is, seen from what has the focus."""


@dataclass
class Learner:
    """A person with a mouse at a page of the course."""

    page: Page
    served: Served
    session: str = ""

    def press(self, button: Locator) -> None:
        """Press a button, or open what is folded."""
        button.click()

    def write(self, field: Locator, words: str) -> None:
        """Write into a field."""
        field.fill(words)

    def take(self, group: Locator, place: int = 0) -> None:
        """Take one of several choices by its place."""
        group.get_by_role("radio").nth(place).check()

    def go(self, session: str, step: str) -> None:
        """Go to a step of a session."""
        self.session = session
        self.page.goto(f"{self.served.address}session/{session}#{anchor(step)}")
        expect(self.page.get_by_role("heading", name=step, level=2).first).to_be_visible()
        expect(self.page.get_by_text("getting ready")).to_have_count(0)

    def step(self, step: str) -> None:
        """Go to another step of the same session."""
        self.go(self.session, step)

    def button(self, name: str) -> Locator:
        """A button of the step by its words."""
        return self.page.get_by_role("button", name=name, exact=True).filter(visible=True).first

    def field(self, label: str) -> Locator:
        """A field by its label."""
        return self.page.get_by_label(label).filter(visible=True).first

    def group(self, name: str) -> Locator:
        """The choices under this question."""
        return self.page.get_by_role("group", name=name)

    def fold(self, title: str) -> Locator:
        """What opens something folded."""
        return self.page.locator("summary").filter(has_text=title)

    def says(self, words: str) -> None:
        """Wait until the page says this."""
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible()

    def is_done(self) -> None:
        """Wait until the session is marked as done."""
        here = self.page.get_by_role("navigation", name="Sessions").locator("[aria-current]")
        expect(here).to_contain_text("Done")

    def opens_all(self) -> None:
        """Open everything that is folded."""
        closed = self.page.get_by_role("main").locator("details:not([open]) > summary").filter(visible=True)
        while closed.count():
            closed.first.click()

    def writes_part(self, step: str) -> None:
        """Add the session's part to the problem of practice; what the session put in already stays."""
        self.step(step)
        for name in PARTS[self.session]:
            field = self.field(PART_WORDS[self.session].fields[name].ask)
            if not field.input_value():
                self.write(field, f"What I know about {name}.")
        self.press(self.button("Save"))
        self.says("It is saved, and part of your plan.")

    def writes_and_promises(self, step: str) -> None:
        """Answer the first question of the session in the log, and promise something."""
        self.step(step)
        entry = self.page.locator(".dl-writing form").first
        self.write(entry.get_by_role("textbox").first, f"What I think about {self.session}.")
        self.press(entry.get_by_role("button", name=log.SAVE, exact=True))
        self.says(log.WORDS["said"])
        promise = self.page.get_by_role("region", name=log.YOUR_PROMISE)
        self.press(promise.locator("summary").filter(has_text=log.PROMISE_NEW))
        self.write(promise.get_by_label(log.PROMISE_WHAT), f"Ask Joy about {self.session}.")
        promise.get_by_label(log.PROMISE_BY).fill("2100-01-01")
        promise.get_by_role("button", name=log.PROMISE_MAKE).press("Enter")
        expect(promise.get_by_role("status").get_by_text(log.PROMISE["said"])).to_be_visible()

    def mends(self, step: str, example: str) -> None:
        """Mend a worked example line by line."""
        self.step(step)
        lines = LIBRARY.exercise(example, WorkedExample).lines
        for done, line in enumerate(lines):
            self.says(f"{done} of {len(lines)} lines mended")
            self.take(self.group("How would you put it?"), [choice.mends for choice in line.choices].index(True))
            self.press(self.button("Put it this way"))
        self.says(f"{len(lines)} of {len(lines)} lines mended")

    def plays(self, step: str) -> None:
        """Play a role-play from its brief to its debrief, with few moves."""
        self.step(step)
        player = Player(self.page)
        seats, begin = self.group("Which seat do you take?"), self.page.get_by_role("button", name="Begin the story")
        expect(seats.or_(begin).first).to_be_visible()
        if seats.is_visible():
            self.take(seats)
            self.press(self.button("Take this seat"))
        else:
            self.press(begin)
        first = self.group("Which would you choose now?")
        while not player.debrief.is_visible():
            expect(first.or_(player.crossroads).or_(player.debrief).first).to_be_visible()
            if first.is_visible():
                self._talks(player, first)
            elif player.crossroads.is_visible():
                self._chooses(player)

    def _talks(self, player: Player, first: Locator) -> None:
        self.take(first)
        self.press(self.button("Keep it and begin the talk"))
        self.take(self.group("Your next minute"), 1)
        self.press(self.button("Use this minute"))
        player.settled()
        self.press(self.page.get_by_role("button", name=re.compile("^(Close the talk|Decide now)$")))
        form = self.page.locator(".dl-task form")
        self.take(form)
        if form.get_by_label("Your reason").count():
            self.write(form.get_by_label("Your reason"), "It reaches the lesson.")
        self.press(form.locator(".dl-primary"))
        expect(player.crossroads.or_(player.debrief).first).to_be_visible()

    def _chooses(self, player: Player) -> None:
        words = player.crossroads.get_by_role("radio").first.evaluate("input => input.closest('label').innerText")
        self.take(player.crossroads)
        self.press(self.button("Go this way"))
        expect(player.crossroads.get_by_role("radio", name=words)).to_have_count(0)

    def rates_all(self) -> None:
        """Answer every statement of a self-check."""
        self.opens_all()
        for group in self.page.get_by_role("main").get_by_role("group").filter(visible=True).all():
            if group.get_by_role("radio").count():
                self.take(group, 2)

    def judges(self, step: str) -> None:
        """Answer eight situations."""
        self.step(step)
        for number in range(1, 9):
            situation = self.page.get_by_role("region", name=f"Situation {number} of 8")
            self.take(situation, 1)
            self.press(situation.get_by_role("button", name="Save my answer"))
        self.says("How it went")

    def sorts(self, step: str) -> None:
        """Sort the first twelve situations."""
        self.step(step)
        for count in range(1, SORTING + 1):
            self.press(self.group("What is this?").get_by_role("button", name=re.compile("^Distribution")))
            self.says(f"{count} of {SORTING} situations sorted")

    def says_what_they_bring(self, step: str) -> None:
        """Say of each expertise how far one is in it."""
        self.step(step)
        for expertise in EXPERTISE:
            name = self.page.locator("summary").get_by_text(expertise.name, exact=True)
            answer = self.page.get_by_role("radio", name=expertise.anchors[4])
            if not answer.is_visible():
                name.click()
            answer.check()
            name.click()
        self.says(f"{len(EXPERTISE)} of {len(EXPERTISE)} lines answered")


@dataclass
class KeyboardLearner(Learner):
    """A person without a mouse: everything is reached by Tab, and what has the focus can be seen."""

    def press(self, button: Locator) -> None:
        """Press a button, or open what is folded."""
        self._reach(button)
        expect(button).to_be_enabled()
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, words: str) -> None:
        """Write into a field."""
        self._reach(field)
        self.page.keyboard.type(words)

    def take(self, group: Locator, place: int = 0) -> None:
        """Take one of several choices by its place."""
        expect(group).to_be_visible()  # the page may move the focus until then
        Keyboard(self.page).choose(group, place)

    def _reach(self, target: Locator) -> None:
        """Go there by Tab, or back there by Shift and Tab, unless the focus is there already."""
        expect(target).to_be_visible()
        where = target.evaluate(WHERE)
        if where != "here":
            Keyboard(self.page).go_to(target, "Shift+Tab" if where == "before" else "Tab")
