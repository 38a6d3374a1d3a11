"""Pages of one person follow each other: what is done on one shows on another, wherever both are open."""

from uuid import uuid4

import pytest

from dlcourse.course.local import LocalCourse
from dlcourse.domain.matching.board import PutPerson
from dlcourse.domain.matching.plan_messages import TakeSample
from dlcourse.domain.mywork.work import EraseWork, WorkView, YourWork
from dlcourse.domain.network.messages import AddColleagues
from dlcourse.domain.roleplay.messages import BeginPlay
from dlcourse.domain.selfcheck.readiness import Introduce, Rate
from dlcourse.domain.speech import MINE, Command
from dlcourse.errors import CourseError
from tests.pages.conftest import Reader
from tests.person import GAP, Person

SOMEBODY = {"person": "Yuki Tanaka", "task": "Safe way to school", "part": "learner"}
DEEDS: list[tuple[str, dict[str, str], Command]] = [
    ("matchboard", {"team": "small-school"}, PutPerson(id="a-command", team="small-school", **SOMEBODY)),
    ("network", {"network": "own"}, AddColleagues(id="a-command", names=("Ada",))),
    ("plan", {}, TakeSample(id="a-command", team="a-team-1", sample="small-school")),
    ("self-check", {"check": "readiness"}, Rate(id="a-command", check="readiness", statement="asked-before", level=3)),
    ("home", {}, Introduce(id="a-command", name="Ann")),
]
"""A page, where it opens, and something that the same person does elsewhere."""


@pytest.mark.parametrize(("name", "place", "command"), DEEDS, ids=[name for name, _, _ in DEEDS])
def test_a_page_shows_what_was_done_elsewhere(
    name: str, place: dict[str, str], command: Command, course: LocalCourse
) -> None:
    """A page that is open shows what its person does in another window, without being asked."""
    reader = Reader(name, course)
    before = reader.start(**place)
    course.do(command)
    assert reader.hears() != before
    assert reader.shows == {**Reader(name, course).start(**place), "saved": reader.shows["saved"]}


def test_the_start_of_a_role_play_lists_a_play_that_began_elsewhere(course: LocalCourse) -> None:
    """A play that was begun in another window appears among the attempts; this page stays where it is."""
    reader = Reader("roleplay", course)
    assert not reader.start(scenario=GAP)["attempts"]
    course.do(BeginPlay(id="a-command", play="a-play-1", scenario=GAP, seat="principal"))
    assert reader.hears()["attempts"]
    assert reader.shows["screen"] == "brief"


def test_a_page_does_not_look_again_after_its_own_change(course: LocalCourse) -> None:
    """After its own command, a page has reloaded already and is not drawn once more."""
    reader = Reader("matchboard", course)
    reader.start(team="small-school")
    reader.say("PutPerson", team="small-school", **SOMEBODY)
    drawn = len(reader.shown)
    reader.catch_up()
    assert len(reader.shown) == drawn


def test_nobody_is_told_what_others_do(ann: Person, ben: Person) -> None:
    """A person is told of their own deeds only, and may not watch the topic of anybody else."""
    told: list[str] = []
    ben.course.watch(MINE, lambda: told.append("ben"))
    ann.course.watch(MINE, lambda: told.append("ann"))
    ann.begin()
    assert told == ["ann"]
    with pytest.raises(CourseError, match="not yours"):
        ben.course.watch(f"{MINE}ann", lambda: None)


def test_following_goes_on_after_an_erasure(course: LocalCourse) -> None:
    """After everything was erased, which gives the person of the home another id, pages still follow."""
    reader = Reader("matchboard", course)
    empty = reader.start(team="small-school")
    course.do(PutPerson(id=uuid4().hex, team="small-school", **SOMEBODY))
    reader.hears()
    work = course.see(YourWork())
    assert isinstance(work, WorkView)
    course.do(EraseWork(id=uuid4().hex, mark=work.mark))
    assert reader.hears()["view"] == empty["view"]
    course.do(PutPerson(id=uuid4().hex, team="small-school", **SOMEBODY))
    assert reader.hears()["view"] != empty["view"]


PLACES = {
    "inquiry": {"part": "00-start-here"},
    "scrutiny": {"exercise": "open-practice"},
    "own-practice": {"exercise": "own-practice"},
    "self-check": {"check": "readiness"},
    "check-again": {"check": "readiness"},
    "judgment": {"exercise": "judgment", "time": "before"},
    "sorting": {"exercise": "sorting"},
    "averages": {"team": "small-school"},
    "matchboard": {"team": "small-school"},
    "roleplay": {"scenario": GAP},
    "network": {},
    "plan": {},
    "home": {},
    "principles": {},
}
"""Pages, each with a place where it opens."""


@pytest.mark.parametrize("name", PLACES)
def test_a_page_that_looks_takes_the_request(name: str, course: LocalCourse) -> None:
    """A page that says that it looks again takes the request to do so, and shows the same if nothing has changed."""
    reader = Reader(name, course)
    if reader.start(**PLACES[name]).get("looks"):
        before = reader.shows
        assert reader.say("LookAgain") == before
