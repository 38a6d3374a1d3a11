"""From naming a problem to a plan on one page, in a browser: drafts, versions, files, check-ins, print, and erasing."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
from playwright.sync_api import Locator, Page, PdfMargins, expect

from dlcourse.domain.inquiry.messages import WritePart
from dlcourse.domain.inquiry.parts import PARTS
from dlcourse.domain.mywork.work import EraseWork, WorkView, YourWork
from dlcourse.pages.inquiry.page import UNNAMED, UNSAVED
from dlcourse.pages.inquiry.words import PART_WORDS
from dlcourse.pages.words import DRAFT_WORDS, STATUS
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_exercises import right
from tests.person import Person
from tests.serving import Served

ODD = "<b>Seventh graders</b> stop writing 👩🏽‍🏫 שלום"
TOP = "row => row.getBoundingClientRect().top"
USUAL = 100
"""Characters of an answer of usual length: a sentence or two."""


def go(page: Page, served: Served) -> None:
    """Open the plan, and wait until it can be used."""
    page.goto(served.address + "improvement-plan")
    expect(page.get_by_role("heading", name="Your improvement plan", level=1)).to_be_visible()
    sheet = page.locator(".dl-plan-sheet")
    if not sheet.evaluate("sheet => sheet.open"):
        sheet.locator("summary").click()
    expect(paper(page)).to_be_visible()


def paper(page: Page) -> Locator:
    """The plan as it is printed."""
    return page.get_by_role("article")


def row(page: Page, title: str) -> Locator:
    """What opens and closes a form of the plan."""
    return page.locator(".dl-fold > summary").filter(has_text=title)


def ask(part: str, field: str) -> str:
    """The question of a field."""
    return PART_WORDS[part].fields[field].ask


def fill(person: Person, length: int) -> None:
    """Write all answers of a plan, each of this many characters."""
    for part, fields in PARTS.items():
        person.do(WritePart, part=part, after=0, answers=dict.fromkeys(fields, ("two or three words " * 200)[:length]))


def pages(page: Page, paper_size: str) -> int:
    """How many pages of this size are printed when the person prints the plan."""
    page.evaluate("window.print = () => {}")  # a browser without a screen has no dialog, and the style stays
    page.get_by_role("button", name="Print").click()
    margin: PdfMargins = {"top": "1cm", "bottom": "1cm", "left": "1cm", "right": "1cm"}
    made = page.pdf(format=paper_size, margin=margin)
    return len(re.findall(rb"/Type\s*/Page\b", made))


def test_from_the_problem_to_the_plan(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """What is not saved is said to be so on every page; one form is open at a time, and gaps lead to theirs."""
    page = visit(reduced_motion="reduce", viewport={"width": 360, "height": 740})
    go(page, served)
    problem = page.get_by_label(ask("00-start-here", "problem"))
    right(page, axe)
    problem.fill(ODD)
    expect(page.get_by_text(re.compile("^Draft kept ")).first).to_be_visible()
    expect(page.get_by_text(STATUS["drafted"])).to_be_visible()
    expect(page.get_by_text(STATUS["saved"])).to_have_count(0)
    page.goto(f"{served.address}session/01-what-it-is#Your-problem:-how-it-is-led-today")
    expect(page.get_by_text(UNSAVED)).to_be_visible()
    expect(page.get_by_text(UNNAMED)).to_have_count(0)
    go(page, served)
    expect(problem).to_have_value(ODD)
    expect(row(page, "Your problem")).to_contain_text(DRAFT_WORDS["unsaved_mark"])
    expect(page.get_by_text("Not saved yet: Your problem.")).to_be_visible()
    expect(paper(page)).to_contain_text("not saved yet: what the problem is")
    Keyboard(page).press(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("status").filter(has_text="This part is saved.")).to_be_visible()
    expect(row(page, "Your problem")).to_be_focused()
    expect(problem).to_have_count(0)
    expect(paper(page)).to_contain_text(ODD)
    page.get_by_role("button", name="not written yet: who answers for it", exact=True).click()
    answers = page.get_by_label(ask("05-stretched-over", "leads"))
    expect(answers).to_be_focused()
    answers.fill("Ana")
    page.get_by_label(ask("05-stretched-over", "answers")).fill("Ben")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(paper(page)).to_contain_text("Answers for it: Ben")
    row(page, "Who does what").press("Enter")
    expect(answers).to_be_focused()
    answers.fill("Joy")
    where = row(page, "What you heard").evaluate(TOP)
    row(page, "What you heard").press("Enter")
    expect(answers).to_have_count(0)
    assert abs(row(page, "What you heard").evaluate(TOP) - where) < 2
    expect(row(page, "Who does what")).to_contain_text(DRAFT_WORDS["unsaved_mark"])
    row(page, "Who does what").press("Enter")
    expect(answers).to_have_value("Joy")
    page.get_by_role("button", name="Save changes").click()
    expect(paper(page)).to_contain_text("Leads: Joy")
    row(page, "Who does what").press("Enter")
    page.get_by_text("Earlier versions (1)").click()
    expect(page.locator(".dl-inquiry-version")).to_contain_text("Ana")
    right(page, axe)


def test_dates_files_and_check_ins(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """With a first day the plan has three check-ins; both files come as attachments; an answer is on the plan."""
    fill(Person(served.course()), USUAL)
    page = visit(reduced_motion="reduce", accept_downloads=True)  # colors change at once
    go(page, served)
    expect(page.get_by_text("After 30 days: ")).to_have_count(0)
    row(page, "First day, your name and your witness").click()
    page.get_by_label("First day of the plan").fill("2027-01-01")
    page.get_by_label("Your name on the plan").fill("Zoë")
    page.get_by_label("Who will ask you about it?").fill("Ben")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(paper(page)).to_contain_text("Begins on 1 January 2027 · Witness: Ben")
    row(page, "After 30 days: 31 January 2027").click()
    page.get_by_role("radio", name="We changed it").check()
    page.get_by_label("What did you see?").fill("Fifteen write on.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(paper(page)).to_contain_text("We changed it. Fifteen write on.")
    right(page, axe)
    page.emulate_media(color_scheme="dark")
    axe(page)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Word document").click()
    document = docx.Document(io.BytesIO(Path(taken.value.path()).read_bytes()))
    assert "Zoë" in [paragraph.text for paragraph in document.paragraphs]
    assert "Fifteen write on." in document.tables[1].rows[1].cells[2].text
    with page.expect_download() as taken:
        page.get_by_role("link", name="Check-ins and promises for your calendar").click()
    dates = Path(taken.value.path()).read_text("utf-8")
    assert [dates.count(day) for day in ("DATE:20270131", "DATE:20270302", "DATE:20270401")] == [0, 1, 1]


def test_a_plan_of_usual_length_is_printed_on_one_page(served: Served, page: Page) -> None:
    """Two lines to each question fit on a page; a longer plan says that it goes on, and is printed whole."""
    person = Person(served.course())
    fill(person, USUAL)
    go(page, served)
    assert (pages(page, "A4"), pages(page, "Letter")) == (1, 1)
    expect(page.get_by_text("longer than one printed page")).to_have_count(0)
    trial = {"trial": "and then " * 200, "limit": "last words of it " * 100}
    person.do(WritePart, part="07-a-better-way", after=1, answers=trial)
    page.reload()
    expect(page.get_by_text("longer than one printed page")).to_be_visible()
    assert pages(page, "A4") > 1


def test_what_is_erased_is_gone(served: Served, page: Page) -> None:
    """After erasing one's work, nothing of the plan is on its page."""
    person = Person(served.course())
    fill(person, USUAL)
    go(page, served)
    expect(paper(page)).to_contain_text("two or three words")
    work = person.course.see(YourWork())
    assert isinstance(work, WorkView)
    person.do(EraseWork, mark=work.mark)
    go(page, served)
    expect(paper(page)).to_contain_text("not written yet: what the problem is")
    expect(paper(page)).not_to_contain_text("two or three words")
