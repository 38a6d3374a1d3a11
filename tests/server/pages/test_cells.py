"""Which cells need a kernel: only a single call of the course with plain values does not, and it shows the same."""

import json
from typing import Any

import nbformat
import pytest

from dlcourse import files
from dlcourse.course.connect import here
from dlcourse.pages.registry import Opening, page
from dlcourse.server.pages.cells import DIVIDE, IMPORT, CodeCells, always, last_call, only_call, only_where_needed
from dlcourse.server.pages.light_page import first_props
from dlcourse.server.pages.notebooks import Sessions
from dlcourse.widgets.page import PageWidget

NOTEBOOKS = sorted(path.stem for path in files.notebooks().glob("*.ipynb"))
PLAY = 'import dlcourse\ndlcourse.play("the-reading-gap")'
GAP = Opening("roleplay", {"scenario": "the-reading-gap"})


def notebook(*sources: str) -> Any:
    """A notebook with these code cells."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]  # type: ignore[no-untyped-call]
    return nbformat.v4.new_notebook(cells=cells)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    "source",
    [
        PLAY,
        'import dlcourse; dlcourse.play("the-reading-gap")  # with a comment; of this kind',
        '# A comment.\nimport dlcourse\n\ndlcourse.play(\n    scenario="the-reading-gap",\n)\n\n# The end.\n',
    ],
)
def test_a_single_call_with_plain_values_needs_no_kernel(source: str) -> None:
    """However it is laid out, a cell that imports the course and calls it once opens the page that it names."""
    assert only_call(source) == GAP


@pytest.mark.parametrize(
    "source",
    [
        "",
        "import dlcourse",
        'dlcourse.play("the-reading-gap")',
        f"{PLAY};",
        f"{PLAY}\n{PLAY}",
        f"{PLAY}\n1",
        'import dlcourse\nw = dlcourse.play("the-reading-gap")',
        'import dlcourse\nw = dlcourse.play("the-reading-gap")\nw',
        'import dlcourse as course\ncourse.play("the-reading-gap")',
        'import dlcourse, os\ndlcourse.play("the-reading-gap")',
        'from dlcourse import play\nplay("the-reading-gap")',
        "import dlcourse\ndlcourse.play(name)",
        'import dlcourse\ndlcourse.play(open("x").read())',
        'import dlcourse\ndlcourse.play(f"the-reading-gap")',
        'import dlcourse\ndlcourse.play(*["the-reading-gap"])',
        'import dlcourse\ndlcourse.play(**{"scenario": "the-reading-gap"})',
        'import dlcourse\ndlcourse.play(["the-reading-gap"])',
        "import dlcourse\ndlcourse.play()",
        'import dlcourse\ndlcourse.play("a", "b")',
        'import dlcourse\ndlcourse.nothing("a")',
        "import dlcourse\ndlcourse.play",
        'import dlcourse\ndlcourse.pages.play("a")',
        'import dlcourse\nother.play("a")',
        "%matplotlib inline",
        f"{PLAY}\n!ls",
        "\0",
        "(" * 10_000,
    ],
)
def test_anything_else_needs_one(source: str) -> None:
    """A cell that does more than a single call, or of which it is not certain what it opens, is left to the kernel."""
    assert only_call(source) is None


def test_the_step_of_an_exercise_is_found_by_the_last_line() -> None:
    """A cell that does more before it opens an exercise still counts for the bar of the steps."""
    assert last_call(f"import pandas\n{PLAY}") == GAP
    assert [last_call(source) for source in ("", "x = 1", "(", "dlcourse.play(1 + 1)")] == [None] * 4


def test_cells_are_divided_wherever_they_stand() -> None:
    """The server shows each single call, also after a cell of the kernel; a cell without code is nobody's."""
    found = only_where_needed(notebook("import pandas", PLAY, "# Nothing yet.", "", "pandas.DataFrame()"))
    assert found == CodeCells({1: GAP}, (0, 4))


def test_the_kernel_runs_what_is_left_of_a_cell_above() -> None:
    """A later cell of the kernel finds the course imported by a cell that the server shows; after it, nothing runs."""
    found = only_where_needed(notebook(PLAY, "x = 1", PLAY, "dlcourse, x", PLAY))
    assert list(found.to_run().items()) == [(0, IMPORT), (1, None), (2, IMPORT), (3, None)]
    assert only_where_needed(notebook(PLAY, PLAY)).to_run() == {}


@pytest.mark.parametrize("use", ["_.value", "__", "Out[1]", "x = _1"])
def test_what_a_cell_has_shown_can_be_used_later(use: str) -> None:
    """If a cell may use the result of an earlier one by IPython's names, all cells run in the kernel."""
    assert only_where_needed(notebook(PLAY, use)) == CodeCells({}, (0, 1))
    assert only_where_needed(notebook(PLAY, "my_value = x_1")).pages == {0: GAP}


def test_a_kernel_can_be_had_for_every_cell() -> None:
    """With ``always``, every code cell runs in the kernel, as it stands."""
    assert DIVIDE["always"](notebook(PLAY, "")) == CodeCells({}, (0, 1))
    assert always(notebook(PLAY)).to_run() == {0: None}


@pytest.mark.parametrize("stem", NOTEBOOKS)
def test_shipped_notebooks_show_the_same_without_a_kernel(stem: str) -> None:
    """No session of the course needs a kernel, and each page begins with the props that it has in a notebook's cell."""
    read = Sessions(files.notebooks()).for_learners(stem)
    assert read is not None
    found = only_where_needed(read)
    assert found.kernel == ()
    assert list(found.pages) == [place for place, cell in enumerate(read.cells) if cell.cell_type == "code"]
    for place, opening in found.pages.items():
        names: dict[str, Any] = {}
        *before, last = read.cells[place].source.strip().splitlines()
        exec("\n".join(before), names)
        widget = eval(last, names)
        assert isinstance(widget, PageWidget)
        without = first_props(page(opening.page), here(), opening.place)
        assert {**widget.props, "revision": None} == json.loads(json.dumps({**without, "revision": None}))
        assert widget.page == opening.page
        widget.close()
