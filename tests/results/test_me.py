"""What a person did, as tables: always the same columns, what they may see and nothing else, here and over the wire."""

import pytest

import dlcourse
from dlcourse.domain.curriculum.progress import Home, HomeView
from dlcourse.errors import CourseError
from dlcourse.results.me import MyResults, result_table, with_all_tables
from dlcourse.results.registry import TABLES
from dlcourse.results.tables import DTYPES
from tests.person import Person
from tests.results.active import LONG, WiredCourse, do_everything

NEVER_EMPTY = {"progress"}


def tables(person: Person) -> MyResults:
    """The tables of a person."""
    return with_all_tables()(person.course)


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_has_its_columns(name: str, ann: Person) -> None:
    """Whoever has done nothing gets every table, with its columns and their types."""
    frame = tables(ann).table(name)
    assert frame.empty == (name not in NEVER_EMPTY)
    assert {column: str(kind) for column, kind in frame.dtypes.items()} == {
        each.name: each.dtype for each in result_table(name).columns
    }


def test_tables_hold_what_was_done(ann: Person) -> None:
    """Every table holds what the person did, with the same types as before, whether the course is here or far."""
    do_everything(ann)
    far = with_all_tables()(WiredCourse(ann.course))
    for name in TABLES:
        frame = tables(ann).table(name)
        assert not frame.empty, name
        assert {column: str(kind) for column, kind in frame.dtypes.items()} == {
            each.name: each.dtype for each in result_table(name).columns
        }
        assert frame.equals(far.table(name)), name
    check_each(tables(ann))


def check_each(mine: MyResults) -> None:
    """What the tables of this person say."""
    (entry,) = mine.log.itertuples()
    assert entry.words == f"What happened\n{LONG}\n\nThe end."
    assert (entry.principles, entry.confidence, entry.versions) == (("P1", "P9"), 4, 1)
    (promise,) = mine.commitments.itertuples()
    assert (promise.what, str(promise.by.date()), promise.outcome) == ("Ask the cook.", "2100-02-01", "partly")
    whole, begun = mine.plays.itertuples()
    assert (whole.attempt, whole.ended, whole.mentions >= 0) == (1, True, True)
    assert (begun.ended, mine.plays.solved.isna().tolist()) == (False, [False, True])
    assert mine.self_check[["observed", "level"]].to_json(orient="values") == "[[false,null],[true,5]]"
    assert mine.answers.result.isna().tolist() == [False, True]
    assert mine.answers.words.tolist() == ["", "Because."]
    assert {"heard", "said", "learned", "trying", "practice", "eyes"} == set(mine.scrutiny.kind)
    assert mine.inquiry[["field", "version", "newest"]].values.tolist() == [["problem", 1, True]]
    assert mine.check_ins.outcome.count() == 1
    (expectation,) = mine.reciprocity.itertuples()
    assert (expectation.stage, expectation.side, expectation.time) == ("offered", "asker", "One hour.")
    (trial,), (reading,) = mine.trials.itertuples(), mine.trial_readings.itertuples()
    assert (trial.stage, trial.breached, reading.value, reading.breach) == ("stopped", True, 9, True)
    (plan,) = mine.plans.itertuples()
    assert (plan.sample, plan.standing, plan.uncovered, plan.greatest_load) == ("small-school", "made", 0, 0.75)
    sample, own = mine.networks.itertuples()
    assert (sample.network, sample.articulation[0], own.density) == ("lakeside-school", "Samuel Acheampong", 0.5)


def test_a_table_has_the_chart_of_its_page(ann: Person) -> None:
    """The chart of a table is the one that its page draws, as an Altair chart; before there is one, it says so."""
    for name in ("progress", "log", "self_check"):
        with pytest.raises(CourseError, match="nothing to draw"):
            tables(ann).chart(name)
    do_everything(ann)
    view = ann.course.see(Home())
    assert isinstance(view, HomeView)
    assert view.chart
    drawn = tables(ann).chart("progress").to_dict()
    assert (drawn["title"]["text"], " ".join(drawn["title"]["subtitle"])) == (view.chart.title, view.chart.says)
    assert drawn["datasets"] == view.chart.spec["datasets"]
    with pytest.raises(CourseError, match="Did you mean 'log'"):
        tables(ann).chart("logs")


def test_nobody_gets_what_others_did(ann: Person, ben: Person) -> None:
    """The tables of one person are empty whatever another person of the same course did."""
    do_everything(ann)
    assert [name for name in TABLES if not tables(ben).table(name).empty] == sorted(NEVER_EMPTY)
    assert not tables(ben).progress.begun.any()


def test_what_the_exercise_hides_is_missing(ann: Person) -> None:
    """The best answer to a situation is missing until the exercise shows it, and figures until one has guessed."""
    do_everything(ann)
    judged = tables(ann).answers.query("exercise == 'judgment'")
    assert judged.best.isna().all()
    assert set(tables(ann).networks.network) == {"lakeside-school", "own"}


def test_a_wrong_name_says_which_was_meant(ann: Person) -> None:
    """A table that does not exist is refused, and the most similar one is named."""
    mine = tables(ann)
    with pytest.raises(AttributeError, match="Did you mean 'plays'"):
        _ = mine.play
    for ask in (mine.columns, mine.table):
        with pytest.raises(CourseError, match="Did you mean 'log'"):
            ask("logs")


def test_tables_explain_themselves(ann: Person) -> None:
    """The docstring of a table and `columns` say what each column means; the representations name every table."""
    mine = tables(ann)
    for name in TABLES:
        assert getattr(type(mine), name).__doc__ == result_table(name).text
        assert mine.columns(name).dtype.isin(DTYPES.values()).all()
        assert name in repr(mine)
        assert f"<code>{name}</code>" in mine._repr_html_()
        assert f"``{name}``" in str(dlcourse.me.__doc__)
    assert set(TABLES) <= set(dir(mine))
