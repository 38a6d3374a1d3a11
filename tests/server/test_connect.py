"""Which course a kernel or a command uses: the server's while one runs, else its own; and the change between them."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from dlcourse.course import running_server
from dlcourse.course.connect import NearestCourse, here
from dlcourse.course.home import database, folder, note_database
from dlcourse.course.open_home import open_store
from dlcourse.course.running_server import RunningServer
from dlcourse.domain.speech import Course
from dlcourse.errors import CourseError
from tests.server.toy.course import ToyCourse
from tests.server.toy.page import Bump, Count, Counted
from tests.serving import PATIENCE, Served


def count(course: Course) -> int:
    """Return how far it counted."""
    seen = course.see(Count())
    assert isinstance(seen, Counted)
    return seen.count


def test_without_a_server_the_home_s_own_store_is_used(tmp_path: Path) -> None:
    """Nobody serves the home: the course is opened here, once."""
    opened = []

    def local(home: Path) -> Course:
        opened.append(home)
        return ToyCourse()

    course = NearestCourse(tmp_path, local)
    course.do(Bump(id="counted-here"))
    assert count(course) == 1
    assert opened == [tmp_path]


def test_a_server_that_comes_and_goes_is_noticed(serve: Callable[..., Served], tmp_path: Path) -> None:
    """A notebook that was open before speaks to the server while it runs, and works by itself before and after."""
    own, noticed = ToyCourse(), threading.Event()
    course = NearestCourse(tmp_path / "home", lambda _: own)
    course.do(Bump(id="before-it-came", by=40))
    stop = course.watch("count", noticed.set)
    served = serve()
    assert count(course) == 0
    assert noticed.is_set()
    noticed.clear()
    served.course().do(Bump(id="by-somebody-else"))
    assert noticed.wait(PATIENCE)
    served.kill()  # without a word: server.json stays
    course.do(Bump(id="after-it-went"))
    assert count(course) == 41
    again = serve()
    course.do(Bump(id="when-it-came-again"))
    assert count(again.course()) == 1
    again.stop()
    assert count(course) == 41
    stop()
    noticed.clear()
    course.do(Bump(id="nobody-watches"))
    assert not noticed.is_set()


def test_a_file_left_behind_keeps_nobody_from_working(tmp_path: Path) -> None:
    """A server that crashed leaves its file; the home is used without it."""
    running_server.announce(tmp_path, RunningServer("http://127.0.0.1:9/", 1, "token"))
    assert count(NearestCourse(tmp_path, lambda _: ToyCourse())) == 0


def test_the_home_is_the_one_named_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``--home`` comes before ``DLCOURSE_HOME``, that before the platform's folder; each is made when it is missing."""
    monkeypatch.setenv("DLCOURSE_HOME", str(tmp_path / "variable"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "platform"))
    assert folder(tmp_path / "given" / "deep") == tmp_path / "given" / "deep"
    assert folder() == tmp_path / "variable"
    assert (tmp_path / "given" / "deep").stat().st_mode & 0o077 == 0
    monkeypatch.delenv("DLCOURSE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path in folder().parents


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The error names the folder and says what to do."""
    (tmp_path / "file").write_text("")
    with pytest.raises(CourseError, match=r"nothing can be kept there .* --home or DLCOURSE_HOME"):
        folder(tmp_path / "file")


def test_by_itself_it_opens_the_home_s_store(tmp_path: Path) -> None:
    """``here`` opens the store in the home, with the course's files."""
    from dlcourse.domain.curriculum.progress import Home, HomeView

    view = here(tmp_path).see(Home())
    assert isinstance(view, HomeView)
    assert view.sessions
    assert database(tmp_path).endswith("course.db")
    assert (tmp_path / "course.db").exists()


def test_one_home_is_opened_once(tmp_path: Path) -> None:
    """However many pages and cells of a kernel ask for it, a home's course is one, with one store."""
    assert here(tmp_path) is here(str(tmp_path))
    assert here(tmp_path) is not here(tmp_path / "other")


def test_work_kept_elsewhere_is_not_gone_on_with_in_the_home(tmp_path: Path) -> None:
    """After a server with another database ended, the home's own store is refused in words, also one in use before."""
    course = NearestCourse(tmp_path, lambda _: ToyCourse())
    assert count(course) == 0
    note_database(tmp_path, "postgresql+psycopg://somewhere/course")
    running_server.announce(tmp_path, RunningServer("http://127.0.0.1:9/", 1, "token"))
    for _ in range(2):
        with pytest.raises(CourseError, match="kept in another database, and the course is not open"):
            course.see(Count())
    with pytest.raises(CourseError, match="kept in another database"):
        open_store(tmp_path)
    assert "somewhere" not in "".join(file.read_text() for file in tmp_path.iterdir())
    note_database(tmp_path, None)
    assert count(course) == 0
