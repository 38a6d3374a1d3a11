"""What a cell has shown, as a browser gets it: pages of the course, and other outputs with the widgets that they need.

Our own pages need little. Everything else is sent as notebooks store it, and Jupyter's front end cleans and draws it.
"""

import json
import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from dlcourse.domain.names import unknown
from dlcourse.server.pages.cells import COURSE

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"
OURS = "dlcourse.widgets."
"""How anywidget's names of our own widgets begin."""
PAGE = OURS + "page.PageWidget"
"""How it names the widget that hosts a page of the course."""
CHART = re.compile(r"application/vnd\.vegalite\.")
"""How the kind of a chart's specification begins. A browser draws that without the chart's widget."""

JUPYTER_CHART = "altair.jupyter.jupyter_chart.JupyterChart"
"""How anywidget names Altair's own widget for a chart, which would load what draws it from another site."""
VEGA_LITE = "application/vnd.vegalite.v6+json"
ONE_WAY = (
    "*The chart is drawn by the course, without the internet. What you select in it stays in the chart: other cells do "
    "not hear of it. For that, open the notebook in JupyterLab.*"
)
"""Below a chart of that widget, in Markdown."""

_NO_CALL = re.compile(rf"module '{COURSE}' has no attribute '(.{{1,80}})'")
_COLOR = re.compile(r"\x1b\[[0-9;]*m")

Output = dict[str, Any]
"""An output as notebooks store it."""
Models = Mapping[str, Mapping[str, Any]]
"""Widgets by their ids, as notebooks store them."""
ErrorView = Callable[[Output], Output]
"""How much of an error somebody is shown."""


@dataclass(frozen=True)
class CoursePage:
    """A page of the course that a cell has shown: its widget, and the state with which it begins."""

    model: str
    state: dict[str, Any]


def with_traceback(error: Output) -> Output:
    """All of an error, for those who facilitate."""
    return error | {"says": words_of(error)}


def without_traceback(error: Output) -> Output:
    """Only that there was an error, for learners, and what the course itself says about it."""
    return error | {"ename": "", "evalue": "", "traceback": [], "says": words_of(error)}


def words_of(error: Output) -> str:
    """What anybody may read of an error: the sentence of a `CourseError`, or that a call does not exist; or nothing.

    Other errors may quote anything, so nothing is said of them.
    """
    sentence = str(error.get("evalue", ""))
    if error.get("traceback") == [sentence]:  # only a CourseError has its sentence in place of a traceback
        return sentence
    if no_call := _NO_CALL.fullmatch(sentence):
        return str(unknown(COURSE, no_call[1], dir(import_module(COURSE)), "Change the name in the cell."))
    return ""


def traceback_of(error: Output) -> str:
    """The details of an error as plain text, without the colors of a terminal."""
    return _COLOR.sub("", "\n".join(error["traceback"]))


def shown(outputs: Iterable[Mapping[str, Any]], models: Models, error_view: ErrorView) -> list[CoursePage | Output]:
    """What to show of a cell's outputs, in their order."""
    return [each for output in outputs for each in _shown(dict(output), models, error_view)]


def _shown(output: Output, models: Models, error_view: ErrorView) -> list[CoursePage | Output]:
    if output["output_type"] == "error":
        return [error_view(output)]
    data = output.get("data", {})
    model = data.get(VIEW, {}).get("model_id", "")
    state = models.get(model, {}).get("state", {})
    if state.get("_anywidget_id") == PAGE:
        return [CoursePage(model, {name: state[name] for name in ("page", "props") if name in state})]
    if state.get("_anywidget_id") == JUPYTER_CHART and isinstance(state.get("spec"), dict):
        return [_displayed(VEGA_LITE, state["spec"]), _displayed("text/markdown", ONE_WAY)]
    if any(map(CHART.match, data)):
        return [output | {"data": {kind: value for kind, value in data.items() if kind != VIEW}}]
    return [output]


def _displayed(kind: str, value: Any) -> Output:
    return {"output_type": "display_data", "data": {kind: value}, "metadata": {}}


def is_ours(state: Mapping[str, Any]) -> bool:
    """Whether this is the state of a widget of the course, or of one that the course draws itself."""
    name = str(state.get("_anywidget_id", ""))
    return name.startswith(OURS) or name == JUPYTER_CHART


def with_display_ids(outputs: Iterable[Mapping[str, Any]], ids: Mapping[int, str]) -> list[Output]:
    """The outputs with the ids of those that can be updated later; ``ids`` are by their places."""
    return [
        dict(output) | ({"transient": {"display_id": ids[place]}} if place in ids else {})
        for place, output in enumerate(outputs)
    ]


def needed_widgets(models: Models, known: Container[str]) -> dict[str, Any]:
    """The widgets that a browser has to be told of, besides those that it knows.

    Pages of the course are large, and charts are drawn without a widget. Both come only inside another widget.
    """
    others = {name: dict(model) for name, model in models.items() if not is_ours(model["state"])}
    text = json.dumps([model["state"] for model in others.values()])
    inside = {name: dict(model) for name, model in models.items() if name not in others and name in text}
    return {name: model for name, model in (others | inside).items() if name not in known}


def widgets_of(notebook: Any) -> Models:
    """The widgets that a notebook's cells have made, from its metadata."""
    found: Models = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    return found
