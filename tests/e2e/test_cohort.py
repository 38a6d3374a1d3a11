"""A cohort in real browsers: five learners and a facilitator, from joining over a second device to leaving."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_pages import fits
from tests.serving import Served

PHONE = {"width": 360, "height": 740}


@pytest.mark.expects_errors(r"401 \(Unauthorized\)", r"403 \(Forbidden\)")
def test_five_learners_and_a_facilitator(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """People join with a code, share what they choose, come in on another device, are removed, and leave."""
    kernels = len(served.kernels())
    code, key = create(visit(), served, axe)
    learners = {name: learner(visit, served, code, name) for name in ("Ann", "Ben", "Cem", "Dee", "Eve")}
    ann, ben, cem, dee, _ = learners.values()
    lead = visited_by_stranger(visit, f"{served.address}join")
    join(lead, key, "Faye Adams")
    lead.goto(f"{served.address}cohort")
    lead.get_by_role("link", name="Lead it: Autumn deans").click()
    for name in learners:
        expect(lead.get_by_role("button", name=f"Change… {name}")).to_be_visible()
    axe(lead)
    look_at_report(lead, axe)

    share(ann, served, "What Ann saw")
    read(ben, served, "Ann", "What Ann saw", axe)
    agree(ann, ben, served, axe)
    cem.goto(f"{served.address}cohort")
    expect(cem.get_by_text("Faye Adams").first).to_be_visible()
    axe(cem)
    assert fits(cem, 320)

    second = visited_by_stranger(visit, f"{served.address}join")
    second.get_by_label("Your phrase").fill(phrase_of(ben, served))
    second.get_by_role("button", name="Come in with my phrase").click()
    expect(second.locator(".bar .person")).to_have_text("Ben")

    lead.get_by_role("button", name="Change… Cem").click()
    lead.get_by_role("button", name="Remove from the cohort").click()
    expect(lead.get_by_text("They are removed")).to_be_visible()
    axe(lead)
    cem.reload()
    expect(cem.get_by_role("heading", name="You are signed out")).to_be_visible()
    axe(cem)
    assert fits(cem, 320)
    cem.get_by_role("link", name="Come in again").click()
    expect(cem.get_by_label("Your phrase")).to_be_visible()

    dee.goto(f"{served.address}cohort")
    dee.get_by_text("Leave the cohort", exact=True).click()
    dee.get_by_role("button", name="Leave the cohort now").click()
    expect(dee.get_by_role("heading", name="You have left the cohort")).to_be_visible()
    axe(dee)
    dee.get_by_role("link", name="Join a cohort").click()
    expect(dee.get_by_role("heading", name="Join your cohort")).to_be_visible()
    expect(lead.get_by_text("Has left")).to_be_visible()
    assert len(served.kernels()) == kernels


def agree(asker: Page, other: Page, served: Served, axe: Callable[[Page], None]) -> None:
    """One asks for something and says what is given for it; the other accepts, and the one sees it at once."""
    asker.goto(f"{served.address}expectations")
    asker.get_by_label("Who is on the other side?").select_option(label="Ben")
    asker.get_by_role("radio", name="I ask it of others").first.check()
    asker.get_by_label("Your role in this").fill("Dean")
    asker.get_by_label("Role of the other side").fill("Tutor")
    asker.get_by_label("What exactly is asked?").fill("Bring drafts")
    asker.get_by_role("button", name="Write it down").click()
    asker.get_by_label("Example: where can they see you do it first?").fill("Mine, on Monday")
    asker.get_by_label("On which day do you look at it together?").fill("2100-02-01")
    asker.get_by_role("button", name="Offer it").click()
    expect(asker.get_by_text("Waiting for an answer", exact=True).first).to_be_visible()
    other.goto(f"{served.address}expectations")
    expect(other.get_by_role("heading", name="Dean (Ann) asks Tutor (Ben)")).to_be_visible()
    axe(other)
    other.get_by_role("radio", name="Accept it").check()
    other.get_by_role("button", name="Answer", exact=True).click()
    expect(asker.get_by_text("In force", exact=True).first).to_be_visible()


def create(host: Page, served: Served, axe: Callable[[Page], None]) -> tuple[str, str]:
    """Create a cohort as the host; returns its join code and its facilitator key."""
    host.goto(served.address)
    host.get_by_role("link", name="Cohorts").click()
    host.get_by_label("Name of the new cohort").fill("Autumn deans")
    host.get_by_label("Your name").fill("Hal Host")
    host.get_by_role("button", name="Create the cohort").click()
    expect(host.get_by_role("img", name="Join code")).to_be_visible()
    axe(host)
    code, key = host.locator(".dl-secret-text").all_inner_texts()
    return code, key


def visited_by_stranger(visit: Callable[..., Page], address: str) -> Page:
    """A page in a browser that has not shown the key."""
    page = visit(viewport=PHONE, reduced_motion="reduce")
    page.context.clear_cookies()
    page.goto(address)
    return page


def learner(visit: Callable[..., Page], served: Served, code: str, name: str) -> Page:
    """Somebody who scanned the code."""
    page = visited_by_stranger(visit, f"{served.address}join#code={code}")
    expect(page.get_by_label("Code", exact=True)).to_have_value(code)
    assert code not in page.url
    join(page, "", name)
    return page


ONWARD = re.compile("Go to the course|To the live role-play")
"""Where somebody goes who has joined; a live session that is open comes first."""


def join(page: Page, code: str, name: str) -> None:
    """Fill in the form and join; ``code`` is empty if it is filled in already."""
    if code:
        page.get_by_label("Code", exact=True).fill(code)
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Join", exact=True).click()
    expect(page.get_by_text(f"Welcome, {name}.")).to_be_visible()
    page.get_by_role("link", name=ONWARD).click()
    expect(page.locator(".bar .person")).to_have_text(name)


def share(page: Page, served: Served, words: str) -> None:
    """Write something in the log, for the whole cohort."""
    page.goto(f"{served.address}log")
    page.get_by_text("Write something new", exact=True).click()
    page.get_by_role("textbox", name=re.compile("Your words")).fill(words)
    page.get_by_label("Who can read it?").select_option("cohort")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("article").get_by_text(words)).to_be_visible()


def read(page: Page, served: Served, author: str, words: str, axe: Callable[[Page], None]) -> None:
    """Find what somebody shares on the page of the cohort."""
    page.goto(f"{served.address}cohort")
    page.get_by_role("link", name=author, exact=True).click()
    expect(page.get_by_role("heading", name=f"What {author} shares with you")).to_be_visible()
    expect(page.get_by_text(words)).to_be_visible()
    axe(page)


def phrase_of(page: Page, served: Served) -> str:
    """A new phrase of one's own."""
    page.goto(f"{served.address}cohort")
    page.get_by_role("button", name="Make a new phrase").click()
    expect(page.get_by_role("heading", name="Your new phrase")).to_be_visible()
    return page.locator(".dl-secret-text").inner_text()


def test_joining_is_in_reach(served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]) -> None:
    """The pages to join and about privacy have no fault, fit a small phone, and work with the keyboard alone."""
    code, _ = create(visit(), served, axe)
    page = visited_by_stranger(visit, f"{served.address}join#code={code}")
    axe(page)
    assert fits(page, 320)
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Ida")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Welcome, Ida.")).to_be_visible()
    axe(page)
    page.goto(f"{served.address}privacy")
    axe(page)
    assert fits(page, 320)


def look_at_report(lead: Page, axe: Callable[[Page], None]) -> None:
    """Look at the report about the cohort, take its figures along, and go back."""
    lead.get_by_role("link", name="Report", exact=True).click()
    expect(lead.get_by_role("heading", name="Report: Autumn deans")).to_be_visible()
    expect(lead.get_by_text("There is no figure about people yet.")).to_be_visible()
    with lead.expect_download() as download:
        lead.get_by_role("button", name="Download the figures as text (.csv)").click()
    assert download.value.suggested_filename.startswith("cohort-report-")
    axe(lead)
    assert fits(lead, 320)
    lead.get_by_role("link", name="Lead the cohort").click()
    expect(lead.get_by_role("heading", name="Autumn deans")).to_be_visible()
