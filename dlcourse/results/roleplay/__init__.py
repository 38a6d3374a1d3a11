"""Plays as a table, and a scenario with its facts and its checks."""

from pathlib import Path
from typing import TYPE_CHECKING

from dlcourse.results.registry import add_table, result_call

if TYPE_CHECKING:
    from dlcourse.results.roleplay.scenario_results import ScenarioResults

add_table("plays", "dlcourse.results.roleplay.plays")


@result_call
def scenario(source: str | Path) -> "ScenarioResults":
    """A scenario for those who write or facilitate it: what is wrong with it, its facts, and its scenes.

    ``source`` is the id of a scenario of the course, that of one in the home folder, or the path of a scenario file.
    It gives away what the case hides. Raises a `CourseError` if there is no such scenario.

    >>> gap = dlcourse.scenario("the-reading-gap")
    >>> gap.check().empty
    True
    >>> gap.facts.shared.sum().item()
    8
    >>> gap.graph().splitlines()[0]
    'flowchart TD'
    """
    from dlcourse.results.roleplay.scenario_results import read  # only once somebody asks

    return read(source)
