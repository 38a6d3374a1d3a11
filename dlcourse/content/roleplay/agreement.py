"""Which fields of a scenario file must agree with each other: with or without a panel, bounds, and counts.

It reads the tree and passes over whatever is already known to be wrong there.
"""

from dlcourse.content.findings import Report
from dlcourse.content.roleplay.forms import missing, whole_number
from dlcourse.content.tree import Group, Listing, Piece, Words

MOST_ROLES = 12

_WITH_A_PANEL = ("options", "facts", "best", "profile")
_ONLY_WITH_A_PANEL = ("options", "best", "profile", "decoy")


def check(scenario: Group, report: Report) -> None:
    """Report every disagreement between fields."""
    _roles(scenario, report)
    _indicators(scenario, report)
    _panels(scenario, report)
    _decoy(scenario, report)


def _roles(scenario: Group, report: Report) -> None:
    roles = _items(scenario, "roles")
    if len(roles) > MOST_ROLES:
        what = f"there are {len(roles)} roles, more than {MOST_ROLES}"
        report.add("shape", ("roles",), what, "Join some of them or leave some out.")


def _indicators(scenario: Group, report: Report) -> None:
    for at, indicator in enumerate(_groups(scenario, "indicators")):
        start, least, most = (whole_number(indicator.fields.get(name)) for name in ("start", "min", "max"))
        if least is not None and most is not None and least > most:
            what = f"'min' is {least} and 'max' only {most}"
            report.add("shape", ("indicators", at, "max"), what, "Let 'max' be the greater one.")
        elif start is not None and ((least is not None and start < least) or (most is not None and start > most)):
            what = f"'start' is {start}, outside 'min' and 'max'"
            report.add("shape", ("indicators", at, "start"), what, "Begin within the bounds, or widen them.")


def _panels(scenario: Group, report: Report) -> None:
    kinds = [_text(scene, "kind") for scene in _groups(scenario, "scenes")]
    panels = [at for at, kind in enumerate(kinds) if kind == "panel"]
    for at in panels[1:]:
        what = "a scenario has at most one panel, and this is a further one"
        report.add("shape", ("scenes", at), what, "Make it a choice scene, or split the scenario in two.")
    if panels:
        _with_panel(scenario, report)
    elif kinds and set(kinds) <= {"choice", "end"}:
        _without_panel(scenario, report)


def _with_panel(scenario: Group, report: Report) -> None:
    hidden = _text(scenario, "profile") == "hidden"
    for name in (*_WITH_A_PANEL, "decoy") if hidden else _WITH_A_PANEL:
        if name not in scenario.fields:
            whose = "the hidden profile" if name == "decoy" else "the scenario with a panel"
            missing(name, whose, scenario.line, (), report)
    for at, fact in enumerate(_groups(scenario, "facts")):
        if fact.fields and "weighs" not in fact.fields:
            missing("weighs", f"the fact '{_text(fact, 'id')}'", fact.line, ("facts", at), report)


def _without_panel(scenario: Group, report: Report) -> None:
    reveals = any(_items(choice, "reveals") for choice in _choices(scenario))
    idle = () if reveals else ("facts",)
    for name in (*_ONLY_WITH_A_PANEL, *idle):
        if name in scenario.fields:
            use = "and no choice reveals a fact" if name == "facts" else "so this has no use"
            what = f"'{name}' is here, but no scene is a panel, {use}"
            report.add("shape", (name,), what, "Take it out, or add a panel.")


def _decoy(scenario: Group, report: Report) -> None:
    """Best and decoy may not be one. Each names an option that exists, so this is `shape`, not `unknown-ref`."""
    best = _text(scenario, "best")
    if best and best == _text(scenario, "decoy"):
        what = f"'{best}' is named both as 'best' and as 'decoy'"
        report.add("shape", ("decoy",), what, "Name the option that the shared facts point to as 'decoy'.")


def _choices(scenario: Group) -> list[Group]:
    return [choice for scene in _groups(scenario, "scenes") for choice in _groups(scene, "choices")]


def _items(group: Group, name: str) -> tuple[Piece, ...]:
    part = group.fields.get(name)
    return part.items if isinstance(part, Listing) else ()


def _groups(group: Group, name: str) -> list[Group]:
    """The items of a list that are groups; an empty group keeps the place of any other item."""
    return [item if isinstance(item, Group) else Group(item.line, {}, {}) for item in _items(group, name)]


def _text(group: Group, name: str) -> str:
    part = group.fields.get(name)
    return part.text if isinstance(part, Words) else ""
