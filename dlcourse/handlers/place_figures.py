"""What a subject knows of a person's own place, for the model of a place in session 09: only what they entered."""

from collections.abc import Callable

from dlcourse.domain.place_figures import PLACE_CHOICES, PlaceFigure
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.registry import FLOOR
from dlcourse.registration import Registry

FindFigures = Callable[[ReadContext], tuple[PlaceFigure, ...]]
"""Finds what the viewer has entered about their place in one subject. It never returns anything of anybody else's."""
PLACE_FIGURES: Registry[FindFigures] = Registry("source of figures of a place", FLOOR)


def place_figure_source(subject: str) -> Callable[[FindFigures], FindFigures]:
    """Register the function that finds a person's figures in this subject."""
    return PLACE_FIGURES.register(subject)


def place_figures(context: ReadContext) -> tuple[PlaceFigure, ...]:
    """Everything that the viewer has entered about their place, in the order of the choices that it is about."""
    found = (figure for find in PLACE_FIGURES.values() for figure in find(context))
    return tuple(sorted(found, key=lambda figure: PLACE_CHOICES.index(figure.choice)))
