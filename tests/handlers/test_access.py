"""Everything that can be sent or watched has a rule, and what is not the viewer's is refused before any handler."""

import logging
from collections.abc import Callable, Mapping
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest

from dlcourse.course import local
from dlcourse.course.local import LocalCourse
from dlcourse.course.page_host import Host
from dlcourse.domain.cohort.messages import GiveRole
from dlcourse.domain.drafts import KeepDraft
from dlcourse.domain.matching.plan_messages import (
    DropPlan,
    DropTeam,
    NamePlan,
    PlanBegun,
    PlanOf,
    StopPlan,
    Take,
    TakeSample,
    TeamOf,
)
from dlcourse.domain.policy import by_subject
from dlcourse.domain.portfolio.certificate import IssueCertificate
from dlcourse.domain.reciprocity.messages import AskExpectation
from dlcourse.domain.reflection.entries import EntryStep, WriteEntry
from dlcourse.domain.reflection.log import SharedLog, WholeLog
from dlcourse.domain.roleplay.messages import Ask
from dlcourse.domain.scrutiny.messages import BeginRound, CloseRound
from dlcourse.domain.speech import KINDS, Command, Query
from dlcourse.domain.trial.messages import PLAN_WORDS, AskWatcher, PlanTrial
from dlcourse.domain.viewer import COHORT
from dlcourse.errors import CourseError
from dlcourse.handlers.registry import carry_out, look_up
from dlcourse.pages.registry import PAGES, page
from dlcourse.store import Store
from tests.classroom import Classroom
from tests.handlers.live.live_room import LiveRoom
from tests.handlers.mywork.test_nonsense import PLACES
from tests.person import Person

RULES = {said: rule for rules in by_subject().values() for said, rule in rules.items()}
SAID = {
    kind
    for kind in KINDS.values()
    if issubclass(kind, Command | Query) and kind not in {Command, Query} and kind.__module__.startswith("dlcourse.")
}
"""Every kind of command and query, also those that only others are kinds of."""


def is_handled(kind: type[Any]) -> bool:
    """Whether some subject handles it."""
    registered = (carry_out if issubclass(kind, Command) else look_up).registry
    return any(each in registered for each in kind.__mro__ if each is not object)


def test_everything_that_can_be_said_has_a_rule() -> None:
    """Each handled command and query has a rule, and there are no other rules."""
    assert {said for said in RULES if not isinstance(said, str)} == {kind for kind in SAID if is_handled(kind)}


def test_whatever_is_not_handled_is_only_a_family() -> None:
    """A kind without a handler exists only as a base class."""
    assert {kind.__name__ for kind in SAID if not is_handled(kind) and not kind.__subclasses__()} == set()


class Watched:
    """A course that notes which topics are watched."""

    def __init__(self, course: LocalCourse) -> None:
        self._course, self.topics = course, set[str]()
        self.do, self.see = course.do, course.see

    def watch(self, topic: str, notice: Callable[[], None]) -> Callable[[], None]:
        """Note the topic, then watch it."""
        self.topics.add(topic)
        return self._course.watch(topic, notice)


def show(course: Watched, name: str, place: Mapping[str, str]) -> None:
    """Open a page once."""
    host = Host(page(name), course, lambda _: None, lambda _: None, logging.getLogger("access"))
    host.start(place)
    host.stop()


def topics_of_a_live_session(classroom: Classroom) -> set[str]:
    """What the pages of a live session and of its cohort watch: of somebody in it, and of whoever leads it."""
    live = LiveRoom(classroom)
    (seat,) = live.enter("Ben")
    live.start()
    assert isinstance(seat.course, LocalCourse)
    assert isinstance(live.lead.course, LocalCourse)
    player, leader = Watched(seat.course), Watched(live.lead.course)
    show(player, "live", {"session": live.session})
    show(leader, "lead-live", {"cohort": live.cohort, "session": live.session})
    show(leader, "open-live", {"cohort": live.cohort})
    show(leader, "cohort-report", {"cohort": live.cohort})
    return player.topics | leader.topics


def agree_with(other: str, person: Person) -> None:
    """Ask something of another member, and let them watch a trial."""
    trial, plan = uuid4().hex, dict.fromkeys(PLAN_WORDS, "In words.")
    person.do(AskExpectation, expectation=uuid4().hex, person=other, role="Dean", whom="Tutor", what="Bring drafts.")
    person.do(PlanTrial, trial=trial, **plan, expected=1, limit=2, worse="above", on="2100-01-01")
    person.do(AskWatcher, trial=trial, person=other)


def test_everything_that_a_page_watches_has_a_rule(ann: Person, classroom: Classroom) -> None:
    """Each topic that a page watches has a rule, no rule is for any other topic, and all may be watched."""
    assert isinstance(ann.course, LocalCourse)
    member = classroom.joined("Ann").course
    assert isinstance(member, LocalCourse)
    in_cohort = Watched(member)
    agree_with(classroom.joined("Ben").id, Person(member))
    for name in ("cohort", "reciprocity", "trials", "ground-rules", "responsibility"):
        show(in_cohort, name, {})
    assert COHORT + classroom.cohort in in_cohort.topics
    ann.talk()
    ann.do(WriteEntry, entry=uuid4().hex, steps=(EntryStep(words="x"),))
    course = Watched(ann.course)
    for name in PAGES:
        for place in PLACES.get(name, [{}]):
            show(course, name, place)
    topics = course.topics | in_cohort.topics | topics_of_a_live_session(classroom)
    prefixes = {topic[: topic.index("/") + 1] for topic in topics}
    assert prefixes == {said for said in RULES if isinstance(said, str)}
    for topic in course.topics - {"plan/a-plan-of-mine"}:  # there is none
        ann.course.watch(topic, lambda: None)()


