"""Moving a whole section of the portfolio, which is found as the document shows it."""

from dlcourse.domain.portfolio.messages import SwapSections, swap_sections
from dlcourse.domain.speech import Recorded
from dlcourse.handlers.context import ReadContext, WriteContext
from dlcourse.handlers.portfolio.arrangement import append, chosen_in
from dlcourse.handlers.portfolio.pieces import chosen_pieces
from dlcourse.handlers.registry import carry_out
from dlcourse.pages.portfolio.document import sections_of


@carry_out.register
def swap_two_sections(command: SwapSections, context: WriteContext) -> Recorded:
    seen = chosen_pieces(ReadContext(context.transaction, context.viewer, context.library, context.jobs))
    sections = [[piece.item for piece in pieces] for _, pieces in sections_of(seen)]
    order = chosen_in(context.transaction, context.person)
    return append(context, command, swap_sections(command, sections, order))
