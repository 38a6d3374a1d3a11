"""The parts of a malformed scenario file that are sound, as scenarios, so that they can be checked all the same.

A story is sound if nothing about its scenes, conditions and numbers was reported. A profile is sound if nothing about
its roles, options, facts and claims was. Words change neither, so any words stand in for missing or malformed ones.
"""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from dlcourse.content.findings import Code, Report, suggestion
from dlcourse.content.roleplay.consistency import panels
from dlcourse.content.schema import spots, validated
from dlcourse.content.yaml_tree import Group, Listing, Node, Path, Scalar, items_of, text_of
from dlcourse.domain.roleplay.fields import AUTHORING
from dlcourse.domain.roleplay.scenario import Scenario

Region = Literal["story", "profile"]

HARMLESS = frozenset(
    {
        *("title", "summary", "setting", "source", "debrief", "principles", "name", "about", "text", "feedback"),
        *("voice", "portrait", "said", "touches", "explains", "by", "decides", "ask"),
    }
)
"""Fields that neither the story nor the profile depends on."""
_CLAIMS = ("profile", "best", "decoy")
_WEIGHING = frozenset({"held_by", "weighs"})
_COUNTING = frozenset(
    {
        *("id", "kind", "start", "scenes", "indicators", "roles", "options", "facts", "choices", "leads_to", "minutes"),
        *("when", "effects", "reveals", "heard", "not_heard", "chose", "not_chose", "min", "max"),
        *(*_CLAIMS, *_WEIGHING),
    }
)
_NAMED_BY_AUTHORS = frozenset({"weighs", "leads_to", "effects", "touches", "when"})
_SCENE_FIELDS = {"panel": ("id", "kind", "minutes", "leads_to"), "choice": ("id", "kind"), "end": ("id", "kind")}
_CHOICE_FIELDS = ("id", "leads_to", "when", "effects", "reveals")
_SOMEBODY = "somebody"


class SoundParts(NamedTuple):
    """The scenario as far as its story can be checked, and as far as its profile can; the same if both can."""

    story: Scenario | None
    profile: Scenario | None


def sound_parts(report: Report) -> SoundParts:
    """What can be checked further. All errors of the earlier steps must be in the report already."""
    root = report.root
    broken = {region for path, code in report.errors for region in _regions(path, code)}
    if "story" not in broken and "profile" not in broken:
        whole = _scenario({**_frame(), **_profile(root), **_story(root)})
        return SoundParts(whole, whole)
    story = None if "story" in broken else _scenario({**_frame(), **_outlines(root), **_story(root)})
    profile = (
        None if "profile" in broken or not panels(root) else _scenario({**_frame(), **_profile(root), **_end(root)})
    )
    return SoundParts(story, profile)


def _regions(path: Path, code: Code) -> tuple[Region, ...]:
    """What an error at this path makes unsound."""
    fields = _field_names(path)
    if not fields:
        return ("story", "profile")
    if code == "deciders" or any(name in HARMLESS for name in fields) or _is_odd(fields[-1]):
        return ()
    match fields[0]:
        case "minutes":
            return ()
        case "scenes" | "start" | "indicators":
            return ("story",)
        case "roles" | "profile" | "best" | "decoy":
            return ("profile",)
        case "facts" if _WEIGHING.intersection(fields):
            return ("profile",)
        case "options" | "facts":
            return ("story", "profile")
    return () if fields[0] == "id" else ("story", "profile")


def _field_names(path: Path) -> list[str]:
    """The names of fields in the path. Below some fields, authors use ids as names."""
    names = [step for step in path if isinstance(step, str)]
    ends = [place for place, name in enumerate(names) if name in _NAMED_BY_AUTHORS]
    return names[: ends[0] + 1] if ends else names


def _is_odd(name: str) -> bool:
    """Whether this is a field that nothing counts on, not even misspelled."""
    return name not in _COUNTING and not suggestion(name, _COUNTING, "")


def _scenario(fields: Mapping[str, Node]) -> Scenario | None:
    tree = Group(1, dict(fields), dict.fromkeys(fields, 1))
    return validated(list(spots(tree, Scenario)), Scenario, AUTHORING)[0]


def _words(text: str = "…") -> Scalar:
    return Scalar(1, text, plain=False)


def _group(**fields: Node) -> Group:
    return Group(1, fields, dict.fromkeys(fields, 1))


