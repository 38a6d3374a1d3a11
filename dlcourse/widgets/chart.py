"""An Altair chart in a notebook cell. Its front end draws without a network, in JupyterLab and in Voila."""

from typing import Any

import anywidget
import traitlets

from dlcourse.pages.chart import CELL_WORDS
from dlcourse.widgets.static_files import asset, static_text


class ChartWidget(anywidget.AnyWidget):
    """A chart. ``spec`` is its Vega-Lite specification, ``words`` what is said while there is no drawing."""

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    spec = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, spec: dict[str, Any], **traits: Any) -> None:
        """Show the chart of this specification."""
        super().__init__(spec=spec, words=dict(CELL_WORDS), **traits)
        self.on_msg(lambda _, content, __: self._take(content))

    @traitlets.default("_esm")
    def _module(self) -> str:
        return static_text("chart-cell.js")

    @traitlets.default("_css")
    def _style(self) -> str:
        return static_text("chart-cell.css")

    def _take(self, content: object) -> None:
        if answer := asset(content):
            self.send(answer)
