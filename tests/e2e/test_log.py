"""The log as a person uses it: written, shared, hidden, searched, promised; and nothing typed is ever lost."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from dlcourse.domain.drafts import KeepDraft
from dlcourse.domain.reflection.commitments import AnswerCommitment, DeleteCommitment
from dlcourse.pages.reflection.words import (
    CONFIDENCE_ASKED,
    GUIDE,
    MORE,
    NO_READERS,
    NOTHING_YET,
    PROMISE,
    PROMISE_NEW,
    READERS,
    SAVE,
    SAVE_AGAIN,
    TOLD,
    WORDS,
)
from dlcourse.pages.words import DRAFT_WORDS
from tests.browser import CUT_OFF
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_exercises import right
from tests.handlers.reflection.test_entries import Writer
from tests.serving import Served

GAP = "session/03-the-reading-gap#A-question-and-a-promise"
WAY = "session/07-a-better-way#Three-questions-and-a-promise"
QUESTION = "Whose knowledge did your last important decision about teaching rest on, and whose was never asked for?"
KEPT = re.compile(r"^Draft kept ")
ODD = "<script>document.title = 'taken'</script>\n<b>bold</b> & 👩🏽‍🏫 עברית \u202eright to left"


def go(page: Page, served: Served, path: str = "log") -> None:
    """Open the log, or a session's part of it, and wait until it can be used."""
    page.set_default_timeout(15_000)
    page.goto(served.address + path)
    expect(page.get_by_role("heading", name="Your log", exact=True)).to_be_visible()
    expect(page.get_by_text("getting ready")).to_have_count(0)


def question(page: Page, name: str = QUESTION) -> Locator:
    """Return the part of the page that is about one question."""
    return page.get_by_role("region", name=name)


def words(page: Page) -> Locator:
    """Return where one writes about the first question of the session."""
    return question(page).get_by_role("textbox", name=re.compile("Your words"))


def kept(page: Page) -> Locator:
    """Return what says that the draft to the first question is kept."""
    return question(page).get_by_text(KEPT)


def writer(served: Served) -> Writer:
    """Return the owner of the home, as the store knows them."""
    return Writer(served.course())


def drafted(served: Served) -> list[str]:
    """Return the words of all drafts that are stored."""
    return sorted(card.fields["steps"] for card in writer(served).drafts.values())


