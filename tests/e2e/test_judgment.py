"""The eight situations in a browser: before the course, a reload in the middle, after it, by keyboard and on paper."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from dlcourse.domain.selfcheck.judgment import Judge, Judging, JudgingView, Time
from dlcourse.domain.selfcheck.judgment_forms import ITEMS
from dlcourse.server.pages.markdown import anchor
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_exercises import marked, right
from tests.person import Person
from tests.serving import Served

BEFORE = f"session/00-start-here#{anchor('Eight situations, if you like')}"
AFTER = f"session/10-your-plan#{anchor('Eight other situations, if you like')}"


def go(page: Page, served: Served, path: str) -> None:
    """Open the step of a session, and wait for its situations."""
    page.goto(served.address + path)
    expect(page.get_by_role("heading", name="Eight situations", exact=True)).to_be_visible()


def situation(page: Page, number: int) -> Locator:
    """The situation of this number, to be answered now."""
    return page.get_by_role("region", name=f"Situation {number} of 8")


def answer_all(served: Served, time: Time) -> int:
    """Answer what is left at this time; returns how many answers of that form are the strongest."""
    person = Person(served.course())
    while view_of(person, time).next:
        shown = view_of(person, time).next
        assert shown
        person.do(Judge, exercise="judgment", time=time, situation=shown.id, answer="b")
    result = getattr(view_of(person, time), time)
    assert isinstance(result, int)
    return result


def view_of(person: Person, time: Time) -> JudgingView:
    """What the person sees at this time."""
    view = person.course.see(Judging(exercise="judgment", time=time))
    assert isinstance(view, JudgingView)
    return view


def test_before_and_after(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """Answers are given by keyboard and survive a reload; the key comes at the end; then both results are compared."""
    page = visit(reduced_motion="reduce", viewport={"width": 320, "height": 740})
    keyboard = Keyboard(page)
    go(page, served, BEFORE)
    right(page, axe)
    keyboard.choose(situation(page, 1).get_by_role("group", name="What would you do first?"), place=1)
    situation(page, 1).get_by_label("Why?").fill("Zoë <knows> it.")
    keyboard.press(situation(page, 1).get_by_role("button", name="Save my answer"))
    expect(page.get_by_text("1 of 8 answered")).to_be_visible()
    expect(situation(page, 2).get_by_role("heading")).to_be_focused()
    situation(page, 2).get_by_label("Why?").fill("Half a sen")
    page.reload()
    expect(situation(page, 2).get_by_label("Why?")).to_have_value("Half a sen")
    page.get_by_text("Situation 1 of 8").click()
    expect(page.get_by_text("Zoë <knows> it.")).to_be_visible()
    expect(page.get_by_text("Strongest", exact=True)).to_have_count(0)
    page.set_viewport_size({"width": 320, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for number in range(2, ITEMS + 1):
        situation(page, number).get_by_role("radio").nth(1).check()
        situation(page, number).get_by_role("button", name="Save my answer").click()
    expect(page.get_by_role("heading", name="How it went")).to_be_focused()
    before = answer_all(served, "before")
    expect(page.get_by_text(f"You chose the strongest answer in {before} of 8 situations.")).to_be_visible()
    expect(page.get_by_text("Strongest", exact=True).filter(visible=True)).to_have_count(1)
    right(page, axe)
    marked(page, served, "Start here", "You are here")
    after = answer_all(served, "after")
    go(page, served, AFTER)
    expect(
        page.get_by_text(f"The strongest answer in {before} of 8 before, and in {after} of 8 after.")
    ).to_be_visible()
    page.get_by_text("Situation 1 of 8").click()
    other = view_of(Person(served.course()), "after").judged[0].situation.text
    expect(page.get_by_text(other)).to_be_visible()
    page.get_by_text("What each pair of situations was about").click()
    table = page.get_by_role("region", name="What each pair of situations was about")
    expect(table.get_by_role("row")).to_have_count(1 + ITEMS)
    page.emulate_media(color_scheme="dark")
    right(page, axe)
    page.emulate_media(media="print")
    expect(page.get_by_text("Eight situations say little about one person.")).to_be_visible()
