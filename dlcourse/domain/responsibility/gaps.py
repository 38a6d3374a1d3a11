"""What is missing in a share: responsibility without authority, leading without knowledge, or nobody who learns."""

from collections.abc import Iterator
from typing import Literal

from dlcourse.domain.responsibility.people import ShareText, key, several_answer

Gap = Literal["leads", "answers", "authority", "knows", "learns", "alone"]


def gaps_of(share: ShareText) -> tuple[Gap, ...]:
    """What is missing, in the order in which one would mend it."""
    return tuple(_gaps(share))


def _gaps(share: ShareText) -> Iterator[Gap]:
    if not share.leads:
        yield "leads"
    if not share.answers or several_answer(share):
        yield "answers"
    if not share.authority:
        yield "authority"
    if not any(each.knows for each in share.contributes):
        yield "knows"
    if not share.learns:
        yield "learns"
    if len({key(name) for name in share.people}) == 1:
        yield "alone"