def _frame() -> dict[str, Node]:
    """All that every scenario needs and no check of the story or the profile depends on."""
    number, principles = Scalar(1, "1", plain=True), Listing(1, (_words("P1"),))
    head = {name: _words() for name in ("title", "summary", "setting")}
    asks = Listing(1, (_group(ask=_words(), principles=principles),))
    return {**head, "id": _words("draft"), "minutes": number, "principles": principles, "debrief": asks}


def _story(root: Node) -> dict[str, Node]:
    whole = {name: part for name, part in _fields(root).items() if name == "start"}
    named = _items(root, "indicators", lambda one, _: _picked(one, ("id", "start", "min", "max"), name=_words()))
    return {**whole, **named, **_items(root, "scenes", lambda scene, _: _scene(scene))}


def _scene(scene: Node) -> Node:
    kind = text_of(scene, "kind")
    names = _SCENE_FIELDS.get(kind, ())
    shown = _picked(scene, names, text=_words(), title=_words())
    chosen = _items(scene, "choices", lambda one, _: _picked(one, _CHOICE_FIELDS, text=_words(), feedback=_words()))
    return _group(**shown.fields, **chosen) if kind == "choice" else shown


def _outlines(root: Node) -> dict[str, Node]:
    """The names of options and facts, for a story whose profile is malformed."""
    somebody = _group(id=_words(_SOMEBODY), name=_words(), about=_words(), decides=Scalar(1, "true", plain=True))
    holders = Listing(1, (_words(_SOMEBODY),))
    return {
        "roles": Listing(1, (somebody,)),
        **_items(root, "options", lambda one, _: _picked(one, ("id",), name=_words())),
        **_items(root, "facts", lambda one, _: _picked(one, ("id",), text=_words(), held_by=holders)),
    }


def _profile(root: Node) -> dict[str, Node]:
    claims = {name: part for name, part in _fields(root).items() if name in _CLAIMS}
    return {
        **claims,
        **_items(root, "roles", _role),
        **_items(root, "options", lambda one, _: _picked(one, ("id",), name=_sound(one, "name"))),
        **_items(root, "facts", lambda one, _: _fact(one)),
    }


def _role(role: Node, number: int) -> Node:
    decides = Scalar(1, "true" if number == 0 else "false", plain=True)
    return _picked(role, ("id",), name=_sound(role, "name"), about=_words(), decides=decides)


def _fact(fact: Node) -> Node:
    """The fact with its words as far as they are sound, because its holder may be named in them."""
    fields = _fields(fact)
    claimed = fields.get("explains")
    explained = claimed is not None and not (isinstance(claimed, Scalar) and claimed.truth is False)
    explains = {"explains": Scalar(1, "true", plain=True)} if explained else {}
    said = {"said": _sound(fact, "said", "…")} if "said" in fields else {}
    return _picked(fact, ("id", "held_by", "weighs"), text=_sound(fact, "text", "…"), **said, **explains)


def _end(root: Node) -> dict[str, Node]:
    """A panel and an end, for a profile whose story is malformed."""
    end = _group(id=_words("end"), kind=_words("end"), text=_words())
    ways = {text_of(option, "id"): _words("end") for option in items_of(root, "options")}
    leads_to, minutes = Group(1, dict(ways), dict.fromkeys(ways, 1)), Scalar(1, "1", plain=True)
    panel = _group(
        id=_words("panel"), kind=_words("panel"), title=_words(), text=_words(), minutes=minutes, leads_to=leads_to
    )
    return {"scenes": Listing(1, (panel, end)), "start": _words("panel")}


def _fields(node: Node) -> dict[str, Node]:
    return node.fields if isinstance(node, Group) else {}


def _items(node: Node, name: str, change: Callable[[Node, int], Node]) -> dict[str, Node]:
    """The list of this name with each item changed; nothing if there is none."""
    listing = _fields(node).get(name)
    if not isinstance(listing, Listing):
        return {}
    return {name: Listing(1, tuple(change(item, number) for number, item in enumerate(listing.items)))}


def _picked(node: Node, names: tuple[str, ...], **more: Node) -> Group:
    """Some fields of a group, as far as they are there, and others."""
    here = _fields(node)
    return _group(**{name: here[name] for name in names if name in here}, **more)


def _sound(node: Node, name: str, otherwise: str = "") -> Scalar:
    """The words in this field, else others: those given, or the id of the group."""
    part = _fields(node).get(name)
    if isinstance(part, Scalar) and isinstance(part.value, str):
        return _words(part.text)
    return _words(otherwise or text_of(node, "id") or "…")
