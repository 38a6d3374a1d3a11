"""What the course says about the sixteen: all of them, in order, with sources that exist."""

import re
from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.curriculum.principles import FILE, commentaries
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.errors import CourseError

WRITTEN = (files.data() / FILE).read_text("utf-8")


def edited(folder: Path, old: str, new: str) -> Path:
    """A data folder in which the file says something else."""
    assert old in WRITTEN
    (folder / FILE).write_text(WRITTEN.replace(old, new, 1), "utf-8")
    return folder


def test_every_principle_is_explained_and_argued_with() -> None:
    """Each of the sixteen has its place in the source, a meaning, what it does not mean, and an objection."""
    for each in commentaries(files.data()).principles:
        assert re.search("Nine principles|Five principles|Two tasks", each.located)
        assert all(len(part.split()) >= 12 for part in (each.means, each.means_not, each.against))


def test_every_publication_is_used_or_is_the_source() -> None:
    """Nothing stands in the list that no principle refers to, apart from the course's own source; each has a year."""
    found = commentaries(files.data())
    used = {name for each in found.principles for name in each.reading}
    assert {source.id for source in found.sources} - used == {"basics", "west-chester"}
    for source in found.sources:
        if source.id in used:
            assert re.search(r"\((19|20)\d\d\)", source.text)
            assert source.address.startswith("https://") or not source.address


def test_a_principle_without_words_is_refused(tmp_path: Path) -> None:
    """Leaving one out is refused with what is expected."""
    with pytest.raises(CourseError, match="Write about P1, P2"):
        commentaries(edited(tmp_path, "- id: P2", "- id: P3"))


def test_an_unknown_source_is_refused(tmp_path: Path) -> None:
    """A principle that refers to a source that is not listed is named."""
    with pytest.raises(CourseError, match=r"P2: there is no source 'nobody'"):
        commentaries(edited(tmp_path, "stasser-titus-1985, lu-2012", "nobody"))


def test_quotations_are_in_the_order_of_the_course() -> None:
    """The file speaks about the same sixteen as the code."""
    assert [each.id for each in commentaries(files.data()).principles] == list(PRINCIPLES)
