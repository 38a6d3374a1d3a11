"""Who reaches which handler, for every command, query and topic and every kind of person: as the table says."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest

from dlcourse.course import local
from dlcourse.course.local import LocalCourse
from dlcourse.domain.cohort.messages import GiveRole, RemovePerson
from dlcourse.domain.policy import ANYBODY, FACILITATORS, HOSTS, Rule, by_subject
from dlcourse.domain.speech import Command, Event, Query
from dlcourse.domain.viewer import COHORT, Viewer
from dlcourse.errors import CourseError
from dlcourse.handlers.registry import carry_out
from dlcourse.store import Store, WriteTransaction
from tests.classroom import Classroom, Member

RULES = [(said, rule) for rules in by_subject().values() for said, rule in rules.items()]


class Reached(Exception):  # noqa: N818 (it is no error)
    """A handler was reached."""


class SomethingHappened(Event):
    """Makes whoever records it a member of its stream."""


@dataclass(frozen=True)
class Somebody:
    """A person, and the roles that count: theirs in their cohort, or the host's."""

    course: LocalCourse
    roles: frozenset[str]
    person: str
    cohort: str


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Somebody]]:
    """One of each kind, and somebody who does the same in another cohort."""
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('isolation') / 'course.db'}")
    room = Classroom(store)
    elsewhere = Classroom(store, "Spring deans", room.entrance)
    found = {name: room.joined(name) for name in ("participant", "co-facilitator", "observer", "removed")}
    found["facilitator"] = room.facilitator()
    found["facilitator elsewhere"] = elsewhere.facilitator()
    for name in ("co-facilitator", "observer"):
        room.host.do(GiveRole, cohort=room.cohort, person=found[name].id, role=name)
    room.host.do(RemovePerson, cohort=room.cohort, person=found["removed"].id)
    everybody = {name: _somebody(member, room, name) for name, member in found.items()}
    host, newcomer = (room.course_of(viewer) for viewer in (Viewer(store.person), NEWCOMER))
    everybody["host"] = Somebody(host, frozenset({"participant", "host"}), store.person, room.cohort)
    everybody["newcomer"] = Somebody(newcomer, frozenset({"newcomer"}), NEWCOMER.person, room.cohort)
    yield everybody
    store.close()


NEWCOMER = Viewer("somebody-new", "", frozenset({"newcomer"}))
KINDS = (
    "participant",
    "co-facilitator",
    "observer",
    "removed",
    "facilitator",
    "facilitator elsewhere",
    "host",
    "newcomer",
)


def _somebody(member: Member, room: Classroom, name: str) -> Somebody:
    roles = {"removed": frozenset[str](), "facilitator elsewhere": frozenset({"facilitator"})}
    assert isinstance(member.course, LocalCourse)
    return Somebody(member.course, roles.get(name, frozenset({name})), member.id, room.cohort)


def may(somebody: Somebody, kind: str, rule: Rule) -> bool:
    """What the table says, for somebody who asks about their own things and about the first cohort."""
    if rule.about in {"alone", "leading"}:
        return bool(somebody.roles & (HOSTS if rule.about == "alone" else FACILITATORS))
    if rule.about != "cohort":
        return bool(somebody.roles & rule.roles)
    return kind != "facilitator elsewhere" and bool(somebody.roles & rule.roles & ANYBODY)


def about(kind: type[Command] | type[Query], somebody: Somebody) -> Any:
    """A command or query of this kind with something in each field; it names the first cohort."""
    fields: dict[str, Any] = {name: f"{name}-of-{somebody.person}" for name in kind.model_fields}
    return kind.model_construct(None, **fields | {"cohort": somebody.cohort, "form": "csv", "id": uuid4().hex})


def reaches(somebody: Somebody, speech: Any) -> bool:
    """Whether a handler is reached."""
    try:
        with patch.object(type(carry_out), "__call__", lambda *_: _reached), patch.object(local, "look_up", _reached):
            somebody.course.do(speech) if isinstance(speech, Command) else somebody.course.see(speech)
    except Reached:
        return True
    except CourseError:
        return False
    raise AssertionError("it was neither refused nor handled")


def _reached(*_: object) -> Any:
    raise Reached


def take_part(somebody: Somebody, streams: tuple[str, ...]) -> None:
    """Make them a member of these streams, unless these are cohorts."""
    for stream in streams:
        if not stream.startswith(COHORT):
            somebody.course._store.write(partial(_begin, stream=stream, person=somebody.person))


def _begin(writing: WriteTransaction, stream: str, person: str) -> None:
    if not writing.length(stream):
        writing.append(stream, 0, uuid4().hex, person, [SomethingHappened()])


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_is_what_happens(people: dict[str, Somebody], kind: str) -> None:
    """Each person reaches exactly what the table allows to their role, of their own things and in their own cohort."""
    somebody, wrong = people[kind], []
    for said, rule in RULES:
        if isinstance(said, str):
            topic = said + (somebody.cohort if rule.about == "cohort" else somebody.person)
            if rule.about == "member":
                take_part(somebody, (topic,))
            reached = watches(somebody, topic)
        else:
            speech = about(said, somebody)
            take_part(somebody, rule.streams(speech))
            reached = reaches(somebody, speech)
        if reached != may(somebody, kind, rule):
            wrong.append((said, reached))
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_reaches_what_is_somebody_elses(people: dict[str, Somebody], kind: str) -> None:
    """What only others take part in is reached by nobody, whatever their role; neither are others' topics."""
    somebody = people[kind]
    other = people["participant" if kind != "participant" else "facilitator"]
    reached = []
    for said, rule in RULES:
        if isinstance(said, str):
            if rule.about != "cohort":
                reached += [said] * watches(somebody, said + other.person)
        elif rule.about == "member" and rule.streams(speech := about(said, other)):
            take_part(other, rule.streams(speech))
            reached += [said.__name__] * reaches(somebody, speech)
    assert reached == []


def watches(somebody: Somebody, topic: str) -> bool:
    """Whether they may watch the topic."""
    try:
        somebody.course.watch(topic, lambda: None)()
    except CourseError:
        return False
    return True
