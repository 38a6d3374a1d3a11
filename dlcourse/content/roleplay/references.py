"""Whether the ids of a scenario are unique, every name that is used exists, and every decision leads somewhere.

It reads a scenario that is built as it should be; whether its story can be played is asked later.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from dlcourse.content.findings import Path, Report, listed, shown, suggestion
from dlcourse.domain.principles import PRINCIPLES
from dlcourse.domain.roleplay.scenario import Choice, Crossroads, Fact, Panel, Scenario


class _Use(NamedTuple):
    """Names that a field uses: of what kind, in which field, and the place of each name."""

    kind: str
    names: Sequence[str]
    field: Path
    places: Sequence[Path]


def check(scenario: Scenario, report: Report) -> None:
    """Report ids that are used twice, names that do not exist, deciders, and options that lead nowhere."""
    _unique_ids(scenario, report)
    _one_decider(scenario, report)
    _every_option_leads(scenario, report)
    known = _known(scenario)
    for use in _uses(scenario):
        _exists(use, known[use.kind], report)


def _unique_ids(scenario: Scenario, report: Report) -> None:
    for kind in ("roles", "options", "indicators", "facts", "scenes"):
        _unique((kind,), [thing.id for thing in getattr(scenario, kind)], report)
    for path, scene in _crossroads(scenario):
        _unique((*path, "choices"), [choice.id for choice in scene.choices], report)


def _unique(path: Path, ids: Sequence[str], report: Report) -> None:
    first: dict[str, int] = {}
    for at, name in enumerate(ids):
        if first.setdefault(name, at) != at:
            line = report.places[(*path, first[name], "id")]
            what = f"two of the {path[-1]} are called {shown(name)}"
            report.add("duplicate-id", (*path, at, "id"), what, f"Rename one; the first is in line {line}.")


def _one_decider(scenario: Scenario, report: Report) -> None:
    deciders = [role.id for role in scenario.roles if role.decides]
    if len(deciders) != 1:
        who = f"{listed(deciders)} all decide" if deciders else "no role decides"
        report.add("deciders", ("roles",), who, "Write 'decides: true' at exactly one role.")


def _every_option_leads(scenario: Scenario, report: Report) -> None:
    for at, scene in enumerate(scenario.scenes):
        gaps = [o.id for o in scenario.options if isinstance(scene, Panel) and o.id not in scene.leads_to]
        if gaps:
            what = f"the panel {shown(scene.id)} does not say where {listed(gaps)} leads"
            report.add("leads-to-gap", ("scenes", at, "leads_to"), what, "Name a scene for every option.")


def _known(scenario: Scenario) -> dict[str, dict[str, None]]:
    """The names of each kind, each once, in file order."""
    kinds: dict[str, Iterable[str]] = {
        "principle": PRINCIPLES,
        "scene": [scene.id for scene in scenario.scenes],
        "role": [role.id for role in scenario.roles],
        "option": [option.id for option in scenario.options],
        "indicator": [indicator.id for indicator in scenario.indicators],
        "fact": [fact.id for fact in scenario.facts],
        "choice": decisions(scenario),
    }
    return {kind: dict.fromkeys(names) for kind, names in kinds.items()}


def decisions(scenario: Scenario) -> Iterator[str]:
    """What ``chose`` can name: ``scene.choice`` for every choice, ``panel.option`` for every option."""
    for scene in scenario.scenes:
        if isinstance(scene, Crossroads):
            yield from (f"{scene.id}.{choice.id}" for choice in scene.choices)
        elif isinstance(scene, Panel):
            yield from (f"{scene.id}.{option.id}" for option in scenario.options)


def _uses(scenario: Scenario) -> Iterator[_Use]:
    yield _single("scene", scenario.start, ("start",))
    yield _several("principle", scenario.principles, ("principles",))
    for name in ("best", "decoy"):
        if option := getattr(scenario, name):
            yield _single("option", option, (name,))
    for at, fact in enumerate(scenario.facts):
        yield from _fact_uses(fact, ("facts", at))
    for at, scene in enumerate(scenario.scenes):
        if isinstance(scene, Panel):
            yield from _panel_uses(scene, ("scenes", at, "leads_to"))
    for path, scene in _crossroads(scenario):
        if scene.by:
            yield _single("role", scene.by, (*path, "by"))
        for at, choice in enumerate(scene.choices):
            yield from _choice_uses(choice, (*path, "choices", at))
    for at, question in enumerate(scenario.debrief):
        yield _several("principle", question.principles, ("debrief", at, "principles"))


def _fact_uses(fact: Fact, path: Path) -> Iterator[_Use]:
    yield _several("role", fact.held_by, (*path, "held_by"))
    yield from _names("option", fact.weighs, (*path, "weighs"))


def _panel_uses(panel: Panel, path: Path) -> Iterator[_Use]:
    yield from _names("option", panel.leads_to, path)
    yield from (_single("scene", scene, (*path, option)) for option, scene in panel.leads_to.items())


def _choice_uses(choice: Choice, path: Path) -> Iterator[_Use]:
    yield _single("scene", choice.leads_to, (*path, "leads_to"))
    yield _several("principle", choice.principles, (*path, "principles"))
    yield _several("fact", choice.reveals, (*path, "reveals"))
    yield from _names("indicator", choice.effects, (*path, "effects"))
    yield from _names("indicator", choice.when.indicators, (*path, "when"))
    for word, kind in {"heard": "fact", "not_heard": "fact", "chose": "choice", "not_chose": "choice"}.items():
        yield _several(kind, getattr(choice.when, word), (*path, "when", word))


def _crossroads(scenario: Scenario) -> Iterator[tuple[Path, Crossroads]]:
    for at, scene in enumerate(scenario.scenes):
        if isinstance(scene, Crossroads):
            yield ("scenes", at), scene


def _single(kind: str, name: str, field: Path) -> _Use:
    return _Use(kind, [name], field, [field])


def _several(kind: str, names: Sequence[str], field: Path) -> _Use:
    return _Use(kind, names, field, [(*field, at) for at in range(len(names))])


def _names(kind: str, names: Iterable[str], field: Path) -> Iterator[_Use]:
    """The names of fields; each is a field of its own, apart from its value."""
    return (_Use(kind, [name], (*field, name, "name"), [(*field, name)]) for name in names)


def _exists(use: _Use, known: Collection[str], report: Report) -> None:
    unknown = {name: place for name, place in zip(use.names, use.places, strict=True) if name not in known}
    if not unknown:
        return
    first = next(iter(unknown))
    what = f"there is no {use.kind} {listed(unknown, 'or')}"
    report.add("unknown-ref", use.field, what, suggestion(first, known, _known_names(use.kind, known)), unknown[first])


def _known_names(kind: str, known: Collection[str]) -> str:
    if not known:
        return f"The file has no {kind}."
    more = " and others" if len(known) > 20 else ""
    return f"Take one of: {', '.join(list(known)[:20])}{more}."
