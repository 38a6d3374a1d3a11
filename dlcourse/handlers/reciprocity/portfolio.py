"""What a portfolio can take from the ledger: each thing that a person asked and gave something for."""

from functools import partial

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.portfolio_sources import Finds, Offer, few, portfolio_source
from dlcourse.handlers.reciprocity.expectations import ledger_of
from dlcourse.pages.reciprocity.portfolio import EXPECTATION_PIECES, expectation_item
from dlcourse.pages.reciprocity.words import ASKS


@portfolio_source(EXPECTATION_PIECES)
def find_expectations(context: ReadContext) -> Finds:
    mine = [card for card in ledger_of(context).cards if card.side == "asker" and card.given and card.what]
    return few(
        {
            card.expectation: (
                Offer(ASKS.format(asker=card.asker, other=card.other), card.what, at=card.at, private=card.alone),
                partial(expectation_item, card),
            )
            for card in mine
        }
    )
