"""A figure as it is written: its title, and one or two panels with their captions and descriptions."""

from dataclasses import dataclass

from dlcourse.pages.figures.shapes import Shape


@dataclass(frozen=True)
class FigurePanel:
    """A drawing. ``caption`` is read by everybody; ``description`` says what is drawn, for those who cannot see it."""

    caption: str
    description: str
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class DrawnFigure:
    """A figure; its panels stand side by side where there is room, and otherwise one below the other."""

    name: str
    title: str
    panels: tuple[FigurePanel, ...]
