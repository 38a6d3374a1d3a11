"""The studio's form: the fields of `fields` with what the text has in them, and what is wrong there.

The text may be malformed in any way. What the form cannot show is left to the text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.roleplay.studio.messages import ScenarioStudy, TextRemark
from dlcourse.pages.props import MenuOption
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.aims import fact_aim
from dlcourse.pages.roleplay.studio.fields import FIELDS, StudioField
from dlcourse.pages.roleplay.studio.form_props import (
    AddCardProps,
    CardListProps,
    CardProps,
    FieldProps,
    RemarkProps,
    remark_props,
)

Path = tuple[str | int, ...]


SELDOM = {"id", "voice", "portrait", "said", "touches", "source", "when", "reveals", "effects", "by"}
"""Fields that are folded away."""
DROPS = {"source", "portrait", "said", "by", "decoy", "explains", "decides"}
_DRAWN = {
    "line": "line",
    "text": "text",
    "id": "line",
    "number": "number",
    "truth": "truth",
    "one": "one",
    "some": "some",
}


@dataclass(frozen=True)
class StudioForm:
    """Makes the form of one text."""

    study: ScenarioStudy

    def card(self) -> CardProps:
        """The whole scenario as one card."""
        return self._card((), "scenario", self.study.contents)

    def _card(self, path: Path, part: str, data: Any, *, title: str = "", place: int = 0, count: int = 1) -> CardProps:  # noqa: PLR0913
        data = data if isinstance(data, dict) else {}
        fields: list[FieldProps] = []
        more: list[FieldProps] = []
        lists: list[CardListProps] = []
        for name, one in self._fields_of(part, data):
            if one.kind == "parts":
                lists.append(self._list((*path, name), one, data.get(name)))
            else:
                (more if name in SELDOM else fields).extend(self._fields((*path, name), one, data.get(name)))
        return {
            "key": _key(path),
            "path": list(path),
            "title": title,
            "place": place,
            "count": count,
            "note": fact_aim(self.study.contents, data) if part == "fact" else "",
            "fields": fields,
            "more": more,
            "lists": lists,
            "remarks": self._remarks(path),
        }

    def _fields_of(self, part: str, data: dict[str, Any]) -> Iterator[tuple[str, StudioField]]:
        yield from FIELDS[part].items()
        if part == "scene":
            kind = {"panel": "panel", "choice": "choice scene"}.get(str(data.get("kind")))
            yield from FIELDS[kind].items() if kind else ()

    def _list(self, path: Path, one: StudioField, items: Any) -> CardListProps:
        items = items if isinstance(items, list) else []
        cards = [
            self._card((*path, at), one.of, item, title=_title(one.of, item, at), place=at, count=len(items))
            for at, item in enumerate(items)
        ]
        return {
            "key": _key(path),
            "label": one.label,
            "hint": one.hint,
            "cards": cards,
            "adds": list(self._adds(path, one.of, items)),
            "remarks": self._remarks(path),
        }

    def _adds(self, path: Path, part: str, items: list[Any]) -> Iterator[AddCardProps]:
        for kind in ("choice", "panel", "end") if part == "scene" else ("",):
            fresh = self._fresh(kind or part.partition(" ")[0], items)
            tokens = {} if part == "debrief question" else {"id": fresh}
            extra = {"kind": kind} if kind else {}
            texts = {
                name: "" for name, one in FIELDS[part].items() if one.kind in {"line", "text"} and name not in DROPS
            }
            numbers = {"start": "0", "min": "0", "max": "5"} if part == "indicator" else {}
            if kind == "panel":
                numbers = {"minutes": "8"}
            edit: dict[str, object] = {
                "kind": "add",
                "path": list(path),
                "fields": texts,
                "tokens": {**tokens, **extra, **numbers},
            }
            yield {
                "text": words.ADD_CROSSROADS if part == "scene" and kind == "choice" else words.ADD[kind or part],
                "edits": [edit],
            }

    def _fresh(self, stem: str, items: list[Any]) -> str:
        taken = {str(item.get("id")) for item in items if isinstance(item, dict)}
        number = len(items) + 1
        while f"{stem}-{number}" in taken:
            number += 1
        return f"{stem}-{number}"

    def _fields(self, path: Path, one: StudioField, value: Any) -> Iterator[FieldProps]:
        match one.kind:
            case "group":
                inner = value if isinstance(value, dict) else {}
                for name, part in FIELDS[one.of].items():
                    yield from self._fields(
                        path if part.kind == "tests" else (*path, name),
                        part,
                        inner if part.kind == "tests" else inner.get(name),
                    )
            case "weights" | "said" | "ways" | "tests":
                inner = value if isinstance(value, dict) else {}
                for at, (name, text) in enumerate(self._names(one.of)):
                    said_once = one._replace(hint="") if at else one
                    yield self._each((*path, name), said_once, text, str(inner.get(name, "")))
            case "lines":
                lines = value if isinstance(value, list) else []
                yield self._field(path, one, "text", "lines", "\n".join(map(str, lines)))
            case "some":
                chosen = [name for name, _ in self._names(one.of)] if value == "all" else value
                picked = [str(each) for each in chosen] if isinstance(chosen, list) else []
                yield {**self._field(path, one, "some", "names", ""), "chosen": picked}
            case _:
                send = "id" if path[-1] == "id" else "words" if one.kind in {"line", "text"} else "token"
                shown = value if isinstance(value, str) else ""
                yield self._field(path, one, _DRAWN[one.kind], send, shown)

    def _each(self, path: Path, one: StudioField, name: str, value: str) -> FieldProps:
        """The field of one option, role or indicator."""
        draw, send = {"weights": ("number", "token"), "said": ("text", "words"), "tests": ("line", "words")}.get(
            one.kind, ("one", "token")
        )
        found = self._field(path, one, draw, send, value)
        choices = self._choices("scene") if one.kind == "ways" else []
        return {**found, "label": words.EACH.format(label=one.label, name=name), "drops": True, "choices": choices}

    def _field(self, path: Path, one: StudioField, draw: str, send: str, value: str) -> FieldProps:
        return {
            "key": _key(path),
            "path": list(path),
            "draw": draw,
            "send": send,
            "label": one.label,
            "hint": one.hint,
            "value": value,
            "chosen": [],
            "choices": self._choices(one.of) if draw in {"one", "some"} else [],
            "drops": path[-1] in DROPS or send == "lines",
            "remarks": self._remarks(path),
        }

    def _choices(self, of: str) -> list[MenuOption]:
        return [{"value": name, "text": text} for name, text in self._names(of)]

    def _names(self, of: str) -> list[tuple[str, str]]:
        """The names that a field can take, each with what is read on the page."""
        match of:
            case "principle":
                return [(name, name) for name in PRINCIPLES]
            case "profile" | "kind":
                return list(words.MENUS[of].items())
            case "way":
                return list(self._decisions())
        listed = self.study.contents.get(f"{of}s")
        items = listed if isinstance(listed, list) else []
        named = [item for item in items if isinstance(item, dict) and isinstance(item.get("id"), str) and item["id"]]
        return [(str(item["id"]), _named(item)) for item in named]

    def _decisions(self) -> Iterator[tuple[str, str]]:
        scenes = self.study.contents.get("scenes")
        for scene in scenes if isinstance(scenes, list) else []:
            if not isinstance(scene, dict):
                continue
            panel = scene.get("kind") == "panel"
            ways = self.study.contents.get("options") if panel else scene.get("choices")
            for way in ways if isinstance(ways, list) else []:
                if isinstance(way, dict) and way.get("id"):
                    yield f"{scene.get('id')}.{way['id']}", f"{_named(scene)}: {_named(way)}"

    def _remarks(self, path: Path) -> list[RemarkProps]:
        return [remark_props(remark) for remark in self.study.remarks if _place(remark, path)]


def _place(remark: TextRemark, path: Path) -> bool:
    """Whether a remark is shown at this place: at its own, or at the list or the name below it."""
    return bool(path) and remark.path == path


def elsewhere(remarks: Sequence[TextRemark], card: CardProps) -> list[RemarkProps]:
    """The remarks about places that the form does not show."""
    shown = set(_keys(card))
    return [remark_props(remark) for remark in remarks if _key(remark.path) not in shown]


def _keys(card: CardProps) -> Iterator[str]:
    yield from ([card["key"]] if card["path"] else [])
    yield from (field["key"] for field in (*card["fields"], *card["more"]))
    for each in card["lists"]:
        yield each["key"]
        for inner in each["cards"]:
            yield from _keys(inner)


def _key(path: Path) -> str:
    return "/".join(map(str, path))


def _named(item: dict[str, Any]) -> str:
    """What somebody reads for an item: its name, title or text, cut short; else its id."""
    for name in ("name", "title", "text"):
        if isinstance(item.get(name), str) and item[name].strip():
            line = " ".join(item[name].split())
            return f"{line[:60]}…" if len(line) > 61 else line
    return str(item.get("id") or "?")


def _title(part: str, item: Any, at: int) -> str:
    shown = _named(item if isinstance(item, dict) else {}) if part != "debrief question" else str(at + 1)
    return words.CARD.format(part=words.PART[part], name=shown)
