"""What a portfolio can take from ground rules: the aim and the rules as they are now."""

from functools import partial

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.ground_rules.register import rules_of
from dlcourse.handlers.portfolio_sources import Finds, Offer, few, portfolio_source
from dlcourse.pages.ground_rules.portfolio import GROUND_RULES, rules_item
from dlcourse.pages.ground_rules.words import TITLE


@portfolio_source(GROUND_RULES)
def find_ground_rules(context: ReadContext) -> Finds:
    view = rules_of(context)
    if not view.aim.newest:
        return few({})
    offer = Offer(TITLE, view.aim.answer("aim"), at=view.changed, private=not view.together)
    return few({"rules": (offer, partial(rules_item, view))})
