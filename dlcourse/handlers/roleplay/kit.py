"""Handles the queries for role-plays on paper."""

from dlcourse.content.roleplay.shelf import playable_scenario, shelf
from dlcourse.domain.roleplay.kit import (
    PaperKit,
    PaperKits,
    PaperKitsView,
    PaperKitView,
    TakePaperKit,
    cover,
    panel_of,
)
from dlcourse.handlers.context import Heavy, ReadContext, Slow
from dlcourse.handlers.registers.document_files import word_file
from dlcourse.handlers.registry import look_up
from dlcourse.pages.roleplay.kit.document import kit_document


@look_up.register
def show_paper_kits(query: PaperKits, context: ReadContext) -> Heavy:  # noqa: ARG001 (a query without parts)
    library = context.library
    return Heavy(
        lambda: PaperKitsView(kits=tuple(cover(book.scenario) for book in shelf(library).books if book.scenario.panel))
    )


@look_up.register
def show_paper_kit(query: PaperKit, context: ReadContext) -> PaperKitView:
    scenario = playable_scenario(context.library, query.scenario)
    panel_of(scenario)
    return PaperKitView(scenario=scenario)


@look_up.register
def take_paper_kit(query: TakePaperKit, context: ReadContext) -> Slow:
    scenario = playable_scenario(context.library, query.scenario)
    panel_of(scenario)
    return word_file(f"{scenario.id}-on-paper.docx", lambda: kit_document(scenario))
