"""The people, ties and acts of one's own network: a form that adds some, and a list of what is there."""

from collections.abc import Mapping
from typing import TypedDict

from dlcourse.domain.colleague_lists import ColleagueList
from dlcourse.domain.network.messages import AddColleagues, CountActs, DrawTies, Network, clean
from dlcourse.domain.network.stretch import MOST_ACTS
from dlcourse.domain.words import MOST_LETTERS
from dlcourse.pages.fields import Answer, known_line, number, plain_options, required_text, select, some
from dlcourse.pages.form import FormProps, form
from dlcourse.pages.network import words

SLOTS = "network/"
"""How the slots of the page's forms begin."""
MOST_ROWS = 10
"""The most rows of a list that are shown without scrolling in it."""
MOST_LETTERS_OF_NAMES = 20_000
"""How long the text with new names can be."""


class EntryList(TypedDict):
    """The heading of a list of what was entered, its columns, and what is said if it has to be scrolled."""

    title: str
    columns: list[str]
    cue: str


class RowWords(TypedDict):
    """The words of what can be done with a row of a list; ``new`` is the label of the field that replaces it."""

    change: str
    remove: str
    save: str
    cancel: str
    new: str
    removes: str


class OfferedList(TypedDict):
    """People who were entered elsewhere in the course and can be added at once, with their roles."""

    text: str
    names: list[str]
    roles: Mapping[str, str]


class PeopleProps(TypedDict):
    """The form that adds people, lists to take them from, and the people so far, the newest first.

    ``care`` is empty where the page has just asked for consent.
    """

    title: str
    care: str
    form: FormProps
    lists: list[OfferedList]
    listed: EntryList | None
    names: list[str]
    row: RowWords


class TieProps(TypedDict):
    """Who turns to whom, and for what, which may be empty."""

    who: str
    to: str
    topic: str


class TiesProps(TypedDict):
    """The form that adds ties, and the ties so far, the newest first.

    ``form`` is None without two people; ``between`` is read between the two people of a tie.
    """

    title: str
    note: str
    form: FormProps | None
    topics: list[str]
    between: str
    listed: EntryList | None
    ties: list[TieProps]
    row: RowWords


class ActProps(TypedDict):
    """How often somebody was seen at a task of leading."""

    person: str
    function: str
    count: int


class ActsProps(TypedDict):
    """The form that counts acts of leading, and the acts so far, the newest first."""

    title: str
    note: str
    form: FormProps
    listed: EntryList | None
    acts: list[ActProps]
    row: RowWords


def people_props(network: Network, lists: tuple[ColleagueList, ...]) -> PeopleProps:
    """The people; ``lists`` are colleagues that were entered elsewhere in the course."""
    names = network.graph.people[::-1]
    asked = required_text("names", words.NAMES, MOST_LETTERS_OF_NAMES)
    offered = (_offered(one, set(names)) for one in lists)
    return {
        "title": words.PEOPLE,
        "care": words.CARE if names else "",
        "form": form(AddColleagues, f"{SLOTS}people", [asked], submit=words.ADD_PEOPLE),
        "lists": [one for one in offered if one["names"]],
        "listed": _list(len(names), "person", "people", [words.NAME, words.WHAT_TO_DO]),
        "names": list(names),
        "row": _row(words.RENAME, words.NEW_NAME),
    }


def _offered(found: ColleagueList, there: set[str]) -> OfferedList:
    """The people of a list who are not in the network yet."""
    roles = {clean(one.name): clean(one.role) for one in found.people if clean(one.name)}
    missing = {name: role for name, role in roles.items() if name not in there}
    return {
        "text": words.from_list(len(missing), found.title),
        "names": list(missing),
        "roles": {name: role for name, role in missing.items() if role},
    }


def ties_props(network: Network, last: DrawTies | None) -> TiesProps:
    """The ties; the form begins with the person and the topic of the ``last`` ones."""
    graph = network.graph
    return {
        "title": words.TIES,
        "note": "" if len(graph.people) > 1 else words.TIES_NEED_PEOPLE,
        "form": _tie_form(network, last) if len(graph.people) > 1 else None,
        "topics": list(graph.topics),
        "between": words.TURNING,
        "listed": _list(len(graph.ties), "tie", "ties", [words.TIE, words.WHAT_TO_DO]),
        "ties": [{"who": tie.who, "to": tie.to, "topic": tie.topic} for tie in reversed(graph.ties)],
        "row": _row(words.CHANGE, words.NEW_TOPIC),
    }


def _tie_form(network: Network, last: DrawTies | None) -> FormProps:
    people = plain_options((name, name) for name in network.graph.people)
    who = last.who if last and last.who in network.graph.people else ""
    topic = last.topic if last else ""
    fields: list[Answer] = [
        select("who", words.WHO, words.CHOOSE, people, who),
        some("to", words.TURNS_TO, people, words.NOBODY_TICKED, but_not="who"),
        known_line("topic", words.FOR_WHAT, MOST_LETTERS, network.graph.topics, topic),
    ]
    return form(DrawTies, f"{SLOTS}tie", fields, submit=words.ADD_TIES)


def acts_props(network: Network) -> ActsProps:
    """The acts of leading."""
    people = plain_options((name, name) for name in network.graph.people)
    functions = dict.fromkeys(act.function for act in network.acts)
    task = known_line("function", words.TASK, MOST_LETTERS, functions)
    fields: list[Answer] = [
        select("person", words.WHO, words.CHOOSE, people),
        {**task, "required": True},
        number("count", words.HOW_OFTEN, 1, MOST_ACTS),
    ]
    return {
        "title": words.ACTS,
        "note": words.ACTS_NOTE,
        "form": form(CountActs, f"{SLOTS}act", fields, submit=words.ADD_ACT),
        "listed": _list(len(network.acts), "entry", "entries", words.ACT_COLUMNS),
        "acts": [{"person": a.person, "function": a.function, "count": a.count} for a in reversed(network.acts)],
        "row": _row("", ""),
    }


def _list(number: int, one: str, many: str, columns: list[str]) -> EntryList | None:
    if not number:
        return None
    cue = words.list_cue(number) if number > MOST_ROWS else ""
    return {"title": words.list_title(number, one, many), "columns": columns, "cue": cue}


def _row(change: str, new: str) -> RowWords:
    return {
        "change": change,
        "remove": words.REMOVE,
        "save": words.SAVE,
        "cancel": words.CANCEL,
        "new": new,
        "removes": words.REMOVES,
    }
