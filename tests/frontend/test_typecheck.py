"""That the front end fits the types of the pages, and that what does not fit is found."""

import shutil
from pathlib import Path

import pytest

from dlcourse.frontend import bundle
from dlcourse.frontend.typecheck import check


@pytest.fixture
def copied(bundles: Path, tmp_path: Path) -> Path:
    """A copy of the front end's sources that a test may spoil."""
    assert bundles.is_dir()
    shutil.copytree(bundle.HERE / "src", tmp_path / "src")
    shutil.copy(bundle.HERE / "tsconfig.json", tmp_path)
    (tmp_path / "node_modules").symlink_to(bundle.HERE / "node_modules")
    return tmp_path


def change(folder: Path, file: str, before: str, after: str) -> None:
    """Change one place in a copied source."""
    source = folder / "src" / file
    text = source.read_text("utf-8")
    assert text.count(before) == 1
    source.write_text(text.replace(before, after), "utf-8")


def test_the_front_end_fits_the_types_of_its_pages(bundles: Path) -> None:
    """No component reads a prop that its page does not give, or sends a message that its page does not take."""
    assert bundles.is_dir()
    check()


@pytest.mark.slow
@pytest.mark.parametrize(
    "changes",
    [
        [
            ("curriculum/home.jsx", "{contents.summary}", "{contents.sumary}", "'sumary' does not exist"),
            ("curriculum/home.jsx", '{ say: "LookAgain" }', '{ say: "LokAgain" }', '"LokAgain"'),
            ("matching/board.jsx", 'say: "PassOn", team', 'say: "PassOn", tem: team', "'tem' does not exist"),
            ("network/page.jsx", '{ say: "ShowTies"', '{ say: "OpenPlan"', "OpenPlan"),
            ("mywork/pages.js", "work: Work", "wrok: Work", "'wrok' does not exist"),
        ],
        [("mywork/pages.js", "{ work: Work }", "{ }", "Property 'work' is missing")],
    ],
    ids=["names that nobody knows, and another page's message", "page without a component"],
)
def test_what_does_not_fit_is_found(copied: Path, changes: list[tuple[str, str, str, str]]) -> None:
    """A name that only one side knows is an error, with the place and the name; one check finds all of them."""
    for file, before, after, _ in changes:
        change(copied, file, before, after)
    with pytest.raises(bundle.BundleError, match=r"(?s)error TS.*does not fit the types of its pages") as caught:
        check(copied)
    assert [told for *_, told in changes if told not in str(caught.value)] == []


def test_every_source_is_checked() -> None:
    """No source of the front end is left out of the check."""
    sources = (bundle.HERE / "src").rglob("*.js*")
    assert [str(path) for path in sources if "@ts-nocheck" in path.read_text("utf-8")] == []
