"""Draws the scenes of a scenario and the ways between them for its author, as Mermaid text."""

from collections.abc import Iterator

from dlcourse.domain.roleplay.conditions import Condition
from dlcourse.domain.roleplay.scenario import Crossroads, End, Panel, Scenario


def flowchart(scenario: Scenario) -> str:
    """The text of a Mermaid flowchart: a box for each scene, and an arrow with its condition for each way."""
    number = {scene.id: f"s{at}" for at, scene in enumerate(scenario.scenes)}
    lines = ["flowchart TD", f"  begin(( )) --> {number[scenario.start]}"]
    lines += [f"  {number[scene.id]}{_box(scene)}" for scene in scenario.scenes]
    lines += [
        f'  {number[scene.id]} -->|"{label}"| {number[target]}'
        for scene in scenario.scenes
        for label, target in _arrows(scene)
    ]
    return "\n".join(lines) + "\n"


def asked(when: Condition) -> Iterator[str]:
    """The parts of a condition in words: ``trust >= 2``, ``gate-blocked heard``, ``meeting.reroute not chosen``."""
    yield from (f"{name} {test.symbol} {test.number}" for name, test in when.indicators.items())
    yield from (f"{fact} heard" for fact in when.heard)
    yield from (f"{fact} not heard" for fact in when.not_heard)
    yield from (f"{way} chosen" for way in when.chose)
    yield from (f"{way} not chosen" for way in when.not_chose)


def _box(scene: Panel | Crossroads | End) -> str:
    title = f"<br/>{_plain(scene.title)}" if scene.title else ""
    left, right = {"panel": ("[[", "]]"), "choice": ("[", "]"), "end": ("([", "])")}[scene.kind]
    return f'{left}"{scene.id}{title}"{right}'


def _arrows(scene: Panel | Crossroads | End) -> Iterator[tuple[str, str]]:
    """The label and the target of each way out of the scene."""
    if isinstance(scene, Panel):
        yield from scene.leads_to.items()
    elif isinstance(scene, Crossroads):
        for choice in scene.choices:
            condition = " and ".join(asked(choice.when))
            yield choice.id + (f"<br/>if {_plain(condition)}" if condition else ""), choice.leads_to


def _plain(text: str) -> str:
    """The text on one line. Characters with a meaning in Mermaid or HTML are replaced by their numbers."""
    line = " ".join(text.split())
    return "".join(mark if mark.isalnum() or mark in " .,:()'-" else f"#{ord(mark)};" for mark in line)
