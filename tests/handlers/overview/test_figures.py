"""The figures about the people of a cohort, as those who lead it see them: guarded, stored, and never a person."""

import base64
import csv
import io
import random
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.course.local import LocalCourse
from dlcourse.domain.cohort.messages import EraseCohort, LeaveCohort
from dlcourse.domain.download import DownloadView
from dlcourse.domain.mywork.work import EraseWork, WorkView, YourWork
from dlcourse.domain.overview.guard import FEWEST, FigureMoved
from dlcourse.domain.overview.messages import CohortFigures, CohortProgress, CohortReport, TakeReport
from dlcourse.domain.overview.views import CohortFiguresView, CohortProgressView, CohortReportView, PeopleFigure
from dlcourse.domain.reflection.commitments import ChangeCommitment, MakeCommitment
from dlcourse.domain.reflection.entries import EntryStep, ReviseEntry
from dlcourse.domain.reflection.log import WholeLog, WholeLogView
from dlcourse.domain.viewer import OVERVIEW
from dlcourse.errors import CourseError
from dlcourse.handlers.overview.following import followed
from dlcourse.handlers.overview.published import Published
from dlcourse.store import Store
from tests.classroom import Classroom, Member
from tests.handlers.overview.learner import SESSION, be_sure, promise, rate_all, sort_all
from tests.person import Person
from tests.serving import until

LIBRARY = Library(files.data(), [])


def figures(leader: Person, cohort: str) -> dict[tuple[str, str], PeopleFigure]:
    """The figures that were published, by kind and what they are about."""
    view = leader.course.see(CohortFigures(cohort=cohort))
    assert isinstance(view, CohortFiguresView)
    return {(figure.kind, figure.of): figure for figure in view.figures if figure.questions}


def confidence(leader: Person, cohort: str) -> dict[str, int]:
    """How sure people are in the session in which tests write; empty if it is not shown."""
    found = figures(leader, cohort).get(("confidence", SESSION))
    return found.questions[0].counts if found else {}


def erase(person: Person) -> None:
    """Erase everything of a person."""
    work = person.course.see(YourWork())
    assert isinstance(work, WorkView)
    person.do(EraseWork, mark=work.mark)


def change_confidence(person: Person, level: int) -> None:
    """Say anew how sure one is, in the entry that was written last."""
    log = person.course.see(WholeLog())
    assert isinstance(log, WholeLogView)
    card = log.cards[0]
    steps = (EntryStep(words="Thought again."),)
    person.do(ReviseEntry, entry=card.entry, after=card.versions, steps=steps, confidence=level)


