"""The made-up cohort: alive in every figure, with people of all kinds, and the same each time."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dlcourse.cli import main
from dlcourse.content.library import Library
from dlcourse.course.home import ELSEWHERE, STORE
from dlcourse.domain.live.queries import LiveSessions
from dlcourse.domain.live.seat_views import LiveSessionsView
from dlcourse.errors import CourseError
from dlcourse.files import data
from dlcourse.results.overview.cohort_results import TABLES, led_cohort
from dlcourse.results.overview.redrawing import OncePerRound
from dlcourse.sample.calendar import DAYS
from dlcourse.sample.cohort import KINDS, SampleCohort
from dlcourse.sample.home import MARK, fill, is_filled, is_made_up
from dlcourse.sample.people import WHOLE_COURSE, made_up_people
from tests.made_up import MadeUp

TOGETHER = {"ground-rules", "responsibility", "reciprocity", "trial", "open-practice"}
"""Kinds of exercises that people do with each other."""


def test_every_table_of_a_cohort_has_something_in_it(made_up: MadeUp) -> None:
    """Each table has rows and published figures that differ, in a cohort of seven weeks with one live session open."""
    cohort = led_cohort("", OncePerRound(made_up.course()))
    assert [name for name in TABLES if cohort.table(name).empty] == []
    people = cohort.table("people")
    assert (people.role == "participant").sum() == len(made_up_people())
    assert people.finished.nunique() > 3
    assert cohort.table("plays").solved.between(1, 20).any()
    assert cohort.table("groups").solved.dropna().nunique() == 2
    assert cohort.table("confidence").people.notna().all()
    assert (cohort.table("self_check").again >= 5).all()
    kept = cohort.table("commitments")
    assert (kept[["kept", "partly", "not_kept", "dropped"]].sum() > 0).all()
    assert (kept.made > kept.answered.fillna(0)).any()
    assert people.joined.is_monotonic_increasing
    joined = people.joined.dt.tz_localize(None).dt.normalize()
    assert (people.last_seen.dropna() >= joined[people.last_seen.notna()]).all()
    assert sorted(cohort.table("groups").phase) == ["debrief"] * 4 + ["talk"]
    view = made_up.course(people.person[1]).see(LiveSessions())
    assert isinstance(view, LiveSessionsView)
    assert len(view.sessions) == 1


def test_there_is_somebody_for_each_kind_of_exercise() -> None:
    """Whatever kind an exercise is of, the made-up people know how to do it; some of them do the whole course."""
    curriculum = Library(data()).curriculum()
    assert {exercise.kind for exercise in curriculum.exercises} <= KINDS.keys() | TOGETHER
    assert [session.id for session in curriculum.sessions] == list(DAYS)
    assert max(person.sessions for person in made_up_people()) == WHOLE_COURSE == len(DAYS)


def test_a_home_with_work_in_it_is_left_alone(made_up: MadeUp, tmp_path: Path) -> None:
    """The cohort goes into an empty folder only, and a database cannot hold it; nothing is changed then."""
    assert is_made_up(made_up.home)
    before = (made_up.home / "course.db").read_bytes()
    with pytest.raises(CourseError, match="there is work in this course folder already"):
        fill(made_up.home, lambda done, of: None)
    assert (made_up.home / "course.db").read_bytes() == before
    refused = CliRunner().invoke(main, ["serve", "--sample-cohort", "--database", "sqlite:///x.db"])
    assert "kept in a course folder" in refused.output


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of a whole cohort, make two files like those of a home."""

    def make(place: Path, _: object) -> SampleCohort:
        for name in (STORE, "certificate-key.json"):
            (place / name).write_text("made up")
        return SampleCohort("c", "join", "key")

    monkeypatch.setattr("dlcourse.sample.home.make_sample_cohort", make)


@pytest.mark.usefixtures("quickly")
@pytest.mark.parametrize("name", [ELSEWHERE, "certificate-key.json", "door-key"])
def test_a_home_whose_work_is_elsewhere_is_left_alone(tmp_path: Path, name: str) -> None:
    """A home with its work in another database gets no made-up people, and keeps the key of its certificates."""
    (tmp_path / name).write_text("theirs")
    with pytest.raises(CourseError, match="there is work in this course folder already"):
        fill(tmp_path, lambda done, of: None)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [(name, "theirs")]


def test_work_that_was_begun_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If somebody opens the course there while the cohort is being made, their work stays, without a mark."""

    def make(_: Path, __: object) -> SampleCohort:
        (tmp_path / STORE).write_text("theirs")
        return SampleCohort("c", "join", "key")

    monkeypatch.setattr("dlcourse.sample.home.make_sample_cohort", make)
    with pytest.raises(CourseError, match="there is work in this course folder already"):
        fill(tmp_path, lambda done, of: None)
    assert not is_made_up(tmp_path)
    assert (tmp_path / STORE).read_text() == "theirs"


@pytest.mark.usefixtures("quickly")
def test_made_up_people_are_never_there_without_their_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If copying breaks off, the mark is there and the store is not; the next start begins again."""
    with monkeypatch.context() as broken:
        broken.setattr("shutil.copy2", lambda *_: Path(tmp_path, "no", "folder").touch())
        with pytest.raises(CourseError, match="nothing can be kept there"):
            fill(tmp_path, lambda done, of: None)
    assert (is_made_up(tmp_path), is_filled(tmp_path)) == (True, False)
    fill(tmp_path, lambda done, of: None)
    assert is_filled(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["certificate-key.json", STORE, MARK]
