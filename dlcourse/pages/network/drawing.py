"""The drawing of who turns to whom: people at their places, ties, a legend, and the words of its tools."""

from typing import Literal, TypedDict

from dlcourse.domain.network.views import NetworkLookView
from dlcourse.pages.network import words
from dlcourse.pages.network.description import description, headline, topics_of_pairs
from dlcourse.pages.network.figures import person_in_words
from dlcourse.pages.words import counted


class DrawnPerson(TypedDict):
    """A person in the drawing: where they stand, how many turn to them, and whether their absence cuts others off."""

    name: str
    role: str
    place: tuple[float, float]
    asked: int
    cut: bool
    label: str
    says: str


class LegendItem(TypedDict):
    """A mark of the drawing, and what it means."""

    mark: Literal["person", "cut", "arrow"]
    text: str


class DrawingWords(TypedDict):
    """What the tools of the drawing are called, and what is said of the person who is picked."""

    pick: str
    nobody: str
    larger: str
    smaller: str
    whole: str
    asked: str
    asks: str
    none: str
    leave: str


class DrawingProps(TypedDict):
    """The drawing, ``size`` wide and high; a tie is who turns to whom, by number, and what it is about."""

    title: str
    headline: str
    description: str
    size: tuple[float, float]
    people: list[DrawnPerson]
    ties: list[tuple[int, int, str]]
    legend: list[LegendItem]
    hint: str
    words: DrawingWords


def drawing_props(view: NetworkLookView) -> DrawingProps:
    """The drawing of the ties that are shown."""
    graph = view.graph
    at = {name: number for number, name in enumerate(graph.people)}
    return {
        "title": words.DRAWING,
        "headline": headline(graph, view.topic),
        "description": description(graph),
        "size": view.size,
        "people": [_person(view, name, place) for name, place in zip(graph.people, view.places, strict=True)],
        "ties": [(at[who], at[to], about) for (who, to), about in topics_of_pairs(graph).items()],
        "legend": [
            {"mark": "person", "text": words.LEGEND_PERSON},
            {"mark": "cut", "text": words.LEGEND_CUT},
            {"mark": "arrow", "text": words.LEGEND_ARROW},
        ],
        "hint": words.HINT,
        "words": _tools(),
    }


def _tools() -> DrawingWords:
    return {
        "pick": words.PICK,
        "nobody": words.NOBODY,
        "larger": words.LARGER,
        "smaller": words.SMALLER,
        "whole": words.WHOLE,
        "asked": words.ASKED,
        "asks": words.ASKS,
        "none": words.NONE_WRITTEN,
        "leave": words.LEAVE,
    }


def _person(view: NetworkLookView, name: str, place: tuple[float, float]) -> DrawnPerson:
    asked = len(view.graph.asked_by[name])
    return {
        "name": name,
        "role": view.roles.get(name, ""),
        "place": place,
        "asked": asked,
        "cut": name in view.graph.cut,
        "label": f"{name}: {counted(asked, 'person turns', 'people turn')} to them",
        "says": person_in_words(view.graph, name),
    }
