"""A scenario in a cell: by its id or from a file, checked again after each edit, its facts and its graph."""

from pathlib import Path

import pytest

import dlcourse
from dlcourse.errors import CourseError
from tests.person import GAP, STORY


def test_a_scenario_of_the_course() -> None:
    """A scenario of the course has nothing wrong with it, and its facts add up to its hidden profile."""
    scenario = dlcourse.scenario(GAP)
    assert scenario.check().empty
    facts = scenario.facts
    options = list(facts.columns[4:])
    assert facts[options].sum().idxmax() == "move-block"
    assert facts[facts.shared][options].sum().idxmax() == "buy-program"


def test_a_file_is_checked_again_after_an_edit(tmp_path: Path) -> None:
    """A file with errors is opened; each check reads it again, and what needs a sound file says what is wrong."""
    file = tmp_path / "doors.yaml"
    file.write_text(STORY.replace("leads_to: out", "leads_to: outt"))
    scenario = dlcourse.scenario(file)
    (finding,) = scenario.check().itertuples()
    assert (finding.level, finding.line) == ("error", 17)
    assert "errors: 1" in repr(scenario)
    with pytest.raises(CourseError, match=r"doors.yaml:17.*check\(\) lists everything"):
        scenario.graph()
    file.write_text(STORY)
    assert scenario.check().empty
    assert "Two doors" in repr(scenario)
    assert scenario.facts.empty


def test_a_scenario_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scenario in the home folder is found by its name."""
    monkeypatch.setenv("DLCOURSE_HOME", str(tmp_path))
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "two-doors.yaml").write_text(STORY)
    assert "Two doors" in repr(dlcourse.scenario("two-doors"))


def test_a_wrong_name_says_which_was_meant() -> None:
    """A wrong id gets the one that was meant."""
    with pytest.raises(CourseError, match="Did you mean 'the-reading-gap'"):
        dlcourse.scenario("the-reading-gapp")


def test_a_graph_is_drawn_by_jupyterlab() -> None:
    """The graph is Mermaid text, under the type by which JupyterLab draws it."""
    graph = dlcourse.scenario(GAP).graph()
    assert graph._repr_mimebundle_() == {"text/vnd.mermaid": str(graph), "text/plain": str(graph)}


def test_a_representation_is_escaped(tmp_path: Path) -> None:
    """What is wrong with a file is escaped in what a cell shows."""
    file = tmp_path / "doors.yaml"
    file.write_text(STORY.replace("id: hall", "id: <b>hall</b>"))
    assert "<b>" not in dlcourse.scenario(file)._repr_html_()
