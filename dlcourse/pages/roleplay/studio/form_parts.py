"""The studio's form: the fields of `fields` with what the text has in them, and what is wrong there.

The text may be malformed in any way. What the form cannot show is left to the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dlcourse.domain.roleplay.studio.messages import ScenarioStudy
from dlcourse.pages.props import MenuOption
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.adding import DROPS, adds
from dlcourse.pages.roleplay.studio.aims import fact_aim
from dlcourse.pages.roleplay.studio.fields import FIELDS, StudioField
from dlcourse.pages.roleplay.studio.form_props import CardListProps, CardProps, FieldProps, RemarkProps, key_of
from dlcourse.pages.roleplay.studio.naming import Path, card_title, fields_of, items_in, names
from dlcourse.pages.roleplay.studio.removal import removal

SELDOM = {"id", "voice", "portrait", "said", "touches", "source", "when", "reveals", "effects", "by"}
"""Fields that are folded away."""
MEETING_ONLY = {"profile", "best", "decoy"}
"""Fields of the scenario that are folded away, too, while it has no meeting, no options, and nothing in them."""
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
    """Makes the form of one text. ``remarks`` are what is wrong, by the keys of the places."""

    study: ScenarioStudy
    remarks: Mapping[str, list[RemarkProps]]

    def card(self) -> CardProps:
        """The whole scenario as one card."""
        return self._card((), "scenario", self.study.contents)

    def _card(self, path: Path, part: str, data: Any, *, title: str = "", place: int = 0, count: int = 1) -> CardProps:  # noqa: PLR0913
        data = data if isinstance(data, dict) else {}
        fields: list[FieldProps] = []
        more: list[FieldProps] = []
        lists: list[CardListProps] = []
        for name, one in fields_of(part, data).items():
            if one.kind == "parts":
                lists.append(self._list((*path, name), one, data.get(name)))
            else:
                (more if _seldom(name, data) else fields).extend(self._fields((*path, name), one, data.get(name)))
        return {
            "key": key_of(path),
            "path": list(path),
            "title": title,
            "place": place,
            "count": count,
            "note": fact_aim(self.study.contents, data) if part == "fact" else "",
            "removal": removal(self.study.contents, data, place) if part == "role" else None,
            "fields": fields,
            "more": more,
            "lists": lists,
            "remarks": self._remarks(path),
        }

    def _list(self, path: Path, one: StudioField, items: Any) -> CardListProps:
        items = items if isinstance(items, list) else []
        cards = [
            self._card((*path, at), one.of, item, title=card_title(one.of, item, at), place=at, count=len(items))
            for at, item in enumerate(items)
        ]
        return {
            "key": key_of(path),
            "label": one.label,
            "hint": one.hint,
            "cards": cards,
            "adds": list(adds(path, one.of, items)),
            "remarks": self._remarks(path),
        }

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
            "key": key_of(path),
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
        return names(self.study.contents, of)

    def _remarks(self, path: Path) -> list[RemarkProps]:
        return self.remarks.get(key_of(path), []) if path else []


def _seldom(name: str, data: Mapping[str, Any]) -> bool:
    """Whether a field of a part with this data is folded away."""
    if name in MEETING_ONLY:
        scenes = items_in(data, "scenes")
        meets = any(isinstance(scene, dict) and scene.get("kind") == "panel" for scene in scenes)
        return not (meets or items_in(data, "options") or data.get(name))
    return name in SELDOM
