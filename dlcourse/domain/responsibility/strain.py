"""A strain test: what of the shared responsibility breaks if somebody is away or paid time is cut, and why.

It reads only what is on the map. It does not know how good anybody is.
"""

from collections.abc import Iterable
from typing import Literal

from dlcourse.domain.responsibility.people import ShareText, key
from dlcourse.domain.speech import Value

BreakKind = Literal["leads", "answers", "knows", "learning", "paid"]
"""Nobody leads; nobody answers; nobody else knows; the one who learns is alone; the time for it is gone."""


class Break(Value):
    """Where a share breaks: its name, the kind of break, and what it is about (knowledge, or what is paid)."""

    share: str
    kind: BreakKind
    about: str = ""


def away(shares: Iterable[ShareText], who: str) -> tuple[Break, ...]:
    """What breaks while this person is away."""
    return tuple(found for share in shares for found in _without(share, key(who)))


def cut(shares: Iterable[ShareText]) -> tuple[Break, ...]:
    """What breaks if money and paid hours are cut."""
    return tuple(Break(share=share.what, kind="paid", about=share.paid) for share in shares if share.paid)


def holding(shares: Iterable[ShareText], breaks: Iterable[Break]) -> tuple[str, ...]:
    """The shares in which nothing breaks."""
    broken = {each.share for each in breaks}
    return tuple(share.what for share in shares if share.what not in broken)


def _without(share: ShareText, gone: str) -> Iterable[Break]:
    leads = [name for name in share.leads if key(name) != gone]
    if share.leads and not leads:
        yield Break(share=share.what, kind="leads")
    if key(share.answers) == gone and key(share.stand_in) in {"", gone}:
        yield Break(share=share.what, kind="answers")
    knowing = [each for each in share.contributes if key(each.name) == gone and each.knows]
    others = {each.knows.casefold() for each in share.contributes if key(each.name) != gone}
    learning = [name for name in share.learns if key(name) != gone]
    for each in knowing:
        if each.knows.casefold() not in others:
            yield Break(share=share.what, kind="learning" if learning else "knows", about=each.knows)
