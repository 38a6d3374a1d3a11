"""``dlcourse.cohort()``: a cohort as tables for those who lead it, with figures about people behind the guard."""

import pytest

import dlcourse
from dlcourse.domain.cohort.messages import GiveRole
from dlcourse.domain.overview.long_table import FigureRow
from dlcourse.errors import CourseError
from dlcourse.results.overview.cohort_results import TABLES, CohortResults, led_cohort
from dlcourse.results.tables import DTYPES
from tests.classroom import Classroom, Member
from tests.handlers.live.live_room import LiveRoom
from tests.handlers.overview.learner import SESSION, be_sure, learn
from tests.results.active import WiredCourse
from tests.serving import until

ALWAYS = {"people", "progress", "stuck", "plays", "yardsticks"}
"""Tables that have rows before anybody has done anything."""


def cohort_of(member: Member, which: str = "") -> CohortResults:
    """The tables of the cohort that this person leads."""
    return led_cohort(which, member.course)


def test_tables_have_their_columns_and_what_was_done(classroom: Classroom) -> None:
    """Every table has its columns from the start, and says what five people did, whether the course is here or far."""
    faye = classroom.facilitator()
    assert tuple(column.name for column in TABLES["figures"].columns) == FigureRow._fields
    for name in TABLES:
        frame = cohort_of(faye).table(name)
        assert frame.empty == (name not in ALWAYS), name
        types = {column: str(kind) for column, kind in frame.dtypes.items()}
        assert types == {each.name: each.dtype for each in TABLES[name].columns}
    people = [classroom.joined(f"P{number}") for number in range(5)]
    for person in people:
        learn(person)
    be_sure(people[0], 4, visibility="facilitator")
    live = LiveRoom(classroom)
    live.enter("Uma", "Vic")
    live.start()
    here, far = cohort_of(faye), led_cohort("autumn deans", WiredCourse(faye.course))
    for name in TABLES:
        assert not here.table(name).empty, name
        assert here.table(name).equals(far.table(name)), name
    check_each(here)


def check_each(cohort: CohortResults) -> None:
    """What the tables say."""
    assert cohort.people.query("role == 'participant'").name.tolist()[:2] == ["P0", "P1"]
    stuck = cohort.stuck.query("session == '01-what-it-is'")
    assert stuck.reached.tolist()[:2] == [5, 5]
    assert stuck.reached.isna().tolist() == [False, False, True]
    (gap,) = cohort.plays.query(f"scenario == '{SESSION[3:]}'").itertuples()
    assert (gap.people, gap.solved + gap.decoy <= 5) == (5, True)
    sorting = cohort.sorting
    assert set(sorting.groupby("situation").people.sum()) == {5}
    assert sorting.query("answer == 'distribution'").people.unique().tolist() == [5]
    check = cohort.self_check
    assert (set(check["mean"]), set(check.people), set(check.more), set(check.unseen)) == ({3.0}, {5}, {5}, {0})
    assert cohort.confidence.people.tolist() == [0, 0, 0, 5, 0]
    (made,) = cohort.commitments.itertuples()
    assert (made.made, made.answered, made.kept, str(made.due)) == (5, 5, 5, "<NA>")
    (shared,) = cohort.shared.itertuples()
    assert (shared.author, shared.words, shared.visibility) == ("P0", "I asked the cook first.", "facilitator")
    assert cohort.groups.phase.tolist() == ["brief"] or len(cohort.groups) == 1
    assert cohort.figures.of_people.min() >= 5


def test_only_whoever_leads_gets_a_cohort(classroom: Classroom) -> None:
    """A participant and somebody who leads another cohort get none of it; a co-facilitator gets it by its name."""
    ann, cole = classroom.joined("Ann"), classroom.joined("Cole")
    elsewhere = Classroom(classroom.store, "Spring deans", classroom.entrance).facilitator()
    with pytest.raises(CourseError, match="you lead none"):
        cohort_of(ann)
    with pytest.raises(CourseError, match="you lead none called 'Autumn deans'"):
        cohort_of(elsewhere, "Autumn deans")
    classroom.host.do(GiveRole, cohort=classroom.cohort, person=cole.id, role="co-facilitator")
    assert cohort_of(cole, "AUTUMN deans").id == cohort_of(cole, classroom.cohort).id == classroom.cohort
    with pytest.raises(CourseError, match="2 that this could be"):
        led_cohort("", classroom.host.course)


def test_a_notebook_is_told_of_changes(classroom: Classroom) -> None:
    """A function is called after something was done in the cohort or somebody joined, until that is ended."""
    faye, heard = classroom.facilitator(), list[str]()
    stop = cohort_of(faye).on_change(lambda: heard.append("changed"))
    ann = classroom.joined("Ann")
    until(lambda: heard)
    heard.clear()
    be_sure(ann)
    until(lambda: heard)
    stop()


def test_tables_of_a_cohort_explain_themselves(classroom: Classroom) -> None:
    """The docstring of a table and `columns` say what each column means, and a wrong name which one was meant."""
    cohort = cohort_of(classroom.facilitator())
    for name in TABLES:
        assert getattr(type(cohort), name).__doc__ == TABLES[name].text
        assert cohort.columns(name).dtype.isin(DTYPES.values()).all()
        assert name in repr(cohort)
        assert f"<code>{name}</code>" in cohort._repr_html_()
    with pytest.raises(AttributeError, match="Did you mean 'sorting'"):
        _ = cohort.sortings
    with pytest.raises(CourseError, match="Did you mean 'plays'"):
        cohort.table("play")
    assert "cohort" in dir(dlcourse)
