"""Figures in the browser: legible on a phone, in both themes and on paper, and told to those who cannot see them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dlcourse.pages.figures.page import FIGURES
from tests.e2e.test_pages import fits, settle
from tests.serving import Served

OUTSIDE = """() => [...document.querySelectorAll(".dl-panel text")].flatMap((text) => {
    const svg = text.ownerSVGElement, own = text.getBBox();
    const x = own.x + own.width / 2, y = own.y + own.height / 2;
    const around = [...svg.querySelectorAll("rect")].map((rect) => rect.getBBox()).filter((box) => box.width > 20
        && box.y <= y && y <= box.y + box.height && box.x <= x && x <= box.x + box.width);
    const within = (box) => box.x <= own.x && own.x + own.width <= box.x + box.width;
    return [svg.viewBox.baseVal, ...around].every(within) ? [] : [text.textContent];
})"""
"""The words that stick out of their panel or of the box around them."""
SIZES = """() => [...document.querySelectorAll(".dl-panel text")].map(
    (text) => parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getScreenCTM().a)"""
"""How large words are on the screen, in pixels."""


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_legible(
    served: Served, visit: Callable[..., Page], axe: Callable[[Page], None], name: str
) -> None:
    """On a phone words have 12 pixels or more and stay in their boxes, and axe has no complaint in either theme."""
    page = visit(color_scheme="light", reduced_motion="reduce")
    settle(page, f"{served.address}figure/{name}")
    for width in (1280, 360, 320):
        assert fits(page, width)
        assert page.evaluate(OUTSIDE) == []
        assert min(page.evaluate(SIZES)) >= 12
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page)


def test_a_figure_is_told_to_those_who_cannot_see_it(served: Served, page: Page) -> None:
    """Each drawing is an image with its caption as its name and with a description."""
    settle(page, f"{served.address}figure/hidden-profile")
    for panel in FIGURES["hidden-profile"].panels:
        drawing = page.get_by_role("img", name=panel.caption)
        expect(drawing).to_have_accessible_description(panel.description)


def test_a_figure_is_printed_in_color_on_white(served: Served, visit: Callable[..., Page]) -> None:
    """On paper a figure has the light colors, whatever theme its reader has."""
    page = visit(color_scheme="dark")
    settle(page, f"{served.address}figure/controlled-trial")
    page.emulate_media(media="print")
    ink = page.locator(".dl-panel text").first.evaluate("text => getComputedStyle(text).fill")
    assert ink == "rgb(0, 0, 0)"


@pytest.mark.expects_errors(r"404 \(Not Found\)")
def test_an_unknown_figure_has_no_page(served: Served, page: Page) -> None:
    """The address of a figure that does not exist is answered like any other that does not."""
    answer = page.goto(f"{served.address}figure/none")
    assert answer
    assert answer.status == 404
