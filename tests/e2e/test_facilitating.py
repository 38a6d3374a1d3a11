"""Facilitating in the browser: chosen on the home page, the notes open; not chosen, they stay closed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_pages import fits, settle
from tests.server.asking import ask
from tests.serving import Served

NOTES = "facilitator/03-the-reading-gap"


@pytest.mark.expects_errors(r"403 \(Forbidden\)")
def test_notes_open_for_those_who_facilitate(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None]
) -> None:
    """The notes say for whom they are; whoever chooses to facilitate finds and opens them, and can hide them again."""
    page = visit(reduced_motion="reduce")
    page.goto(served.address + NOTES)
    expect(page).to_have_title("These notes are for those who facilitate the course")
    expect(page.get_by_text("Eight facts")).to_have_count(0)
    axe(page)
    page.get_by_role("main").get_by_role("link").click()
    section = page.get_by_role("region", name="Facilitating this course")
    section.get_by_role("button", name="I facilitate").click()
    section.get_by_role("link", name="Notes for “The reading gap”").click()
    expect(page.get_by_role("heading", name="The reading gap: notes for facilitators", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="What the case hides")).to_be_visible()
    axe(page)
    assert fits(page, 320)
    settle(page, served.address)
    section.get_by_role("button", name="Hide the notes").click()
    expect(section.get_by_role("link")).to_have_count(0)
    assert ask(served.address, NOTES).status == 403


def test_a_figure_stands_in_its_session(served: Served, page: Page) -> None:
    """A session shows its figure where one looks back, without a kernel that would have to start for it alone."""
    settle(page, f"{served.address}session/03-the-reading-gap#Looking-back")
    expect(page.get_by_role("heading", name="A hidden profile")).to_be_visible()
    expect(page.get_by_role("img")).to_have_count(2)
