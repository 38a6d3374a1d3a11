"""Runs a notebook for one page, and yields piece by piece what to show.

Voila's executor runs the cells; our template shows the results. Code, printed lines and tracebacks are never part of a
page.
"""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup
from traitlets.config import Config
from voila.execute import VoilaExecutor  # type: ignore[import-untyped]

from dlcourse.pages.curriculum.steps import read_more
from dlcourse.server.pages.markdown import anchor, to_html
from dlcourse.server.pages.notebooks import is_more
from dlcourse.server.pages.steps import reading_minutes

WIDGET = "application/vnd.jupyter.widget-view+json"


@dataclass(frozen=True)
class PagePart:
    """A part of a page: text to read, or (without ``html``) the place of an exercise.

    Text with a ``summary`` is folded under it, and ``anchor`` is the name of its heading.
    """

    id: str
    html: Markup | None
    summary: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class RenderedPage:
    """A result of a cell: a page of ours with its first state, or HTML, or text."""

    model: str = ""
    state: dict[str, Any] = field(default_factory=dict)
    html: Markup | None = None
    text: str = ""


@dataclass(frozen=True)
class Result:
    """The results of a cell. ``failed`` says that it could not be run to its end."""

    id: str
    shown: tuple[RenderedPage, ...] = ()
    failed: bool = False


def config() -> Config:
    """Return the settings for running cells."""
    chosen = Config()
    chosen.VoilaExecutor.allow_errors = True  # one exercise that fails does not stop the others
    chosen.VoilaExecutor.timeout = 120
    chosen.VoilaExecutor.interrupt_on_timeout = True
    return chosen


def parts(numbered: Iterable[tuple[int, Any]], folder: Path) -> list[PagePart]:
    """Return the parts that can be shown at once, from cells with their places; ``folder`` holds the pictures."""
    return [_part(_id(index), cell, folder) for index, cell in numbered if cell.cell_type != "raw"]


async def ready(notebook: Any, kernel: Any, chosen: Config) -> VoilaExecutor:
    """What can run the notebook, once its kernel answers. ``kernel`` is the manager of a kernel."""
    executor = VoilaExecutor(notebook, km=kernel, config=chosen)
    executor.kc = await executor.async_start_new_kernel_client()
    return executor


async def results(executor: VoilaExecutor) -> AsyncIterator[Result]:
    """Run the cells of the notebook in order."""
    try:
        for index, cell in enumerate(executor.nb.cells):
            if cell.cell_type == "code":
                await executor.async_execute_cell(cell, index, store_history=False)
                yield _result(index, cell, executor.widget_state)
    finally:
        executor.kc.stop_channels()


def _id(index: int) -> str:
    return f"cell-{index}"


def _part(name: str, cell: Any, folder: Path) -> PagePart:
    if not is_more(cell):
        return PagePart(name, _reading(cell.source, cell, folder))
    heading, _, rest = cell.source.partition("\n")
    title = heading.lstrip("#").strip()
    summary = read_more(title, max(1, round(reading_minutes([cell]))))
    return PagePart(name, _reading(rest, cell, folder), summary, anchor(title))


def _reading(text: str, cell: Any, folder: Path) -> Markup | None:
    return to_html(text, folder) if cell.cell_type == "markdown" else None


def _result(index: int, cell: Any, states: dict[str, dict[str, Any]]) -> Result:
    if any(output.output_type == "error" for output in cell.outputs):
        return Result(_id(index), failed=True)
    shown = [_shown(output.data, states) for output in cell.outputs if "data" in output]
    return Result(_id(index), tuple(one for one in shown if one))


def _shown(data: Any, states: dict[str, dict[str, Any]]) -> RenderedPage | None:
    model = data.get(WIDGET, {}).get("model_id", "")
    if model:
        state = states.get(model, {})
        return RenderedPage(model, {name: state[name] for name in ("page", "props") if name in state})
    if "text/html" in data:
        return RenderedPage(html=Markup(data["text/html"]))  # noqa: S704 - a cell of the course made it
    return RenderedPage(text=data["text/plain"]) if data.get("text/plain") else None
