"""Checks that the ids of a scenario are unique, that every name used exists, and that every decision leads somewhere.

It reads the tree of a file and skips malformed parts. `play_checks` checks whether the story can be played.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dlcourse.content import yaml_look_alikes
from dlcourse.content.findings import Report, listed, shown, suggestion
from dlcourse.content.roleplay.consistency import panels
from dlcourse.content.roleplay.known_names import KnownNames, known_names
from dlcourse.content.schema import Spot
from dlcourse.content.yaml_tree import Group, Listing, Path, Scalar, at, items_of, text_of
from dlcourse.domain.roleplay.fields import NameKind, RefersTo


class _Use(NamedTuple):
    """A name in use: its kind, its field, and its place."""

    kind: NameKind
    name: str
    field: Path
    place: Path


def check(found: Sequence[Spot], report: Report) -> None:
    """Report repeated ids, unknown names, a wrong number of deciders, and options that lead nowhere."""
    known = known_names(report)
    for spot in found:
        _unique_ids(spot, report)
    _one_decider(report)
    _every_option_leads(known["option"], report)
    uses: dict[tuple[NameKind, Path], list[_Use]] = {}
    for use in _uses(found):
        if not report.has(use.field, "shape"):
            uses.setdefault((use.kind, use.field), []).append(use)
    for (kind, _), several in uses.items():
        _exist(several, known[kind], report)


def _unique_ids(spot: Spot, report: Report) -> None:
    """Report the second of two items of one list that have the same id."""
    if not isinstance(spot.node, Listing):
        return
    first: dict[str, int] = {}
    for number, item in enumerate(spot.node.items):
        name, path = text_of(item, "id"), (*spot.path, number, "id")
        if name.strip() and first.setdefault(name, number) != number:
            line = at(report.root, (*spot.path, first[name], "id"))
            remedy = f"Rename one; the first is in line {line.line if line else spot.node.line}."
            report.add("duplicate-id", path, f"two of the {spot.path[-1]} are called {shown(name)}", remedy)


def _one_decider(report: Report) -> None:
    """Report that the number of deciding roles is not 1, unless it is 0 and a malformed role may be the decider."""
    roles = items_of(report.root, "roles")
    deciders = [text_of(role, "id") for role in roles if _decides(role)]
    if len(deciders) == 1 or (not deciders and (not roles or any(_may_decide(report, at) for at in range(len(roles))))):
        return
    who = f"{listed(deciders)} all decide" if deciders else "no role decides"
    report.add("deciders", ("roles",), who, "Write 'decides: true' at exactly one role.")


def _decides(role: object) -> bool:
    value = role.fields.get("decides") if isinstance(role, Group) else None
    return isinstance(value, Scalar) and value.truth is True


def _may_decide(report: Report, number: int) -> bool:
    path = ("roles", number)
    role = at(report.root, path)
    if not isinstance(role, Group) or report.has((*path, "decides"), "shape"):
        return True
    unknown = [name for name in role.fields if report.has((*path, name), "shape")]
    return any(suggestion(name, ["decides"], "") for name in unknown)


def _every_option_leads(options: KnownNames, report: Report) -> None:
    for number in panels(report.root):
        path = ("scenes", number, "leads_to")
        leads_to = at(report.root, path)
        if not isinstance(leads_to, Group) or report.has(path[:2], "shape"):
            continue
        gaps = [name for name in options.names if name not in leads_to.fields]
        if gaps:
            panel = text_of(at(report.root, path[:2]), "id")
            what = f"the panel {shown(panel)} does not say where {listed(gaps)} leads"
            report.add("leads-to-gap", path, what, "Name a scene for every option.")


def _uses(found: Sequence[Spot]) -> Iterator[_Use]:
    """Every name that refers to something by the schema. All names of a list have the same field."""
    for spot in found:
        for mark in spot.marks:
            words = spot.node
            if isinstance(mark, RefersTo) and isinstance(words, Scalar) and isinstance(words.value, str):
                field = spot.path[:-1] if isinstance(spot.path[-1], int) else spot.path
                yield _Use(mark.kind, words.text, field, spot.path)


def _exist(uses: Sequence[_Use], known: KnownNames, report: Report) -> None:
    """Report the unknown names of one field, in one finding at the first of them."""
    unknown = {use.name: use for use in uses if use.name not in known.names}
    missing = {name: use for name, use in unknown.items() if not known.excuses(name) or _near(name, known, report)}
    if not missing:
        return
    first = next(iter(missing))
    use, odd = missing[first], yaml_look_alikes.found_in(first)
    what = f"there is no {use.kind} {listed(missing, 'or')}{f': {odd[0]}' if odd else ''}"
    otherwise = odd[1] if odd else _choose_among(use.kind, known)
    report.add("unknown-ref", use.field, what, report.suggestion(first, known.names, otherwise), use.place)


def _near(name: str, known: KnownNames, report: Report) -> bool:
    """Whether the name is probably a misspelled known name, and not one that a malformed part defines."""
    in_doubt = name in known.meant or name.partition(".")[0] in known.open_scenes
    return not in_doubt and bool(report.suggestion(name, known.names, ""))


def _choose_among(kind: str, known: KnownNames) -> str:
    if not known.names:
        return f"The file has no {kind}."
    more = " and others" if len(known.names) > 20 else ""
    return f"Choose one of: {', '.join(list(known.names)[:20])}{more}."
