"""A network to look at: what was guessed beside what is there, the drawing and its tables, figures, the stretch map.

Every figure stands in a sentence. Where each person stands was worked out before; nothing is computed in the browser.
"""

from math import ceil
from typing import Literal, TypedDict

from dlcourse.domain.network.graph import Graph
from dlcourse.domain.network.messages import OWN
from dlcourse.domain.network.views import NetworkLookView
from dlcourse.pages.network import words
from dlcourse.pages.network.description import compared, topics_of_pairs
from dlcourse.pages.network.drawing import DrawingProps, drawing_props
from dlcourse.pages.network.figures import (
    FigureText,
    in_words,
    look_alike,
    spreads_in_words,
)
from dlcourse.pages.network.frame import NetworkFrame
from dlcourse.pages.network.words_of_figures import CONTEXT, WHY
from dlcourse.pages.props import MenuOption, TextTable, same

SHADES = 5
"""Into how many steps a share is shaded."""


class ComparedGuess(TypedDict):
    """A question, and what was guessed beside what was written down."""

    ask: str
    told: str


class GuessResult(TypedDict):
    """What one expected, and what is there."""

    title: str
    note: str
    items: list[ComparedGuess]


class TopicMenu(TypedDict):
    """The menu of topics."""

    label: str
    value: str
    choices: list[MenuOption]


class FigureSentence(TypedDict):
    """A figure: its name, how much it is, and what that says."""

    name: str
    value: str
    sentence: str


class FiguresProps(TypedDict):
    """The figures in words, and why they are no grades."""

    title: str
    why: str
    items: list[FigureSentence]


class SpreadSentence(FigureSentence):
    """How one task stretches over people; ``label`` says what its value is."""

    label: str


class StretchCell(TypedDict):
    """A share in a task: its shade from 0 to `SHADES`, and its text."""

    shade: int
    text: str


class StretchRow(TypedDict):
    """A person's shares in all tasks."""

    name: str
    cells: list[StretchCell]


class StretchProps(TypedDict):
    """How leadership stretches over people; ``empty`` says why there is nothing to see yet."""

    title: str
    why: str
    empty: str
    caption: str
    columns: list[str]
    rows: list[StretchRow]
    items: list[SpreadSentence]


class LookScreen(NetworkFrame):
    """A network as it is: ``edit`` is empty if it is not the person's own."""

    screen: Literal["look"]
    network: str
    heading: str
    about: str
    back: str
    print: str
    edit: str
    guess: GuessResult | None
    topics: TopicMenu | None
    drawing: DrawingProps
    tables: list[TextTable]
    questions: list[str]
    figures: FiguresProps
    map: StretchProps


def look_screen(frame: NetworkFrame, view: NetworkLookView) -> LookScreen:
    """What the screen draws."""
    return {
        **frame,
        "screen": "look",
        "network": view.network,
        "heading": view.title or words.OWN_TITLE,
        "about": view.about,
        "back": words.ALL_NETWORKS,
        "print": words.PRINT,
        "edit": words.EDIT if view.network == OWN else "",
        "guess": _guess(view),
        "topics": _topics(view),
        "drawing": drawing_props(view),
        "tables": [_people(view), _ties(view.graph)],
        "questions": list(look_alike(view.whole, view.counts)),
        "figures": {"title": words.FIGURES, "why": WHY, "items": [_figure(one) for one in in_words(view.figures)]},
        "map": _map(view),
    }


def _guess(view: NetworkLookView) -> GuessResult | None:
    if view.guess is None:
        return None
    told = compared(view.whole, view.guess)
    return {
        "title": words.GUESSES,
        "note": f"{CONTEXT}. {words.GUESSES_NOTE}",
        "items": [{"ask": ask, "told": told[part]} for part, ask in words.QUESTIONS],
    }


def _topics(view: NetworkLookView) -> TopicMenu | None:
    if not view.whole.topics:
        return None
    every = MenuOption(value="", text=words.EVERY_TOPIC)
    return {"label": words.TOPICS, "value": view.topic, "choices": [every, *same(view.whole.topics)]}


def _people(view: NetworkLookView) -> TextTable:
    graph = view.graph
    rows = [
        [
            name,
            view.roles.get(name, ""),
            str(len(graph.asked_by[name])),
            str(len(graph.turns_to[name])),
            words.YES if name in graph.cut else "",
        ]
        for name in graph.people
    ]
    return {"title": words.PEOPLE_TABLE, "columns": words.PEOPLE_COLUMNS, "rows": rows}


def _ties(graph: Graph) -> TextTable:
    rows = [[who, to, about] for (who, to), about in topics_of_pairs(graph).items()]
    return {"title": words.TIES_TABLE, "columns": words.TIES_COLUMNS, "rows": rows}


def _map(view: NetworkLookView) -> StretchProps:
    names = [name for name in view.whole.people if any(name in people for people in view.counts.values())]
    return {
        "title": words.MAP,
        "why": f"{CONTEXT}. {words.MAP_NOTE}",
        "empty": "" if names else words.MAP_EMPTY,
        "caption": words.MAP_CAPTION,
        "columns": [words.NAME, *view.counts],
        "rows": [_row(view, name) for name in names],
        "items": [{**_figure(one), "label": words.EVENNESS} for one in spreads_in_words(view.spreads)],
    }


def _figure(told: FigureText) -> FigureSentence:
    return {"name": told.name, "value": told.value, "sentence": told.sentence}


def _row(view: NetworkLookView, name: str) -> StretchRow:
    return {"name": name, "cells": [_share(people, name) for people in view.counts.values()]}


def _share(people: dict[str, int], name: str) -> StretchCell:
    """One cell: how dark, and what it says."""
    count, total = people.get(name, 0), sum(people.values())
    text = f"{100 * count / total:.0f}% ({count} of {total})" if count else "0"
    return {"shade": ceil(SHADES * count / total), "text": text}
