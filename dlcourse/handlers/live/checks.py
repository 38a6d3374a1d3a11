"""Checks for the streams of live sessions that come in a file: whatever pages show of them must be there."""

from dlcourse.domain.live.messages import GROUP, LIVE, SESSIONS
from dlcourse.domain.live.polls import POLL
from dlcourse.domain.live.seat import Readable, group_for
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.live.listing import listed
from dlcourse.handlers.live.records import LiveReader
from dlcourse.handlers.registry import stream_check


@stream_check(LIVE.rstrip("/"))
def check_live(context: ReadContext, stream: str) -> None:
    LiveReader().room(context.transaction, stream.removeprefix(LIVE))


@stream_check(GROUP.rstrip("/"))
def check_group(context: ReadContext, stream: str) -> None:
    session, _, number = stream.removeprefix(GROUP).rpartition("/")
    group, _ = LiveReader().group(context.transaction, session, int(number))
    group_for(group, "", Readable(names={}, texts={}), context.jobs.store.now())


@stream_check(SESSIONS.rstrip("/"))
def check_list(context: ReadContext, stream: str) -> None:
    listed(context.transaction, stream.removeprefix(SESSIONS))


@stream_check(POLL.rstrip("/"))
def check_answers(context: ReadContext, stream: str) -> None:
    session, _, number = stream.removeprefix(POLL).rpartition("/")
    LiveReader().answers(context.transaction, session, int(number))
