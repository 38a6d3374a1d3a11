"""What a portfolio can take from the trials: each one that has begun."""

from functools import partial

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.portfolio_sources import Finds, Offer, few, portfolio_source
from dlcourse.handlers.trial.bench import bench_of
from dlcourse.pages.trial.document import TRIAL_PIECES, trial_item
from dlcourse.pages.trial.words import STAGES


@portfolio_source(TRIAL_PIECES)
def find_trials(context: ReadContext) -> Finds:
    begun = [card for card in bench_of(context).cards if card.mine and card.stage in {"running", "stopped", "ended"}]
    there = [card for card in begun if card.plan["test"]]
    offers = {card.trial: Offer(card.plan["test"], STAGES[card.stage], at=card.at) for card in there}
    return few({card.trial: (offers[card.trial], partial(trial_item, card)) for card in there})
