"""What adds another part to a list of the form: each button, and the changes that it sends."""

from collections.abc import Iterator, Sequence
from typing import Any

from dlcourse.domain.roleplay.studio.stand_ins import NEW_NAMES
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.fields import FIELDS
from dlcourse.pages.roleplay.studio.form_props import AddCardProps
from dlcourse.pages.roleplay.studio.naming import Path

DROPS = {"source", "portrait", "said", "by", "decoy", "explains", "decides"}
"""Fields that are taken out of the text once they are emptied."""
_NUMBERS = {"indicator": {"start": "0", "min": "0", "max": "5"}, "panel": {"minutes": "8"}}


def adds(path: Path, part: str, items: Sequence[Any]) -> Iterator[AddCardProps]:
    """The buttons below the list at this path: one, or one for each kind of scene."""
    for kind in ("choice", "panel", "end") if part == "scene" else ("",):
        yield {"text": _text(part, kind), "edits": [_edit(path, part, kind, items)]}


def _text(part: str, kind: str) -> str:
    return words.ADD_CROSSROADS if part == "scene" and kind == "choice" else words.ADD[kind or part]


def _edit(path: Path, part: str, kind: str, items: Sequence[Any]) -> dict[str, object]:
    ids = {} if part == "debrief question" else {"id": _fresh(kind or part, items)}
    texts = {name: "" for name, one in FIELDS[part].items() if one.kind in {"line", "text"} and name not in DROPS}
    named = {"name": NEW_NAMES[str(path[-1])]} if str(path[-1]) in NEW_NAMES else {}
    kinds = {"kind": kind} if kind else {}
    tokens = {**ids, **kinds, **_NUMBERS.get(kind or part, {})}
    return {"kind": "add", "path": list(path), "fields": {**texts, **named}, "tokens": tokens}


def _fresh(stem: str, items: Sequence[Any]) -> str:
    """An id that no item has."""
    taken = {str(item.get("id")) for item in items if isinstance(item, dict)}
    number = len(items) + 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
