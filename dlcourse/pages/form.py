"""The one kind of form on all pages: its questions, and the command that it sends with the answers.

Python describes a form, ``parts/form.jsx`` draws it. A form cannot name a field that its command lacks, and cannot
leave out one that its command needs: whoever builds such a form gets a `TypeError`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from dlcourse.domain.speech import Speech
from dlcourse.pages.fields import Answer


class FormWay(TypedDict):
    """One of several things that a form can be used for, with the command and the fields of its own.

    ``label`` is short, and ``hint`` is a sentence about it that is shown once it is chosen.
    """

    key: str
    label: str
    hint: str
    say: str
    fixed: Mapping[str, object]
    fields: list[Answer]


class WaysField(TypedDict):
    """What to use the form for, as radio buttons; the fields of the way that is chosen open below them."""

    kind: Literal["ways"]
    name: Literal["way"]
    legend: str
    note: str
    ways: list[FormWay]


class MoreField(TypedDict):
    """Fields that nobody has to fill in, out of sight until the person opens them."""

    kind: Literal["more"]
    name: str
    label: str
    fields: list[Answer]


Field = Answer | MoreField | WaysField


class FormGuide(TypedDict):
    """Questions for checking one's own text before sending it."""

    title: str
    list: list[str]


class FormProps(TypedDict):
    """A form as it is drawn.

    ``slot`` names what is filled in and not sent yet. ``say`` is the command, unless the chosen way has one of its own;
    ``fixed`` is what it says besides the answers, ``fresh`` the field that gets a new id, ``within`` the field that
    holds all answers (each is a field of its own if that is empty). ``leave`` is a second button that leads away.
    """

    slot: str
    say: str
    fixed: Mapping[str, object]
    fresh: str
    within: str
    heading: str
    legend: str
    note: str
    fields: list[Field]
    guide: FormGuide | None
    submit: str
    leave: str


def form(  # noqa: PLR0913 (the parts of a form, each by its name)
    command: type[Speech],
    slot: str,
    fields: Sequence[Answer | MoreField],
    *,
    submit: str,
    fixed: dict[str, Any] | None = None,
    fresh: str = "",
    within: str = "",
    heading: str = "",
    legend: str = "",
    note: str = "",
    guide: FormGuide | None = None,
    leave: str = "",
) -> FormProps:
    """A form that sends this command, or a message to its page. Raises a `TypeError` if that and the fields differ."""
    answers = [within] if within else [name for field in fields for name in _names(field)]
    _check(command, [*(fixed or {}), *filter(None, [fresh]), *answers])
    return {
        "slot": slot,
        "say": command.__name__,
        "fixed": fixed or {},
        "fresh": fresh,
        "within": within,
        "heading": heading,
        "legend": legend,
        "note": note,
        "fields": list(fields),
        "guide": guide,
        "submit": submit,
        "leave": leave,
    }


def form_of_ways(  # noqa: PLR0913 (the parts of a form, each by its name)
    slot: str, ways: Sequence[FormWay], *, legend: str, note: str, submit: str, leave: str
) -> FormProps:
    """A form that can be used in several ways, each with a command of its own."""
    return {
        "slot": slot,
        "say": "",
        "fixed": {},
        "fresh": "",
        "within": "",
        "heading": "",
        "legend": "",
        "note": "",
        "fields": [{"kind": "ways", "name": "way", "legend": legend, "note": note, "ways": list(ways)}],
        "guide": None,
        "submit": submit,
        "leave": leave,
    }


def way(  # noqa: PLR0913 (the parts of a way)
    key: str,
    label: str,
    command: type[Speech],
    fixed: dict[str, Any],
    fields: Sequence[Answer] = (),
    *,
    hint: str = "",
) -> FormWay:
    """One way to use a form. Raises a `TypeError` if its command and its fields do not match."""
    _check(command, [*fixed, *(field["name"] for field in fields)])
    return {"key": key, "label": label, "hint": hint, "say": command.__name__, "fixed": fixed, "fields": list(fields)}


def more(name: str, label: str, fields: Sequence[Answer]) -> MoreField:
    """Fields out of sight. Raises a `TypeError` if one has to be filled in, because nobody would find it."""
    needed = [each["name"] for each in fields if _is_needed(each)]
    if needed:
        raise TypeError(f"{needed} must be filled in, so they cannot be out of sight")
    return {"kind": "more", "name": name, "label": label, "fields": list(fields)}


def _is_needed(field: Answer) -> bool:
    always = field["kind"] in {"choice", "grouped", "number"}
    return always or bool(field.get("required") or field.get("need"))


def _names(field: Answer | MoreField) -> list[str]:
    return [each["name"] for each in field["fields"]] if field["kind"] == "more" else [field["name"]]


def _check(command: type[Speech], sent: list[str]) -> None:
    known = command.model_fields
    lacks = sorted(set(sent) - known.keys())
    needs = sorted(name for name, part in known.items() if part.is_required() and name not in {*sent, "id"})
    if lacks or needs:
        raise TypeError(f"a form of {command.__name__} sends {lacks} in vain and leaves out {needs}")
