"""How far a cohort is: read at once, always equal to what all events add up to, and without a word of anybody."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.ground_rules.messages import AdoptRule, AnswerRule, ProposeRule, WriteAim
from dlcourse.domain.mywork.work import EraseWork, RestoreWork, TakeAlong, WorkFileView, WorkView, YourWork
from dlcourse.domain.mywork.work_file import pack
from dlcourse.domain.reciprocity.messages import AskExpectation, OfferCapacity
from dlcourse.domain.selfcheck.readiness import Introduce
from dlcourse.domain.viewer import Viewer
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.curriculum.done import done_exercises, finished_sessions
from dlcourse.handlers.jobs import Jobs
from dlcourse.handlers.overview.projections import PersonValue, of_people, rebuild
from dlcourse.handlers.overview.records import RECORDS, PersonRecord
from dlcourse.store import ReadTransaction, Store
from tests.classroom import Classroom
from tests.person import Person

PEOPLE = ("ann", "ben", "cem")
LIBRARY = Library(files.data(), [])
PARTS = ("00-start-here", "01-what-it-is", "03-the-reading-gap")


def context(store: Store, transaction: ReadTransaction, person: str = "faye") -> ReadContext:
    """What a handler is given."""
    return ReadContext(transaction, Viewer(person), LIBRARY, Jobs(store, lambda _: person))


def records(store: Store, people: tuple[str, ...] = PEOPLE) -> dict[str, PersonValue[PersonRecord]]:
    """The records of these people, as a facilitator's page would read them."""
    return of_people(RECORDS, store.read(lambda transaction: context(store, transaction)), people)


def done(store: Store, people: tuple[str, ...] = PEOPLE) -> dict[str, frozenset[str]]:
    """Which exercises each of these people has done."""
    return {person: each.value.done for person, each in records(store, people).items()}


def from_the_start(store: Store, person: str) -> frozenset[str]:
    """What all events of a person add up to."""
    return store.read(lambda transaction: done_exercises(context(store, transaction, person)))


def write_part(person: "Learner", part: int) -> None:
    """Write a part of the problem of practice, unless it is there already."""
    if not person.written & {part}:
        person.write_part(PARTS[part])
        person.written.add(part)


class Learner(Person):
    """A person who remembers which parts they wrote, and their last file."""

    def __init__(self, store: Store, name: str) -> None:
        """Use the course in this store."""
        super().__init__(LocalCourse(store, name, LIBRARY))
        self.written: set[int] = set()
        self.file = ""

    def introduce(self) -> None:
        """Say who they are."""
        self.do(Introduce, name="Ann", role="Principal")

    def erase(self) -> None:
        """Take everything along, then erase it."""
        file, work = self.course.see(TakeAlong()), self.course.see(YourWork())
        assert isinstance(file, WorkFileView)
        assert isinstance(work, WorkView)
        self.file = pack(file.document.encode())
        self.do(EraseWork, mark=work.mark)
        self.written = set()

    def restore(self) -> None:
        """Bring back what was erased last, unless something new was begun since."""
        if self.file and not self.written:
            self.do(RestoreWork, packed=self.file)
            self.written = set(range(len(PARTS)))


STEPS: dict[str, Callable[[Learner], object]] = {
    "introduce": Learner.introduce,
    "part 0": lambda person: write_part(person, 0),
    "part 1": lambda person: write_part(person, 1),
    "part 2": lambda person: write_part(person, 2),
    "play": Learner.whole_play,
    "erase": Learner.erase,
    "restore": Learner.restore,
}


@settings(max_examples=8, phases=[Phase.generate])
@given(
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(list(STEPS)), st.booleans()), min_size=4, max_size=12)
)
def test_what_is_stored_equals_a_fold_from_the_start(steps: list[tuple[str, str, bool]]) -> None:
    """Whatever people do, erase and bring back, and whenever somebody looked before, the figures are those of now."""
    with TemporaryDirectory() as folder, closing(Store.open(f"sqlite:///{folder}/course.db")) as store:
        people = {name: Learner(store, name) for name in PEOPLE}
        for name, step, look in steps:
            STEPS[step](people[name])
            if look:
                records(store)
        expected = {name: from_the_start(store, name) for name in PEOPLE}
        assert done(store) == expected
        rebuild(RECORDS, store)
        assert done(store) == expected


def test_a_cohort_is_read_in_a_few_statements(store: Store) -> None:
    """When nobody has changed, sixty people take as few statements as one; one who did something takes their own."""
    people = tuple(f"p{n}" for n in range(60))
    Learner(store, "p7").introduce()
    records(store, people)
    seen = list[str]()
    event.listen(store._database.engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    records(store, people)
    assert sum("SELECT" in statement for statement in seen) == 3
    Learner(store, "p9").introduce()
    seen.clear()
    found = records(store, people)
    assert sum("projections" in statement for statement in seen) <= 3
    assert sum(statement.startswith("SELECT events") for statement in seen) <= 12  # not one for each exercise
    assert found["p9"].last_seen
    assert "about-you" in found["p9"].value.done
    assert found["p8"].last_seen == ""


def test_a_session_is_finished_when_all_of_its_exercises_are_done(classroom: Classroom) -> None:
    """One person did all exercises of a session, and another one did none."""
    ann, ben = classroom.joined("Ann"), classroom.joined("Ben")
    ann.finish_reading_gap()
    found = done(classroom.store, (ann.id, ben.id))
    finished = {person: finished_sessions(LIBRARY.curriculum(), each) for person, each in found.items()}
    assert finished == {ann.id: ("03-the-reading-gap",), ben.id: ()}


def test_what_is_kept_together_counts_for_everybody_who_did_something_there(classroom: Classroom) -> None:
    """An adopted rule counts for whoever spoke before it was adopted; what two ask of each other counts for both."""
    ann, ben, cem = (classroom.joined(name) for name in ("Ann", "Ben", "Cem"))
    rule, asked = "a" * 32, date(2100, 1, 1)
    ann.do(WriteAim, after=0, aim="An aim")
    ann.do(ProposeRule, rule=rule, words="A rule", change="A reason")
    for person in (ann, ben):
        person.do(AnswerRule, rule=rule, version=1, stance="consent")
    for number, (asker, other) in enumerate(((ann, ben), (ben, ann))):
        expectation = f"expectation-{number}"
        asker.do(AskExpectation, expectation=expectation, person=other.id, role="x", whom="y", what="z")
        asker.do(OfferCapacity, expectation=expectation, what="z", time="An hour", on=asked)
    people = (ann.id, ben.id, cem.id)
    assert set(done(classroom.store, people[:2]).values()) == {frozenset({"reciprocity"})}
    ann.do(AdoptRule, rule=rule, version=1, review=asked)
    found = list(done(classroom.store, people).values())
    assert found == [{"ground-rules", "reciprocity"}, {"ground-rules", "reciprocity"}, set()]


@pytest.mark.parametrize("who", PEOPLE[:1])
def test_an_erased_person_leaves_nothing(store: Store, who: str) -> None:
    """Nothing of a person who erased their work is stored in any projection."""
    ann = Learner(store, who)
    ann.introduce()
    records(store)
    assert store.read(lambda transaction: transaction.projected(RECORDS.stored_name, [who]))
    ann.erase()
    assert not store.read(lambda transaction: transaction.projected(RECORDS.stored_name, [who]))
