"""Reads an author's scenario file: returns the scenario and all findings.

It checks in three steps: the syntax; then the schema, ids and references, skipping malformed parts; then the story and
the profile, each if nothing that it depends on is malformed. It never changes a file.
"""

from os import PathLike, fspath
from pathlib import Path

from dlcourse.content import yaml_parser
from dlcourse.content.findings import Finding, Report, finding
from dlcourse.content.roleplay import play_checks, references, schema_check
from dlcourse.content.roleplay.shorthand import as_scenario
from dlcourse.content.roleplay.sound_parts import SoundParts, sound_parts
from dlcourse.content.schema import spots
from dlcourse.content.yaml_parser import Unreadable
from dlcourse.content.yaml_tree import Node, Scalar
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError


class CheckedScenario(Value):
    """The result of a check: all findings, errors before warnings, then by line; and the scenario.

    ``draft`` is the scenario if it can be drawn: None if the file does not fit the schema or uses unknown names.
    ``scenario`` is the same if there are no errors, so that it can be played; else None. ``profile`` has the roles,
    options and facts, as soon as those are sound.
    """

    draft: Scenario | None
    findings: tuple[Finding, ...]
    profile: Scenario | None = None

    @property
    def scenario(self) -> Scenario | None:
        """The scenario; None if there is any error."""
        return None if self.errors else self.draft

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that prevent playing it."""
        return tuple(found for found in self.findings if found.level == "error")


def check_text(text: str, name: str) -> CheckedScenario:
    """Check the text of a scenario file. ``name`` is the file's name in the findings. It never raises."""
    try:
        node = yaml_parser.parse(text)
    except Unreadable as unreadable:
        return _unreadable(unreadable, name)
    return check_tree(node, name)


def check_tree(node: Node | None, name: str) -> CheckedScenario:
    """Check a scenario file that was parsed already; None is an empty file. It never raises."""
    if node is None or (isinstance(node, Scalar) and node.empty):
        empty = finding(name, 1, "shape", "the file is empty", "Begin with 'id:', 'title:' and 'summary:'.")
        return CheckedScenario(draft=None, findings=(empty,))
    report = Report(name, as_scenario(node))
    draft, profile = _phases(report)
    return CheckedScenario(draft=draft, findings=report.findings, profile=profile)


def check_bytes(raw: bytes, name: str) -> CheckedScenario:
    """Check the bytes of a scenario file, like `check_text`. They must be UTF-8."""
    try:
        text = yaml_parser.decode(raw)
    except Unreadable as unreadable:
        return _unreadable(unreadable, name)
    return check_text(text, name)


def check_file(path: str | PathLike[str]) -> CheckedScenario:
    """Check a scenario file; a `CourseError` if it cannot be opened."""
    name = fspath(path)
    try:
        with Path(path).open("rb") as file:
            raw = file.read(yaml_parser.LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CourseError(
            name, f"the file cannot be opened ({reason})", "Check its name and that you may read it."
        ) from None
    return check_bytes(raw, name)


def read_scenario(path: str | PathLike[str]) -> Scenario:
    """The scenario in a file. Raises a `CourseError` with all errors if there are any. Warnings are allowed."""
    checked = check_file(path)
    if checked.scenario is None:
        raise _refusal(fspath(path), checked.errors)
    return checked.scenario


def _phases(report: Report) -> tuple[Scenario | None, Scenario | None]:
    """The scenario, if nothing kept it from being read; and its profile, as soon as that is sound."""
    found = list(spots(report.root, Scenario))
    scenario = schema_check.read(found, report)
    references.check(found, report)
    sound = scenario is not None and not report.failed
    parts = SoundParts(scenario, scenario) if sound else sound_parts(report)
    play_checks.check(parts, report)
    return scenario if sound else None, parts.profile


def _unreadable(unreadable: Unreadable, name: str) -> CheckedScenario:
    found = [finding(name, problem.line, "syntax", problem.message, problem.remedy) for problem in unreadable.problems]
    return CheckedScenario(draft=None, findings=tuple(sorted(found, key=lambda one: one.line)))


def _refusal(name: str, errors: tuple[Finding, ...]) -> CourseError:
    if len(errors) == 1:
        return CourseError(f"{name}:{errors[0].line}", errors[0].message, errors[0].remedy)
    listing = "; ".join(f"line {error.line}: {error.message}. {error.remedy}".rstrip(". ") for error in errors)
    return CourseError(name, f"{len(errors)} errors. {listing}", "")
