"""A scenario in a notebook: what is wrong with it, its facts, and the graph of its scenes."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dlcourse import files
from dlcourse.content.roleplay.mermaid import flowchart
from dlcourse.content.roleplay.scenarios import CheckedScenario, check_file
from dlcourse.course.home import place
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.errors import CourseError
from dlcourse.results.html import html_table
from dlcourse.results.names import unknown
from dlcourse.results.tables import Column, Row, data_frame

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

FINDING_COLUMNS = (
    Column("line", "whole", "the line of the file; the first is 1"),
    Column("level", "text", "error or warning"),
    Column("code", "text", "the kind of problem"),
    Column("message", "text", "what is wrong"),
    Column("remedy", "text", "what to do about it"),
)
FACT_COLUMNS = (
    Column("fact", "text", "the id of the fact"),
    Column("text", "text", "the fact"),
    Column("shared", "yes/no", "whether everybody has it from the start"),
    Column("held_by", "names", "the ids of the roles that have it"),
)


class SceneGraph(str):
    """A graph of scenes as Mermaid text. JupyterLab draws it."""

    __slots__ = ()

    def __repr__(self) -> str:
        """The text itself, line by line."""
        return str(self)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/vnd.mermaid": str(self), "text/plain": str(self)}


class ScenarioResults:
    """A scenario: ``check()`` says what is wrong, ``facts`` is a DataFrame, ``graph()`` draws the scenes.

    It gives away what the case hides, so it is for those who write or facilitate it.
    """

    def __init__(self, path: Path) -> None:
        """``path`` is the scenario file. Raises a `CourseError` if it cannot be opened."""
        self.path, self._checked = path, check_file(path)

    def check(self) -> "DataFrame":
        """What is wrong with the file now: ``line``, ``level``, ``code``, ``message``, ``remedy``; empty if nothing.

        The file is read again, so you can edit it and check again.
        """
        self._checked = check_file(self.path)
        found = self._checked.findings
        rows = ((each.line, each.level, each.code, each.message, each.remedy) for each in found)
        return data_frame(FINDING_COLUMNS, rows)

    @property
    def facts(self) -> "DataFrame":
        """The facts: ``fact``, ``text``, ``shared``, ``held_by``, and a column for each option.

        The column of an option says how far a fact speaks for it; below 0, against it. Raises a `CourseError` if the
        file has errors.
        """
        scenario = self._drawn()
        options = tuple(
            Column(option.id, "whole", f"how far it speaks for {option.name}") for option in scenario.options
        )
        return data_frame((*FACT_COLUMNS, *options), _facts(scenario))

    def graph(self) -> SceneGraph:
        """The scenes and what leads from one to another, as Mermaid text, which JupyterLab draws.

        Raises a `CourseError` if the file is not well formed or uses unknown names.
        """
        return SceneGraph(flowchart(self._drawn()))

    def __repr__(self) -> str:
        """The title, and how many problems there are."""
        return f"Scenario {_title(self._checked) or self.path.name}: {_problems(self._checked)}"

    def _repr_html_(self) -> str:
        found = self._checked.findings
        rows = ((str(each.line), each.level, each.message, each.remedy) for each in found)
        return html_table(repr(self), ("line", "level", "message", "remedy"), rows)

    def _drawn(self) -> Scenario:
        if self._checked.draft is None:
            first = self._checked.findings[0]
            raise CourseError(f"{self.path}:{first.line}", first.message, f"{first.remedy} check() lists everything.")
        return self._checked.draft


def read(source: str | Path) -> ScenarioResults:
    """The scenario with this id, or in this file; see ``dlcourse.scenario``."""
    own = place() / "scenarios"
    known = {path.stem: path for folder in (own, files.data() / "scenarios") for path in sorted(folder.glob("*.yaml"))}
    if str(source) in known:
        return ScenarioResults(known[str(source)])
    path = Path(source).expanduser()
    if not path.exists():
        raise unknown("scenario", f"there is none called '{source}', and no file of this name", str(source), known)
    return ScenarioResults(path)


def _facts(scenario: Scenario) -> Iterator[Row]:
    shared = {fact.id for fact in scenario.shared}
    for fact in scenario.facts:
        weights = (fact.weight(option.id) for option in scenario.options)
        yield fact.id, fact.text, fact.id in shared, fact.held_by, *weights


def _title(checked: CheckedScenario) -> str:
    return checked.draft.title if checked.draft else ""


def _problems(checked: CheckedScenario) -> str:
    errors, all_ = len(checked.errors), len(checked.findings)
    return f"errors: {errors}, warnings: {all_ - errors}" if all_ else "nothing is wrong with it"
