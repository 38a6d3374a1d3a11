"""The fields of a form: several kinds of choices, text fields, and days."""

from collections.abc import Iterable
from html import escape
from typing import Literal, NotRequired, TypedDict

from dlcourse.pages.face import FaceProps
from dlcourse.pages.markdown import inline
from dlcourse.pages.steps_field import StepsField


class FormOption(TypedDict):
    """One of the answers to choose from: ``html`` is its name, ``about`` more to read, both rendered Markdown.

    A ``face`` is drawn before it, ``note`` is a short mark behind it.
    """

    value: str
    html: str
    face: NotRequired[FaceProps]
    note: NotRequired[str]
    about: NotRequired[str]


class FormGroup(TypedDict):
    """Options under a heading of their own."""

    label: str
    choices: list[FormOption]


class ChoiceField(TypedDict):
    """One of several options, as radio buttons; an answer is required."""

    kind: Literal["choice"]
    name: str
    legend: str
    note: str
    choices: list[FormOption]


class ManyField(TypedDict):
    """Any number of the options, as checkboxes; sent as a list in their order.

    If nothing is ticked although something has to be, ``need`` says so. ``but_not`` is the name of another field; the
    option that was chosen there is not offered. The options in ``value``, each on a line, are ticked from the start.
    """

    kind: Literal["many"]
    name: str
    legend: str
    choices: list[FormOption]
    need: NotRequired[str]
    but_not: NotRequired[str]
    value: NotRequired[str]


class SelectField(TypedDict):
    """One of the options, as a menu, with what there is to read about the one that is chosen.

    ``empty`` is what it says before anything is chosen; ``value`` is chosen until the person chooses something else. If
    nothing is ``required`` and nothing is chosen, null is sent. If the only option is chosen already, there is no menu,
    only what there is to read about it.
    """

    kind: Literal["select"]
    name: str
    label: str
    empty: str
    choices: list[FormOption]
    value: str
    required: bool


class GroupedField(TypedDict):
    """One of several options that stand in groups, as radio buttons; an answer is required."""

    kind: Literal["grouped"]
    name: str
    label: str
    groups: list[FormGroup]


class TextField(TypedDict):
    """Words of one's own: in a ``line``, or in a ``text`` of several. ``value`` stands there until something is typed.

    ``limit`` is how many characters it takes, ``known`` are words that a line suggests.
    """

    kind: Literal["line", "text"]
    name: str
    label: str
    hint: str
    value: str
    limit: int
    required: bool
    known: NotRequired[list[str]]


class NumberField(TypedDict):
    """A whole number from ``least`` to ``most``; an answer is required. ``value`` stands there at the start."""

    kind: Literal["number"]
    name: str
    label: str
    least: int
    most: int
    value: NotRequired[str]


class DayField(TypedDict):
    """A day (ISO 8601), as the browser lets people choose one. ``value`` stands there until another one is chosen.

    If ``ahead``, it is today, a later day, or ``value``. If nothing is ``required`` and it stays empty, null is sent.
    """

    kind: Literal["day"]
    name: str
    label: str
    hint: str
    value: str
    ahead: bool
    required: bool


Answer = ChoiceField | ManyField | SelectField | GroupedField | TextField | StepsField | NumberField | DayField
"""A field that holds one answer."""


def options(pairs: Iterable[tuple[str, str]]) -> list[FormOption]:
    """Options from their values and names; the names are Markdown."""
    return [{"value": value, "html": inline(name)} for value, name in pairs]


def plain_options(pairs: Iterable[tuple[str, str]]) -> list[FormOption]:
    """Options from their values and names; the names are shown letter by letter, as they were typed."""
    return [{"value": value, "html": escape(name)} for value, name in pairs]


def choice(name: str, legend: str, choices: list[FormOption], note: str = "") -> ChoiceField:
    """One of several options, as radio buttons."""
    return {"kind": "choice", "name": name, "legend": legend, "note": note, "choices": choices}


def many(name: str, legend: str, choices: list[FormOption], ticked: Iterable[str] = ()) -> ManyField:
    """Any number of the options, as checkboxes; those that are ``ticked`` from the start are given by their values."""
    value = "".join(f"{each}\n" for each in ticked)
    return {"kind": "many", "name": name, "legend": legend, "choices": choices, "value": value}


def some(name: str, legend: str, choices: list[FormOption], need: str, but_not: str = "") -> ManyField:
    """One or more of the options, as checkboxes; see `ManyField` for ``need`` and ``but_not``."""
    return {**many(name, legend, choices), "need": need, "but_not": but_not}


def select(name: str, label: str, empty: str, choices: list[FormOption], value: str = "") -> SelectField:
    """One of the options, as a menu; an answer is required."""
    return {**optional_select(name, label, empty, choices, value), "required": True}


def optional_select(name: str, label: str, empty: str, choices: list[FormOption], value: str = "") -> SelectField:
    """One of the options or none, as a menu."""
    return {
        "kind": "select",
        "name": name,
        "label": label,
        "empty": empty,
        "choices": choices,
        "value": value,
        "required": False,
    }


def menu(name: str, label: str, choices: list[FormOption], value: str) -> SelectField:
    """One of the options, as a menu in which one is chosen from the start."""
    return optional_select(name, label, "", choices, value)


def grouped(name: str, label: str, groups: list[FormGroup]) -> GroupedField:
    """One of several options in groups; a group without options is left out."""
    filled = [group for group in groups if group["choices"]]
    return {"kind": "grouped", "name": name, "label": label, "groups": filled}


def line(name: str, label: str, limit: int, value: str = "") -> TextField:
    """A line of one's own words, which may stay empty."""
    return {**text(name, label, limit, value=value), "kind": "line"}


def required_line(name: str, label: str, limit: int, hint: str = "", value: str = "") -> TextField:
    """A line of one's own words; required."""
    return {**required_text(name, label, limit, hint, value), "kind": "line"}


def text(name: str, label: str, limit: int, hint: str = "", value: str = "") -> TextField:
    """Several lines of one's own words, which may stay empty; ``limit`` is in characters."""
    parts: TextField = {
        "kind": "text",
        "name": name,
        "label": label,
        "hint": hint,
        "value": value,
        "limit": limit,
        "required": False,
    }
    return parts


def required_text(name: str, label: str, limit: int, hint: str = "", value: str = "") -> TextField:
    """Several lines of one's own words; required."""
    return {**text(name, label, limit, hint, value), "required": True}


def known_line(name: str, label: str, limit: int, known: Iterable[str], value: str = "") -> TextField:
    """A line of one's own words, which may stay empty; words that were used before are suggested."""
    return {**line(name, label, limit, value), "known": list(known)}


def number(name: str, label: str, least: int, most: int) -> NumberField:
    """A whole number."""
    return {"kind": "number", "name": name, "label": label, "least": least, "most": most}


def filled_number(name: str, label: str, least: int, most: int, value: str) -> NumberField:
    """A whole number; ``value`` stands there until another is typed."""
    return {**number(name, label, least, most), "value": value}


def coming_day(name: str, label: str, hint: str = "", value: str = "") -> DayField:
    """A day from today on, which may stay empty."""
    return {**required_day(name, label, value), "hint": hint, "ahead": True, "required": False}


def required_day(name: str, label: str, value: str = "") -> DayField:
    """Any day, past ones too; required."""
    return {
        "kind": "day",
        "name": name,
        "label": label,
        "hint": "",
        "value": value,
        "ahead": False,
        "required": True,
    }
