"""The course's files as one person has them: the curriculum, the shipped scenarios, and those in the home folder."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from dlcourse.content.findings import Finding
from dlcourse.content.matching.averages import read_averages
from dlcourse.content.network.ties import sample
from dlcourse.content.roleplay.scenarios import CheckedScenario, check_file
from dlcourse.content.yaml_values import read
from dlcourse.domain.curriculum.progress import Fault
from dlcourse.domain.curriculum.sessions import Curriculum
from dlcourse.domain.expertise.profile import ExpertiseList
from dlcourse.domain.matching.averages import RoleAverages
from dlcourse.domain.matching.team import Team
from dlcourse.domain.network.messages import Network
from dlcourse.domain.network.views import About
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.scrutiny.own_practice import OpeningUp
from dlcourse.domain.scrutiny.scripted_members import Case
from dlcourse.domain.selfcheck.readiness import SelfCheck
from dlcourse.domain.selfcheck.sorting import SortingExercise
from dlcourse.domain.speech import Value
from dlcourse.errors import CourseError

V = TypeVar("V", bound=Value)
MOST_TOLD = 100
"""Findings of one file that are told in full."""


@dataclass(frozen=True)
class Book:
    """A scenario that can be played; ``own`` where it is not the course's."""

    scenario: Scenario
    own: bool


@dataclass(frozen=True)
class Shelf:
    """All scenarios that can be played, the course's first, and the own files that cannot."""

    books: tuple[Book, ...]
    faults: tuple[Fault, ...]


class Library:
    """Reads files when asked, so that an author sees the edit just made; an unchanged file is not read again."""

    def __init__(self, data: Path, own: Iterable[Path] = ()) -> None:
        """``data`` is the course's data folder; ``own`` are folders or files of scenarios that a person brings."""
        self._data, self._own = data, tuple(own)

    def curriculum(self) -> Curriculum:
        """The declared course."""
        return read(self._data / "course.yaml", Curriculum)

    def samples(self) -> dict[str, Path]:
        """The folders of the sample teams, by their ids."""
        return {folder.name: folder for folder in sorted((self._data / "teams").iterdir()) if folder.is_dir()}

    def sorting(self, exercise: str) -> SortingExercise:
        """The sorting exercise with this id."""
        return self._exercise(exercise, SortingExercise)

    def selfcheck(self, check: str) -> SelfCheck:
        """The self-check with this id."""
        return self._exercise(check, SelfCheck)

    def case(self, exercise: str) -> Case:
        """The solo scrutiny round with this id."""
        return self._exercise(exercise, Case)

    def opening_up(self, exercise: str) -> OpeningUp:
        """The exercise on one's own practice with this id."""
        return self._exercise(exercise, OpeningUp)

    def expertise(self) -> ExpertiseList:
        """The list of expertises to rate oneself on."""
        return self._exercise("expertise", ExpertiseList)

    def team(self, name: str) -> Team:
        """The sample team of this name; `CourseError` where there is none."""
        folder = self._data / "teams" / name
        if folder not in (self._data / "teams").iterdir():
            raise CourseError("team", f"there is none called '{name}'", "Choose one from the sessions.")
        return _team(folder, tuple(sorted(path.stat().st_mtime_ns for path in folder.iterdir())))

    def role_averages(self) -> RoleAverages:
        """The occupations' average figures of the O*NET database."""
        return read_averages(self._data / "occupations" / "onet-education-roles.csv")

    def networks(self) -> tuple[About, ...]:
        """The sample networks, the smallest first."""
        found = (read(path, About) for path in (self._data / "networks").glob("*/about.yaml"))
        return tuple(sorted(found, key=lambda about: about.people))

    def network(self, network: str) -> tuple[About, Network]:
        """The sample network with this id; a `CourseError` where there is none."""
        about = next((each for each in self.networks() if each.id == network), None)
        if about is None:
            raise CourseError("network", f"there is none called '{network}'", "Choose one from the list.")
        return about, sample(self._data / "networks" / network)

    def _exercise(self, exercise: str, kind: type[V]) -> V:
        known = {path.stem: path for path in (self._data / "exercises").glob("*.yaml")}
        if exercise not in known:
            raise CourseError("exercise", f"there is none called '{exercise}'", "Choose one from the sessions.")
        return read(known[exercise], kind)

    def shelf(self) -> Shelf:
        """Every scenario, and what is wrong with the own files that have errors."""
        books = {path.stem: Book(_playable(path), own=False) for path in self._shipped()}
        faults: list[Fault] = []
        for path in self._own_files():
            found = _own(path, books)
            if isinstance(found, Fault):
                faults.append(found)
            else:
                books[found.scenario.id] = found
        return Shelf(tuple(books.values()), tuple(faults))

    def scenario(self, scenario_id: str) -> Scenario:
        """The scenario with this id; `CourseError` where none can be played."""
        shipped = {path.stem: path for path in self._shipped()}
        if scenario_id in shipped:
            return _playable(shipped[scenario_id])
        for book in self.shelf().books:
            if book.scenario.id == scenario_id:
                return book.scenario
        raise CourseError("scenario", f"there is none called '{scenario_id}'", "Choose one from the home page.")

    def _shipped(self) -> list[Path]:
        return sorted((self._data / "scenarios").glob("*.yaml"))

    def _own_files(self) -> list[Path]:
        found = (file for place in self._own for file in _yaml_files(place))
        return list({file.resolve(): file for file in found}.values())


def _yaml_files(place: Path) -> list[Path]:
    if not place.is_dir():
        return [place] if place.exists() else []
    try:
        found = [path for path in place.iterdir() if path.suffix in {".yaml", ".yml"}]
    except OSError:
        return [place]  # it is told among the faults
    return sorted(path for path in found if not path.name.startswith("."))


def _playable(path: Path) -> Scenario:
    checked = _checked(path)
    if checked.scenario is None:
        raise CourseError(path.name, "it has errors", f"Run `dlcourse check {path.name}` and mend them.")
    return checked.scenario


def _own(path: Path, taken: Container[str]) -> Book | Fault:
    try:
        checked = _checked(path)
    except CourseError as error:
        return Fault(file=path.name, findings=(f"{error.what}. {error.remedy}",))
    if checked.scenario is None:
        return Fault(file=path.name, findings=tuple(_told(checked.findings)))
    if checked.scenario.id in taken:
        return Fault(file=path.name, findings=(_taken(checked.scenario.id),))
    return Book(checked.scenario, own=True)


def _told(findings: Sequence[Finding]) -> Iterator[str]:
    """The first hundred findings as they read below their file's name, and how many more there are."""
    yield from (found.beside_its_file for found in findings[:MOST_TOLD])
    if len(findings) > MOST_TOLD:
        yield f"And {len(findings) - MOST_TOLD:,} more."


def _taken(scenario_id: str) -> str:
    return f"Another scenario is called '{scenario_id}' already. Give this one an id of its own."


def _checked(path: Path) -> CheckedScenario:
    try:
        status = path.stat()
    except OSError:
        return check_file(path)  # which says why it cannot be opened
    return _checked_once(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8)
def _team(folder: Path, changed: tuple[int, ...]) -> Team:  # noqa: ARG001 (they make an edited team new)
    from dlcourse.content.matching.teams import read_team  # only where a team is asked for

    reading = read_team(folder)
    if reading.team is None:
        raise CourseError(reading.problems[0].where, reading.problems[0].message, reading.problems[0].remedy)
    return reading.team


@lru_cache(maxsize=256)
def _checked_once(path: Path, changed: int, size: int) -> CheckedScenario:  # noqa: ARG001 (they make an edited file new)
    return check_file(path)
