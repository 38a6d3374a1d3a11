"""Who sees a run-of-show, of which version of the notebook, and how presenting it is recorded."""

import json
import shutil
from pathlib import Path

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from dlcourse.domain.facilitating.presenting import BeginRun, ShowSlide
from dlcourse.domain.facilitating.runs import SessionRun, SessionRunView
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.store import Store
from tests.classroom import Classroom
from tests.person import Person

GAP = "03-the-reading-gap"


def run_of(person: Person, session: str = GAP) -> SessionRunView:
    """The run-of-show as this person sees it."""
    view = person.course.see(SessionRun(session=session))
    assert isinstance(view, SessionRunView)
    return view


def test_only_those_who_lead_see_it(ann: Person, classroom: Classroom) -> None:
    """Whoever is alone chooses to facilitate first; in a cohort, only those who lead it see it or show a slide."""
    with pytest.raises(CourseError, match="for those who lead"):
        run_of(ann)
    ann.do(ChooseFacilitating, chosen=True)
    assert (run_of(ann).title, run_of(ann).minutes, run_of(ann).cohort) == ("The reading gap", 90, "")
    member, lead = classroom.joined("Ben"), classroom.facilitator()
    assert run_of(lead).cohort == classroom.cohort
    with pytest.raises(CourseError, match="for those who lead"):
        run_of(member)
    with pytest.raises(CourseError, match="for those who lead"):
        member.do(ShowSlide, session=GAP, slide=1)


def test_an_unknown_session_is_told(ann: Person) -> None:
    """A session that does not exist is named, with the one that may be meant."""
    ann.do(ChooseFacilitating, chosen=True)
    with pytest.raises(CourseError, match="Did you mean '03-the-reading-gap'"):
        run_of(ann, "03-the-reading-gaps")


def test_what_is_shown_is_kept_taken_along_and_erased(ann: Person) -> None:
    """The slide and the time are one's own; they are in one's file of work, and gone when that is erased."""
    ann.do(ChooseFacilitating, chosen=True)
    assert (run_of(ann).shown, run_of(ann).running) == (0, None)
    ann.do(BeginRun, session=GAP)
    ann.do(ShowSlide, session=GAP, slide=4)
    shown = run_of(ann)
    assert shown.shown == 4
    assert shown.running is not None
    file, work = ann.course.see(TakeAlong()), ann.course.see(YourWork())
    assert isinstance(file, WorkFileView)
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    ann.do(ChooseFacilitating, chosen=True)
    assert run_of(ann).shown == 0
    ann.do(RestoreWork, packed=pack(file.document.encode()))
    assert run_of(ann).shown == 4


def test_ones_own_version_of_the_notes_is_shown(tmp_path: Path) -> None:
    """Whoever edited their copy of the notes gets the run-of-show that they wrote, or is told what is wrong in it."""
    store = Store.open(f"sqlite:///{tmp_path / 'course.db'}")
    person = Person(LocalCourse(store, Viewer(store.person), Library(files.data(), []), tmp_path))
    person.do(ChooseFacilitating, chosen=True)
    copy = tmp_path / f"notebooks/facilitator/{GAP}.ipynb"
    copy.parent.mkdir(parents=True)
    shutil.copy(files.notebooks() / f"facilitator/{GAP}.ipynb", copy)
    assert run_of(person).steps[0].title == "Welcome"
    notebook = json.loads(copy.read_text("utf-8"))
    written = next(cell for cell in notebook["cells"] if "run" in cell["metadata"].get("tags", []))
    written["source"] = [line.replace("## Welcome", "## My welcome") for line in written["source"]]
    copy.write_text(json.dumps(notebook), "utf-8")
    assert run_of(person).steps[0].title == "My welcome"
    written["source"] = ["## My welcome"]
    copy.write_text(json.dumps(notebook), "utf-8")
    with pytest.raises(CourseError, match="how long it takes"):
        run_of(person)
    store.close()
