"""Expands the shorthand of scenario files: ``held_by: all``, and conditions that name their indicators.

It turns the tree of a file into the tree of a scenario and keeps the lines. The two do not differ in anything else.
"""

import re
from collections.abc import Callable

from dlcourse.content.yaml_tree import Group, Listing, Node, Scalar, items_of

CONDITION_WORDS = ("heard", "not_heard", "chose", "not_chose")
_INDICATORS = "indicators"
_COMPARISON = re.compile(r"[ \t]*(>=|<=|==|>|<)[ \t]*([-+]?\d{1,9})[ \t]*", re.ASCII)


def as_scenario(root: Node) -> Node:
    """The tree with the names of all roles instead of ``all``, and with each condition's comparisons as indicators."""
    everyone = _role_names(root)
    with_facts = _in_list(root, "facts", lambda fact: _changed(fact, "held_by", lambda by: _holders(by, everyone)))
    return _in_list(with_facts, "scenes", lambda scene: _in_list(scene, "choices", _with_condition))


def _with_condition(choice: Node) -> Node:
    return _changed(choice, "when", _condition)


def _holders(held_by: Node, everyone: tuple[str, ...]) -> Node:
    if not isinstance(held_by, Scalar) or held_by.text != "all":
        return _each_once(held_by)
    return Listing(held_by.line, tuple(Scalar(held_by.line, name, plain=False) for name in everyone))


def _each_once(held_by: Node) -> Node:
    """A list of names without repetitions."""
    if not isinstance(held_by, Listing):
        return held_by
    once: dict[str | int, Node] = {}
    for number, item in enumerate(held_by.items):
        once.setdefault(item.text if isinstance(item, Scalar) else number, item)
    return Listing(held_by.line, tuple(once.values()))


def _role_names(root: Node) -> tuple[str, ...]:
    ids = [role.fields.get("id") for role in items_of(root, "roles") if isinstance(role, Group)]
    return tuple(dict.fromkeys(each.text for each in ids if isinstance(each, Scalar) and not each.empty))


def _condition(when: Node) -> Node:
    """The condition with its comparisons as indicators. A list stays, because it may be a misspelled field."""
    if not isinstance(when, Group):
        return when
    tests = {name: part for name, part in when.fields.items() if _tests_indicator(name, part)}
    if not tests:
        return when
    rest = {name: part for name, part in when.fields.items() if name not in tests}
    lines = {name: when.lines[name] for name in tests}
    group = Group(min(lines.values()), {name: _comparison(part) for name, part in tests.items()}, lines)
    return Group(when.line, {**rest, _INDICATORS: group}, {**when.lines, _INDICATORS: group.line})


def _tests_indicator(name: str, part: Node) -> bool:
    return name not in CONDITION_WORDS and (isinstance(part, Scalar) or name == _INDICATORS)


def _comparison(part: Node) -> Node:
    found = _COMPARISON.fullmatch(part.text) if isinstance(part, Scalar) else None
    if found is None:
        return part
    fields: dict[str, Node] = {
        "symbol": Scalar(part.line, found[1], plain=False),
        "number": Scalar(part.line, found[2], plain=True),
    }
    return Group(part.line, fields, dict.fromkeys(fields, part.line))


def _in_list(node: Node, name: str, change: Callable[[Node], Node]) -> Node:
    """The group with every item of one of its lists changed."""
    return _changed(node, name, lambda part: _items_changed(part, change))


def _items_changed(part: Node, change: Callable[[Node], Node]) -> Node:
    return Listing(part.line, tuple(change(item) for item in part.items)) if isinstance(part, Listing) else part


def _changed(node: Node, name: str, change: Callable[[Node], Node]) -> Node:
    if not isinstance(node, Group) or name not in node.fields:
        return node
    return Group(node.line, {**node.fields, name: change(node.fields[name])}, node.lines)
