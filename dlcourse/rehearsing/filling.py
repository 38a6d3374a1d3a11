"""Fills in a form of a page as a person does, who reads only what stands there."""

from collections.abc import Collection, Iterable, Mapping
from random import Random
from typing import Any

Props = Mapping[str, Any]


def filled(form: Props, kinds: Collection[str], dice: Random, typed: str, way: str = "") -> dict[str, Any] | None:
    """The message of a form with everything filled in; ``typed`` is what is written into fields for words.

    Of a form with several ways, this one is used, or any that sends one of these ``kinds``. None if there is no such
    way, or a choice without options.
    """
    for each in ways_of(form):
        if each["say"] in kinds and way in {"", each.get("key", "")}:
            return _message(each, dice, typed)
    return None


def ways_of(form: Props) -> list[Props]:
    """The ways to use a form; the form itself if there is only one."""
    first = form["fields"][0] if form["fields"] else {}
    return list(first["ways"]) if first.get("kind") == "ways" else [form]


def _message(form: Props, dice: Random, typed: str) -> dict[str, Any] | None:
    answers = dict(_answers(form["fields"], dice, typed))
    return None if None in answers.values() else {"say": form["say"], **form["fixed"], **answers}


def _answers(fields: Iterable[Props], dice: Random, typed: str) -> Iterable[tuple[str, Any]]:
    for field in fields:
        match field["kind"]:
            case "choice" | "select":
                values = [option["value"] for option in field["choices"]]
                yield field["name"], dice.choice(values) if values else None
            case "grouped":
                values = [option["value"] for group in field["groups"] for option in group["choices"]]
                yield field["name"], dice.choice(values) if values else None
            case "many":
                values = [option["value"] for option in field["choices"]]
                yield field["name"], dice.sample(values, min(2, len(values)))
            case "line" | "text":
                yield field["name"], typed[: field["limit"]]
            case "number":
                yield field["name"], field["least"]
