"""Reads the course's own YAML files, each into one value, checked as a whole before any of it is used."""

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

V = TypeVar("V", bound=Value)


def read(path: Path, kind: type[V]) -> V:
    """The value in the file, read again once the file has changed; `CourseError` with the first thing wrong in it."""
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise CourseError(str(path), f"it cannot be read ({error.strerror})", "Install dlcourse again.") from None
    value = _read(path, kind, changed)
    assert isinstance(value, kind)
    return value


@lru_cache(maxsize=32)
def _read(path: Path, kind: type[Value], changed: int) -> Value:  # noqa: ARG001 (it makes an edited file new)
    try:
        return kind.model_validate(YAML(typ="safe", pure=True).load(path.read_text("utf-8")))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CourseError(f"{path}:{line}", str(error.problem), "Mend the file.") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise CourseError(f"{path}: {place}", first["msg"], "Mend the file.") from None
