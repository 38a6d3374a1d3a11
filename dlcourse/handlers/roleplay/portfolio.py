"""What a portfolio can take from role-plays. A play must have ended, because a debrief reveals what everybody knew."""

from functools import partial

from dlcourse.domain.document import DocumentItem
from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.roleplay.messages import Debrief
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.portfolio_sources import Finds, Offer, few, portfolio_source
from dlcourse.handlers.roleplay.plays import plays, show_debrief
from dlcourse.pages.roleplay.portfolio import PLAYS_ENDED, play_item


@portfolio_source(PLAYS_ENDED)
def find_plays(context: ReadContext) -> Finds:
    ended = [each for each in plays(context) if each.ended]
    return few({each.play: (_offer(each), partial(_item, each, context)) for each in ended})


def _offer(one: Attempt) -> Offer:
    return Offer(f"{one.title}: attempt {one.number}", one.outcome or one.decided, one.seat, one.changed)


def _item(one: Attempt, context: ReadContext) -> DocumentItem:
    return play_item(one.number, one.changed, show_debrief(Debrief(play=one.play), context))
