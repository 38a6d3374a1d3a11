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
from dlcourse.pages.registry import Opening, subject_of
from dlcourse.server.pages.cells import CodeCells
from dlcourse.server.pages.markdown import anchor, to_html
from dlcourse.server.pages.notebooks import is_more
from dlcourse.server.pages.steps import reading_minutes

WIDGET = "application/vnd.jupyter.widget-view+json"


@dataclass(frozen=True)
class PagePart:
    """A part of a page: text to read, or (without ``html``) the place of an exercise.

    Text with a ``summary`` is folded under it, and ``anchor`` is the name of its heading. An exercise with a ``start``
    is a page of the course that needs no kernel; ``start`` says which.
    """

    id: str
    html: Markup | None
    summary: str = ""
    anchor: str = ""
    start: dict[str, Any] | None = None


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


def parts(numbered: Iterable[tuple[int, Any]], code: CodeCells, folder: Path) -> list[PagePart]:
    """Return the parts that can be shown at once, from cells with their places; ``folder`` holds the pictures."""
    return [
        _exercise(place, code) if cell.cell_type == "code" else _text(_id(place), cell, folder)
        for place, cell in numbered
        if cell.cell_type == "markdown" or place in code.pages or place in code.kernel
    ]


async def ready(notebook: Any, kernel: Any, chosen: Config) -> VoilaExecutor:
    """What can run the notebook, once its kernel answers. ``kernel`` is the manager of a kernel."""
    executor = VoilaExecutor(notebook, km=kernel, config=chosen)
    executor.kc = await executor.async_start_new_kernel_client()
    return executor


async def results(executor: VoilaExecutor, code: CodeCells) -> AsyncIterator[Result]:
    """Run what the kernel has to run, in order; of each cell that is the kernel's, yield what it shows."""
    try:
        for place, instead in code.to_run().items():
            cell = executor.nb.cells[place]
            cell.source = cell.source if instead is None else instead
            await executor.async_execute_cell(cell, place, store_history=False)
            if instead is None:
                yield _result(place, cell, executor.widget_state)
    finally:
        executor.kc.stop_channels()


def _id(place: int) -> str:
    return f"cell-{place}"


def _exercise(place: int, code: CodeCells) -> PagePart:
    opening = code.pages.get(place)
    return PagePart(_id(place), None, start=_start(opening) if opening else None)


def _start(opening: Opening) -> dict[str, Any]:
    """What the browser needs to open a page."""
    return {"page": opening.page, "subject": subject_of(opening.page), "place": dict(opening.place)}


def _text(name: str, cell: Any, folder: Path) -> PagePart:
    if not is_more(cell):
        return PagePart(name, to_html(cell.source, folder))
    heading, _, rest = cell.source.partition("\n")
    title = heading.lstrip("#").strip()
    summary = read_more(title, max(1, round(reading_minutes([cell]))))
    return PagePart(name, to_html(rest, folder), summary, anchor(title))


def _result(place: int, cell: Any, states: dict[str, dict[str, Any]]) -> Result:
    if any(output.output_type == "error" for output in cell.outputs):
        return Result(_id(place), failed=True)
    shown = [_shown(output.data, states) for output in cell.outputs if "data" in output]
    return Result(_id(place), tuple(one for one in shown if one))


def _shown(data: Any, states: dict[str, dict[str, Any]]) -> RenderedPage | None:
    model = data.get(WIDGET, {}).get("model_id", "")
    if model:
        state = states.get(model, {})
        return RenderedPage(model, {name: state[name] for name in ("page", "props") if name in state})
    if "text/html" in data:
        return RenderedPage(html=Markup(data["text/html"]))  # noqa: S704 - a cell of the course made it
    return RenderedPage(text=data["text/plain"]) if data.get("text/plain") else None
