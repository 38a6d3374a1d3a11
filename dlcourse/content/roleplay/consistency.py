"""Checks that the fields of a scenario file are consistent: panels, bounds, reserved names, and counts.

It reads the tree and skips everything that is already known to be wrong.
"""

from dlcourse.content.findings import Report
from dlcourse.content.roleplay.shorthand import CONDITION_WORDS
from dlcourse.content.schema_errors import SchemaErrorReporter
from dlcourse.content.yaml_tree import LARGEST_NUMBER, Group, Node, Scalar, items_of, text_of

MOST_ROLES = 12

WITH_A_PANEL = ("options", "facts", "best", "profile")
_ONLY_WITH_A_PANEL = ("options", "best", "profile", "decoy")


def check(report: Report, errors: SchemaErrorReporter) -> None:
    """Report all fields that contradict each other."""
    _roles(report)
    _indicators(report)
    _panels(report, errors)
    _decoy(report)


def panels(root: Node) -> list[int]:
    """The numbers of the scenes that are panels."""
    return [number for number, scene in enumerate(items_of(root, "scenes")) if text_of(scene, "kind") == "panel"]


def _roles(report: Report) -> None:
    roles = items_of(report.root, "roles")
    if len(roles) > MOST_ROLES:
        what = f"there are {len(roles)} roles, more than {MOST_ROLES}"
        report.add("shape", ("roles",), what, "Combine some of them or leave some out.")
    for number, role in enumerate(roles):
        if text_of(role, "id") == "all":
            what = "a role cannot be called 'all'"
            report.add("shape", ("roles", number, "id"), what, "'all' means every role; choose another id.")


def _indicators(report: Report) -> None:
    for number, indicator in enumerate(items_of(report.root, "indicators")):
        path = ("indicators", number)
        start, least, most = (_whole(indicator, name) for name in ("start", "min", "max"))
        if least is not None and most is not None and least > most:
            what = f"'min' is {least} and 'max' only {most}"
            report.add("shape", (*path, "max"), what, "Make 'max' the larger one.")
        elif start is not None and ((least is not None and start < least) or (most is not None and start > most)):
            what = f"'start' is {start}, outside 'min' and 'max'"
            report.add("shape", (*path, "start"), what, "Start within the bounds, or widen them.")
        if (name := text_of(indicator, "id")) in CONDITION_WORDS:
            what = f"an indicator cannot be called '{name}'"
            report.add("shape", (*path, "id"), what, "That word begins a condition; choose another id.")


def _panels(report: Report, errors: SchemaErrorReporter) -> None:
    kinds = {text_of(scene, "kind") for scene in items_of(report.root, "scenes")}
    found = panels(report.root)
    for number in found[1:]:
        what = "a scenario has at most one panel, and this is another"
        report.add("shape", ("scenes", number), what, "Make it a choice scene, or split the scenario in two.")
    if found:
        _with_panel(report, errors)
    elif kinds and kinds <= {"choice", "end"}:
        _without_panel(report)


def _with_panel(report: Report, errors: SchemaErrorReporter) -> None:
    assert isinstance(report.root, Group)
    hidden = text_of(report.root, "profile") == "hidden"
    for name in (*WITH_A_PANEL, "decoy") if hidden else WITH_A_PANEL:
        if name not in report.root.fields:
            whose = "the hidden profile" if name == "decoy" else "the scenario with a panel"
            report.add("shape", (name,), f"{whose} has no '{name}'", f"Add a line '{name}: …' to it.")
    for number, fact in enumerate(items_of(report.root, "facts")):
        if isinstance(fact, Group) and fact.fields and "weighs" not in fact.fields:
            errors.missing(("facts", number), "weighs")


def _without_panel(report: Report) -> None:
    assert isinstance(report.root, Group)
    scenes = items_of(report.root, "scenes")
    reveals = any(items_of(choice, "reveals") for scene in scenes for choice in items_of(scene, "choices"))
    idle = () if reveals else ("facts",)
    for name in (*_ONLY_WITH_A_PANEL, *idle):
        if name in report.root.fields:
            use = "and no choice reveals a fact" if name == "facts" else "so this has no use"
            what = f"'{name}' is here, but no scene is a panel, {use}"
            report.add("shape", (name,), what, "Take it out, or add a panel.")


def _decoy(report: Report) -> None:
    """Report that best and decoy are the same. Both name an existing option, so the code is `shape`."""
    best = text_of(report.root, "best")
    if best and best == text_of(report.root, "decoy"):
        what = f"'{best}' is named both as 'best' and as 'decoy'"
        report.add("shape", ("decoy",), what, "Name the option that the shared facts point to as 'decoy'.")


def _whole(indicator: Node, name: str) -> int | None:
    part = indicator.fields.get(name) if isinstance(indicator, Group) else None
    number = part.value if isinstance(part, Scalar) else None
    fits = isinstance(number, int) and not isinstance(number, bool) and abs(number) <= LARGEST_NUMBER
    return number if fits else None
