"""Eight people in two cohorts do anything in any order, and look at all that they can see.

Every text holds a mark that says whose it is. `PrivacyMachine` keeps its own record of who may read what, and fails if
somebody sees a mark that is not for them, or is told of a change in what is not theirs.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from uuid import uuid4

from dlcourse.domain.cohort.messages import (
    ChooseReviewers,
    CohortPeople,
    Cohorts,
    GiveRole,
    LeaveCohort,
    MyCohort,
    ReadmitPerson,
    RemovePerson,
)
from dlcourse.domain.cohort.views import PhraseMade
from dlcourse.domain.drafts import KeepDraft
from dlcourse.domain.inquiry.messages import ImprovementPlan, SharedPlan, SharePlan, WritePart
from dlcourse.domain.mywork.work import EraseWork, TakeAlong, WorkView, YourWork
from dlcourse.domain.reflection.entries import EntryStep, ReviseEntry, ShareEntry, WriteEntry
from dlcourse.domain.reflection.log import SharedLog, WholeLog
from dlcourse.domain.sharing import READERS, Visibility
from dlcourse.domain.speech import Query
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.store import Store
from tests.classroom import Classroom
from tests.person import Person

MARK = re.compile(r"mark-[0-9a-f]{32}")
VISIBILITIES: tuple[Visibility, ...] = tuple(READERS)
PART = "00-start-here"


@dataclass
class Shared:
    """A text, and who may read it: its author said so in this cohort."""

    author: str
    mark: str
    visibility: Visibility
    cohort: str
    versions: int = 1


@dataclass
class Somebody:
    """A person; ``courses`` are theirs by cohort. Who was erased begins anew."""

    id: str = ""
    courses: dict[str, Person] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    watched: set[str] = field(default_factory=set)


class PrivacyMachine:
    """The people, the two cohorts, and what is true."""

    def __init__(self, store: Store, seed: int, people: int = 8) -> None:
        """``seed`` decides everything that happens."""
        self.chance = random.Random(seed)
        first = Classroom(store)
        self.rooms = {room.cohort: room for room in (first, Classroom(store, "Spring deans", first.entrance))}
        self.entrance = first.entrance
        self.people = [Somebody() for _ in range(people)]
        self.roles: dict[tuple[str, str], str] = {}
        self.gone: dict[tuple[str, str], tuple[Somebody, str]] = {}
        self.erased: set[str] = set()
        self.reviewers: dict[tuple[str, str], set[str]] = {}
        self.entries: dict[str, Shared] = {}
        self.plans: dict[str, Shared] = {}
        self.private: dict[str, set[str]] = {}
        self.seen = 0

    def run(self, steps: int, look_after: int) -> None:
        """Do this many things, each by anybody who can, and let somebody look after every ``look_after`` of them."""
        for step in range(steps):
            somebody = self.chance.choice(self.people)
            act = self.chance.choice(self._can_do(somebody))
            act(somebody)
            if step % look_after == 0:
                self.look(self.chance.choice(self.people))

    def _can_do(self, somebody: Somebody) -> list[Callable[[Somebody], None]]:
        if not somebody.courses:
            return [self.join]
        works = [self.write, self.write, self.share, self.share, self.revise, self.plan, self.share_plan, self.draft]
        often = [*works, self.review] if self._works(somebody) else []
        return [*often, self.join, self.leave, self.remove, self.readmit, self.give_role, self.erase]

    def join(self, somebody: Somebody) -> None:
        """Join a cohort, sometimes with the facilitator key."""
        room = self.chance.choice(list(self.rooms.values()))
        if room.cohort in somebody.courses or (room.cohort, somebody.id) in self.gone:
            return
        leads = self.chance.random() < 0.25
        code = room.made.facilitator_key if leads else room.made.join_code
        member = room.joined("Some One", code, somebody.id)
        somebody.id = member.id
        self._here(somebody, room.cohort, "facilitator" if leads else "participant")

    def write(self, somebody: Somebody) -> None:
        """Write an entry for some audience."""
        cohort, person = self._working(somebody)
        entry, mark, visibility = uuid4().hex, self._mark(somebody), self.chance.choice(VISIBILITIES)
        person.do(WriteEntry, entry=entry, steps=(EntryStep(words=mark),), visibility=visibility)
        self.entries[entry] = Shared(somebody.id, mark, visibility, cohort)

    def revise(self, somebody: Somebody) -> None:
        """Write a new version; the earlier one becomes the author's alone."""
        cohort, person = self._working(somebody)
        for entry, shared in self._entries(somebody):
            mark, visibility = self._mark(somebody), self.chance.choice(VISIBILITIES)
            words = (EntryStep(words=mark),)
            person.do(ReviseEntry, entry=entry, after=shared.versions, steps=words, visibility=visibility)
            self.entries[entry] = Shared(somebody.id, mark, visibility, cohort, shared.versions + 1)

    def share(self, somebody: Somebody) -> None:
        """Change who may read an entry."""
        cohort, person = self._working(somebody)
        for entry, shared in self._entries(somebody):
            shared.visibility, shared.cohort = self.chance.choice(VISIBILITIES), cohort
            person.do(ShareEntry, entry=entry, visibility=shared.visibility)

    def plan(self, somebody: Somebody) -> None:
        """Write the problem."""
        _, person = self._working(somebody)
        mark, before = self._mark(somebody), self.plans.get(somebody.id)
        person.do(WritePart, part=PART, after=before.versions if before else 0, answers={"problem": mark})
        now = before or Shared(somebody.id, "", "private", "", 0)
        now.mark, now.versions = mark, now.versions + 1
        self.plans[somebody.id] = now

    def share_plan(self, somebody: Somebody) -> None:
        """Change who may read the plan."""
        cohort, person = self._working(somebody)
        if plan := self.plans.get(somebody.id):
            plan.visibility, plan.cohort = self.chance.choice(VISIBILITIES), cohort
            person.do(SharePlan, visibility=plan.visibility)

    def draft(self, somebody: Somebody) -> None:
        """Begin to write something."""
        _, person = self._working(somebody)
        person.do(KeepDraft, draft=uuid4().hex, slot="free/", count=1, fields={"words": self._mark(somebody)})

    def review(self, somebody: Somebody) -> None:
        """Choose reviewers."""
        cohort, person = self._working(somebody)
        others = [other for where, other in self.roles if where == cohort and other != somebody.id]
        chosen = {other for other in others if self.chance.random() < 0.3}
        person.do(ChooseReviewers, cohort=cohort, people=tuple(chosen))
        self.reviewers[cohort, somebody.id] = chosen

    def leave(self, somebody: Somebody) -> None:
        """Leave a cohort."""
        cohort, person = self._somewhere(somebody)
        person.do(LeaveCohort, cohort=cohort)
        self._out(somebody, cohort)

    def remove(self, somebody: Somebody) -> None:
        """The host removes somebody."""
        cohort, _ = self._somewhere(somebody)
        self.rooms[cohort].host.do(RemovePerson, cohort=cohort, person=somebody.id)
        self._out(somebody, cohort)

    def readmit(self, _: Somebody) -> None:
        """The host lets somebody back in."""
        for (cohort, person), (somebody, role) in list(self.gone.items())[:1]:
            made = self.rooms[cohort].host.do(ReadmitPerson, cohort=cohort, person=person)
            assert isinstance(made, PhraseMade)
            assert self.entrance.resume(made.phrase).viewer.person == person
            del self.gone[cohort, person]
            self._here(somebody, cohort, role)

    def give_role(self, somebody: Somebody) -> None:
        """The host gives another role."""
        cohort, _ = self._somewhere(somebody)
        role = self.chance.choice(("participant", "co-facilitator", "observer"))
        self.rooms[cohort].host.do(GiveRole, cohort=cohort, person=somebody.id, role=role)
        self.roles[cohort, somebody.id] = role

    def erase(self, somebody: Somebody) -> None:
        """Erase everything and begin anew; seldom, so that there is something to see."""
        if self.chance.random() > 0.15:
            return
        _, person = self._somewhere(somebody)
        work = person.course.see(YourWork())
        assert isinstance(work, WorkView)
        marks = set(MARK.findall(_text(person, TakeAlong())))
        person.do(EraseWork, mark=work.mark)
        for cohort in list(somebody.courses):
            self._out(somebody, cohort)
        self.gone = {key: kept for key, kept in self.gone.items() if kept[0] is not somebody}
        self.erased |= marks
        self.entries = {name: each for name, each in self.entries.items() if each.author != somebody.id}
        self.plans.pop(somebody.id, None)
        self.people[self.people.index(somebody)] = Somebody()

    def look(self, somebody: Somebody) -> None:
        """Look at everything, in every cohort, and compare with what is true."""
        for cohort, person in somebody.courses.items():
            own = self.private.get(somebody.id, set())
            allowed = own | {each.mark for each in self._all() if self._may_read(somebody.id, cohort, each)}
            found = set(MARK.findall("".join(_text(person, query) for query in self._queries(cohort))))
            assert found <= allowed, (somebody.id, found - allowed)
            shared = {each.mark for each in self._all() if self._may_read(somebody.id, cohort, each)}
            assert shared <= found, "what is shared is not shown"
            assert not found & self.erased
            self.seen += len(found)
        assert somebody.told <= somebody.watched

    def _queries(self, cohort: str) -> list[Query]:
        authors = {author for _, author in self.roles} | {person for _, person in self.gone}
        others = [query for author in authors for query in (SharedLog(author=author), SharedPlan(author=author))]
        own: list[Query] = [WholeLog(), ImprovementPlan(), TakeAlong(), Cohorts(), MyCohort(cohort=cohort)]
        return [*others, *own, *(CohortPeople(cohort=each) for each in self.rooms)]

    def _may_read(self, viewer: str, cohort: str, shared: Shared) -> bool:
        role, theirs = self.roles.get((cohort, viewer)), self.roles.get((cohort, shared.author))
        if viewer == shared.author or shared.cohort != cohort or theirs is None or role in {None, "observer"}:
            return False
        leads = role in {"facilitator", "co-facilitator"}
        return {
            "private": False,
            "facilitator": leads,
            "reviewers": viewer in self.reviewers.get((cohort, shared.author), ()),
            "cohort": True,
        }[shared.visibility]

    def _here(self, somebody: Somebody, cohort: str, role: str) -> None:
        course = self.rooms[cohort].course_of(Viewer(somebody.id, cohort))
        somebody.courses[cohort] = Person(course)
        self.roles[cohort, somebody.id] = role
        for topic in (f"reflection/{other}" for _, other in self.roles):
            try:
                course.watch(topic, partial(somebody.told.add, topic))
                somebody.watched.add(topic)
                assert topic == f"reflection/{somebody.id}"
            except CourseError:
                assert topic != f"reflection/{somebody.id}" or role == "observer"

    def _out(self, somebody: Somebody, cohort: str) -> None:
        person = somebody.courses.pop(cohort)
        self.gone[cohort, somebody.id] = somebody, self.roles.pop((cohort, somebody.id))
        for query in (WholeLog(), TakeAlong(), MyCohort(cohort=cohort)):
            assert _text(person, query) == ""

    def _somewhere(self, somebody: Somebody) -> tuple[str, Person]:
        return self.chance.choice(list(somebody.courses.items()))

    def _works(self, somebody: Somebody) -> list[str]:
        """The cohorts in which somebody does more than look on."""
        return [cohort for cohort in somebody.courses if self.roles[cohort, somebody.id] != "observer"]

    def _working(self, somebody: Somebody) -> tuple[str, Person]:
        cohort = self.chance.choice(self._works(somebody))
        return cohort, somebody.courses[cohort]

    def _entries(self, somebody: Somebody) -> list[tuple[str, Shared]]:
        mine = [(name, each) for name, each in self.entries.items() if each.author == somebody.id]
        return self.chance.sample(mine, 1) if mine else []

    def _all(self) -> list[Shared]:
        return [*self.entries.values(), *self.plans.values()]

    def _mark(self, somebody: Somebody) -> str:
        mark = f"mark-{self.chance.getrandbits(128):032x}"
        self.private.setdefault(somebody.id, set()).add(mark)
        return mark


def _text(person: Person, query: Query) -> str:
    """Everything in the answer; empty if it is refused."""
    try:
        return person.course.see(query).model_dump_json()
    except CourseError:
        return ""
