"""Altair charts in a notebook: which renderer draws them, and what it hands to the browser."""

import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import altair as alt
import nbformat
import pytest
from IPython.core.formatters import DisplayFormatter

from dlcourse.charts.theme import theme
from dlcourse.widgets.altair_charts import VEGA_LITE, load_ipython_extension, render, switch_on
from dlcourse.widgets.chart import ChartWidget
from dlcourse.widgets.static_files import RENDERER
from tests.widgets.test_page import Browser

TOP = Path(__file__).resolve().parents[2]
ALTAIRS = "application/vnd.vegalite.v6.json"
WIDGET = "application/vnd.jupyter.widget-view+json"
SPEC = {"mark": "bar", "data": {"values": [{"a": 1}]}, "encoding": {"x": {"field": "a"}}}
LIGHT = """
import sys
from IPython.core.interactiveshell import InteractiveShell
InteractiveShell.instance()
import dlcourse
sys.exit(", ".join({"altair", "ipywidgets", "anywidget"} & set(sys.modules)) or 0)
"""


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    """A fake browser."""
    return Browser(monkeypatch)


@pytest.fixture
def show(browser: Browser) -> Iterator[Callable[[alt.Chart], Any]]:
    """What a new notebook of the course shows of a chart, as a MIME bundle. Altair is left as it was."""
    assert browser
    shell = SimpleNamespace(display_formatter=DisplayFormatter())
    load_ipython_extension(shell)
    with alt.renderers.enable("default"), alt.theme.enable("default"):
        switch_on.cache_clear()
        yield lambda chart: shell.display_formatter.format(chart)[0]


def bars() -> alt.Chart:
    """A reader's own chart."""
    chart: alt.Chart = alt.Chart(alt.InlineData(values=[{"a": 1}])).mark_bar().encode(x="a:Q")
    return chart


def test_a_chart_is_a_widget_and_its_specification(browser: Browser) -> None:
    """A chart is shown as a widget; its specification is there as well, for pages that draw it by themselves."""
    bundle, metadata = render(SPEC | {"description": "One bar"}, embed_options={"actions": False})
    assert bundle[VEGA_LITE]["mark"] == "bar"
    assert bundle["text/plain"] == "One bar"
    assert "model_id" in bundle[WIDGET]
    assert metadata == {VEGA_LITE: {"embed_options": {"actions": False}}}
    assert [state["spec"] for state in browser.heard if "spec" in state] == [bundle[VEGA_LITE]]


def test_the_widget_hands_over_what_draws(browser: Browser) -> None:
    """A browser that asks for the chart renderer gets it, and other messages have no answer."""
    widget = ChartWidget(SPEC)
    widget.comm.handle_msg({"content": {"data": {"method": "custom", "content": {"asset": "other"}}}, "buffers": []})
    widget.comm.handle_msg({"content": {"data": {"method": "custom", "content": {"asset": RENDERER}}}, "buffers": []})
    (answer,) = [heard for heard in browser.heard if "asset" in heard]
    assert "drawChart" in answer["text"]
    widget.close()


def test_a_notebook_of_the_course_draws_with_our_renderer_and_theme(show: Callable[[alt.Chart], Any]) -> None:
    """The first chart of a notebook is drawn by our renderer, in our theme."""
    shown = show(bars())
    assert shown.keys() == {WIDGET, VEGA_LITE, "text/plain"}
    assert shown[VEGA_LITE]["config"] == theme()["config"]


def test_a_notebook_can_be_saved_with_a_chart(show: Callable[[alt.Chart], Any]) -> None:
    """What is shown of a chart is a valid output of a notebook; Voila shows no other."""
    output = {"output_type": "display_data", "data": show(bars()), "metadata": {}}
    cell = {"id": "a", "cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [output], "source": ""}
    nbformat.validate({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def test_a_renderer_and_a_theme_that_were_chosen_stay(show: Callable[[alt.Chart], Any]) -> None:
    """Whoever chooses another renderer or theme keeps it, also if the choice is made after the first chart."""
    alt.renderers.enable("mimetype")
    alt.theme.enable("dark")
    shown = show(bars())
    assert shown.keys() == {ALTAIRS, "text/plain"}
    assert shown[ALTAIRS]["usermeta"] == {"embedOptions": {"theme": "dark"}}
    alt.renderers.enable("default")
    assert "text/html" in show(bars())


def test_importing_the_course_in_a_notebook_loads_nothing_for_charts() -> None:
    """A notebook that imports the course has loaded neither Altair nor the widgets yet."""
    done = subprocess.run([sys.executable, "-c", LIGHT], cwd=TOP, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_altair_finds_both_by_their_names() -> None:
    """The renderer and the theme are registered as Altair looks for them, under the course's name."""
    groups: dict[str, Any] = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    found = {
        group: EntryPoint("dlcourse", groups[group]["dlcourse"], group).load()
        for group in ("altair.vegalite.v6.renderer", "altair.vegalite.v6.theme")
    }
    assert list(found.values()) == [render, theme]
