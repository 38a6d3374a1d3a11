"""Decisions in role-plays that have ended: whose knowledge was voiced, who decided, and how it ended."""

from collections.abc import Iterator

from dlcourse.domain.roleplay.attempts import Attempt
from dlcourse.domain.roleplay.debrief import DebriefView
from dlcourse.domain.roleplay.messages import Debrief
from dlcourse.domain.trace import Traced
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.roleplay.plays import plays, show_debrief
from dlcourse.handlers.trace_sources import trace_source
from dlcourse.pages.markdown import plain
from dlcourse.pages.roleplay.words import TRACED

NEWEST = 5
"""How many plays are traced, because each has to be replayed."""


@trace_source("play")
def trace_plays(context: ReadContext) -> Iterator[Traced]:
    decided = [each for each in plays(context) if each.ended and each.decided][:NEWEST]
    return (_traced(each, show_debrief(Debrief(play=each.play), context)) for each in decided)


def _traced(one: Attempt, view: DebriefView) -> Traced:
    names = {seat.id: seat.name for seat in view.seats}
    facts = view.talk.facts if view.talk else ()
    voiced = [f"{names.get(fact.by, '')}: {plain(fact.text)}" for fact in facts if fact.minute is not None and fact.by]
    decider = next((seat.name for seat in view.seats if seat.decides), "")
    what = f"{one.title}: {one.decided}"
    return Traced(
        id=f"play/{one.play}",
        kind=TRACED,
        what=what,
        contributed=tuple(voiced),
        answers=decider,
        changed=one.outcome,
        at=one.changed,
    )
