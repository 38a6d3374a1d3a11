"""Reads a YAML file of the course into one value. The whole file is checked before any of it is used."""

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from dlcourse.content import yaml_parser
from dlcourse.content.findings import Report
from dlcourse.content.schema import spots, validated
from dlcourse.content.schema_errors import SchemaErrorReporter
from dlcourse.content.yaml_parser import Unreadable
from dlcourse.content.yaml_tree import Group
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

V = TypeVar("V", bound=Value)


def read(path: Path, kind: type[V]) -> V:
    """The value in the file. It is read again if the file has changed. `CourseError` with the first problem in it."""
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise CourseError(str(path), f"it cannot be read ({error.strerror})", "Install dlcourse again.") from None
    value = _read(path, kind, changed)
    assert isinstance(value, kind)
    return value


@lru_cache(maxsize=32)
def _read(path: Path, kind: type[Value], changed: int) -> Value:  # noqa: ARG001 (so that an edited file is read again)
    try:
        root = yaml_parser.parse(yaml_parser.decode(path.read_bytes()))
    except Unreadable as unreadable:
        line, what, remedy = unreadable.problems[0]
        raise CourseError(f"{path}:{line}", what, remedy) from None
    report = Report(str(path), root or Group(1, {}, {}))
    found = list(spots(report.root, kind))
    value, errors = validated(found, kind, None)
    reporter = SchemaErrorReporter(found, {}, report)
    for error in errors:
        reporter.add(error)
    if value is None:
        first = report.findings[0]
        raise CourseError(f"{path}:{first.line}", first.message, first.remedy)
    return value
