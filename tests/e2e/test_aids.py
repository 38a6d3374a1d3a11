"""Job aids in the browser: found from home, legible on a phone, and one page on paper."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dlcourse import files
from dlcourse.content.aids.sheets import job_aids
from dlcourse.content.library import Library
from tests.e2e.test_pages import fits, settle
from tests.serving import Served

AIDS = {aid.id: aid.title for aid in job_aids(files.data(), Library(files.data()).curriculum())}


@pytest.mark.parametrize("aid", AIDS)
def test_a_job_aid_is_one_printed_page(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None], aid: str
) -> None:
    """It is one page on A4 and on US Letter; on the screen it fits a phone, and axe has no complaint."""
    page = visit(color_scheme="light", reduced_motion="reduce")
    settle(page, f"{served.address}aids/{aid}")
    expect(page.get_by_role("heading", name=AIDS[aid], level=1)).to_be_visible()
    assert all(fits(page, width) for width in (1280, 320, 360))
    axe(page)
    page.evaluate("window.print = () => {}")  # a browser without a screen has no dialog, and the style stays
    page.get_by_role("button", name="Print this page").click()
    for size in ("A4", "Letter"):
        made = page.pdf(format=size, margin=dict.fromkeys(("top", "bottom", "left", "right"), "1cm"))  # type: ignore[arg-type]
        assert len(re.findall(rb"/Type\s*/Page\b", made)) == 1, size


def test_job_aids_are_found_from_home(served: Served, page: Page) -> None:
    """Home leads to the list, and the list to each job aid."""
    settle(page, served.address)
    page.get_by_role("link", name="Pages to print").click()
    for title in AIDS.values():
        expect(page.get_by_role("link", name=title, exact=True)).to_be_visible()
    page.get_by_role("link", name=AIDS["glossary"]).click()
    expect(page.get_by_role("heading", name=AIDS["glossary"], level=1)).to_be_visible()
