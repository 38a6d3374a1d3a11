"""Which version of a notebook is shown: an edited copy to the owner of the home, the course's to everybody else."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.cohort.messages import ChooseCohortVersion, CohortPeople
from dlcourse.domain.cohort.views import CohortPeopleView
from dlcourse.domain.curriculum.versions import ChooseVersion, SessionVersion, SessionVersionView
from dlcourse.domain.mywork.work import EraseWork, WorkView, YourWork
from dlcourse.errors import CourseError
from dlcourse.pages.curriculum.frame import frame
from dlcourse.store import Store
from tests.classroom import Classroom
from tests.person import Person

GAP = "03-the-reading-gap"
NOTES = f"facilitator/{GAP}"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The store of a home."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'course.db'}")) as opened:
        yield opened


@pytest.fixture
def owner(store: Store, tmp_path: Path) -> Person:
    """The owner of the home."""
    return Person(LocalCourse(store, store.person, Library(files.data()), tmp_path))


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """The copies in the home: of a session and of its notes, both edited."""
    for session in (GAP, NOTES):
        copy = tmp_path / "notebooks" / f"{session}.ipynb"
        copy.parent.mkdir(exist_ok=True)
        text = (files.notebooks() / f"{session}.ipynb").read_text("utf-8")
        copy.write_text(text.replace('"source": [', '"source": ["mine ", ', 1), "utf-8")
    return tmp_path / "notebooks"


def version(person: Person, session: str = GAP) -> tuple[str, bool]:
    """Which version this person is shown, and whether there are two."""
    view = person.course.see(SessionVersion(session=session))
    assert isinstance(view, SessionVersionView)
    return view.shown, view.edited


@pytest.mark.parametrize("session", [GAP, NOTES])
def test_an_edited_copy_is_shown_until_another_choice(owner: Person, copies: Path, session: str) -> None:
    """The edited copy is shown; the course's version is one choice away, and so is one's own."""
    assert copies
    assert version(owner, session) == ("own", True)
    for choice in ("course", "course", "own"):
        owner.do(ChooseVersion, session=session, version=choice)
        assert version(owner, session) == (choice, True)
    assert version(owner, "00-start-here") == ("course", False)


def test_a_choice_is_erased_with_all_work(owner: Person, copies: Path) -> None:
    """After an erasure nothing is known of the choice, and the file in the home is still there."""
    owner.do(ChooseVersion, session=GAP, version="course")
    work = owner.course.see(YourWork())
    assert isinstance(work, WorkView)
    owner.do(EraseWork, mark=work.mark)
    assert version(owner) == ("own", True)


def test_without_an_edited_copy_a_choice_changes_nothing(owner: Person, copies: Path) -> None:
    """Once the copy is gone, the course's version is shown, whatever was chosen."""
    owner.do(ChooseVersion, session=GAP, version="own")
    shutil.rmtree(copies)
    assert version(owner) == ("course", False)


def test_nobody_else_is_shown_the_owner_s_files(store: Store, owner: Person, copies: Path, tmp_path: Path) -> None:
    """Another person at the same home sees the course's version, and no session of the owner's own."""
    (copies / "Our own.ipynb").write_text('{"cells": []}')
    other = Person(LocalCourse(store, "somebody-else", Library(files.data()), tmp_path))
    assert version(other) == version(other, "our-own") == ("course", False)
    assert other.home().own_sessions == ()
    assert [each.id for each in owner.home().own_sessions] == ["our-own"]


def test_a_session_of_one_s_own_is_in_the_lists(owner: Person, copies: Path) -> None:
    """A new notebook stands in the list of sessions behind those of the course, and opens as a page without steps."""
    (copies / "Our own.ipynb").write_text('{"cells": [{"cell_type": "markdown", "source": ["# Our own way"]}]}')
    around = frame(owner.home(), "our-own")
    last = around["sessions"][-1]
    assert (last["title"], last["to"], last["current"]) == ("Our own way", "session/our-own", True)
    assert around["current"] is None
    assert version(owner, "our-own") == ("own", False)


def test_the_host_shows_a_cohort_their_version(owner: Person, store: Store, copies: Path, tmp_path: Path) -> None:
    """Members see the host's edited copy only while the host shows it to their cohort, and others never do."""
    room, elsewhere = Classroom(store), Classroom(store, "Spring deans")
    library = Library(files.data())
    ann, bo = (
        Person(LocalCourse(store, cohort.joined("Ann").entered.viewer, library, tmp_path))
        for cohort in (room, elsewhere)
    )
    with pytest.raises(CourseError, match="the course has none"):
        owner.do(ChooseCohortVersion, cohort=room.cohort, session=NOTES, version="host")
    assert edited(owner, room) == [(GAP, False)]
    for chosen, shown in (("host", "own"), ("host", "own"), ("course", "course"), ("host", "own")):
        owner.do(ChooseCohortVersion, cohort=room.cohort, session=GAP, version=chosen)
        assert (version(ann), version(bo)) == ((shown, False), ("course", False))
        assert edited(owner, room) == [(GAP, chosen == "host")]
    (copies / f"{GAP}.ipynb").unlink()
    assert (version(ann), edited(owner, room)) == (("course", False), [])


def edited(host: Person, room: Classroom) -> list[tuple[str, bool]]:
    """The sessions that the host has edited, and whether the cohort sees these copies."""
    view = host.course.see(CohortPeople(cohort=room.cohort))
    assert isinstance(view, CohortPeopleView)
    return [(each.session, each.shown) for each in view.edited]
