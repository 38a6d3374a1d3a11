"""A role-play on paper: every packet has what its role knows and no more, and nothing else gives it away."""

from itertools import pairwise

import pytest

from dlcourse import files
from dlcourse.content.library import Library
from dlcourse.content.roleplay.shelf import shelf
from dlcourse.domain.document import Document, Section
from dlcourse.domain.roleplay.kit import packet
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.errors import CourseError
from dlcourse.exports.word import word_document
from dlcourse.pages.markdown import plain
from dlcourse.pages.roleplay.kit import words
from dlcourse.pages.roleplay.kit.document import kit_document

SCENARIOS = {book.scenario.id: book.scenario for book in shelf(Library(files.data())).books}
ON_PAPER = [name for name, scenario in SCENARIOS.items() if scenario.panel]


def text_of(section: Section) -> str:
    """All words on a sheet."""
    parts = [f"{part.heading} {part.words}" for item in section.items for part in item.parts]
    grids = [cell for item in section.items for grid in item.grids for row in grid.rows for cell in row]
    cards = [f"{name} {below}" for item in section.items for name, below in item.cards]
    lines = [line for item in section.items for line in (item.heading, *item.lines, *item.blanks)]
    return "\n".join([section.heading, *parts, *grids, *cards, *lines])


def packets(document: Document, scenario: Scenario) -> dict[tuple[str, str], Section]:
    """The packet of each role in each group."""
    sheets = {section.heading: section for section in document.sections}
    return {
        (group, role.id): sheets[words.PACKET.format(name=role.name, group=group)]
        for group in words.GROUPS
        for role in scenario.roles
    }


@pytest.mark.parametrize("name", ON_PAPER)
def test_a_packet_has_what_its_role_knows_and_no_more(name: str) -> None:
    """Each packet holds all facts of its role, and none that only others know; it does not tell which is which."""
    scenario = SCENARIOS[name]
    for (_, role), sheet in packets(kit_document(scenario), scenario).items():
        told = text_of(sheet)
        for fact in scenario.facts:
            assert (plain(fact.text) in told) == (role in fact.held_by)
    orders = {role.id: [fact in scenario.shared for fact in packet(scenario, role.id)] for role in scenario.roles}
    if scenario.profile == "hidden":
        assert any(own and not shared for order in orders.values() for own, shared in pairwise(order))


@pytest.mark.parametrize("name", ON_PAPER)
def test_only_the_leaders_sheet_gives_the_case_away(name: str) -> None:
    """Cards, packets and the sheet of the decision do not tell which option is best, nor who knows what."""
    leader, *others = kit_document(SCENARIOS[name]).sections
    assert words.SOLUTION in text_of(leader)
    for sheet in others:
        assert words.SOLUTION not in text_of(sheet)
        assert words.ALL not in [line.casefold() for line in text_of(sheet).splitlines()]


def test_there_is_a_sheet_for_everybody_in_two_groups() -> None:
    """After the leader's sheet comes for each group one with cards, one for each role, and one for the decision."""
    scenario = SCENARIOS["the-reading-gap"]
    document = kit_document(scenario)
    assert len(document.sections) == 1 + 2 * (1 + len(scenario.roles) + 1)
    assert all(section.alone for section in document.sections)
    assert document.sections[0].heading == words.LEADER
    assert words.DECIDER.format(name=scenario.decider.name, group="B") == document.sections[-1].heading


def test_it_is_a_word_document_with_a_page_for_each_sheet() -> None:
    """The Word file begins a page with each sheet, has a row for each card, and lines to write on."""
    import io

    import docx

    scenario = SCENARIOS["the-reading-gap"]
    file = docx.Document(io.BytesIO(word_document(kit_document(scenario))))
    headings = [each for each in file.paragraphs if each.style and each.style.name == "Heading 1"]
    assert [each.paragraph_format.page_break_before for each in headings] == [True] * len(headings)
    cards = [table for table in file.tables if len(table.columns) == 1]
    assert [len(table.rows) for table in cards] == [len(scenario.roles)] * 2
    assert not [each for each in file.paragraphs if each.style and "Heading" in str(each.style.name) and not each.text]


def test_a_story_without_a_table_is_refused() -> None:
    """A story without a panel has nothing to hand out, and says so."""
    with pytest.raises(CourseError, match="nothing to hand out"):
        kit_document(SCENARIOS["sealed-workshop"])
