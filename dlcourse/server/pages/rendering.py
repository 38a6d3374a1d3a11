"""Runs a notebook for one page, and yields piece by piece what to show.

Voila's executor runs the cells; our template shows the text. Code is never part of a page.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeGuard

from markupsafe import Markup
from traitlets.config import Config
from voila.execute import VoilaExecutor  # type: ignore[import-untyped]

from dlcourse.pages.curriculum.steps import read_more
from dlcourse.pages.program import Props
from dlcourse.pages.registry import Opening, subject_of
from dlcourse.server.pages import outputs
from dlcourse.server.pages.cells import CodeCells
from dlcourse.server.pages.markdown import anchor, to_html
from dlcourse.server.pages.notebooks import is_more
from dlcourse.server.pages.outputs import CoursePage, ErrorView, Output
from dlcourse.server.pages.steps import reading_minutes

NOTHING_BEGUN: Mapping[int, Props] = MappingProxyType({})


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
    def says(self) -> str:
        """What anybody may read about what failed; empty if the course has nothing to say about it."""
        return " ".join(one["says"] for one in self.shown if is_error(one) and one["says"])

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


def parts(
    numbered: Iterable[tuple[int, Any]], code: CodeCells, folder: Path, begun: Mapping[int, Props] = NOTHING_BEGUN
) -> list[PagePart]:
    """Return the parts that can be shown at once, from cells with their places; ``folder`` holds the pictures.

    ``begun`` has the first props of pages that come with the document, by their places.
    """
    return [
        _exercise(place, code, begun) if cell.cell_type == "code" else _text(part_id(place), cell, folder)
        for place, cell in numbered
        if cell.cell_type == "markdown" or place in code.pages or place in code.kernel
    ]


async def ready(notebook: Any, kernel: Any, chosen: Config) -> VoilaExecutor:
    """What can run the notebook, once its kernel answers. ``kernel`` is the manager of a kernel."""
    executor = VoilaExecutor(notebook, km=kernel, config=chosen)
    executor.kc = await executor.async_start_new_kernel_client()
    return executor


async def results(executor: VoilaExecutor, code: CodeCells, error_view: ErrorView) -> AsyncIterator[Result]:
    """Run what the kernel has to run, in order; of each cell that is the kernel's, yield what it shows.

    ``error_view`` gives what is shown of an error.
    """
    known = set[str]()
    try:
        for place, instead in code.to_run().items():
            cell = executor.nb.cells[place]
            cell.source = cell.source if instead is None else instead
            await executor.async_execute_cell(cell, place, store_history=False)
            executor.set_widgets_metadata()
            if instead is None:
                result = _result(place, executor, error_view, known)
                known |= result.widgets.keys()
                yield result
    finally:
        executor.kc.stop_channels()


def part_id(place: int) -> str:
    """The id of the element for the cell at this place of its notebook."""
    return f"cell-{place}"


def _exercise(place: int, code: CodeCells, begun: Mapping[int, Props]) -> PagePart:
    opening = code.pages.get(place)
    return PagePart(part_id(place), None, start=_start(opening, begun.get(place)) if opening else None)


def _start(opening: Opening, props: Props | None) -> dict[str, Any]:
    """What the browser needs to open a page, and its first props if they are there."""
    start = {"page": opening.page, "subject": subject_of(opening.page), "place": dict(opening.place)}
    return start if props is None else start | {"props": props}


def _text(name: str, cell: Any, folder: Path) -> PagePart:
    if not is_more(cell):
        return PagePart(name, to_html(cell.source, folder))
    heading, _, rest = cell.source.partition("\n")
    title = heading.lstrip("#").strip()
    summary = read_more(title, max(1, round(reading_minutes([cell]))))
    return PagePart(name, to_html(rest, folder), summary, anchor(title))


def _result(place: int, executor: VoilaExecutor, error_view: ErrorView, known: set[str]) -> Result:
    models = outputs.widgets_of(executor.nb)
    ids = {at: name for name, cells in executor._display_id_map.items() for at in cells.get(place, ())}  # noqa: SLF001 - nbclient tells it nowhere else
    told = outputs.with_display_ids(executor.nb.cells[place].outputs, ids)
    result = Result(part_id(place), tuple(outputs.shown(told, models, error_view)))
    if result.is_light:
        return result
    return replace(result, widgets=outputs.needed_widgets(models, known))
