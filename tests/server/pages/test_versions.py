"""Which notebook a session page gets: the host's copy for a cohort only as long as it can be read."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.curriculum.own_notebooks import FOLDER
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.cohort.messages import ChooseCohortVersion
from dlcourse.errors import CourseError
from dlcourse.server.pages.notebooks import Sessions
from dlcourse.server.pages.versions import shown_notebook
from dlcourse.store import Store
from tests.classroom import Classroom
from tests.person import Person

GAP = "03-the-reading-gap"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    """The store of a home with an edited copy of a session."""
    (tmp_path / FOLDER).mkdir()
    shutil.copy(files.notebooks() / f"{GAP}.ipynb", tmp_path / FOLDER)
    edit(tmp_path, "# ", "# Mine: ")
    with closing(Store.open(f"sqlite:///{tmp_path / 'course.db'}")) as store:
        yield store


def edit(home: Path, old: str, new: str) -> None:
    """Change something in the copy."""
    copy = home / FOLDER / f"{GAP}.ipynb"
    text = copy.read_text("utf-8")
    assert old in text
    copy.write_text(text.replace(old, new, 1), "utf-8")


def test_a_member_reads_the_copy_or_else_the_course(opened: Store, tmp_path: Path) -> None:
    """A member gets the host's words while they can be read, and then the course's; the host is told of the damage."""
    room, sessions = Classroom(opened), Sessions(files.notebooks(), tmp_path / FOLDER)
    library = Library(files.data())
    host = Person(LocalCourse(opened, opened.person, library, tmp_path))
    member = LocalCourse(opened, room.joined("Ann").entered.viewer, library, tmp_path)
    host.do(ChooseCohortVersion, cohort=room.cohort, session=GAP, version="host")
    assert title(sessions, member).startswith("# Mine: ")
    edit(tmp_path, "{", "no longer a notebook")
    assert title(sessions, member).startswith("# ")
    assert not title(sessions, member).startswith("# Mine: ")
    with pytest.raises(CourseError, match="cannot be read"):
        title(sessions, host.course)


def title(sessions: Sessions, course: object) -> str:
    """The text of the first cell that is shown."""
    assert isinstance(course, LocalCourse)
    found = shown_notebook(sessions, GAP, course)
    assert found
    return str(found.notebook.cells[0].source)
