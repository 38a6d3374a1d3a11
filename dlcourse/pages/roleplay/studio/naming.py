"""What an author reads for the parts of a text that may still be malformed: people, options, facts, scenes and choices.

Ids are shown nowhere, apart from the fields in which they are written.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.fields import FIELDS, StudioField

Path = tuple[str | int, ...]
LONGEST_NAME = 60
"""How many characters of a text are read as its name."""
_PARTS = {"roles": "role", "options": "option", "facts": "fact", "indicators": "indicator", "scenes": "scene"}


def names(contents: Mapping[str, Any], of: str) -> list[tuple[str, str]]:
    """What a field can take of this kind, each value with what is read for it."""
    match of:
        case "principle":
            return [(name, f"{name}: {one.short}") for name, one in PRINCIPLES.items()]
        case "profile" | "kind":
            return list(words.MENUS[of].items())
        case "way":
            return list(_decisions(contents))
    parts = enumerate(items_in(contents, f"{of}s"))
    return [(item["id"], part_name(of, item, at)) for at, item in parts if _has_id(item)]


def known_names(contents: Mapping[str, Any]) -> dict[str, str]:
    """What is read for every id of the text. An id that two lists use has the name of the first one."""
    found: dict[str, str] = {}
    for part in _PARTS.values():
        for name, read in (*names(contents, part), *(_choices(contents) if part == "scene" else ())):
            found.setdefault(name, read)
    return found


def part_name(part: str, item: Any, at: int) -> str:
    """What is read for a part: its name, title or text, cut short; else its kind and its number, counted from 1."""
    item = item if isinstance(item, dict) else {}
    for name in ("name", "title", "text"):
        if isinstance(item.get(name), str) and item[name].strip():
            return shortened(item[name])
    return words.NUMBERED.format(part=words.PART[part], number=at + 1)


def card_title(part: str, item: Any, at: int) -> str:
    """The title of a part's card in the form."""
    numbered = words.NUMBERED.format(part=words.PART[part], number=at + 1)
    named = numbered if part == "debrief question" else part_name(part, item, at)
    return numbered if named == numbered else words.CARD.format(part=words.PART[part], name=named)


def place_name(data: Any, path: Sequence[str | int], part: str = "scenario") -> str:
    """What is read for a place: the names of the parts around it, and the label of the field; empty for the file."""
    found = field_at(part, data, path)
    if found is None:
        return ""
    listed = data.get(path[0])
    if found.kind != "parts" or len(path) < 2:
        return found.label
    at = int(path[1])
    item = listed[at] if isinstance(listed, list) and at < len(listed) else {}
    inner = place_name(item, path[2:], found.of)
    return words.WITHIN.join((part_name(found.of, item, at), inner)) if inner else card_title(found.of, item, at)


def field_at(part: str, data: Any, path: Sequence[str | int]) -> StudioField | None:
    """The field of a part with which the path begins; None if the form has none."""
    return fields_of(part, data).get(str(path[0])) if path and isinstance(data, dict) else None


def fields_of(part: str, data: Mapping[str, Any]) -> dict[str, StudioField]:
    """The fields of a part. Those of a scene depend on its kind."""
    kind = {"panel": "panel", "choice": "choice scene"}.get(str(data.get("kind"))) if part == "scene" else None
    return FIELDS[part] | (FIELDS[kind] if kind else {})


def items_in(contents: Mapping[str, Any], name: str) -> list[Any]:
    """The items of a list; none if there is no list."""
    listed = contents.get(name)
    return listed if isinstance(listed, list) else []


def shortened(text: str) -> str:
    """The words on one line, at most `LONGEST_NAME` characters, cut between two words."""
    line = " ".join(text.split())
    cut = textwrap.shorten(line, LONGEST_NAME, placeholder=" …")
    return cut if cut.strip(" …") else f"{line[:LONGEST_NAME]}…"


def _decisions(contents: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every choice and every decision of a meeting, as ``scene.choice``."""
    for at, scene in enumerate(items_in(contents, "scenes")):
        if not isinstance(scene, dict):
            continue
        part = "option" if scene.get("kind") == "panel" else "choice"
        ways = items_in(contents, "options") if part == "option" else items_in(scene, "choices")
        for number, way in enumerate(ways):
            if _has_id(way):
                yield (
                    f"{scene.get('id')}.{way['id']}",
                    f"{part_name('scene', scene, at)}: {part_name(part, way, number)}",
                )


def _choices(contents: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _decisions(contents)
    for scene in items_in(contents, "scenes"):
        for number, choice in enumerate(items_in(scene, "choices") if isinstance(scene, dict) else ()):
            if _has_id(choice):
                yield choice["id"], part_name("choice", choice, number)


def _has_id(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str) and bool(item["id"])
