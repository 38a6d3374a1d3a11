"""The steps of notebooks: how tags declare them, and that each shipped notebook keeps to the form."""

import html
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import nbformat
import pytest

from dlcourse import files
from dlcourse.domain.curriculum.steps import STEP_KINDS
from dlcourse.server.pages.notebooks import MORE, NOTES, Sessions, is_more
from dlcourse.server.pages.steps import HEADING, StepCells, first_line, opening_and_steps, plain_bar
from tests.server.asking import ask
from tests.server.pages.test_page_socket import Talk, talk
from tests.serving import Served, start

NOTEBOOKS = sorted(path.stem for path in files.notebooks().glob("*.ipynb"))
CORE = 700
"""Words of a step, and of all that is read in a session, that are not folded."""


@pytest.fixture(params=NOTEBOOKS)
def notebook(request: pytest.FixtureRequest) -> Any:
    """Each shipped notebook as learners see it."""
    return Sessions(files.notebooks()).for_learners(request.param)


@pytest.fixture(scope="module")
def course_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the real course on a fresh home."""
    served = start(tmp_path_factory.mktemp("home"))
    yield served
    served.stop()


def words_open(step: StepCells) -> int:
    """How many words of a step are not folded."""
    texts = [each.source for _, each in step.cells if each.cell_type == "markdown" and not is_more(each)]
    return sum(len(text.split()) for text in texts)


def cell(source: str, *tags: str) -> Any:
    """A markdown cell."""
    return nbformat.v4.new_markdown_cell(source, metadata={"tags": list(tags)})  # type: ignore[no-untyped-call]


def made(*cells: Any) -> Any:
    """A notebook with these cells."""
    return nbformat.v4.new_notebook(cells=list(cells))  # type: ignore[no-untyped-call]


def test_a_tagged_heading_begins_a_step() -> None:
    """A step goes to the next tagged heading of the second level; a tag or a heading alone begins none."""
    cells = (
        cell("# Title"),
        cell("## One", "do"),
        cell("### Part", "read"),
        cell("## Two"),
        cell("## Three\n\nx", "write"),
    )
    opening, steps = opening_and_steps(made(*cells))
    assert [place for place, _ in opening] == [0]
    assert [(step.kind, step.title, [place for place, _ in step.cells]) for step in steps] == [
        ("do", "One", [1, 2, 3]),
        ("write", "Three", [4]),
    ]


def test_a_notebook_without_tags_is_an_opening_only() -> None:
    """Where nothing is tagged there are no steps, and the bar has none."""
    opening, steps = opening_and_steps(made(cell("# Title"), cell("## One")))
    assert ([place for place, _ in opening], steps, plain_bar(steps)["steps"]) == ([0, 1], [], [])


def test_each_session_has_its_steps_in_order(notebook: Any) -> None:
    """The title opens it, the first step is something to do, and every kind but ``apply`` is there.

    Looking back comes after doing, and writing is there to end with.
    """
    opening, steps = opening_and_steps(notebook)
    assert first_line(opening[0][1]).startswith("# ")
    assert all(is_more(cell) for _, cell in opening[1:])
    kinds = [step.kind for step in steps]
    assert kinds[0] == "do"
    assert {"do", "look-back", "read", "write"} <= set(kinds)
    assert kinds.index("do") < kinds.index("look-back") < kinds.index("read") < kinds.index("write")


def test_steps_have_names_of_their_own(notebook: Any) -> None:
    """No two headings on a page lead to the same anchor, and no two steps have the same id."""
    texts = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    headings = re.findall(r"^#+ (.+)$", texts, re.MULTILINE)
    assert len(headings) == len(set(headings))
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


def test_what_is_tagged_begins_with_a_heading(notebook: Any) -> None:
    """A step begins with a heading of the second level, a folded text with any; no other tags are used."""
    for each in notebook.cells:
        tags = each.metadata.get("tags", [])
        assert len(tags) <= 1
        assert set(tags) <= {*STEP_KINDS, MORE, NOTES}
        if set(tags) & set(STEP_KINDS):
            assert first_line(each).startswith(HEADING)
        if is_more(each):
            assert re.match(r"#{2,3} \S", first_line(each))


def test_a_step_shows_no_more_than_its_core(notebook: Any) -> None:
    """At most 700 words of a step stand open; the rest is folded."""
    for step in opening_and_steps(notebook)[1]:
        assert words_open(step) <= CORE, step.title


def test_the_core_reading_is_short_and_begins_with_its_point(notebook: Any) -> None:
    """What is read before going on has at most 700 words, and each of its two pieces opens with its point in bold."""
    readings = [step for step in opening_and_steps(notebook)[1] if step.kind == "read"]
    assert len(readings) == 2
    assert sum(map(words_open, readings)) <= CORE
    assert all(re.match(r"## .+\n\n\*\*[^*]+\.\*\*\n", step.cells[0][1].source) for step in readings)


def test_the_opening_is_three_lines(notebook: Any) -> None:
    """A session opens with what one will be able to do, what one needs and how long it takes, and nothing else."""
    opening, _ = opening_and_steps(notebook)
    lines = opening[0][1].source.splitlines()[2:]
    assert len(opening) == 1
    begin = ("- **You will be able to** ", "- **You need** ", "- **It takes** ")
    assert [line.startswith(words) for line, words in zip(lines, begin, strict=True)] == [True] * 3


def test_further_reading_and_sources_are_folded_at_the_end(notebook: Any) -> None:
    """What is for those who want more, and where all of it comes from, are the last texts of the last step."""
    last = [each for _, each in opening_and_steps(notebook)[1][-1].cells if each.cell_type == "markdown"]
    assert [first_line(each) for each in last[-2:]] == ["## Further reading", "### Sources"]
    assert all(is_more(each) for each in last[-2:])


def test_notes_are_no_steps() -> None:
    """A cell for facilitators begins no step and is not folded."""
    for stem in NOTEBOOKS:
        raw = json.loads((files.notebooks() / f"{stem}.ipynb").read_text("utf-8"))
        for each in raw["cells"]:
            assert NOTES not in each["metadata"].get("tags", []) or len(each["metadata"]["tags"]) == 1


def test_the_first_response_holds_every_step(course_server: Served) -> None:
    """The page has a bar with a native link to each step, the steps in order, and folded texts with their minutes."""
    said = ask(course_server.address, "session/01-what-it-is").text
    anchors = re.findall(r'<a href="#([^"]+)" data-place="Step \d of 6: ', said)
    assert len(anchors) == 6
    places = [said.index(f'aria-labelledby="{anchor}"') for anchor in anchors]
    assert all(one < other for one, other in pairwise(places))
    assert "65 minutes left" in said
    assert re.search(
        r'<details class="more" id="How-the-sorting-goes"><summary>Read more: How the sorting goes \(1 min', said
    )
    assert f'<a class="button primary" href="#{anchors[0]}">Begin: Delegation, distribution, or neither?</a>' in said


def test_the_first_step_s_exercises_come_with_the_page(course_server: Served) -> None:
    """The document has the first props of the exercises that are in sight at once, as its socket will send them."""
    said = ask(course_server.address, "session/03-the-reading-gap").text
    starts = [json.loads(html.unescape(start)) for start in re.findall(r'data-start="([^"]*)"', said)]
    in_sight = [each for each in starts if "props" in each]
    assert in_sight == starts[: len(in_sight)] != starts
    begin = in_sight[0]

    async def held(talk: Talk) -> None:
        assert await talk.answer(page=begin["page"], place=begin["place"]) is None
        assert begin["props"] | {"revision": 1} == talk.props

    talk(course_server, held)


def test_the_end_of_a_step_can_be_told(course_server: Served) -> None:
    """A page tells that a step was read to its end, and then the bar says so; nothing else is done at this address."""
    told = {"say": "FinishStep", "id": "a-first-reading", "session": "01-what-it-is", "step": "reading-1"}
    assert ask(course_server.address, "steps", "POST", told).status == 200
    said = ask(course_server.address, "list/01-what-it-is").text
    assert re.search(r'<li data-step="reading-1" data-left="0" class="done">', said)
    assert ask(course_server.address, "steps", "POST", {"say": "EraseWork", "id": "not-here-please"}).status == 400
    assert ask(course_server.address, "steps", "POST", told, Origin="http://evil.example").status == 403
