"""Who may do and see what: the rules of all subjects together."""

from typing import get_args

import pytest

from dlcourse.domain.curriculum.progress import Home
from dlcourse.domain.mywork.work import EraseWork, TakeAlong
from dlcourse.domain.policy import ANYBODY, MEANING, About, check, check_topic, permissions
from dlcourse.domain.reflection.log import SharedLog, WholeLog
from dlcourse.domain.roleplay.attempts import Brief
from dlcourse.domain.roleplay.messages import BeginPlay, Compare, Table
from dlcourse.domain.speech import Command, Query
from dlcourse.domain.viewer import Role, Viewer
from dlcourse.errors import CourseError

ANN = Viewer("ann")
OF_ANN = ("reflection/ann", "drafts/ann", "portfolio/ann", "certificate/ann")

NO_TOPICS = (
    "",
    "ann",
    "/",
    "/ann",
    "reflection",
    "reflection/",
    "reflection/ann/",
    "reflection//ann",
    "drafts/ann/more",
)
OTHERS = (
    *NO_TOPICS,
    "reflection/an",
    "Reflection/ann",
    "start/ann",
    "network/ann",
    "scenario/x",
    "team/x",
    "nowhere/ann",
)


def allowed(viewer: Viewer, speech: Command | Query) -> bool:
    """Whether the viewer's roles may send this."""
    try:
        return bool(check(viewer, speech))
    except CourseError:
        return False


def test_a_person_alone_is_a_participant() -> None:
    """A person without a cohort may do everything that a participant may."""
    assert Viewer("ann", "", frozenset({"participant"})) == ANN
    assert allowed(ANN, BeginPlay(id="command-1", play="p", scenario="s", seat="x"))


@pytest.mark.parametrize("role", sorted(ANYBODY))
def test_everybody_finds_the_course_and_their_own_work(role: Role) -> None:
    """Whatever their role, everybody may open the course, and export and erase their own work."""
    viewer = Viewer("ann", "cohort", frozenset({role}))
    assert all(allowed(viewer, said) for said in (Home(), Brief(scenario="s"), TakeAlong()))
    assert allowed(viewer, EraseWork(id="command-1", mark=""))


@pytest.mark.parametrize("speech", [WholeLog(), SharedLog(author="ben"), Table(play="p")])
def test_an_observer_does_not_take_part(speech: Query) -> None:
    """Observers have no log, read none and take part in no play; another role adds its own permissions."""
    assert not allowed(Viewer("ann", "cohort", frozenset({"observer"})), speech)
    assert allowed(Viewer("ann", "cohort", frozenset({"observer", "participant"})), speech)


def test_without_any_role_nothing_is_allowed() -> None:
    """A person without any role may not even read the course."""
    nobody = Viewer("ann", "cohort", frozenset())
    assert not allowed(nobody, Brief(scenario="s"))
    with pytest.raises(CourseError, match="your role"):
        check_topic(nobody, "reflection/ann")


@pytest.mark.parametrize("speech", [Command(id="command-1"), Query()])
def test_what_has_no_rule_is_refused(speech: Command | Query) -> None:
    """A kind that no subject has a rule for is refused, whoever sends it."""
    with pytest.raises(CourseError, match="nobody here"):
        check(Viewer("ann", roles=ANYBODY), speech)


@pytest.mark.parametrize("topic", OF_ANN)
def test_own_topics_are_watched_by_their_person_alone(topic: str) -> None:
    """A topic with a person's id belongs to them, and nobody else may watch it, whatever their role."""
    assert check_topic(ANN, topic).about == "own"
    with pytest.raises(CourseError, match="not yours"):
        check_topic(Viewer("ben", "cohort", ANYBODY), topic)


@pytest.mark.parametrize("topic", OTHERS)
def test_any_other_topic_is_refused(topic: str) -> None:
    """A topic that is not the viewer's gets the same error as one that does not exist."""
    with pytest.raises(CourseError) as refused:
        check_topic(ANN, topic)
    with pytest.raises(CourseError) as others:
        check_topic(ANN, "reflection/ben")
    assert str(refused.value) == str(others.value)


def test_a_rule_names_the_streams_in_which_one_takes_part() -> None:
    """A rule about members names their streams, and a topic about members names one itself."""
    rule = check(ANN, Compare(first="p", second="q"))
    assert (rule.about, rule.streams(Compare(first="p", second="q"))) == ("member", ("play/p", "play/q"))
    assert check_topic(ANN, "play/p").streams("play/p") == ("play/p",)
    assert check(ANN, WholeLog()).streams(WholeLog()) == ()


def test_the_table_of_permissions() -> None:
    """The table has one line for each rule, by subject, in words that it explains."""
    lines = permissions()
    names = [(line.subject, line.kind, line.name) for line in lines]
    assert names == sorted(set(names))
    assert MEANING.keys() == {*get_args(About)} == {line.about for line in lines}
    by_name = {line.name: line for line in lines}
    assert (by_name["MakeChoice"].subject, by_name["MakeChoice"].kind) == ("roleplay", "command")
    assert (by_name["play/"].kind, by_name["play/"].about) == ("topic", "member")
    assert (by_name["SharedLog"].about, by_name["Brief"].about) == ("shared", "course")
    assert "observer" in by_name["Brief"].roles
    assert "observer" not in by_name["WriteEntry"].roles
