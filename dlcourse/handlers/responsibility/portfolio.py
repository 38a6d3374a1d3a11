"""What a portfolio can take from shared responsibility: the map as it is now."""

from functools import partial

from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.portfolio_sources import Finds, Offer, few, portfolio_source
from dlcourse.handlers.responsibility.register import map_of
from dlcourse.pages.responsibility.portfolio import RESPONSIBILITY_MAPS, map_item
from dlcourse.pages.responsibility.words import TITLE


@portfolio_source(RESPONSIBILITY_MAPS)
def find_maps(context: ReadContext) -> Finds:
    view = map_of(context)
    if not view.shares:
        return few({})
    offer = Offer(TITLE, view.shares[0].share.what, at=view.changed, private=not view.together)
    return few({"map": (offer, partial(map_item, view))})
