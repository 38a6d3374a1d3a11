"""Finds the scenarios that a person can play: those of the course, and those in their own files."""

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from dlcourse.content.findings import Finding
from dlcourse.content.library import Library
from dlcourse.content.roleplay.scenarios import CheckedScenario, check_file
from dlcourse.domain.names import unknown
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.roleplay.shelf import Book, Fault, Shelf
from dlcourse.errors import CourseError

MOST_LISTED = 100
"""How many findings of one file are listed."""


def shelf(library: Library) -> Shelf:
    """Every scenario, and the errors in a person's own files."""
    books = {path.stem: Book(_playable(path), own=False) for path in _shipped(library)}
    faults: list[Fault] = []
    for path in _own_files(library):
        found = _own(path, books)
        if isinstance(found, Fault):
            faults.append(found)
        else:
            books[found.scenario.id] = found
    return Shelf(tuple(books.values()), tuple(faults))


def playable_scenario(library: Library, scenario_id: str) -> Scenario:
    """The scenario with this id; `CourseError` if none can be played."""
    shipped = {path.stem: path for path in _shipped(library)}
    if scenario_id in shipped:
        return _playable(shipped[scenario_id])
    books = {book.scenario.id: book.scenario for book in shelf(library).books}
    if scenario_id in books:
        return books[scenario_id]
    raise unknown("scenario", scenario_id, books, "Choose one from the home page.")


def is_in_folder(folder: Path, scenario_id: str) -> bool:
    """Whether a file of this folder has the scenario with this id, and it can be played."""
    found = (_own(path, ()) for path in _yaml_files(folder))
    return any(isinstance(one, Book) and one.scenario.id == scenario_id for one in found)


def _shipped(library: Library) -> list[Path]:
    return sorted((library.data / "scenarios").glob("*.yaml"))


def _own_files(library: Library) -> list[Path]:
    found = (file for place in library.own for file in _yaml_files(place))
    return list({file.resolve(): file for file in found}.values())


def _yaml_files(place: Path) -> list[Path]:
    if not place.is_dir():
        return [place] if place.exists() else []
    try:
        found = [path for path in place.iterdir() if path.suffix in {".yaml", ".yml"}]
    except OSError:
        return [place]  # it is reported as a fault
    return sorted(path for path in found if not path.name.startswith("."))


def _playable(path: Path) -> Scenario:
    checked = _checked(path)
    if checked.scenario is None:
        raise CourseError(path.name, "it has errors", f"Run `dlcourse check {path.name}` and fix them.")
    return checked.scenario


def _own(path: Path, taken: Container[str]) -> Book | Fault:
    try:
        checked = _checked(path)
    except CourseError as error:
        return Fault(file=path.name, findings=(f"{error.what}. {error.remedy}",))
    if checked.scenario is None:
        return Fault(file=path.name, findings=tuple(_listed(checked.findings)))
    if checked.scenario.id in taken:
        return Fault(file=path.name, findings=(_taken(checked.scenario.id),))
    return Book(checked.scenario, own=True)


def _listed(findings: Sequence[Finding]) -> Iterator[str]:
    """The first hundred findings, as shown below the name of their file, and how many more there are."""
    yield from (found.beside_its_file for found in findings[:MOST_LISTED])
    if len(findings) > MOST_LISTED:
        yield f"And {len(findings) - MOST_LISTED:,} more."


def _taken(scenario_id: str) -> str:
    return f"Another scenario is already called '{scenario_id}'. Give this one its own id."


def _checked(path: Path) -> CheckedScenario:
    try:
        status = path.stat()
    except OSError:
        return check_file(path)  # it says why the file cannot be opened
    return _checked_once(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _checked_once(path: Path, changed: int, size: int) -> CheckedScenario:  # noqa: ARG001 (so that an edited file is read again)
    return check_file(path)