def test_figures_appear_with_the_fifth_and_move_on_with_the_tenth(classroom: Classroom) -> None:
    """Of four people there is no figure in any view or file; of five to nine there are five, and then ten."""
    faye, seen = classroom.facilitator(), []
    for number in range(10):
        be_sure(classroom.joined(f"P{number}"), 1 + number // 5)
        seen.append(confidence(faye, classroom.cohort))
    assert seen == [{}] * 4 + [{"1": 5}] * 5 + [{"1": 5, "2": 5}]


def test_nobody_can_keep_a_figure_from_the_others(classroom: Classroom) -> None:
    """If somebody has work that cannot be measured, such as a promise of the year 9999, the others are counted."""
    faye, odd = classroom.facilitator(), classroom.joined("Odd")
    at_the_end = datetime(9999, 12, 31, tzinfo=UTC)
    with closing(Store.open(classroom.store.url, lambda: at_the_end)) as later:
        then = Person(LocalCourse(later, odd.entered.viewer, LIBRARY))
        then.do(MakeCommitment, commitment="odd-promise", session=SESSION, what="Ask the cook.")
    assert then.last
    odd.do(ChangeCommitment, commitment="odd-promise", what="Ask the cook first.", after=then.last.id)
    for number in range(5):
        be_sure(classroom.joined(f"P{number}"))
    assert confidence(faye, classroom.cohort) == {"4": 5}


def test_leaving_and_erasing_move_no_figure(classroom: Classroom) -> None:
    """Whoever leaves or erases their work is gone from the list of people at once, and from no figure."""
    faye, people = classroom.facilitator(), [classroom.joined(f"P{number}") for number in range(7)]
    for number, person in enumerate(people):
        be_sure(person, 1 + number % 2)
        promise(person, "kept")
    before = figures(faye, classroom.cohort)
    people[0].do(LeaveCohort, cohort=classroom.cohort)
    erase(people[1])
    view = faye.course.see(CohortProgress(cohort=classroom.cohort))
    assert isinstance(view, CohortProgressView)
    assert ([card.name for card in view.people], view.participants) == (["Faye", "P2", "P3", "P4", "P5", "P6"], 5)
    assert figures(faye, classroom.cohort) == before
    for person in people[2:]:
        erase(person)
    assert not {"confidence", "promise-made", "promise-outcome"} & {kind for kind, _ in figures(faye, classroom.cohort)}


def test_an_erased_person_is_in_no_published_figure_by_their_id(classroom: Classroom, store: Store) -> None:
    """After an erasure, the stored figures name somebody whom nobody can find."""
    faye, people = classroom.facilitator(), [classroom.joined(f"P{number}") for number in range(5)]
    for person in people:
        be_sure(person)
    figures(faye, classroom.cohort)
    stream = OVERVIEW + classroom.cohort
    named = "".join(each.event.model_dump_json() for each in store.read(lambda reading: reading.events(stream)))
    assert people[0].id in named
    erase(people[0])
    named = "".join(each.event.model_dump_json() for each in store.read(lambda reading: reading.events(stream)))
    assert people[0].id not in named
    assert people[1].id in named
    classroom.host.do(EraseCohort, cohort=classroom.cohort)
    assert store.read(lambda reading: reading.length(stream)) == 0


def test_a_move_after_an_erasure_names_nobody_who_was_erased(classroom: Classroom, store: Store) -> None:
    """What moves out of a figure later is recorded with the id that replaced the one of the erased person."""
    faye, people = classroom.facilitator(), [classroom.joined(f"P{number}") for number in range(5)]
    for person in people:
        be_sure(person)
    figures(faye, classroom.cohort)
    for person in people:
        erase(person)
    assert confidence(faye, classroom.cohort) == {}
    kept = store.read(lambda reading: reading.events(OVERVIEW + classroom.cohort))
    named = "".join(each.event.model_dump_json() for each in kept)
    assert len(kept) > 1
    assert not [person for person in people if person.id in named]


def test_every_server_shows_what_was_published(classroom: Classroom, store: Store) -> None:
    """After a restart, and on another server of the same store, a figure is as it was published last."""
    faye, people = classroom.facilitator(), [classroom.joined(f"P{number}") for number in range(6)]
    for person in people[:5]:
        be_sure(person, 2)
    shown = figures(faye, classroom.cohort)
    be_sure(people[5], 5)
    people[0].do(LeaveCohort, cohort=classroom.cohort)
    with closing(Store.open(store.url)) as other:
        room = Classroom(other, "Elsewhere")
        again = Member(room.course_of(faye.entered.viewer), faye.entered)
        assert figures(again, classroom.cohort) == shown
        for number in range(5):
            be_sure(
                Member(room.course_of((joined := classroom.joined(f"Q{number}")).entered.viewer), joined.entered), 3
            )
        moved = figures(again, classroom.cohort)
        assert moved["confidence", SESSION].questions[0].counts == {"2": 5, "3": 5, "5": 1}
        assert figures(faye, classroom.cohort) == moved


def test_a_server_that_is_behind_publishes_nothing(classroom: Classroom, store: Store) -> None:
    """If another server has published something in between, the moves of this one are dropped."""
    faye = classroom.facilitator()
    people = [classroom.joined(f"P{number}") for number in range(5)]
    for person in people:
        be_sure(person)
    mine, theirs = Published(), Published()
    following = followed(store, classroom.cohort)
    figures(faye, classroom.cohort)
    for name, each in following.people.items():
        mine.measure(name, each.record.measured)
    stream = OVERVIEW + classroom.cohort
    length = store.read(lambda reading: reading.length(stream))
    moves = [FigureMoved(figure="confidence/x")]
    with pytest.raises(CourseError, match="changed in the meantime"):
        store.write(lambda writing: theirs._record(writing, stream, moves))
    mine.move_on(classroom.cohort, store)
    assert store.read(lambda reading: reading.length(stream)) == length


def test_whoever_is_in_two_cohorts_counts_in_no_figure(classroom: Classroom) -> None:
    """A person who joins another cohort is counted there in nothing, and here as before until five have changed."""
    faye, people = classroom.facilitator(), [classroom.joined(f"P{number}") for number in range(5)]
    other = Classroom(classroom.store, "Spring deans", classroom.entrance)
    for person in people:
        be_sure(person)
    shown = figures(faye, classroom.cohort)
    for person in people:
        other.joined("The same", person=person.id)
    for number in range(4):
        be_sure(other.joined(f"Q{number}"))
    assert figures(other.facilitator("Fred"), other.cohort) == {}
    assert figures(faye, classroom.cohort) != shown
    be_sure(other.joined("Q5"))
    assert confidence(other.facilitator("Finn"), other.cohort) == {"4": 5}


def test_what_is_followed_is_what_would_be_read_anew(classroom: Classroom, store: Store) -> None:
    """After whatever people did, a server that has followed it knows the same as one that has just started."""
    faye, people = classroom.facilitator(), [classroom.joined(f"P{number}") for number in range(6)]
    sort_all(people[0])
    rate_all(people[1])
    figures(faye, classroom.cohort)
    for number, person in enumerate(people):
        be_sure(person, 1 + number % 5)
        figures(faye, classroom.cohort)
    rate_all(people[1], 2, 2)
    people[2].whole_play()
    erase(people[3])
    people[4].do(LeaveCohort, cohort=classroom.cohort)
    be_sure(classroom.joined("Late"))
    figures(faye, classroom.cohort)
    with closing(Store.open(store.url)) as other:
        again = Member(Classroom(other, "Elsewhere").course_of(faye.entered.viewer), faye.entered)
        figures(again, classroom.cohort)
        assert followed(other, classroom.cohort).people == followed(store, classroom.cohort).people
        assert +followed(other, classroom.cohort).finished == +followed(store, classroom.cohort).finished


def test_leaders_hear_that_something_changed(classroom: Classroom) -> None:
    """Whoever leads the cohort is told when somebody did something; a participant may not even listen."""
    faye, ann = classroom.facilitator(), classroom.joined("Ann")
    heard: list[str] = []
    stop = faye.course.watch(OVERVIEW + classroom.cohort, lambda: heard.append("heard"))
    be_sure(ann)
    until(lambda: heard)
    stop()
    with pytest.raises(CourseError):
        ann.course.watch(OVERVIEW + classroom.cohort, lambda: None)


Shown = dict[tuple[str, str], dict[str, dict[str, int]]]
"""The counts of each figure, by its kind and what it is about, and by the question."""


class Onlooker:
    """Somebody who leads the cohort, and keeps whatever any view or file ever showed."""

    def __init__(self, leader: Member, classroom: Classroom) -> None:
        """``leader`` asks; what was published is read from the store, to know whose data is in it."""
        self._leader, self._cohort, self._store = leader, classroom.cohort, classroom.store
        self.sets: dict[str, list[frozenset[tuple[str, str]]]] = {}
        self._inside: dict[str, frozenset[tuple[str, str]]] = {}
        self._read = 0

    def look(self) -> None:
        """Look at every view and file; all of them show the same, and nothing else was published."""
        shown = {name: _counts(figure) for name, figure in figures(self._leader, self._cohort).items()}
        assert self._in_report() == shown
        assert self._in_file("csv") == shown
        self._follow()
        for name, data in self._inside.items():
            kind, _, of = name.partition("/")
            asked = shown.get((kind, of), {})
            assert {sum(answers.values()) for answers in asked.values()} == ({len(data)} if data else set())

    def smallest(self) -> int:
        """The fewest people in any part that can be cut out of what was shown by intersecting and subtracting."""
        least = FEWEST
        for seen in self.sets.values():
            parts = dict[tuple[bool, ...], set[str]]()
            for datum in frozenset[tuple[str, str]]().union(*seen):
                parts.setdefault(tuple(datum in data for data in seen), set()).add(datum[0])
            least = min(least, *map(len, parts.values()))
        return least

    def _follow(self) -> None:
        """Whose data is in each figure: the person, and the mark of what they had answered."""
        stream = OVERVIEW + self._cohort
        for each in self._store.read(lambda reading: reading.events(stream, self._read)):
            self._read = each.version
            assert isinstance(each.event, FigureMoved)
            gone = {person for part in each.event.taken for person in part.people}
            added = each.event.added
            new = set(zip(added.people, added.marks, strict=True)) if added else set()
            before = self._inside.get(each.event.figure, frozenset())
            data = frozenset({datum for datum in before if datum[0] not in gone} | new)
            self._inside[each.event.figure] = data
            self.sets.setdefault(each.event.figure, []).append(data)

    def _in_report(self) -> Shown:
        view = self._leader.course.see(CohortReport(cohort=self._cohort))
        assert isinstance(view, CohortReportView)
        return {(each.kind, each.of): _counts(each) for each in view.figures.figures if each.questions}

    def _in_file(self, form: str) -> Shown:
        file = self._leader.course.see(TakeReport.model_validate({"cohort": self._cohort, "form": form}))
        assert isinstance(file, DownloadView)
        found: Shown = {}
        for row in csv.DictReader(io.StringIO(base64.b64decode(file.content).decode("utf-8-sig"))):
            if number := int(row["people"]):
                answers = found.setdefault((row["figure"], row["of"]), {}).setdefault(row["question"], {})
                answers[row["answer"]] = number
        return found


def _counts(figure: PeopleFigure) -> dict[str, dict[str, int]]:
    return {each.question: dict(each.counts) for each in figure.questions}


class Crowd:
    """People who answer, change their answers, leave, erase and come, decided by a seed."""

    def __init__(self, classroom: Classroom, seed: int) -> None:
        """Begin with seven people."""
        self._room, self._chance = classroom, random.Random(seed)
        self._names = iter(f"P{number}" for number in range(1000))
        self.people = [classroom.joined(next(self._names)) for _ in range(7)]

    def act(self) -> None:
        """Let somebody do something."""
        person = self._chance.choice(self.people)
        (deed,) = self._chance.choices(list(self._deeds(person)), [6, 6, 4, 1, 1, 3])
        with suppress(CourseError, IndexError):
            deed()

    def _deeds(self, person: Member) -> Iterator[Any]:
        yield partial(be_sure, person, self._chance.randint(1, 5))
        yield partial(change_confidence, person, self._chance.randint(1, 5))
        yield partial(promise, person, self._chance.choice(["kept", "partly", "dropped"]))
        yield partial(self._go, person, partial(person.do, LeaveCohort, cohort=self._room.cohort))
        yield partial(self._go, person, partial(erase, person))
        yield lambda: self.people.append(self._room.joined(next(self._names)))

    def _go(self, person: Member, how: Any) -> None:
        how()
        self.people.remove(person)
        self.people.append(self._room.joined(next(self._names)))


def test_nobody_is_singled_out_by_any_view_or_file_over_time(classroom: Classroom) -> None:
    """Whatever people do, and however often somebody looks, no difference of figures is about fewer than five."""
    onlooker, crowd = Onlooker(classroom.facilitator(), classroom), Crowd(classroom, seed=1)
    for _ in range(70):
        crowd.act()
        onlooker.look()
        assert onlooker.smallest() >= FEWEST
    assert max(map(len, onlooker.sets.values())) > 1
