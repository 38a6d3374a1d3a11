"""A role-play on paper as a document: one sheet after the other, for two groups."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dlcourse.domain.document import Document, DocumentItem, DocumentPart, Grid, Section
from dlcourse.domain.roleplay.kit import packet, panel_of
from dlcourse.domain.roleplay.scenario import Fact, Role, Scenario
from dlcourse.pages.markdown import plain
from dlcourse.pages.roleplay.kit import words


def kit_document(scenario: Scenario) -> Document:
    """Everything to hand out: what leads the group first, then for each group the cards, the packets and the decision.

    Raises a `CourseError` for a scenario that cannot be played on paper.
    """
    panel_of(scenario)
    sections = [_leader(scenario), *(section for group in words.GROUPS for section in _group(scenario, group))]
    return Document(scenario.title, "", words.ABOUT, tuple(sections))


def _group(scenario: Scenario, group: str) -> Iterator[Section]:
    yield _cards(scenario, group)
    for role in scenario.roles:
        yield _packet(scenario, role, group)
    yield _decision(scenario, group)


def _leader(scenario: Scenario) -> Section:
    filled = {
        "people": len(scenario.roles),
        "decider": scenario.decider.name,
        "minutes": panel_of(scenario).minutes,
    }
    steps = (words.READ, words.PREFER, words.TALK, words.DECIDE, words.LOOK)
    rows = tuple(tuple(cell.format(**filled) for cell in step) for step in steps)
    items = (
        _points(words.BEFORE, [point.format(**filled) for point in words.BEFORE_POINTS]),
        DocumentItem(words.STEPS, (), (), (Grid(words.STEPS_CAPTION, words.STEPS_COLUMNS, rows),)),
        _points(words.WRONG, words.WRONG_POINTS),
        _solution(scenario),
        _points(words.QUESTIONS, [plain(question.ask) for question in scenario.debrief]),
    )
    return Section(words.LEADER, items, alone=True)


def _points(heading: str, points: "list[str] | tuple[str, ...]") -> DocumentItem:
    return DocumentItem(heading, (), tuple(DocumentPart("", f"\u2022 {point}") for point in points))


def _passages(text: str) -> tuple[DocumentPart, ...]:
    """An author's Markdown as plain paragraphs; a list stays together, one line for each point."""
    return tuple(DocumentPart("", _passage(block)) for block in re.split(r"\n\s*\n", text.strip()))


def _passage(block: str) -> str:
    if not block.lstrip().startswith("- "):
        return plain(block)
    return "\n".join(f"\u2022 {plain(point)}" for point in re.split(r"^\s*- ", block, flags=re.MULTILINE)[1:])


def _solution(scenario: Scenario) -> DocumentItem:
    says = words.MANIFEST
    if scenario.profile == "hidden" and scenario.best and scenario.decoy:
        best, decoy = (scenario.option(which).name for which in (scenario.best, scenario.decoy))
        says = words.HIDDEN.format(best=best, decoy=decoy)
    rows = tuple((plain(fact.text), _holders(scenario, fact)) for fact in (*scenario.unique, *scenario.shared))
    grid = Grid(words.FACTS, words.FACTS_COLUMNS, rows)
    return DocumentItem(words.SOLUTION, (), (DocumentPart("", says), DocumentPart("", words.YARDSTICK)), (grid,))


def _holders(scenario: Scenario, fact: Fact) -> str:
    if fact in scenario.shared:
        return words.ALL
    return ", ".join(role.name for role in scenario.roles if role.id in fact.held_by)


def _cards(scenario: Scenario, group: str) -> Section:
    cards = tuple((name, job) for name, _, job in (role.name.partition(", ") for role in scenario.roles))
    item = DocumentItem("", (words.CARDS_NOTE,), (), cards=cards)
    return Section(words.CARDS.format(group=group), (item,), alone=True)


def _packet(scenario: Scenario, role: Role, group: str) -> Section:
    known, panel = [plain(fact.text) for fact in packet(scenario, role.id)], panel_of(scenario)
    items = (
        DocumentItem(words.YOU, (words.PACKET_NOTE,), _passages(role.about)),
        DocumentItem(words.CASE, (), (*_passages(scenario.setting), *_passages(panel.text))),
        replace(_points(words.KNOWN, known), lines=(words.KNOWN_NOTE,)),
        DocumentItem("", (), (), blanks=(words.FIRST,)),
    )
    return Section(words.PACKET.format(name=role.name, group=group), items, alone=True)


def _decision(scenario: Scenario, group: str) -> Section:
    items = (
        _points(words.OPTIONS, [option.name for option in scenario.options]),
        DocumentItem("", (words.DECIDER_NOTE,), (), blanks=(*words.DECISION, *words.AFTER)),
    )
    return Section(words.DECIDER.format(name=scenario.decider.name, group=group), items, alone=True)
