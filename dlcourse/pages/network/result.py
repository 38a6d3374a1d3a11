"""A network to look at: what was guessed beside what is there, the drawing and its tables, figures, the stretch map.

Every figure stands in a sentence. Where each person stands was worked out before; nothing is computed in the browser.
"""

from math import ceil

from dlcourse.domain.network.graph import Graph
from dlcourse.domain.network.messages import OWN
from dlcourse.domain.network.views import NetworkLookView
from dlcourse.pages.network.description import compared, description, headline
from dlcourse.pages.network.figures import CONTEXT, WHY, in_words, look_alike, person_in_words, spreads_in_words
from dlcourse.pages.network.guess import OWN_TITLE, QUESTIONS
from dlcourse.pages.program import Props
from dlcourse.pages.words import counted

SHADES = 5
"""Into how many steps a share is shaded."""


def look_props(view: NetworkLookView) -> Props:
    """What the screen draws."""
    return {
        "screen": "look",
        "network": view.network,
        "heading": view.title or OWN_TITLE,
        "about": view.about,
        "back": "All networks",
        "print": "Print",
        "edit": "Change it" if view.network == OWN else "",
        "guess": _guess(view),
        "topics": _topics(view),
        "drawing": _drawing(view),
        "tables": [_people(view), _ties(view.graph)],
        "questions": list(look_alike(view.whole, view.counts)),
        "figures": {"title": "In figures", "why": WHY, "items": [one._asdict() for one in in_words(view.figures)]},
        "map": _map(view),
    }


def _guess(view: NetworkLookView) -> Props | None:
    if view.guess is None:
        return None
    told = compared(view.whole, view.guess)
    return {
        "title": "What you expected, and what was written down",
        "note": f"{CONTEXT}, for you as well: whoever has never seen the ties can only go by titles.",
        "items": [{"ask": ask, "told": told[part]} for part, ask in QUESTIONS],
    }


def _topics(view: NetworkLookView) -> Props | None:
    if not view.whole.topics:
        return None
    every = {"value": "", "text": "Whatever it is about"}
    return {
        "label": "For what?",
        "value": view.topic,
        "choices": [every, *({"value": topic, "text": topic} for topic in view.whole.topics)],
    }


def _drawing(view: NetworkLookView) -> Props:
    graph = view.graph
    at = {name: number for number, name in enumerate(graph.people)}
    return {
        "title": "The drawing",
        "headline": headline(graph, view.topic),
        "description": description(graph),
        "size": view.size,
        "people": [_person(view, name, place) for name, place in zip(graph.people, view.places, strict=True)],
        "ties": [[at[who], at[to], about] for (who, to), about in _abouts(graph).items()],
        "legend": [
            {"mark": "person", "text": "A person; the larger the mark, the more people turn to them"},
            {"mark": "cut", "text": "A square: without this person some would be cut off from the rest"},
            {"mark": "arrow", "text": "An arrow leads from the one who asks to the one who is asked"},
        ],
        "hint": "Click on a person, or go there with Tab and the arrow keys and press Enter. + and - make the drawing "
        "larger and smaller, 0 shows all of it; with a mouse, hold Ctrl and turn the wheel.",
        "words": {
            "pick": "Pick one person",
            "nobody": "Nobody",
            "larger": "Larger",
            "smaller": "Smaller",
            "whole": "Show all",
            "asked": "Who turns to them",
            "asks": "To whom they turn",
            "none": "Nobody, as far as it was written down.",
            "leave": "Show everybody again",
        },
    }


def _person(view: NetworkLookView, name: str, place: tuple[float, float]) -> Props:
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


def _abouts(graph: Graph) -> dict[tuple[str, str], str]:
    """For each pair with a tie what it is about."""
    topics: dict[tuple[str, str], list[str]] = {}
    for tie in graph.ties:
        topics.setdefault((tie.who, tie.to), []).append(tie.topic)
    return {pair: ", ".join(filter(None, named)) for pair, named in topics.items()}


def _people(view: NetworkLookView) -> Props:
    graph = view.graph
    rows = [
        [
            name,
            view.roles.get(name, ""),
            str(len(graph.asked_by[name])),
            str(len(graph.turns_to[name])),
            "yes" if name in graph.cut else "",
        ]
        for name in graph.people
    ]
    columns = ["Name", "Title", "How many turn to them", "To how many they turn", "Joins others"]
    return {"title": "The people as a table", "columns": columns, "rows": rows}


def _ties(graph: Graph) -> Props:
    rows = [[who, to, about] for (who, to), about in _abouts(graph).items()]
    return {"title": "The ties as a table", "columns": ["Who", "Turns to", "For what"], "rows": rows}


def _map(view: NetworkLookView) -> Props:
    names = [name for name in view.whole.people if any(name in people for people in view.counts.values())]
    return {
        "title": "How leadership stretches over people",
        "why": f"{CONTEXT}: it counts what somebody saw and wrote down. That more people lead is not better by itself.",
        "empty": "" if names else "As soon as acts of leading are noted, it is shown here who has which share in them.",
        "caption": "Each column is a task of leading, each row a person; the darker a cell, the larger the share.",
        "columns": ["Name", *view.counts],
        "rows": [[name, *(_share(people, name) for people in view.counts.values())] for name in names],
        "items": [{**one._asdict(), "label": "Evenness"} for one in spreads_in_words(view.spreads)],
    }


def _share(people: dict[str, int], name: str) -> Props:
    """One cell: how dark, and what it says."""
    count, total = people.get(name, 0), sum(people.values())
    text = f"{100 * count / total:.0f} % ({count} of {total})" if count else "0"
    return {"shade": ceil(SHADES * count / total), "text": text}
