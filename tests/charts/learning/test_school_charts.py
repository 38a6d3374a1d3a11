"""The charts of a school: what they say and name is what their drawings know."""

from dlcourse.charts.learning import changes_drawing, curves_drawing, regions_drawing
from dlcourse.charts.learning.changes import changes_chart
from dlcourse.charts.learning.curves import curves_chart
from dlcourse.charts.learning.regions import regions_chart
from dlcourse.domain.learning.messages import SchoolChange
from dlcourse.engines.learning.curves import Curves
from dlcourse.pages.learning import words
from dlcourse.pages.learning.change_words import MINUS

FLAT = Curves(((0.0, 0.0), (0.5, 0.01)), ((0.1, 0.0), (0.4, 0.02)))
GAIN, UNSURE, LOSS = (
    SchoolChange(choice="openness", level=level, by=by, error=0.01)
    for level, by in (("open", 0.2), ("half", 0.01), ("closed", -0.1))
)


def test_the_drawings_know_the_names(bundles: object) -> None:
    """A kind of line, change or region has the same name in the drawing's scale and in the words."""
    assert [words.SHARED, words.EACH] == curves_drawing.WHAT
    assert [words.GAIN, words.UNSURE, words.LOSS] == changes_drawing.KINDS
    assert [words.AHEAD_TITLE, words.AHEAD_EXPERTISE, words.AHEAD_NOBODY] == regions_drawing.AHEAD


def test_curves_stand_beside_the_school_at_first(bundles: object) -> None:
    """Two schools have four lines in the drawing and four columns in the table; one alone has two of each."""
    both, alone = curves_chart({words.YOURS: FLAT, words.FIRST: FLAT}, 200), curves_chart({words.PLACE: FLAT}, 200)
    assert len(both.spec["datasets"]["rows"]) == 2 * len(alone.spec["datasets"]["rows"]) == 8
    assert (len(both.columns), len(alone.columns)) == (5, 3)
    assert both.rows[0] == ("0", "0 (0 to 0)", "10 (10 to 10)", "0 (0 to 0)", "10 (10 to 10)")


def test_changes_say_how_sure_they_are(bundles: object) -> None:
    """The greatest sure gain stands in the sentence with its band, and what is unsure is counted."""
    chart = changes_chart((GAIN, UNSURE, LOSS))
    assert chart.says == (
        "Open doors would gain most: +20 points, between +18 and +22. For one change, the difference could be chance."
    )
    assert [row["kind"] for row in chart.spec["datasets"]["rows"]] == [words.GAIN, words.UNSURE, words.LOSS]
    assert chart.rows[2] == ("Closed doors", "E2", f"{MINUS}10", f"{MINUS}12 to {MINUS}8")
    assert changes_chart((LOSS,)).says == "No single change brings a sure gain."


def test_a_region_is_named_only_where_it_is_sure(bundles: object) -> None:
    """A square says what is ahead and by how much, and a question mark where that is too close to tell."""
    chart = regions_chart({(0.2, 0.9): GAIN, (0.4, 0.9): UNSURE, (1.0, 0.0): LOSS})
    assert chart.says == "The title does better in 1 of 3 schools, what works in 1; in 1 they are too close to tell."
    drawn = [(row["ahead"], row["text"]) for row in chart.spec["datasets"]["rows"]]
    assert drawn == [("The title", "+20"), ("Too close to tell", "?"), ("What works", "+10")]