@pytest.fixture
def things(store: Store, ann: Person) -> dict[str, str]:
    """Give Ann one of everything that is identified by an id; returns the ids."""
    ids = {name: f"{name}-of-ann" for name in ("team", "plan", "round")}
    begun = PlanBegun(team=ids["team"], words="plan/plan-of-ann", wishes=0, away=False, beside="")
    store.write(lambda transaction: transaction.append("plan/plan-of-ann", 0, "command-0", "ann", [begun]))
    ann.do(TakeSample, team=ids["team"], sample="small-school")
    ann.do(BeginRound, round=ids["round"], exercise="open-practice", seat="principal")
    return ids | {"play": ann.talk()}


TOPICS = (
    "reflection/ann",
    "drafts/ann",
    "portfolio/ann",
    "certificate/ann",
    "play/{play}",
    "plan/{plan}",
    "round/{round}",
    "team/{team}",
)


@pytest.mark.parametrize("topic", TOPICS)
def test_nobody_hears_of_somebody_else(ann: Person, ben: Person, things: dict[str, str], topic: str) -> None:
    """Another person's log, drafts, portfolio, certificates, play, round or team cannot be watched."""
    heard: list[str] = []
    with pytest.raises(CourseError):
        ben.course.watch(topic.format(**things), lambda: heard.append("heard"))
    ann.do(WriteEntry, entry=uuid4().hex, steps=(EntryStep(words="x"),))
    ann.do(KeepDraft, draft=uuid4().hex, slot="free/", count=1, fields={"words": "x"})
    ann.do(Ask, play=things["play"], how="open")
    assert heard == []


@pytest.mark.parametrize("prefix", ["reflection/", "play/", "plan/"])
def test_a_refused_topic_is_as_good_as_none(ben: Person, things: dict[str, str], prefix: str) -> None:
    """A topic that is somebody else's gets the same error as one that does not exist."""
    there = {"reflection/": "ann", "play/": things["play"], "plan/": things["plan"]}[prefix]
    told = set()
    for name in (there, "not-there-at-all"):
        with pytest.raises(CourseError) as refused:
            ben.course.watch(prefix + name, lambda: None)
        told.add(str(refused.value))
    assert len(told) == 1


ASKED: dict[str, Callable[[str], Command | Query]] = {
    "team": lambda team: TeamOf(team=team),
    "team to drop": lambda team: DropTeam(id="command-1", team=team),
    "plan": lambda plan: PlanOf(plan=plan),
    "plan to take": lambda plan: Take(plan=plan, form="csv"),
    "plan to stop": lambda plan: StopPlan(id="command-1", plan=plan),
    "plan to name": lambda plan: NamePlan(id="command-1", plan=plan, name="x"),
    "plan to drop": lambda plan: DropPlan(id="command-1", plan=plan),
    "round": lambda round_: CloseRound(id="command-1", round=round_, exercise="open-practice"),
}


@pytest.mark.parametrize("what", ASKED)
def test_no_handler_sees_what_is_not_for_the_viewer(ben: Person, things: dict[str, str], what: str) -> None:
    """Something that is somebody else's, or does not exist, gets the same error before any handler is called."""
    told = set()
    with patch.object(local, "look_up", unreached), patch.object(type(carry_out), "__call__", lambda *_: unreached):
        for name in (things[what.split(maxsplit=1)[0]], "not-there-at-all"):
            asked = ASKED[what](name)
            with pytest.raises(CourseError, match=r"no such .* of yours") as refused:
                ben.course.do(asked) if isinstance(asked, Command) else ben.course.see(asked)
            told.add(str(refused.value))
    assert len(told) == 1


def unreached(*_: object) -> Any:
    """A handler that must not be called."""
    raise AssertionError("a handler was called")


def test_a_template_is_everybodys(ben: Person) -> None:
    """The template of a team file belongs to nobody, so it needs no plan."""
    assert ben.course.see(Take(form="template"))


def test_a_log_that_shares_nothing_is_as_good_as_none(ann: Person, ben: Person) -> None:
    """Another person's log that shares nothing looks the same as one that does not exist."""
    ann.do(WriteEntry, entry=uuid4().hex, steps=(EntryStep(words="x"),))
    assert ben.course.see(SharedLog(author="ann")) == ben.course.see(SharedLog(author="nobody"))


@pytest.fixture
def observer(classroom: Classroom) -> LocalCourse:
    """The course for somebody who only observes a cohort."""
    person = classroom.joined("Olga")
    classroom.host.do(GiveRole, cohort=classroom.cohort, person=person.id, role="observer")
    assert isinstance(person.course, LocalCourse)
    return person.course


def test_a_role_that_may_not_is_refused_before_any_work(observer: LocalCourse) -> None:
    """What a role does not allow is not prepared, done, seen or watched."""
    with patch.object(type(carry_out), "__call__", lambda *_: unreached), pytest.raises(CourseError, match="observer"):
        observer.do(IssueCertificate(id="command-1", name="Ann"))
    with patch.object(local, "look_up", unreached), pytest.raises(CourseError, match="you are an observer"):
        observer.see(WholeLog())
    with pytest.raises(CourseError, match="you are an observer"):
        observer.watch(f"reflection/{observer._viewer.person}", lambda: None)
