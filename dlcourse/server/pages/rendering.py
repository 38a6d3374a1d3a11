"""Runs a notebook for one page, and yields piece by piece what to show.

Voila's executor runs the cells; our template shows the text. Code is never part of a page.
"""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeGuard

from markupsafe import Markup
from traitlets.config import Config
from voila.execute import VoilaExecutor  # type: ignore[import-untyped]

from dlcourse.pages.curriculum.steps import read_more
from dlcourse.server.pages import outputs
from dlcourse.server.pages.markdown import anchor, to_html
from dlcourse.server.pages.notebooks import is_more
from dlcourse.server.pages.outputs import CoursePage, ErrorView, Output
from dlcourse.server.pages.steps import reading_minutes


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
class Result:
    """What a cell has shown, and the widgets that the page needs for it and was not told of yet."""

    id: str
    shown: tuple[CoursePage | Output, ...] = ()
    widgets: dict[str, Any] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether the cell could not be run to its end."""
        return any(is_error(one) for one in self.shown)

    @property
    def traceback(self) -> str:
        """The details of what failed, as far as this person is shown them."""
        return "\n".join(outputs.traceback_of(one) for one in self.shown if is_error(one))

    @property
    def is_light(self) -> bool:
        """Whether there is nothing to draw but pages of the course, or that the cell failed."""
        return all(isinstance(one, CoursePage) or is_error(one) for one in self.shown)


def is_error(shown: CoursePage | Output) -> TypeGuard[Output]:
    """Whether this says that a cell failed."""
    return not isinstance(shown, CoursePage) and shown["output_type"] == "error"


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


async def results(executor: VoilaExecutor, error_view: ErrorView) -> AsyncIterator[Result]:
    """Run the cells of the notebook in order. ``error_view`` gives what is shown of an error."""
    known = set[str]()
    try:
        for index, cell in enumerate(executor.nb.cells):
            if cell.cell_type == "code":
                await executor.async_execute_cell(cell, index, store_history=False)
                executor.set_widgets_metadata()
                result = _result(index, executor, error_view, known)
                known |= result.widgets.keys()
                yield result
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


def _result(index: int, executor: VoilaExecutor, error_view: ErrorView, known: set[str]) -> Result:
    models = outputs.widgets_of(executor.nb)
    ids = {place: name for name, cells in executor._display_id_map.items() for place in cells.get(index, ())}  # noqa: SLF001 - nbclient tells it nowhere else
    told = outputs.with_display_ids(executor.nb.cells[index].outputs, ids)
    result = Result(_id(index), tuple(outputs.shown(told, models, error_view)))
    if result.is_light:
        return result
    return replace(result, widgets=outputs.needed_widgets(models, known))
