"""The guard of all figures about people: nobody can single out fewer than five people by looking at them.

A figure consists of cells. A cell counts the answers of at least `FEWEST` people, and once it was published, it is only
ever cut into parts of at least as many. So whatever somebody subtracts from what, the result is about whole parts of
cells. It follows that a figure is shown from five people on, that it moves on when five more people wait, and that
whoever leaves, erases their work or answers anew is still counted as before until five people of one cell have changed.

Closing a cohort does not let the last few in: subtracting what was shown before would show what they answered.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from dlcourse.domain.measured import Measured
from dlcourse.domain.speech import Event, Value

FEWEST = 5
"""The least number of people in a figure, in what it moves on by, and in any difference between figures."""

Counts = Mapping[str, Mapping[str, int]]
"""How many people gave each answer to each question."""


class CellAdded(Value):
    """A new cell: the ids of its people, the mark of what each of them answered, and the counts of all of them."""

    people: tuple[str, ...]
    marks: tuple[str, ...]
    counts: dict[str, dict[str, int]]


class PartTaken(Value):
    """People whose answers in a cell do not hold any more, and the counts that go with them."""

    cell: int
    people: tuple[str, ...]
    counts: dict[str, dict[str, int]]


class FigureMoved(Event):
    """A figure was published anew. Ids of people are in it so that it can move on; they are never shown."""

    figure: str
    added: CellAdded | None = None
    taken: tuple[PartTaken, ...] = ()


@dataclass(frozen=True)
class Cell:
    """People who came into a figure together, by id with their marks, and the counts of their answers."""

    people: Mapping[str, str]
    counts: Counts


@dataclass(frozen=True)
class PublishedFigure:
    """A figure as it was published last; ``moved`` is when that was (ISO 8601, UTC), or empty.

    ``spent`` is what was once counted and then taken out, by person and mark. It never comes back: together with other
    people, it could be told apart from those with whom it was counted before.
    """

    cells: tuple[Cell, ...] = ()
    moved: str = ""
    spent: frozenset[tuple[str, str]] = frozenset()

    @property
    def people(self) -> int:
        """How many people are in it: none, or at least `FEWEST`."""
        return sum(len(cell.people) for cell in self.cells)

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many people gave each answer to each question."""
        return added_up(cell.counts for cell in self.cells)


def next_move(name: str, figure: PublishedFigure, now: Mapping[str, Measured]) -> FigureMoved | None:
    """The move that this figure can make, given what is measured ``now`` of each person; None if it has to wait."""
    parts = (_part_to_take(number, cell, now) for number, cell in enumerate(figure.cells))
    taken = tuple(part for part in parts if part)
    gone = {part.cell: frozenset(part.people) for part in taken}
    counted = set[str]().union(*(cell.people.keys() - gone.get(n, frozenset()) for n, cell in enumerate(figure.cells)))
    waiting = {person: now[person] for person in now.keys() - counted if (person, now[person].mark) not in figure.spent}
    added = _cell_of(waiting) if len(waiting) >= FEWEST else None
    return FigureMoved(figure=name, added=added, taken=taken) if added or taken else None


def moved_on(figure: PublishedFigure, event: FigureMoved, at: str) -> PublishedFigure:
    """The figure after this move."""
    cells, spent = list(figure.cells), set(figure.spent)
    for part in event.taken:
        spent |= {(person, cells[part.cell].people[person]) for person in part.people}
        cells[part.cell] = _without(cells[part.cell], part)
    if event.added:
        people = dict(zip(event.added.people, event.added.marks, strict=True))
        cells.append(Cell(people, event.added.counts))
    return PublishedFigure(tuple(cells), at, frozenset(spent))


def added_up(parts: Iterable[Counts]) -> dict[str, dict[str, int]]:
    """The sum of these counts."""
    found: dict[str, Counter[str]] = {}
    for part in parts:
        for question, answers in part.items():
            found.setdefault(question, Counter()).update(answers)
    return {question: {answer: n for answer, n in answers.items() if n} for question, answers in found.items()}


def _part_to_take(number: int, cell: Cell, now: Mapping[str, Measured]) -> PartTaken | None:
    """The part of a cell that does not hold any more, if both that part and what is left of the cell are large enough.

    Nobody's answers are stored with the figure. What the others still answer is subtracted from the whole cell.
    """
    held = [person for person, mark in cell.people.items() if (each := now.get(person)) and each.mark == mark]
    changed = len(cell.people) - len(held)
    if changed < FEWEST or 0 < len(held) < FEWEST:
        return None
    counts = _minus(cell.counts, added_up(_counted(now[person], cell.counts) for person in held))
    if counts is None:
        return None
    return PartTaken(cell=number, people=tuple(sorted(cell.people.keys() - set(held))), counts=counts)


def _minus(whole: Counts, part: Counts) -> dict[str, dict[str, int]] | None:
    """The difference; None if the part is not in the whole, which only damaged or restored work can lead to."""
    rest = {question: Counter(answers) for question, answers in whole.items()}
    for question, answers in part.items():
        rest[question].subtract(answers)
    if any(n < 0 for answers in rest.values() for n in answers.values()):
        return None
    return {question: {answer: n for answer, n in answers.items() if n} for question, answers in rest.items()}


def _without(cell: Cell, part: PartTaken) -> Cell:
    gone = frozenset(part.people)
    people = {person: mark for person, mark in cell.people.items() if person not in gone}
    return Cell(people, _minus(cell.counts, part.counts) or {})


def _cell_of(waiting: Mapping[str, Measured]) -> CellAdded:
    """The cell of these people. A question that some of them were not asked is left out."""
    people = tuple(sorted(waiting))
    asked = frozenset.intersection(*(frozenset(each.answers) for each in waiting.values()))
    counts = added_up(_counted(waiting[person], asked) for person in people)
    return CellAdded(people=people, marks=tuple(waiting[person].mark for person in people), counts=counts)


def _counted(measured: Measured, asked: Collection[str]) -> Counts:
    return {question: {answer: 1} for question, answer in measured.answers.items() if question in asked}
