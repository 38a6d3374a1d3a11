"""How a scenario file is built: which fields each part has, and of what kind they are.

It never asks whether a name that is used exists; that is `references`.
"""

from typing import Any

from dlcourse.content.findings import Path, Report
from dlcourse.content.roleplay import agreement
from dlcourse.content.roleplay.forms import (
    Form,
    Reader,
    choice_between,
    comparison,
    identifier,
    many,
    numbers,
    reference,
    skip,
    taken,
    whole,
    words,
    yes_or_no,
)
from dlcourse.content.tree import Group, Piece, Words
from dlcourse.domain.roleplay.scenario import Scenario

CONDITION_WORDS = ("heard", "not_heard", "chose", "not_chose")

_references = many(reference, least=0)
_some_principles = many(reference)


def _indicator_id(piece: Piece, path: Path, report: Report) -> Any:
    reader: Reader = identifier
    for word in CONDITION_WORDS:
        what = f"an indicator cannot be called '{word}'"
        reader = taken(word, reader, what, "That word begins a condition; take another id.")
    return reader(piece, path, report)


def _held_by(piece: Piece, path: Path, report: Report) -> Any:
    if isinstance(piece, Words) and piece.text == "all":
        return "all"
    return many(reference)(piece, path, report)


def _when(piece: Piece, path: Path, report: Report) -> Any:
    if not isinstance(piece, Group):
        return Form("condition", {})(piece, path, report)
    tests = {name: part for name, part in piece.fields.items() if not _condition_word(name, part)}
    rest = Group(piece.line, {n: p for n, p in piece.fields.items() if n not in tests}, piece.lines)
    condition = Form("condition", {}, dict.fromkeys(CONDITION_WORDS, _references))(rest, path, report)
    return condition | {"indicators": {name: _test(name, part, piece, path, report) for name, part in tests.items()}}


def _condition_word(name: str, part: Piece) -> bool:
    """Whether the field belongs to the condition itself; what is left compares an indicator."""
    return name in CONDITION_WORDS or not isinstance(part, Words)


def _test(name: str, part: Piece, group: Group, path: Path, report: Report) -> Any:
    report.places[(*path, name)] = group.lines[name]
    return comparison(part, (*path, name), report)


_role_id = taken("all", identifier, "a role cannot be called 'all'", "'all' means every role; take another id.")
_ROLE = Form("role", {"id": _role_id, "name": words, "about": words}, {"decides": yes_or_no})
_OPTION = Form("option", {"id": identifier, "name": words})
_INDICATOR = Form("indicator", {"id": _indicator_id, "name": words, "start": whole(), "min": whole(), "max": whole()})
_FACT = Form("fact", {"id": identifier, "text": words, "held_by": _held_by}, {"weighs": numbers})
_CHOICE = Form(
    "choice",
    {"id": identifier, "text": words, "leads_to": reference, "feedback": words},
    {"principles": _references, "when": _when, "effects": numbers, "reveals": _references},
)


def _leads_to(piece: Piece, path: Path, report: Report) -> Any:
    if not isinstance(piece, Group):
        return Form("panel's leads_to", {})(piece, path, report)
    return Form("panel's leads_to", {}, dict.fromkeys(piece.fields, reference))(piece, path, report)


_KIND = choice_between("panel", "choice", "end")
_KINDS = {
    "panel": Form(
        "panel",
        {"id": identifier, "kind": _KIND, "title": words, "text": words, "minutes": whole(0), "leads_to": _leads_to},
    ),
    "choice": Form(
        "choice scene",
        {"id": identifier, "kind": _KIND, "text": words, "choices": many(_CHOICE)},
        {"title": words, "by": reference},
    ),
    "end": Form("end", {"id": identifier, "kind": _KIND, "text": words}, {"title": words}),
}
_IN_ALL_KINDS = {"id": identifier, "kind": _KIND, "text": words}
_ANY_FIELD = {name: skip for form in _KINDS.values() for name in (*form.required, *form.optional)}
_UNKNOWN_KIND = Form("scene", _IN_ALL_KINDS, {name: skip for name in _ANY_FIELD if name not in _IN_ALL_KINDS})


def _scene(piece: Piece, path: Path, report: Report) -> Any:
    return _KINDS.get(_kind(piece), _UNKNOWN_KIND)(piece, path, report)


def _kind(scene: Piece) -> str:
    kind = scene.fields.get("kind") if isinstance(scene, Group) else None
    return kind.text if isinstance(kind, Words) else ""


_QUESTION = Form("debrief question", {"ask": words}, {"principles": _references})
_SCENARIO = Form(
    "scenario",
    {
        "id": identifier,
        "title": words,
        "summary": words,
        "minutes": whole(1),
        "principles": _some_principles,
        "setting": words,
        "roles": many(_ROLE),
        "start": reference,
        "scenes": many(_scene),
        "debrief": many(_QUESTION),
    },
    {
        "source": words,
        "indicators": many(_INDICATOR, least=0),
        "options": many(_OPTION, least=2),
        "profile": choice_between("hidden", "manifest"),
        "best": reference,
        "decoy": reference,
        "facts": many(_FACT),
    },
)


def read(piece: Piece | None, report: Report) -> Scenario | None:
    """The scenario that the tree describes, or None where it is not built as a scenario file should be."""
    if piece is None or (isinstance(piece, Words) and piece.empty):
        report.add("shape", (), "the file is empty", "Begin with 'id:', 'title:' and 'summary:'.")
        return None
    report.places[()] = piece.line
    raw = _SCENARIO(piece, (), report)
    if isinstance(piece, Group):
        agreement.check(piece, report)
    return None if report.failed else _assembled(raw)


def _assembled(raw: dict[str, Any]) -> Scenario:
    """The scenario; a fact for all is held by every role by name."""
    everyone = [role["id"] for role in raw["roles"]]
    for fact in raw.get("facts", ()):
        fact["held_by"] = everyone if fact["held_by"] == "all" else list(dict.fromkeys(fact["held_by"]))
    return Scenario.model_validate(raw)
