"""What a portfolio can take from the start of the course: the self-check, at the beginning and again later."""

from functools import partial

from dlcourse.domain.selfcheck.check_again import CheckAgain
from dlcourse.domain.selfcheck.readiness import Check, levels_of
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.portfolio_sources import Finds, Offer, Piece, few, portfolio_source
from dlcourse.handlers.selfcheck.check_again import show_check_again
from dlcourse.handlers.selfcheck.readiness import events, show_check
from dlcourse.pages.selfcheck.portfolio import CHECKS, check_item


@portfolio_source(CHECKS)
def find_checks(context: ReadContext) -> Finds:
    past = events(context.transaction, context.person)
    checks = [each.of for each in context.library.curriculum().exercises if each.kind == "self-check"]
    answered = [check for check in checks if any(levels_of(past, check, round_) for round_ in (1, 2))]
    return few({check: _piece(check, context) for check in answered})


def _piece(check: str, context: ReadContext) -> Piece:
    first = show_check(Check(check=check), context)
    both = show_check_again(CheckAgain(check=check), context)
    return Offer(first.title), partial(check_item, first, both)
