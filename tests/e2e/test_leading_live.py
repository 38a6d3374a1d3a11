"""Leading a live session in a real browser, with a scenario of one's own that two people play on phones."""

import re
from collections.abc import Callable, Mapping
from itertools import count

from playwright.sync_api import Page, expect

from dlcourse.domain.live.console_views import LiveConsoleView
from dlcourse.domain.live.messages import PlaceSomebody
from dlcourse.domain.live.queries import LiveConsole
from dlcourse.domain.roleplay.studio.messages import OutlineProfile, ProfileOutline, SaveScenario, ScenarioOutlined
from dlcourse.pages.live import debrief_words, words
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_cohort import PHONE, create, learner
from tests.e2e.test_pages import fits
from tests.person import Person
from tests.serving import Served

LUNCH = ProfileOutline(
    title="The lunch line",
    setting="Lunch is short, and everybody waits.",
    options=("Recess before lunch", "A second counter"),
    roles=("Ruth Amsel, principal", "Teo Marsh, cook"),
)
SENTENCE = "This was observed, and it is number {number}."

LAPTOP, PROJECTOR = {"width": 1280, "height": 800}, {"width": 1920, "height": 1080}
SIZES = """(scope) => [...document.querySelectorAll(scope)]
    .filter((each) => each.checkVisibility() && each.textContent.trim())
    .map((each) => parseFloat(getComputedStyle(each).fontSize))"""
Axe = Callable[[Page], None]


def test_a_facilitator_leads_a_session_from_opening_to_figures(
    served: Served, visit: Callable[..., Page], axe: Axe
) -> None:
    """A scenario from the studio is opened, led by keyboard, and played on two phones until the debrief.

    Unsent words survive a reload; every page fits a phone.
    """
    write_a_scenario(served)
    lead = visit(reduced_motion="reduce", viewport=LAPTOP)
    code, _ = create(lead, served, axe)
    open_session(lead, served, axe)
    *_, cohort, _, session = lead.url.rstrip("/").split("/")
    phones = ann, ben = learner(visit, served, code, "Ann"), learner(visit, served, code, "Ben")
    for name, phone in zip(("Ann", "Ben"), phones, strict=True):
        enter(phone, f"{served.address}live/{session}")
        expect(lead.get_by_role("button", name=f"Move {name}")).to_be_visible()
    axe(lead)
    keys = Keyboard(lead)
    keys.press(lead.get_by_role("button", name="Seat everybody"))
    expect(lead.get_by_text("Everybody has a place.")).to_be_visible()
    seat_by_hand(served, cohort, session, {"Ann": "ruth-amsel", "Ben": "teo-marsh"})
    start(lead, keys, axe)
    for phone in phones:
        prefer(phone, axe)
    pause_and_tell(lead, axe)
    screen = lead.context.new_page()
    screen.set_viewport_size(PROJECTOR)  # type: ignore[arg-type]
    show_the_code(screen, f"{lead.url}/screen", code, axe)
    move_on(lead, "Talk")
    tell(ben, ann, axe)
    move_on(lead, "Decision")
    warned(lead, axe)
    decide(ann, ben)
    expect(lead.get_by_text("What came of it", exact=True)).to_be_visible()
    move_on(lead, "Debrief")
    for phone in phones:
        expect(phone.get_by_text(debrief_words.FACTS)).to_be_visible()
        assert fits(phone, 320)
    axe(ann)
    show_the_figures(screen, f"{lead.url}/figures", axe)


def write_a_scenario(served: Served) -> None:
    """Begin a hidden profile as the form of the studio does, write something in each field, and save it."""
    author, numbers = Person(served.course()), count(1)
    begun = author.course.see(OutlineProfile(outline=LUNCH))
    assert isinstance(begun, ScenarioOutlined)
    text = re.sub('""', lambda _: f'"{SENTENCE.format(number=next(numbers))}"', begun.text)
    author.do(SaveScenario, file="the-lunch-line.yaml", text=text, base="")


def seat_by_hand(served: Served, cohort: str, session: str, roles: Mapping[str, str]) -> None:
    """Give each of these people a role in the first group, so that every run is the same."""
    host = Person(served.course())
    view = host.course.see(LiveConsole(cohort=cohort, session=session))
    assert isinstance(view, LiveConsoleView)
    people = {each.name: each.person for each in view.people}
    for name, role in roles.items():
        host.do(PlaceSomebody, cohort=cohort, session=session, person=people[name], group=1, role=role)


def move_on(lead: Page, phase: str) -> None:
    """Move the groups on to this phase."""
    lead.get_by_role("button", name="All groups: Move on").click()
    expect(lead.get_by_text(phase, exact=True)).to_be_visible()


def prefer(phone: Page, axe: Axe) -> None:
    """State a first preference on a phone."""
    expect(phone.get_by_text(words.PREFER)).to_be_visible()
    axe(phone)
    phone.get_by_role("radio", name=LUNCH.options[1]).check()
    phone.get_by_role("button", name=words.KEEP).click()
    expect(phone.get_by_text(words.PREFERENCE_KEPT.format(option=LUNCH.options[1]))).to_be_visible()
    assert fits(phone, 320)
    phone.set_viewport_size(PHONE)  # type: ignore[arg-type]


def tell(teller: Page, listener: Page, axe: Axe) -> None:
    """Tell the other what only oneself knew."""
    fact = teller.get_by_role("radio", name="This was observed")
    teller.get_by_role("radio", name="Share a fact").check()
    own = fact.first.evaluate("(each) => each.labels[0].textContent.trim()")
    expect(listener.get_by_text(own)).to_have_count(0)
    fact.first.check()
    teller.get_by_role("button", name=words.SAY_IT).click()
    expect(listener.get_by_role("listitem").filter(has_text=own).first).to_be_visible()
    axe(listener)


