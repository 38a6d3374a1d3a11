"""What a portfolio can take from here: the self-check and the eight situations, at the beginning and at the end."""

from functools import partial

from dlcourse.domain.selfcheck.check_again import CheckAgain
from dlcourse.domain.selfcheck.judgment import TIMES, Judging, JudgingView
from dlcourse.domain.selfcheck.readiness import Check, levels_of
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.portfolio_sources import Finds, Offer, Piece, few, portfolio_source
from dlcourse.handlers.selfcheck.check_again import show_check_again
from dlcourse.handlers.selfcheck.judgment import show_judging
from dlcourse.handlers.selfcheck.readiness import events, show_check
from dlcourse.pages.selfcheck.portfolio import CHECKS, JUDGMENTS, check_item, judgment_item


@portfolio_source(CHECKS)
def find_checks(context: ReadContext) -> Finds:
    past = events(context.transaction, context.person)
    checks = [each.of for each in context.library.curriculum().exercises if each.kind == "self-check"]
    answered = [check for check in checks if any(levels_of(past, check, round_) for round_ in (1, 2))]
    return few({check: _piece(check, context) for check in answered})


def _piece(check: str, context: ReadContext) -> Piece:
    first, both = show_check(Check(check=check), context), show_check_again(CheckAgain(check=check), context)
    return Offer(first.title), partial(check_item, first, both)


@portfolio_source(JUDGMENTS)
def find_judgments(context: ReadContext) -> Finds:
    exercises = {each.of for each in context.library.curriculum().exercises if each.kind == "judgment"}
    views = {exercise: _both_times(exercise, context) for exercise in sorted(exercises)}
    complete = {name: both for name, both in views.items() if not all(view.next for view in both)}
    return few({name: (Offer(both[0].title), partial(judgment_item, both)) for name, both in complete.items()})


def _both_times(exercise: str, context: ReadContext) -> list[JudgingView]:
    return [show_judging(Judging(exercise=exercise, time=time), context) for time in TIMES]