def test_an_entry_from_draft_to_earlier_versions(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """Words are kept as they are typed, saved as text, and changed; the form closes, says so, and keeps the focus."""
    page = visit(reduced_motion="reduce")
    go(page, served, GAP)
    right(page, axe)
    expect(question(page).get_by_text(READERS["private"][1])).to_be_visible()
    expect(page.get_by_label(WORDS["readers"])).to_have_count(0)  # there is nobody to choose
    words(page).fill(ODD)
    expect(kept(page)).to_be_visible()
    question(page).get_by_text(MORE).click()
    question(page).get_by_label(GUIDE).select_option(label="What, so what, now what")
    question(page).get_by_role("textbox", name=re.compile("Now what")).fill("Ask Joy.")
    question(page).get_by_label(CONFIDENCE_ASKED).select_option("2")
    right(page, axe)
    question(page).get_by_role("button", name=SAVE, exact=True).click()
    entry = question(page).get_by_role("article")
    expect(entry).to_contain_text("<script>document.title")
    expect(entry).to_contain_text(READERS["private"][2])
    expect(question(page).get_by_role("status").get_by_text(WORDS["said"])).to_be_visible()
    expect(words(page)).to_have_count(0)
    expect(question(page).locator("summary").first).to_be_focused()
    assert page.title() != "taken"
    assert drafted(served) == []
    right(page, axe)
    go(page, served)
    entry = page.get_by_role("article").first
    expect(entry.get_by_text(WORDS["readers_change"])).to_have_count(0)
    entry.get_by_role("button", name=WORDS["edit"]).click()
    entry.get_by_role("textbox", name=re.compile("Now what")).fill("Ask Joy and Callum.")
    right(page, axe)
    entry.get_by_role("button", name=SAVE_AGAIN).click()
    expect(entry.get_by_text(WORDS["before"])).to_be_visible()
    expect(entry).to_contain_text("Ask Joy and Callum.")
    expect(entry.get_by_role("status").get_by_text(WORDS["said_again"])).to_be_visible()
    expect(entry.get_by_text(READERS["private"][2])).to_be_visible()
    right(page, axe)


def test_search_pages_and_the_chart(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Entries are searched by words and filtered by session and principle, and how sure one was is drawn and listed."""
    ann = writer(served)
    for number in range(23):
        session = "07-a-better-way" if number == 3 else ""
        ann.write(f"Entry {number:02}", session=session, principles=("P4",) * (number == 5), confidence=1 + number % 5)
    page = visit(reduced_motion="reduce")
    go(page, served)
    expect(page.get_by_role("status").get_by_text("23 entries, the newest first.")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(20)
    right(page, axe)
    page.get_by_role("button", name="Older entries").click()
    expect(page.get_by_text("Page 2 of 2")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(3)
    page.get_by_role("searchbox", name="Words").fill("ENTRY 17")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 of 23 entries found.")).to_be_visible()
    page.get_by_role("button", name="Show all entries").click()
    expect(page.get_by_role("searchbox", name="Words")).to_have_value("")
    for label, choice, found in (("Session", "07-a-better-way", "Entry 03"), ("Principle", "P4", "Entry 05")):
        page.get_by_role("search").get_by_label(label).select_option(choice)
        page.get_by_role("button", name="Search").click()
        expect(page.get_by_role("article")).to_have_count(1)
        expect(page.get_by_role("article")).to_contain_text(found)
        page.get_by_role("button", name="Show all entries").click()
        expect(page.get_by_role("article")).to_have_count(20)
    expect(page.get_by_role("img", name=re.compile("In 23 entries you were between"))).to_be_visible()
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("region", name="The same as a table").get_by_role("row")).to_have_count(24)
    right(page, axe)
    page.emulate_media(media="print")
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_text("Entry 22")).to_be_visible()


def test_an_entry_for_a_cohort_that_is_not_there(served: Served, visit: Callable[..., Page]) -> None:
    """An entry that was written for others says that nobody else can read it, and can be made private."""
    writer(served).write("For all.", visibility="cohort")
    page = visit(reduced_motion="reduce")
    go(page, served)
    entry = page.get_by_role("article").first
    expect(entry).to_contain_text(NO_READERS.format(choice=READERS["cohort"][0]))
    entry.get_by_text(WORDS["readers_change"]).click()
    entry.get_by_label(WORDS["readers"]).select_option("private")
    entry.get_by_role("button", name=WORDS["change"], exact=True).click()
    expect(entry.get_by_text(READERS["private"][2])).to_be_visible()
    expect(entry.get_by_text(WORDS["readers_change"])).to_have_count(0)


def test_a_promise_by_keyboard(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """A promise is made by keys alone for a day to come, is due near its day, carried forward, changed and deleted."""
    page = visit(reduced_motion="reduce")
    go(page, served, GAP)
    keyboard = Keyboard(page)
    promise = page.get_by_role("region", name="Your promise")
    promise.get_by_text(PROMISE_NEW).press("Enter")
    expect(promise.get_by_label("What will you do?")).to_be_focused()
    expect(words(page)).to_have_count(0)  # of all forms, one is open
    page.keyboard.type("Ask Joy on Monday.")
    day = promise.get_by_label("By when?")
    day.fill("2020-01-09")
    promise.get_by_role("button", name="Make this promise").press("Enter")
    expect(promise.get_by_role("article")).to_have_count(0)  # the browser says that the day is past
    day.fill((datetime.now(UTC) + timedelta(days=1)).date().isoformat())
    promise.get_by_role("button", name="Make this promise").press("Enter")
    expect(promise.get_by_role("status").get_by_text(PROMISE["said"])).to_be_visible()
    due = page.get_by_role("region", name="What became of it?")
    expect(due.get_by_role("article")).to_contain_text("Ask Joy on Monday.")
    right(page, axe)
    go(page, served, WAY)
    keyboard.choose(due.get_by_role("group", name="How did it go?"), place=1)
    due.get_by_label("What happened?").fill("She was away.")
    due.get_by_label("Carry it forward to").fill("2099-02-01")
    right(page, axe)
    due.get_by_role("button", name="Save the answer").press("Enter")
    expect(due).to_have_count(0)
    told = page.get_by_role("status").get_by_text(TOLD[AnswerCommitment])
    expect(told).to_be_visible()
    expect(told).to_be_focused()
    go(page, served)
    promises = page.get_by_role("region", name="Promises")
    expect(promises).to_contain_text("She was away.")
    promises.get_by_text(PROMISE["change_more"]).press("Enter")
    promises.get_by_label("What will you do?").fill("Ask Callum.")
    right(page, axe)
    promises.get_by_role("button", name="Save the change").press("Enter")
    expect(promises.get_by_role("article")).to_contain_text("Ask Callum.")
    expect(promises.get_by_label("What will you do?")).to_have_count(0)
    promises.get_by_text(PROMISE["change_more"]).press("Enter")
    promises.get_by_role("button", name=PROMISE["delete"]).press("Enter")
    expect(promises.get_by_role("article")).to_have_count(0)
    expect(promises.get_by_text(TOLD[DeleteCommitment])).to_be_focused()
    right(page, axe)


def test_save_keeps_its_place_and_leaving_tells_what_is_not_saved(served: Served, visit: Callable[..., Page]) -> None:
    """On a phone, Save does not move while one types; beside the next step is said that words are not saved yet."""
    page = visit(reduced_motion="reduce", viewport={"width": 360, "height": 740})
    go(page, served, GAP)
    save = question(page).get_by_role("button", name=SAVE, exact=True)
    told = page.locator(".step.here").get_by_text(DRAFT_WORDS["unsaved"])
    below = "button => button.getBoundingClientRect().top - button.form.getBoundingClientRect().top"
    before = save.evaluate(below)
    expect(told).to_have_count(0)
    words(page).fill("Half a thought")
    expect(kept(page)).to_be_visible()
    assert save.evaluate(below) == before
    expect(told).to_be_visible()
    page.reload()
    expect(told).to_be_visible()
    save.click()
    expect(question(page).get_by_role("status").get_by_text(WORDS["said"])).to_be_in_viewport()
    expect(told).to_have_count(0)


@pytest.mark.parametrize("path", [GAP, "log"])
def test_typed_words_survive_reload_and_closing(served: Served, visit: Callable[..., Page], path: str) -> None:
    """What was typed stands there again after a reload, in another tab, and after the tab was closed at once."""
    page = visit()
    go(page, served, path)
    if path == "log":
        page.get_by_text("Write something new", exact=True).click()
    box = page.get_by_role("textbox", name=re.compile("Your words")).first
    box.fill("Half a thought")
    page.reload()
    expect(box).to_have_value("Half a thought")
    expect(page.get_by_text(KEPT).first).to_be_visible()
    context = page.context
    page.close()
    other = context.new_page()
    go(other, served, path)
    expect(other.get_by_role("textbox", name=re.compile("Your words")).first).to_have_value("Half a thought")


def test_a_draft_of_an_earlier_version_comes_back(served: Served, visit: Callable[..., Page]) -> None:
    """What an earlier version kept of an entry, is in the form and is saved as meant."""
    old = {
        "guide": "what",
        "steps": json.dumps([["What", "Nobody asked."], ["So what", ""], ["Now what", "Ask Joy."]]),
        "principles": "P4 P1",
        "confidence": "2",
        "visibility": "private",
    }
    writer(served).do(KeepDraft, draft="draft-from-before", slot="free/", count=3, fields=old)
    page = visit(reduced_motion="reduce")
    go(page, served)
    expect(page.get_by_role("textbox", name="Now what")).to_have_value("Ask Joy.")
    page.get_by_text(MORE).click()
    expect(page.get_by_label(GUIDE)).to_have_value("what")
    expect(page.get_by_label(CONFIDENCE_ASKED)).to_have_value("2")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(2)
    page.get_by_role("button", name=SAVE, exact=True).click()
    expect(page.get_by_role("article")).to_contain_text("Nobody asked.")
    (card,) = writer(served).log().cards
    assert (card.newest.guide, card.newest.principles, card.newest.confidence) == ("what", ("P1", "P4"), 2)
    assert [(step.heading, step.words) for step in card.newest.steps] == [
        ("What", "Nobody asked."),
        ("Now what", "Ask Joy."),
    ]
    assert drafted(served) == []


def test_two_tabs_keep_all_words(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Two tabs that write about one question each keep a draft, each hears of the other, and both can be saved."""
    page = visit(reduced_motion="reduce")
    go(page, served, GAP)
    words(page).fill("We")
    expect(kept(page)).to_be_visible()
    other = page.context.new_page()
    go(other, served, GAP)
    expect(words(other)).to_have_value("We")
    words(other).fill("We differ")
    words(page).fill("We agree")
    apart = question(page).get_by_role("complementary")
    expect(apart).to_contain_text("We differ")
    expect(question(other).get_by_role("complementary")).to_contain_text("We agree")
    right(page, axe)
    question(page).get_by_role("button", name=SAVE, exact=True).click()
    expect(question(page).get_by_role("article").filter(has_text="We agree")).to_be_visible()
    expect(words(page)).to_have_value("We differ")
    question(other).get_by_role("button", name=SAVE, exact=True).click()
    question(page).get_by_text("Earlier entries (1)").click()
    expect(question(page).get_by_role("article")).to_have_count(2)
    expect(words(page)).to_have_count(0)  # nothing is left to save, so the form is closed
    assert drafted(served) == []


@pytest.mark.expects_errors(CUT_OFF)
@pytest.mark.parametrize("path", [GAP, "log"])
def test_a_lost_network_in_the_middle_of_an_entry(served: Served, visit: Callable[..., Page], path: str) -> None:
    """It is told within five seconds, the words are kept here, and delivered once: as a draft, and as an entry."""
    page = visit()
    go(page, served, path)
    if path == "log":
        page.get_by_text("Write something new", exact=True).click()
    box = page.get_by_role("textbox", name=re.compile("Your words")).first
    box.fill("Before the tunnel")
    expect(page.get_by_text(KEPT).first).to_be_visible()
    page.context.set_offline(True)
    box.press_sequentially(", in the tunnel")
    expect(page.get_by_text(DRAFT_WORDS["lost"]).first).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text(KEPT).first).to_be_visible()
    assert [re.findall(r"Before the tunnel, in the tunnel", text) for text in drafted(served)] == [
        ["Before the tunnel, in the tunnel"]
    ]
    page.context.set_offline(True)
    page.get_by_role("button", name=SAVE, exact=True).first.click()
    expect(page.get_by_text(DRAFT_WORDS["sending"]).first).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text(WORDS["said"]).first).to_be_visible()
    assert (drafted(served), writer(served).log().total) == ([], 1)


