"""What subjects offer to be counted about the people of a cohort, such as their answers to an exercise.

What is measured of a person is never shown. It goes through the guard of `dlcourse.domain.overview.guard`, which shows
no figure about fewer than five people.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dlcourse.content.library import Library
from dlcourse.domain.measured import FigureWords, Measured
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry

Measure = Callable[[ReadContext], Mapping[str, Measured]]
"""Measures the viewer of a context: by what each figure is about, such as an exercise. It reads no personal words."""
DescribeFigures = Callable[[Library], Mapping[str, FigureWords]]
"""Puts all figures of a kind into words, in the order of the course. It reads files."""


@dataclass(frozen=True)
class MeasureKind:
    """A kind of figures: what they measure of a person, what they are called, and their place in lists."""

    measure: Measure
    describe: DescribeFigures
    rank: int


MEASURES: Registry[MeasureKind] = Registry("kind of figure", FLOOR)
"""By kind. Two kinds never measure the same thing, or figures could be subtracted from each other."""


def measure(kind: str, rank: int, describe: DescribeFigures) -> Callable[[Measure], Measure]:
    """Register the function that measures one person for this kind of figures."""

    def register(find: Measure) -> Measure:
        MEASURES.add(kind, MeasureKind(find, describe, rank))
        return find

    return register
