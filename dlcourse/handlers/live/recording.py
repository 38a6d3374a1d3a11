"""Records what happens in a group, and what then happens by itself, and announces both to those whom it concerns."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from dlcourse.domain.live.follow_up import follow_up
from dlcourse.domain.live.group import LiveGroup
from dlcourse.domain.live.messages import console_topic, group_stream
from dlcourse.domain.live.replay import follow_group
from dlcourse.domain.speech import Event, Recorded
from dlcourse.handlers.live.records import time_of
from dlcourse.store import WriteTransaction

CLOCK = "live-clock"
"""The actor of what happens by itself: nobody takes it along as their own."""
NO_TEXTS: Mapping[str, str] = MappingProxyType({})


def record_in_group(  # noqa: PLR0913, PLR0917 (what belongs together is recorded together)
    transaction: WriteTransaction,
    group: LiveGroup,
    version: int,
    command: str,
    actor: str,
    happened: Sequence[Event],
    texts: Mapping[str, str] = NO_TEXTS,
) -> Recorded:
    """Record these events in the stream of the group, which is ``version`` events long, and what follows from them."""
    stream, now = group_stream(group.formed.session, group.formed.group), time_of(transaction)
    recorded = transaction.append(stream, version, command, actor, happened, texts)
    after = follow_group(group, [(event, recorded.at) for event in happened])
    if more := follow_up(after, now):
        transaction.append(stream, recorded.version, f"{command}/then", CLOCK, more)
    transaction.announce([console_topic(group.formed.cohort, group.formed.session)])
    return recorded
