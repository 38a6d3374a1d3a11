"""What a cell has shown, as a browser gets it: our own pages lightly, other outputs as notebooks store them."""

from typing import Any

import pytest
from altair import Chart, JupyterChart

from dlcourse.errors import CourseError
from dlcourse.server.pages.outputs import (
    PAGE as PAGE_WIDGET,
)
from dlcourse.server.pages.outputs import (
    VIEW,
    CoursePage,
    needed_widgets,
    shown,
    traceback_of,
    with_display_ids,
    with_traceback,
    without_traceback,
)

PAGE = {"_anywidget_id": PAGE_WIDGET, "page": "log", "props": {"title": "Your log"}, "_esm": "large"}
ERROR = {"output_type": "error", "ename": "E", "evalue": "why", "traceback": ["\x1b[31mline one\x1b[0m", "line two"]}


def view(model: str) -> dict[str, Any]:
    """An output that shows a widget."""
    return {"output_type": "display_data", "data": {VIEW: {"model_id": model}, "text/plain": "W()"}, "metadata": {}}


def models(**states: dict[str, Any]) -> dict[str, Any]:
    """Widgets with these states."""
    return {name: {"model_name": "M", "model_module": "m", "state": state} for name, state in states.items()}


def test_a_page_of_the_course_is_sent_without_its_program() -> None:
    """Of our own widget a browser gets its name and what it begins with, because the page has the program already."""
    found = shown([view("a")], models(a=PAGE), without_traceback)
    assert found == [CoursePage("a", {"page": "log", "props": {"title": "Your log"}})]


def test_other_outputs_are_sent_as_notebooks_store_them() -> None:
    """A widget of somebody else, a table, and printed words are left as they are, in their order."""
    outputs = [view("b"), {"output_type": "stream", "name": "stdout", "text": "words"}]
    assert shown(outputs, models(b={"value": 1}), without_traceback) == outputs


@pytest.mark.parametrize(("error_view", "details"), [(with_traceback, "line one\nline two"), (without_traceback, "")])
def test_an_error_is_shown_as_much_as_somebody_may_see(error_view: Any, details: str) -> None:
    """Those who facilitate see why a cell failed, without a terminal's colors; others see only that it failed."""
    (error,) = shown([ERROR], {}, error_view)
    assert isinstance(error, dict)
    assert traceback_of(error) == details
    assert ("why" in str(error)) is bool(details)


@pytest.mark.parametrize("error_view", [with_traceback, without_traceback])
@pytest.mark.parametrize(
    ("error", "says"),
    [
        (CourseError("play", "there is no scenario 'bos'", "Did you mean 'bus'?"), "play: there is no scenario 'bos'."),
        (AttributeError("module 'dlcourse' has no attribute 'plai'"), "Did you mean 'play'?"),
    ],
)
def test_everybody_is_told_of_a_wrong_name(error_view: Any, error: Exception, says: str) -> None:
    """What the course itself says about a cell is for everybody: a name that is not there, and which was meant."""
    sentence = str(error)
    lines = [sentence] if isinstance(error, CourseError) else ["Traceback", sentence]
    output = {"output_type": "error", "ename": type(error).__name__, "evalue": sentence, "traceback": lines}
    (told,) = shown([output], {}, error_view)
    assert isinstance(told, dict)
    assert says in told["says"]
    (silent,) = shown([ERROR], {}, error_view)
    assert isinstance(silent, dict)
    assert silent["says"] == ""


def test_altair_s_own_widget_is_drawn_as_its_chart() -> None:
    """Its specification is drawn and its one limit is said, because the widget would ask another site for a program."""
    made = JupyterChart(Chart({"values": [{"a": 1}]}).mark_bar())
    found = models(j=made.get_state())
    drawn, says = shown([view("j")], found, without_traceback)
    assert isinstance(drawn, dict)
    assert isinstance(says, dict)
    assert drawn["data"]["application/vnd.vegalite.v6+json"]["mark"] == {"type": "bar"}
    assert "other cells do not hear of it" in says["data"]["text/markdown"]
    assert needed_widgets(found, set()) == {}
    made.close()


def test_a_chart_is_sent_as_its_specification() -> None:
    """A browser draws a chart itself, so it gets neither the widget that draws it elsewhere nor its view."""
    output = view("c")
    output["data"]["application/vnd.vegalite.v6+json"] = {"mark": "bar"}
    found = models(c={"_anywidget_id": "dlcourse.widgets.chart.ChartWidget"})
    (chart,) = shown([output], found, without_traceback)
    assert isinstance(chart, dict)
    assert set(chart["data"]) == {"application/vnd.vegalite.v6+json", "text/plain"}
    assert needed_widgets(found, set()) == {}


def test_pages_of_the_course_are_sent_whole_only_inside_other_widgets() -> None:
    """A page in a box is needed like the box; one that stands alone is not, and what is known is not sent again."""
    found = models(alone=PAGE, inside=PAGE, box={"children": ["IPY_MODEL_inside"]}, known={"value": 1})
    assert set(needed_widgets(found, {"known"})) == {"inside", "box"}


def test_outputs_that_can_be_updated_carry_their_id() -> None:
    """The id of a display goes with the output at its place, and with no other."""
    found = with_display_ids([{"output_type": "display_data"}, {"output_type": "stream"}], {0: "d"})
    assert found == [{"output_type": "display_data", "transient": {"display_id": "d"}}, {"output_type": "stream"}]
