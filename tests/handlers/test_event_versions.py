"""What was recorded by an earlier version of the course is shown, found, taken along and brought back."""

import pytest

from dlcourse.domain.event_versions import READERS
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.selfcheck.readiness import Introduce, Introduced, Introduction, IntroductionView
from dlcourse.store import ReadTransaction, Store
from tests.person import Person
from tests.store.samples import run, seal


def name(person: Person) -> str:
    """The name that the person is called by."""
    view = person.course.see(Introduction())
    assert isinstance(view, IntroductionView)
    return view.name


def test_an_earlier_version_of_an_event_lives_on(store: Store, ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """An introduction from before a change of its fields counts like a new one, also in a file of work."""
    ann.do(Introduce, name="Ann")
    run(store.url, """UPDATE events SET body = replace(body, '"words"', '"note"') WHERE kind = 'Introduced'""")
    seal(store.url)
    monkeypatch.setattr(Introduced, "VERSION", 2)
    monkeypatch.setitem(READERS, ("Introduced", 1), lambda fields: {"words": fields["note"]})
    assert name(ann) == "Ann"
    ann.do(Introduce, name="Anna")
    assert name(ann) == "Anna"
    assert run(store.url, "SELECT kind FROM events ORDER BY seq") == [("Introduced",), ("Introduced@2",)]

    def found(reading: ReadTransaction) -> tuple[int, str]:
        recorded = reading.since(0, ["Introduced"])
        return len(recorded), reading.latest_kind(recorded[0].stored.stream, ["Introduced"])

    assert store.read(found) == (2, "Introduced")
    file, work = ann.course.see(TakeAlong()), ann.course.see(YourWork())
    assert isinstance(file, WorkFileView)
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    assert name(ann) == ""
    ann.do(RestoreWork, packed=pack(file.document.encode()))
    assert name(ann) == "Anna"
