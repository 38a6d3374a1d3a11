"""Reads a run-of-show from a notebook for facilitators.

Each Markdown cell with the tag ``run`` is a step. Its heading of the second level is the title, and the paragraph below
it says how many minutes it takes and which steps of the session's page it uses. Headings of the third level begin what
the room sees and the notes for whoever leads. A code cell with the tag ``screen`` shows the room a figure.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dlcourse.domain.facilitating.runs import RunStep, Slide
from dlcourse.errors import CourseError

RUN, SCREEN = "run", "screen"
"""The tags of a cell that is a step, and of one that shows the room a figure."""
PARTS = {"On the screen": "screen", "Say": "say", "Ask": "ask", "When it goes wrong": "trouble"}
"""The headings in a step."""
_FACTS = re.compile(r"\*(\d+) minutes?\.(?: Steps?: (.+)\.)?\*")
_FIGURE = re.compile(r"dlcourse\.figure\(\s*[\"']([\w-]+)[\"']\s*\)")


@dataclass(frozen=True)
class WrittenRun:
    """What a notebook says about a meeting: what to know before it, in Markdown, and its steps."""

    before: str
    steps: tuple[RunStep, ...]


def read_run(path: Path) -> WrittenRun:
    """The run-of-show in a notebook. Raises a `CourseError` that says which step is not as it should be."""
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError, TypeError) as error:
        what = f"it cannot be read ({type(error).__name__})"
        raise CourseError(f"notebooks/facilitator/{path.name}", what, "Mend the file, then reload the page.") from None


@lru_cache(maxsize=64)
def _read(path: Path, _changed: int) -> WrittenRun:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    place = f"notebooks/facilitator/{path.name}"
    steps = tuple(_steps(cells, place))
    if not steps:
        remedy = f"Give the cell of each step the tag “{RUN}”, or choose the course's version of these notes."
        raise CourseError(place, "it has no run-of-show", remedy)
    opening = "".join(cells[0]["source"]) if RUN not in _tags(cells[0]) else ""
    return WrittenRun(opening.partition("\n")[2].strip(), steps)


def _steps(cells: Sequence[Any], place: str) -> Iterator[RunStep]:
    begun: RunStep | None = None
    for cell in cells:
        if RUN in _tags(cell):
            if begun:
                yield begun
            begun = _step("".join(cell["source"]), place)
        elif SCREEN in _tags(cell) and begun:
            shown = _FIGURE.search("".join(cell["source"]))
            if not shown:
                remedy = 'Write `dlcourse.figure("…")` in it, with the name of a figure.'
                raise CourseError(f"{place}: “{begun.title}”", f"a cell with the tag “{SCREEN}” has no figure", remedy)
            begun = begun.model_copy(update={"slides": (*begun.slides, Slide(figure=shown[1]))})
    if begun:
        yield begun


def _tags(cell: Any) -> Sequence[str]:
    tags: Sequence[str] = cell["metadata"].get("tags", ())
    return tags


def _step(source: str, place: str) -> RunStep:
    opening, *parts = re.split(r"^### ", source, flags=re.MULTILINE)
    title, _, below = opening.partition("\n")
    where = f"{place}: “{title.removeprefix('## ').strip()}”"
    facts = _FACTS.fullmatch(below.strip())
    if not title.startswith("## ") or not facts:
        remedy = "Begin with “## ” and a title, then “*5 minutes.*” or “*5 minutes. Step: At the table.*” below it."
        raise CourseError(where, "it is not clear what the step is called or how long it takes", remedy)
    found = dict(_part(part, where) for part in parts)
    slides = tuple(Slide(words=words) for words in re.split(r"\n\s*\n", found.pop("screen", "")) if words.strip())
    if not slides or not (found.get("say") or found.get("ask")):
        remedy = "Add “### On the screen”, and “### Say” or “### Ask”, each with what belongs there."
        raise CourseError(where, "the room would see nothing, or there is nothing to say", remedy)
    uses = tuple(facts[2].split("; ")) if facts[2] else ()
    title = title.removeprefix("## ").strip()
    return RunStep(title=title, minutes=int(facts[1]), uses=uses, slides=slides, **found)


def _part(part: str, where: str) -> tuple[str, str]:
    heading, _, words = part.partition("\n")
    if heading.strip() not in PARTS:
        raise CourseError(where, f"it has an unknown part “{heading.strip()}”", f"Use only {', '.join(PARTS)}.")
    return PARTS[heading.strip()], words.strip()
