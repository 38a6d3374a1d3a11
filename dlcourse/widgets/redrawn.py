"""What somebody drew, in a notebook cell, and drawn again in place: a chart, a table, a sentence or a widget.

Nothing is sent to the browser again that has not changed. Below a chart, its figures can be shown as a table.
"""

import sys
from collections.abc import Mapping
from html import escape
from types import MappingProxyType
from typing import Any

import ipywidgets  # type: ignore[import-untyped]

from dlcourse.widgets.altair_charts import CHART, switch_on
from dlcourse.widgets.chart import ChartWidget

WORDS: Mapping[str, str] = MappingProxyType(
    {"table": "Show the figures as a table", "nothing": "There is nothing to show yet.", "missing": "-"}
)
"""What the course says itself around somebody's drawing."""
START = 'style="text-align: start"'
"""Cells begin where their headings do."""


class Redrawn(ipywidgets.VBox):  # type: ignore[misc]
    """A place for a drawing; `draw` puts another one there."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self._chart: ChartWidget | None = None
        self._shown: tuple[ipywidgets.Widget, ...] = ()
        self._text = ipywidgets.HTML()
        self._table = ipywidgets.HTML(layout={"display": "none"})
        self._toggle = ipywidgets.ToggleButton(
            description=WORDS["table"], layout={"width": "auto", "align_self": "flex-start"}
        )
        self._toggle.observe(lambda change: self._show_table(change["new"]), "value")
        super().__init__()

    def draw(self, drawing: object) -> None:
        """Show this: an Altair chart, a DataFrame, a widget, a sentence, or None for nothing."""
        if is_chart(drawing):
            self._draw_chart(drawing)
        elif isinstance(drawing, ipywidgets.Widget):
            self._show(drawing)
        else:
            self._text.value = html_of(drawing)
            self._show(self._text)

    def _draw_chart(self, chart: Any) -> None:
        spec = specification(chart)
        if self._chart is None:
            self._chart = ChartWidget(spec)
        elif self._chart.spec != spec:
            self._chart.spec = spec
        self._table.value = html_of(chart.data) if hasattr(chart.data, "itertuples") else ""
        self._show(self._chart, *((self._toggle, self._table) if self._table.value else ()))

    def _show(self, *shown: ipywidgets.Widget) -> None:
        if self._shown != shown:
            self.children = self._shown = shown

    def _show_table(self, on: bool) -> None:  # noqa: FBT001 (the value of the button)
        self._table.layout.display = None if on else "none"


def is_chart(drawing: object) -> bool:
    """Whether this is an Altair chart. Altair is not loaded for it: whoever has a chart has loaded it."""
    module, name = CHART
    return module in sys.modules and isinstance(drawing, getattr(sys.modules[module], name))


def specification(chart: Any) -> dict[str, Any]:
    """The Vega-Lite specification of a chart in the notebook's theme, as wide as its place unless it says how wide."""
    switch_on()
    spec: dict[str, Any] = chart.to_dict()
    if not spec.keys() & {"width", "hconcat", "vconcat", "concat", "facet", "spec"}:
        spec |= {"width": "container", "autosize": {"type": "fit-x", "contains": "padding"}}
    return spec


def html_of(drawing: Any) -> str:
    """A DataFrame as a table that scrolls in its own box, or a sentence as a paragraph; no markup of theirs is kept."""
    if hasattr(drawing, "itertuples") and not drawing.empty:
        return _table(drawing)
    words = WORDS["nothing"] if drawing is None or hasattr(drawing, "itertuples") else str(drawing)
    return _paragraph(words)


def _table(frame: Any) -> str:
    heads = "".join(f'<th scope="col" {START}>{escape(str(name).replace("_", " "))}</th>' for name in frame.columns)
    rows = (frame[name].map(_cell, na_action=None) for name in frame.columns)
    cells = ("".join(f"<td {START}>{escape(cell)}</td>" for cell in row) for row in zip(*rows, strict=True))
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="jp-RenderedHTMLCommon" tabindex="0" style="overflow-x: auto">{table}</div>'


def _cell(value: Any) -> str:
    """What stands in a cell: a time without its seconds, a number with two places at most, a dash for nothing."""
    if value is None or str(value) in {"<NA>", "NaT", "nan", ""}:
        return WORDS["missing"]
    if hasattr(value, "strftime"):
        return str(value.strftime("%Y-%m-%d %H:%M"))
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"
