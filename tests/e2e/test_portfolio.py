"""The last session in the browser: looking again, choosing by keyboard, and taking the document along."""

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

import docx
from playwright.sync_api import Locator, Page, expect

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.domain.inquiry.messages import SchedulePlan
from dlcourse.domain.portfolio.messages import PutIn
from dlcourse.domain.reflection.commitments import MakeCommitment
from dlcourse.domain.reflection.entries import EntryStep, WriteEntry
from dlcourse.domain.selfcheck.readiness import Rate, SelfCheck
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_exercises import right
from tests.person import Person
from tests.server.asking import ask
from tests.serving import Served

CHECK = Library(files.data()).exercise("readiness", SelfCheck)
STATEMENTS = [item for group in CHECK.groups for item in group.items]
ODD = "<script>document.title = 'taken'</script> *stars* 👩🏽‍🏫 שלום"
PLAN = "session/10-your-plan"


def write(person: Person, words: str, session: str = "03-the-reading-gap") -> str:
    """Write an entry; return its piece."""
    entry = uuid4().hex
    person.do(WriteEntry, entry=entry, session=session, steps=(EntryStep(words=words),))
    return f"entry/{entry}"


def go(page: Page, served: Served) -> None:
    """Open the portfolio, and wait until it can be used."""
    page.goto(served.address + "portfolio")
    expect(page.get_by_role("heading", name="Your portfolio", level=1)).to_be_visible()


def sheet(page: Page) -> Locator:
    """Return the document on the page."""
    return page.get_by_role("region", name="What is in it")


def offer(page: Page, words: str) -> Locator:
    """Return what puts a piece in."""
    return page.get_by_role("checkbox", name=re.compile(re.escape(words)))


def test_a_portfolio_by_keyboard(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Nothing is in it at first; pieces are put in, change places and are taken out by keys, and the focus stays."""
    person = Person(served.course())
    page = visit(reduced_motion="reduce")
    go(page, served)
    expect(sheet(page)).to_contain_text("Nothing yet.")
    expect(page.get_by_role("link", name="Word document")).to_have_count(0)
    right(page, axe)
    for words in ("One thing", ODD):
        write(person, words)
    person.do(MakeCommitment, commitment=uuid4().hex, what="Ask Joy first.")
    person.whole_play()
    page.reload()
    keyboard = Keyboard(page)
    for words in ("One thing", ODD[:20], "Ask Joy first", "The reading gap: attempt 1"):
        box = offer(page, words)
        expect(box).to_have_accessible_description(re.compile("Only you can read this in the course."))
        keyboard.go_to(box, "Tab" if words != ODD[:20] else "Shift+Tab")
        page.keyboard.press("Space")
        expect(page.get_by_role("status").filter(has_text="It is in your portfolio now.")).to_be_visible()
        expect(box).to_be_checked()
        expect(box).to_be_focused()
    expect(sheet(page)).to_contain_text(ODD)
    expect(sheet(page)).to_contain_text("Who was heard")
    right(page, axe)
    pieces = sheet(page).locator("[data-item^='entry/']")
    expect(pieces.first).to_contain_text("One thing")
    down = pieces.first.get_by_role("button", name=re.compile("^Down: "))
    down.focus()
    page.keyboard.press("Enter")
    expect(pieces.first).to_contain_text(ODD)
    expect(pieces.nth(1).get_by_role("button", name=re.compile("^Up: "))).to_be_focused()
    keyboard.press(pieces.nth(1).get_by_role("button", name=re.compile("^Take out: ")))
    expect(pieces).to_have_count(1)
    expect(page.get_by_role("heading", name="What is in it")).to_be_focused()
    expect(offer(page, "One thing")).not_to_be_checked()
    page.reload()
    expect(pieces).to_have_count(1)
    expect(pieces).to_contain_text(ODD)


def test_the_document_is_taken_along(served: Served, page: Page) -> None:
    """The name is kept as a draft until it is saved; both files hold what was chosen, and come as attachments."""
    person = Person(served.course())
    person.do(PutIn, item=write(person, ODD))
    write(person, "not chosen")
    go(page, served)
    page.get_by_label("The name on it").fill("Zoë")
    page.reload()
    expect(page.get_by_label("The name on it")).to_have_value("Zoë")
    page.get_by_role("button", name="Change the name").click()
    expect(sheet(page).get_by_role("article").first).to_contain_text("Zoë")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Word document").click()
    assert re.fullmatch(r"portfolio-[\d-]{10}\.docx", taken.value.suggested_filename)
    file = docx.Document(io.BytesIO(Path(taken.value.path()).read_bytes()))
    words = [paragraph.text for paragraph in file.paragraphs]
    assert ODD in words
    assert "Zoë" in words
    assert "not chosen" not in words
    said = ask(served.address, "portfolio.md")
    assert said.headers["Content-Disposition"].startswith("attachment; ")
    assert (said.headers["X-Content-Type-Options"], said.headers["Cache-Control"]) == ("nosniff", "no-store")
    assert ("not chosen" in said.text, r"\*stars\*" in said.text) == (False, True)
    assert ask(served.address, "portfolio.exe").status == 404


def test_only_the_document_is_printed(served: Served, page: Page) -> None:
    """On paper there is what was chosen, without anything that can only be clicked."""
    person = Person(served.course())
    person.do(PutIn, item=write(person, "On paper"))
    go(page, served)
    page.evaluate("() => { window.print = () => {}; }")
    page.get_by_role("button", name="Print it").click()
    page.emulate_media(media="print")
    expect(page.get_by_text("On paper").first).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    expect(page.get_by_role("heading", name="What you can put in")).to_have_count(0)


def test_the_last_session(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """The self-check is answered again and set beside the first; with a piece chosen there, the session is done."""
    person = Person(served.course())
    for item in STATEMENTS:
        person.do(Rate, check="readiness", statement=item.id, level=2)
    for item in STATEMENTS[1:]:
        person.do(Rate, check="readiness", statement=item.id, level=4, round=2)
    write(person, "My piece")
    person.do(SchedulePlan, starts=date(2027, 1, 1))
    page = visit(reduced_motion="reduce")
    page.goto(served.address + PLAN)
    page.get_by_role("button", name="Show all steps").click()
    change = page.get_by_role("region", name="Then and now")
    expect(change).to_be_visible()
    expect(page.get_by_text("getting ready")).to_have_count(0)
    group = CHECK.groups[0]
    expect(change).not_to_contain_text(group.name)
    first = page.get_by_role("group", name=" ".join(STATEMENTS[0].text.split()))
    Keyboard(page).choose(first, place=3)
    expect(change).to_contain_text(group.name)
    expect(change).to_contain_text("You saw 4 of 4 statements more often than at the start")
    expect(change.locator(".dl-drawing svg")).to_be_visible()
    change.get_by_text("Statement by statement").click()
    expect(change.get_by_role("row")).to_have_count(1 + len(STATEMENTS))
    offer(page, "My piece").check()
    expect(sheet(page)).to_contain_text("My piece")
    expect(page.get_by_role("navigation", name="Sessions").locator("[aria-current]")).to_contain_text("Done")
    right(page, axe)
    page.reload()
    expect(change).to_contain_text(group.name)
