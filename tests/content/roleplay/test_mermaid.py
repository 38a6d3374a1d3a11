"""The scene graph is Mermaid text that no title can break."""

import re

import pytest

from dlcourse.content.roleplay.mermaid import flowchart
from dlcourse.content.roleplay.scenarios import check_text
from dlcourse.domain.roleplay.scenario import End, Scenario
from tests.content.roleplay.broken import GOOD


def good() -> Scenario:
    """The good file's scenario."""
    scenario = check_text(GOOD, "x").scenario
    assert scenario is not None
    return scenario


def test_the_graph_shows_scenes_ways_and_conditions() -> None:
    """The graph is a flowchart with a box for each scene and an arrow for each way, with its condition."""
    assert flowchart(good()) == (
        "flowchart TD\n"
        "  begin(( )) --> s0\n"
        '  s0["crossroads"]\n'
        '  s1[["meeting<br/>The meeting"]]\n'
        '  s2["hallway"]\n'
        '  s3(["good-week<br/>A good week"])\n'
        '  s4(["bad-week"])\n'
        '  s0 -->|"ask-first"| s1\n'
        '  s0 -->|"decide-alone"| s1\n'
        '  s1 -->|"reroute"| s3\n'
        '  s1 -->|"later-bell"| s2\n'
        '  s2 -->|"again<br/>if trust #62;#61; 2 and gate-blocked not heard and meeting.reroute not chosen"| s3\n'
        '  s2 -->|"give-up<br/>if trust #60; 9 and meeting.later-bell chosen"| s4\n'
    )


@pytest.mark.parametrize("title", ['a"b', "a|b]", "a\nb", "%% x", "end", "`md`", "a; b", "#quot;", "<script>"])
def test_titles_cannot_break_the_graph(title: str) -> None:
    """Whatever a title contains, its line stays one box."""
    scenario = good().model_copy(update={"start": "a", "scenes": (End(id="a", text="x", title=title),)})
    lines = flowchart(scenario).splitlines()
    assert len(lines) == 3
    assert re.fullmatch(r"""  s0\(\["a<br/>(?:[\w .,:()'-]|#\d+;)*"\]\)""", lines[2])
