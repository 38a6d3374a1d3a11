"""The names that a scenario file defines, and those that it may define in a malformed part.

It does not check how names are used; `references` does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dlcourse.content.findings import Report
from dlcourse.content.schema_errors import as_identifier
from dlcourse.content.yaml_tree import Group, Node, Scalar, items_of, text_of
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.roleplay.fields import NameKind

LISTS: dict[NameKind, str] = {
    "scene": "scenes",
    "role": "roles",
    "option": "options",
    "indicator": "indicators",
    "fact": "facts",
}
"""The list of the file in which each kind of name is defined."""


@dataclass(frozen=True)
class KnownNames:
    """The names of one kind, each once, in file order.

    ``meant`` are the names that malformed ids may mean. ``open``: whether a malformed part may define any other name.
    ``open_scenes`` are the scenes whose choices are not all known.
    """

    names: dict[str, None]
    meant: frozenset[str] = frozenset()
    open: bool = False
    open_scenes: frozenset[str] = field(default=frozenset())

    def excuses(self, name: str) -> bool:
        """Whether a malformed part may define this name."""
        return name in self.meant or self.open or name.partition(".")[0] in self.open_scenes


def known_names(report: Report) -> dict[NameKind, KnownNames]:
    """The names of each kind. Schema errors must already be in the report."""
    known: dict[NameKind, KnownNames] = {"principle": KnownNames(dict.fromkeys(PRINCIPLES))}
    for kind, list_name in LISTS.items():
        known[kind] = _of_list(report, list_name)
    known["choice"] = _choices(report, known["option"])
    return known


def _of_list(report: Report, list_name: str) -> KnownNames:
    items = items_of(report.root, list_name)
    malformed = {number for number in range(len(items)) if report.has((list_name, number, "id"), "shape")}
    ids = {number: text_of(item, "id") for number, item in enumerate(items)}
    names = dict.fromkeys(name for number, name in ids.items() if number not in malformed and name)
    odd = [ids[number] for number in malformed]
    nameless = any(not name for name in ids.values()) or any(as_identifier(name) in names for name in odd)
    return KnownNames(
        names,
        frozenset(odd) | {as_identifier(name) for name in odd if name},
        open=nameless or bool(malformed) or report.has((list_name,), "shape"),
    )


def _choices(report: Report, options: KnownNames) -> KnownNames:
    names = dict.fromkeys(decisions(report.root))
    scenes = items_of(report.root, "scenes")
    unclear = {text_of(scene, "id") for number, scene in enumerate(scenes) if _unclear(report, number, scene, options)}
    all_unclear = report.has(("scenes",), "shape") or "" in unclear
    return KnownNames(names, open=all_unclear, open_scenes=frozenset(unclear))


def _unclear(report: Report, number: int, scene: Node, options: KnownNames) -> bool:
    """Whether a scene may have unknown choices, because its kind, its list or an id in the list is malformed."""
    kind, path = text_of(scene, "kind"), ("scenes", number)
    if kind == "panel":
        return options.open
    choices = items_of(scene, "choices")
    broken = [report.has((*path, "choices", at, "id"), "shape") for at in range(len(choices))]
    nameless = any(not text_of(choice, "id") for choice in choices)
    malformed = any(broken) or nameless or report.has((*path, "choices"), "shape")
    return malformed or kind not in {"choice", "end"} or report.has((*path, "id"), "shape")


def decisions(root: Node) -> Iterator[str]:
    """The names for ``chose``: ``scene.choice`` for every choice, and ``panel.option`` for every option."""
    options = [text_of(option, "id") for option in items_of(root, "options")]
    for scene in items_of(root, "scenes"):
        kind = text_of(scene, "kind")
        here = [text_of(choice, "id") for choice in items_of(scene, "choices")] if kind == "choice" else []
        for name in options if kind == "panel" else here:
            if name and isinstance(scene, Group) and isinstance(scene.fields.get("id"), Scalar):
                yield f"{text_of(scene, 'id')}.{name}"
