"""Draws any Altair chart of a notebook without a network: in JupyterLab, in Voila and on a page of ``dlcourse serve``.

Altair finds `render` and the course's theme by entry points, under the name ``dlcourse``. In a notebook that imports
the course, both are switched on when the first chart is shown, unless another renderer or theme was chosen. Nothing
here imports Altair: a notebook without charts never loads it.
"""

import sys
from functools import cache
from typing import Any

NAME = "dlcourse"
"""The name of our renderer and of our theme in Altair."""
CHART = ("altair.vegalite.v6.api", "TopLevelMixin")
"""The module and the name of the class of all charts."""
VEGA_LITE = "application/vnd.vegalite.v6+json"
"""The MIME type of a specification. Pages of ``dlcourse serve`` draw it without a widget.

Altair writes ``.json`` at the end, but in a notebook only a type that ends in ``+json`` may hold an object.
"""
TEXT = "An Altair chart"
"""Shown where no chart can be drawn, such as in a terminal."""
Bundle = dict[str, Any]


def load_ipython_extension(shell: Any) -> None:
    """Show Altair charts with our renderer and theme in this IPython shell. Needs no Altair until there is a chart."""
    shell.display_formatter.mimebundle_formatter.for_type_by_name(*CHART, _shown)


def enable_here() -> None:
    """Do so in the notebook of this process. Without a notebook, nothing happens."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is not None:
        load_ipython_extension(shell)


def render(spec: dict[str, Any], **options: Any) -> tuple[Bundle, Bundle]:
    """An Altair renderer: the MIME bundle and the metadata of a chart, as a widget and as its specification."""
    from dlcourse.widgets.chart import ChartWidget  # loads ipywidgets

    widget, metadata = ChartWidget(spec=spec), {VEGA_LITE: options} if options else {}
    shown: Bundle = (widget._repr_mimebundle_() or ({}, {}))[0]
    return shown | {VEGA_LITE: spec, "text/plain": spec.get("description") or TEXT}, metadata


def _shown(chart: Any) -> Any:
    """What IPython shows of a chart: whatever Altair's renderer gives, which is ours unless another one was chosen."""
    switch_on()
    return chart._repr_mimebundle_()


@cache
def switch_on() -> None:
    """Choose our renderer and our theme, each unless somebody chose before. Happens at the first chart only."""
    from dlcourse.charts.theme import theme

    altair = sys.modules["altair"]  # there is a chart, so it was loaded
    if altair.renderers.active == "default":
        altair.renderers.register(NAME, render)
        altair.renderers.enable(NAME)
    if altair.theme.active == "default":
        altair.theme.register(NAME, enable=True)(theme)
