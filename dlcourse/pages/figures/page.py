"""The page of a figure. It needs no course and no kernel: what it shows is in the code."""

from dataclasses import dataclass
from typing import Any, TypedDict

from dlcourse.domain.names import unknown
from dlcourse.errors import CourseError
from dlcourse.pages.figures import (
    accountability,
    adding_up,
    aims_first,
    circle,
    coherent_whole,
    delegation,
    hidden_profile,
    line_of_a_task,
    purpose,
    stretched_over,
    trial,
)
from dlcourse.pages.figures.panels import DrawnFigure, FigurePanel
from dlcourse.pages.figures.shapes import WIDTH, Shape
from dlcourse.pages.messages import LookAgain, Takes
from dlcourse.pages.program import Page, Raw, Step
from dlcourse.pages.props import PageProps, page_props

ALL = (
    purpose,
    delegation,
    coherent_whole,
    hidden_profile,
    aims_first,
    stretched_over,
    accountability,
    trial,
    circle,
    adding_up,
    line_of_a_task,
)
FIGURES: dict[str, DrawnFigure] = {module.FIGURE.name: module.FIGURE for module in ALL}
"""Every figure by its name, in the order of the sessions."""


@dataclass(frozen=True)
class FigureState:
    """The name that was asked for."""

    name: str


class PanelProps(TypedDict):
    """A drawing with its size in units, what is read below it, and what is said to those who cannot see it."""

    caption: str
    description: str
    width: int
    height: int
    shapes: list[Shape]


class FigureProps(PageProps):
    """What the page draws. If there is no such figure, it is ``missing`` and the notice says which was meant."""

    title: str
    missing: bool
    panels: list[PanelProps]


def init(place: Raw) -> Step[FigureState]:
    """Remember which figure it is."""
    return FigureState(str(place.get("name", ""))), ()


def update(state: FigureState, message: Any) -> Step[FigureState]:  # noqa: ARG001 (a figure does not change)
    """Stay as it is."""
    return state, ()


def props(state: FigureState) -> FigureProps:
    """What the page draws."""
    found = FIGURES.get(state.name)
    return {
        **page_props("figure", {"name": state.name}, notice=None if found else _no_figure(state.name)),
        "title": found.title if found else "",
        "missing": found is None,
        "panels": [panel_props(panel) for panel in found.panels] if found else [],
    }


def panel_props(panel: FigurePanel) -> PanelProps:
    """A panel as it is drawn."""
    return {
        "caption": panel.caption,
        "description": panel.description,
        "width": WIDTH,
        "height": panel.height,
        "shapes": list(panel.shapes),
    }


def _no_figure(name: str) -> CourseError:
    return unknown("figure", name, FIGURES, f"Choose one of {', '.join(FIGURES)}.")


PAGE = Page("figure", init, Takes("figure", (LookAgain,)), update, props)
