"""The list of what is wrong or still to be written: each with its words, its place, and the field to go to."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dlcourse.domain.roleplay.studio.messages import ScenarioStudy, TextRemark
from dlcourse.pages.roleplay.studio import words
from dlcourse.pages.roleplay.studio.form_props import CardProps, RemarkKind, RemarkProps, key_of
from dlcourse.pages.roleplay.studio.left.plain import in_words, kind_of
from dlcourse.pages.roleplay.studio.naming import Path, place_name

_ORDER: tuple[RemarkKind, ...] = ("error", "todo", "note")


def remark_props(remark: TextRemark, contents: Mapping[str, Any]) -> RemarkProps:
    """What is wrong, in the words of the form, with the place at which it is mended."""
    path = _mended_at(remark)
    return {
        "kind": kind_of(remark, contents),
        "line": remark.line,
        "where": place_name(contents, path),
        "text": in_words(remark, contents),
        "key": key_of(path),
    }


def _mended_at(remark: TextRemark) -> Path:
    """The place where an author mends it: of what lacks principles the field for them, and the facts of a profile."""
    if remark.code == "no-principle":
        return (*remark.path, "principles")
    return ("facts",) if remark.code == "unexplained" else remark.path


def all_remarks(study: ScenarioStudy) -> list[RemarkProps]:
    """Everything that is wrong: errors first, then what has still to be written, then notes."""
    found = [remark_props(remark, study.contents) for remark in study.remarks]
    return sorted(found, key=lambda remark: _ORDER.index(remark["kind"]))


def by_place(remarks: Iterable[RemarkProps]) -> dict[str, list[RemarkProps]]:
    """The remarks by their keys."""
    found: dict[str, list[RemarkProps]] = {}
    for remark in remarks:
        found.setdefault(remark["key"], []).append(remark)
    return found


def with_fields(remarks: Iterable[RemarkProps], card: CardProps | None) -> list[RemarkProps]:
    """The remarks with the key of the nearest place that the form shows; an empty key if it shows none."""
    shown = dict(_shown(card)) if card else {}
    return [{**remark, "key": _nearest(remark["key"], shown)} for remark in remarks]


def summary(remarks: Iterable[RemarkProps], *, playable: bool) -> str:
    """How much there is of each kind, and whether the scenario can be played."""
    kinds = [remark["kind"] for remark in remarks]
    counts = [words.counted(words.COUNTS[kind], kinds.count(kind)) for kind in _ORDER if kind in kinds]
    told = f"{', '.join(counts)}." if counts else ""
    if playable:
        return f"{words.PLAYABLE} {told}" if told else words.SOUND
    return told


def _nearest(key: str, shown: Mapping[str, str]) -> str:
    """The place itself; else an empty field within it, or any field within it; else the innermost place around it."""
    if key in shown:
        return key
    within = [name for name in shown if key and name.startswith(f"{key}/")]
    if within:
        return next((name for name in within if not shown[name]), within[0])
    above, _, _ = key.rpartition("/")
    return _nearest(above, shown) if above else ""


def _shown(card: CardProps) -> Iterator[tuple[str, str]]:
    """The key of each card, list and field, with what is in the field."""
    if card["path"]:
        yield card["key"], card["title"]
    for field in (*card["fields"], *card["more"]):
        yield field["key"], field["value"] or " ".join(field["chosen"])
    for each in card["lists"]:
        yield each["key"], each["label"]
        for inner in each["cards"]:
            yield from _shown(inner)