def decide(decider: Page, other: Page) -> None:
    """Decide with a reason, which the other reads."""
    expect(decider.get_by_role("heading", name=words.PHASES["decision"])).to_be_visible()
    decider.get_by_role("radio", name=LUNCH.options[0]).check()
    decider.get_by_label(words.REASON).fill("We listened.")
    decider.get_by_role("button", name=words.DECIDE).click()
    expect(other.get_by_text("We listened.").first).to_be_attached()


def open_session(lead: Page, served: Served, axe: Axe) -> None:
    """Go from the cohort to the live role-plays, open a session, and go to its console."""
    lead.goto(f"{served.address}cohort")
    lead.get_by_role("link", name="Lead it: Autumn deans").click()
    lead.get_by_role("link", name="Live role-plays").click()
    lead.get_by_label("Scenario").select_option("the-lunch-line")
    axe(lead)
    assert fits(lead, 320)
    lead.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    Keyboard(lead).press(lead.get_by_role("button", name="Open the session"))
    expect(lead.get_by_role("link", name="Go to its console")).to_be_focused()
    lead.keyboard.press("Enter")
    expect(lead.get_by_text("Not started. 0 people are here.")).to_be_visible()


def warned(lead: Page, axe: Axe) -> None:
    """By keyboard, begin to end a group's decision before it was made, which is said before it happens."""
    expect(lead.locator("summary", has_text="Move on").first).to_be_focused()  # it took the place of the button
    lead.keyboard.press("Enter")
    expect(lead.get_by_text("1 group has not decided yet.")).to_be_visible()
    axe(lead)
    expect(lead.get_by_role("button", name="All groups: Move on")).to_be_focused()


def start(lead: Page, keys: Keyboard, axe: Axe) -> None:
    """Look where somebody could be moved, and start."""
    keys.press(lead.get_by_role("button", name="Move Ann"))
    expect(lead.get_by_label("Group", exact=True)).to_be_focused()
    axe(lead)
    keys.press(lead.get_by_role("button", name="Leave it"))
    expect(lead.get_by_role("button", name="Move Ann")).to_be_focused()
    keys.go_to(lead.locator("summary", has_text=re.compile("^Start$")), "Shift+Tab")
    lead.keyboard.press("Enter")
    expect(lead.get_by_role("button", name="Start", exact=True)).to_be_focused()
    lead.keyboard.press("Enter")
    expect(lead.get_by_text("Started.")).to_be_visible()
    expect(lead.get_by_role("timer")).to_have_text(re.compile(r"\d:\d\d left"))


def pause_and_tell(lead: Page, axe: Axe) -> None:
    """Pause the clock and write something for everybody; neither is lost when the page is loaded again."""
    lead.get_by_role("button", name="Group 1: Pause").click()
    expect(lead.get_by_role("timer")).to_have_text(re.compile("^Paused"))
    lead.get_by_text("Tell everybody something").click()
    lead.get_by_label("What everybody is told").fill("Come back at ten")
    expect(lead.get_by_text("Draft kept")).to_be_visible()
    lead.reload()
    expect(lead.get_by_label("What everybody is told")).to_have_value("Come back at ten")
    expect(lead.get_by_role("timer")).to_have_text(re.compile("^Paused"))
    lead.get_by_role("button", name="Tell everybody", exact=True).click()
    expect(lead.get_by_text("Everybody was told.")).to_be_visible()
    axe(lead)
    assert fits(lead, 320)
    lead.set_viewport_size(LAPTOP)  # type: ignore[arg-type]


def show_the_code(screen: Page, address: str, code: str, axe: Axe) -> None:
    """Show the join code on the big screen, where it stays over a reload and can be read from afar."""
    screen.goto(address)
    expect(screen.get_by_text("Come back at ten")).to_be_visible()
    screen.get_by_text("Show the join code").click()  # the session is under way, so the form is folded
    screen.get_by_label("Join code").fill(code.lower())
    screen.get_by_role("button", name="Show it").click()
    expect(screen.get_by_role("img", name="Picture to scan")).to_be_visible()
    screen.reload()
    expect(screen.get_by_text(code, exact=True)).to_be_visible()
    expect(screen.get_by_role("img", name="Picture to scan")).to_be_visible()
    axe(screen)
    assert min(screen.evaluate(SIZES, ".dl-live-screen p, .dl-live-clocks b, .dl-live-clock")) >= 44
    assert min(screen.evaluate(SIZES, ".dl-live-screen :is(a, button)")) >= 32
    assert fits(screen, 320)
    screen.set_viewport_size(PROJECTOR)  # type: ignore[arg-type]


def show_the_figures(screen: Page, address: str, axe: Axe) -> None:
    """Turn the pages of figures with a clicker; the page that is shown stays over a reload."""
    screen.goto(address)
    expect(screen.get_by_role("heading", name="What the groups decided")).to_be_visible()
    expect(screen.get_by_text("83 %")).to_be_visible()
    axe(screen)
    assert min(screen.evaluate(SIZES, ".dl-live-figures :is(.dl-live-caveat, h2, .dl-live-share)")) >= 44
    assert min(screen.evaluate(SIZES, ".dl-live-figures :is(span, a, button, p):not(:empty)")) >= 32
    screen.keyboard.press("PageDown")
    expect(screen.get_by_role("heading", name="What came to the table")).to_be_visible()
    screen.reload()
    expect(screen.get_by_text("2 of 3")).to_be_visible()
    assert fits(screen, 320)


def enter(page: Page, address: str) -> None:
    """Come into the session, on a phone."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(address)
    page.get_by_role("main").get_by_role("button").first.click()
