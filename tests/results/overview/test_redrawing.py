"""Dashboards: drawn again when something changes, each question asked once, and nothing sent that has not changed."""

import json

import altair as alt
import ipywidgets  # type: ignore[import-untyped]
import pytest
from pandas import DataFrame  # type: ignore[import-untyped]

from dlcourse import files
from dlcourse.course.local import LocalCourse
from dlcourse.domain.speech import Query, View
from dlcourse.domain.viewer import Viewer
from dlcourse.errors import CourseError
from dlcourse.results.overview import reach, redrawing
from dlcourse.results.overview.cohort_results import CohortResults
from dlcourse.results.overview.redrawing import WORDS, Dashboard
from dlcourse.widgets.chart import ChartWidget
from dlcourse.widgets.redrawn import Redrawn
from tests.classroom import Classroom
from tests.made_up import MadeUp
from tests.serving import until

NOTEBOOKS = ("before-you-begin", "overview", "live", "debrief")


class Counted(LocalCourse):
    """A course that counts what it is asked."""

    asked: list[str] = []

    def see(self, query: Query) -> View:
        """Note the question."""
        self.asked.append(type(query).__name__)
        return super().see(query)


def charts(widget: ipywidgets.Widget) -> list[ChartWidget]:
    """All charts in a widget."""
    inside = [chart for child in getattr(widget, "children", ()) for chart in charts(child)]
    return [widget, *inside] if isinstance(widget, ChartWidget) else inside


def words(widget: ipywidgets.Widget) -> str:
    """All texts in a widget."""
    inside = "".join(words(child) for child in getattr(widget, "children", ()))
    return str(getattr(widget, "value", "")) + inside if isinstance(widget, ipywidgets.HTML) else inside


def count(cohort: CohortResults) -> str:
    """How many people are in a cohort."""
    return f"{len(cohort.people)} people"


def test_a_drawing_follows_the_cohort_and_its_controls(classroom: Classroom) -> None:
    """Whoever joins is drawn by itself, a control draws at once, and a round asks each question once."""
    made = classroom.course_of(Viewer(classroom.store.person))
    course = Counted(classroom.store, classroom.store.person, made._library)
    board = Dashboard(course=course)
    size = ipywidgets.IntSlider(value=2)
    shown = board.show(count)
    other = board.show(lambda cohort, size: f"{count(cohort)}, {size} at a table", size=size)
    assert (words(shown), words(other)) == ("<p>0 people</p>", "<p>0 people, 2 at a table</p>")
    size.value = 3
    assert words(other) == "<p>0 people, 3 at a table</p>"
    course.asked.clear()
    classroom.joined("Ann")
    until(lambda: words(other) == "<p>1 people, 3 at a table</p>")
    assert words(shown) == "<p>1 people</p>"
    assert course.asked.count("CohortProgress") <= 3  # a round for each notice, with two drawings each
    board.close()


def test_whoever_leads_no_cohort_is_told_what_to_do_once(classroom: Classroom) -> None:
    """Without a cohort, a dashboard says so in one place, and its drawings show nothing."""
    board = Dashboard(course=classroom.joined("Ann").course)
    shown = board.show(count)
    assert WORDS["none"] in words(board)
    assert shown.children == ()


def test_a_drawing_that_fails_says_so_in_its_place(classroom: Classroom) -> None:
    """The sentence of a course error is shown; another fault fails in its cell, or later in its place alone."""
    board = Dashboard(course=classroom.course_of(Viewer(classroom.store.person)))
    faults: list[Exception] = []

    def draw(cohort: CohortResults) -> str:
        for fault in faults:
            raise fault
        return count(cohort)

    shown, beside = board.show(draw), board.show(count)
    faults.append(KeyError("secret"))
    with pytest.raises(KeyError):
        board.show(draw)
    board._draw_again()
    assert "KeyError" in words(shown)
    assert "secret" not in words(shown)
    assert words(beside) == "<p>0 people</p>"
    faults[:] = [CourseError("cohort", "it is gone", "Choose another.")]
    board._draw_again()
    assert "it is gone" in words(shown)
    board.close()


def test_a_chart_is_sent_again_only_if_it_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same widget draws the next chart; figures can be shown as a table, with nobody's markup in it."""
    place = Redrawn()
    place.draw(alt.Chart(DataFrame({"name": ["<b>Ann</b>"], "share": [0.5]})).mark_bar().encode(x="share", y="name"))
    (chart,) = charts(place)
    assert chart.spec["width"] == "container"
    changes: list[object] = []
    chart.observe(changes.append, "spec")
    place.draw(alt.Chart(DataFrame({"name": ["<b>Ann</b>"], "share": [0.5]})).mark_bar().encode(x="share", y="name"))
    assert changes == []
    place.draw(alt.Chart(DataFrame({"name": ["Ann"], "share": [0.7]})).mark_bar().encode(x="share", y="name"))
    assert (len(changes), charts(place)) == (1, [chart])
    place.draw(DataFrame({"first_seen": ["<b>Ann</b>", None], "share": [0.5, 1.0]}))
    assert "&lt;b&gt;Ann" in words(place)
    assert all(part in words(place) for part in ("first seen", "<td", ">-<", ">0.5<", ">1<"))
    place.draw(None)
    assert words(place) == "<p>There is nothing to show yet.</p>"


def test_the_notebooks_draw_a_cohort_in_which_much_has_happened(
    made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every chart and table of the notebooks for facilitators has something in it, whatever is chosen."""
    monkeypatch.setattr(redrawing, "here", made_up.course)
    monkeypatch.setattr(reach, "_server", lambda: "")
    for stem in NOTEBOOKS:
        names: dict[str, object] = {}
        for cell in json.loads((files.notebooks() / "facilitator" / f"{stem}.ipynb").read_text("utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                exec("".join(cell["source"]), names)
        board = names["board"]
        assert isinstance(board, Dashboard)
        assert board._places
        for place in board._places:
            shown = "".join(words(place))
            assert "This appears when" not in shown or place._controls
            assert charts(place) or shown
        board.close()
