"""Trials that have ended, as decisions: whose knowledge went into them, and what they taught."""

from collections.abc import Iterator

from dlcourse.domain.trace import Traced
from dlcourse.domain.trial.bench_view import TrialCard
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.trace_sources import trace_source
from dlcourse.handlers.trial.bench import bench_of
from dlcourse.pages.trial import words
from dlcourse.pages.trial.document import reading_line


@trace_source("trial")
def trace_trials(context: ReadContext) -> Iterator[Traced]:
    return (_traced(card) for card in bench_of(context).cards if card.mine and card.decision)


def _traced(card: TrialCard) -> Traced:
    asked = f"{words.PARTS['harmed']}: {card.plan['harmed']}" if card.plan["harmed"] else ""
    watched = words.WATCHED.format(name=card.watcher) if card.watcher else ""
    assert card.decision
    return Traced(
        id=f"trial/{card.trial}",
        kind=words.TRACED,
        what=f"{card.plan['test']} {words.DECISIONS[card.decision]}".strip(),
        contributed=tuple(filter(None, (asked, watched, *map(reading_line, card.readings)))),
        answers=words.YOU,
        changed=card.taught,
        at=card.at,
    )
