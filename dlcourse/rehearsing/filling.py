"""Fills in a form of a page as a person does, who reads only what stands there."""

from collections.abc import Iterable, Mapping
from random import Random
from typing import Any
from uuid import uuid4

Props = Mapping[str, Any]


def filled(form: Props, dice: Random, typed: str, way: str = "") -> dict[str, Any] | None:
    """The message of a form with everything filled in; ``typed`` is what is written into fields for words.

    Of a form with several ways, this one is used, or any. None if there is no such way, or a choice without options.
    """
    first = form["fields"][0] if form["fields"] else {}
    if first.get("kind") == "ways":
        ways = [each for each in first["ways"] if way in {"", each["key"]}]
        return _message(dice.choice(ways), dice, typed) if ways else None
    answers = _message(form, dice, typed)
    if answers is None or not form["fresh"]:
        return answers
    return {**answers, form["fresh"]: uuid4().hex}


def _message(form: Props, dice: Random, typed: str) -> dict[str, Any] | None:
    answers = dict(_answers(form["fields"], dice, typed))
    return None if None in answers.values() else {"say": form["say"], **form["fixed"], **answers}


def _answers(fields: Iterable[Props], dice: Random, typed: str) -> Iterable[tuple[str, Any]]:
    for field in fields:
        match field["kind"]:
            case "choice" | "select":
                values = [option["value"] for option in field["choices"]]
                yield field["name"], dice.choice(values) if values else None
            case "many":
                values = [option["value"] for option in field["choices"]]
                yield field["name"], dice.sample(values, min(2, len(values)))
            case "line" | "text":
                yield field["name"], typed[: field["limit"]]
            case "number":
                yield field["name"], field["least"]
