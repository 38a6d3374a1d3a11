"""Ground rules in a browser: alone on a phone and by the keyboard, and two people who write at the same time."""

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from dlcourse.domain.cohort.messages import CreateCohort
from dlcourse.domain.cohort.views import CohortMade
from dlcourse.handlers.registers.people import today
from dlcourse.pages.ground_rules import words
from dlcourse.pages.registers.versioned_text import KEEP_NEWEST, TWO_TEXTS, UNSAVED
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_cohort import learner
from tests.e2e.test_exercises import right
from tests.e2e.test_inquiry import pages
from tests.person import Person
from tests.serving import Served

AIM, RULE = "Every student can explain one thing.", "On Fridays we read two paragraphs first."
STEP = "session/04-ground-rules#Your-aim-and-your-rules"


def propose(page: Page, rule: str) -> None:
    """Propose a rule."""
    page.get_by_label(words.RULE_ASK).last.fill(rule)
    page.get_by_label(words.CHANGE_ASK).last.fill("If nobody learns anything.")
    page.get_by_role("button", name=words.PROPOSE).click()
    expect(page.get_by_role("article", name=rule)).to_be_visible()


def test_an_aim_a_rule_and_the_page_for_the_meeting(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """On a phone: the aim by keyboard, a rule adopted with its day, one printed page, and a look at the past."""
    page = visit(reduced_motion="reduce", viewport={"width": 360, "height": 740}, accept_downloads=True)
    page.goto(served.address + STEP)
    expect(page.get_by_text(words.NO_AIM).first).to_be_visible()
    expect(page.get_by_text(words.RULES_LATER)).to_be_visible()
    aim = page.get_by_label(words.AIM_ASK)
    aim.focus()
    page.keyboard.type(AIM)
    Keyboard(page).press(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_text(f"Aim: {AIM}")).to_be_visible()
    propose(page, RULE)
    right(page, axe)

    card = page.get_by_role("article", name=RULE)
    card.get_by_role("radio", name=words.ADOPT[0]).check()
    card.get_by_label(words.REVIEW_ASK).fill((today() + timedelta(days=42)).isoformat())
    card.get_by_role("button", name=words.DO_IT).click()
    expect(card.get_by_text("Adopted until the review on")).to_be_visible()
    page.get_by_text(words.PAPER).click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Word document").click()
    document = docx.Document(io.BytesIO(Path(taken.value.path()).read_bytes()))
    assert RULE in [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    right(page, axe)

    page.get_by_text("Everything that happened (3)").click()
    page.get_by_role("button", name=f"{words.HISTORY.look} (1)").click()
    expect(page.get_by_text(words.HISTORY.was.format(step=1, steps=3))).to_be_visible()
    expect(card).to_have_count(0)
    page.get_by_role("button", name=words.HISTORY.back).click()
    expect(card).to_be_visible()
    page.goto(f"{served.address}ground-rules")
    page.get_by_text(words.PAPER).click()
    assert (pages(page, "A4"), pages(page, "Letter")) == (1, 1)


@pytest.mark.expects_errors(r"401 \(Unauthorized\)", r"403 \(Forbidden\)")
def test_two_people_write_at_the_same_time(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """While one person writes, another one saves: both texts stay, both people see them, and one decides."""
    made = Person(served.course()).do(CreateCohort, cohort="autumn-deans-cohort", name="Autumn deans")
    assert isinstance(made, CohortMade)
    ann, ben = (learner(visit, served, made.join_code, name) for name in ("Ann", "Ben"))
    for person in (ann, ben):
        person.goto(f"{served.address}ground-rules")
    ann.get_by_label(words.AIM_ASK).fill(AIM)
    ann.get_by_role("button", name="Save", exact=True).click()
    propose(ann, RULE)

    theirs = ben.get_by_role("article")
    expect(theirs.get_by_role("heading", name=RULE)).to_be_visible()
    theirs.get_by_text(words.CHANGE_RULE).click()
    theirs.get_by_label(words.RULE_ASK).fill("Ben's text, not saved yet")
    mine = ann.get_by_role("article")
    mine.get_by_text(words.CHANGE_RULE).click()
    mine.get_by_label(words.RULE_ASK).fill("Ann's text")
    mine.get_by_role("button", name=words.SAVE_CHANGES).click()

    expect(theirs.get_by_role("heading", name="Ann's text")).to_be_visible()
    expect(theirs.get_by_text(UNSAVED)).to_be_visible()
    begun = theirs.get_by_label(words.RULE_ASK).first
    expect(begun).to_have_value("Ben's text, not saved yet")
    theirs.get_by_role("button", name=words.SAVE_CHANGES).first.click()
    for card in (mine, theirs):
        both = card.get_by_role("region", name=TWO_TEXTS)
        expect(both).to_contain_text("Rule: Ann's text")
        expect(both.get_by_label(words.RULE_ASK)).to_have_value("Ben's text, not saved yet")
    axe(ann)
    mine.get_by_role("button", name=KEEP_NEWEST).click()
    expect(theirs.get_by_role("region", name=TWO_TEXTS)).to_have_count(0)
    theirs.get_by_text("Earlier versions (2)").click()
    expect(theirs.locator(".dl-text-version").first).to_contain_text("[added: Ben's text, not saved yet]")
