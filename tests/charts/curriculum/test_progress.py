"""How far somebody is, as a chart: the marks, the sentence and the table tell of the same exercises."""

from dlcourse.charts.curriculum.progress import progress_chart
from dlcourse.domain.chart import Chart
from dlcourse.domain.curriculum.progress import marks
from dlcourse.domain.sessions import Curriculum, Exercise, Session


def session(name: str, exercises: tuple[str, ...], *, is_open: bool = True) -> Session:
    """A session in which each of these exercises counts."""
    made = tuple(
        Exercise(id=each, kind="sort", of=each, title=f"Title of {each}", minutes=5, principles=())
        for each in exercises
    )
    return Session(
        id=name, title=f"Session {name}", summary="", minutes=20, open=is_open, exercises=made, done_when=exercises
    )


COURSE = Curriculum(
    title="The course",
    summary="",
    sessions=(
        session("01", ("a", "b")),
        session("02", ("c",)),
        session("03", ()),
        session("04", ("d",), is_open=False),
    ),
)


def chart(*done: str) -> Chart | None:
    """The chart of somebody who has done these exercises."""
    return progress_chart(marks(COURSE, done))


def test_each_exercise_that_counts_has_a_mark() -> None:
    """The open sessions with exercises are drawn in their order, each with its exercises, the done ones first."""
    drawn = chart("b")
    assert drawn
    rows = drawn.spec["datasets"]["rows"]
    assert [row["name"] for row in rows if "name" in row] == ["Session 01", "Session 02"]
    assert [(row["session"], row["place"], row["exercise"], row["state"]) for row in rows if "place" in row] == [
        ("Session 01", 0, "Title of b", "done"),
        ("Session 01", 1, "Title of a", "to do"),
        ("Session 02", 0, "Title of c", "to do"),
    ]


def test_the_table_and_the_sentence_say_it_too() -> None:
    """The sentence counts exercises and whole sessions; the table says of each session what is left."""
    drawn = chart("b", "c")
    assert drawn
    assert drawn.says == "You have done 2 of 3 exercises that count. That completes 1 session."
    assert drawn.rows == (("Session 01", "1 of 2 done", "Title of a"), ("Session 02", "1 of 1 done", "Nothing"))
    begun = chart("b")
    assert begun
    assert begun.says == "You have done 1 of 3 exercises that count. No session is complete yet."


def test_whoever_has_done_nothing_sees_no_chart() -> None:
    """Before the first exercise is done there is nothing to draw, and what is not open does not count."""
    assert chart() is None
    assert chart("d") is None
