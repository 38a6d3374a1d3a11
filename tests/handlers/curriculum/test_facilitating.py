"""The choice to facilitate: kept for the person who made it, taken along, erased and brought back."""

from dlcourse.domain.curriculum.facilitating import ChooseFacilitating
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.handlers.curriculum.facilitating import notes_there
from tests.person import Person


def test_nobody_facilitates_without_having_chosen_to(ann: Person, ben: Person) -> None:
    """Only who chose it has the notes, one for each open session with notes, until they choose otherwise."""
    assert ann.home().notes is None
    ann.do(ChooseFacilitating, chosen=True)
    opened = [mark.id for mark in ann.home().sessions if mark.open]
    assert ann.home().notes == tuple(stem for stem in opened if stem in notes_there())
    assert ben.home().notes is None
    ann.do(ChooseFacilitating, chosen=False)
    assert ann.home().notes is None


def test_choosing_the_same_again_changes_nothing(ann: Person) -> None:
    """The same choice twice is recorded once."""
    first = ann.do(ChooseFacilitating, chosen=True)
    assert ann.do(ChooseFacilitating, chosen=True).version == first.version


def test_the_choice_is_taken_along_erased_and_brought_back(ann: Person) -> None:
    """A person's file holds it, an erasure takes it away, and the file brings it back."""
    ann.do(ChooseFacilitating, chosen=True)
    file, work = ann.course.see(TakeAlong()), ann.course.see(YourWork())
    assert isinstance(file, WorkFileView)
    assert isinstance(work, WorkView)
    ann.do(EraseWork, mark=work.mark)
    assert ann.home().notes is None
    ann.do(RestoreWork, packed=pack(file.document.encode()))
    assert ann.home().notes is not None