@pytest.mark.expects_errors(CUT_OFF)
def test_a_killed_server_and_a_closed_tab(serve: Callable[..., Served], visit: Callable[..., Page]) -> None:
    """Words that were typed while no server ran, in a tab that was closed then, arrive with the next page."""
    served = serve()
    page = visit()
    go(page, served)
    page.get_by_text("Write something new", exact=True).click()
    served.kill()
    page.get_by_role("textbox", name="Your words").fill("Nobody was there")
    expect(page.get_by_text(DRAFT_WORDS["lost"]).first).to_be_visible()
    context = page.context
    page.close()
    again = serve(f"--port={urlsplit(served.address).port}")
    next_page = context.new_page()
    go(next_page, again)
    expect(next_page.get_by_role("textbox", name="Your words")).to_have_value("Nobody was there")
    left = "Object.keys(localStorage).filter((name) => name.includes('draft'))"
    expect(next_page.get_by_text(KEPT).first).to_be_visible()
    assert next_page.evaluate(left) == []


def test_home_and_every_page_lead_to_the_log(served: Served, page: Page) -> None:
    """The log is one click away from home and from the bar of any page."""
    page.goto(served.address)
    page.get_by_role("main").get_by_role("link", name="Your log").click()
    expect(page.get_by_role("heading", name="Your log", level=1)).to_be_visible()
    go(page, served, GAP)
    page.get_by_role("banner").get_by_role("link", name="Your log").click()
    expect(page.get_by_text(NOTHING_YET)).to_be_visible()


def test_no_id_stands_twice_where_several_exercises_share_a_page(served: Served, page: Page) -> None:
    """What labels something labels nothing else, although each exercise of a session is drawn by itself."""
    go(page, served, GAP)
    twice = page.evaluate(
        "[...document.querySelectorAll('[id]')].map(({id}) => id).filter((id, at, all) => all.indexOf(id) !== at)"
    )
    assert twice == []
