"""Who has given comments in a scrutiny round, and who has received some: in sentences, and as a table."""

from collections.abc import Sequence
from typing import TypedDict

from dlcourse.domain.scrutiny.round_view import InCircle, ScrutinyView
from dlcourse.pages.props import TextTable
from dlcourse.pages.scrutiny import words
from dlcourse.pages.words import counted, listed


class BalanceProps(TypedDict):
    """Giving and receiving, in words and as a table."""

    title: str
    text: str
    table: TextTable


def balance(view: ScrutinyView) -> BalanceProps:
    """Given and received for each person; without names only one's own, and counts for the circle."""
    rows = [
        [words.YOU if member.you else _short(member), *(_number(count) for count in (member.given, member.received))]
        for member in view.members
        if member.you or not view.anonymous
    ]
    return {
        "title": words.BALANCE,
        "text": " ".join(_sentences(view)),
        "table": {
            "title": words.BALANCE_TABLE,
            "columns": [words.MEMBER, words.GIVEN, words.RECEIVED],
            "rows": rows,
        },
    }


def _sentences(view: ScrutinyView) -> list[str]:
    if view.balanced:
        return [words.BALANCED]
    whole = counted(len(view.members), "member has", "members have")
    told = [words.SO_FAR.format(given=view.have_given, members=whole, received=view.have_received)]
    told += _still(view, view.to_give, words.ONE_TO_GIVE, words.SOME_TO_GIVE)
    told += _still(view, view.to_receive, words.ONE_TO_RECEIVE, words.SOME_TO_RECEIVE)
    return [*told, words.WITHOUT_NAMES_BALANCE] if view.anonymous else told


def _still(view: ScrutinyView, seats: Sequence[str], one: str, some: str) -> list[str]:
    """A sentence about the members who are still to give or to receive; none for nobody."""
    names = {member.id: words.YOU if member.you else _short(member) for member in view.members}
    sentence = one if len(seats) == 1 and view.you not in seats else some
    return [sentence.format(people=listed([names[seat] for seat in seats]))] if seats else []


def _short(member: InCircle) -> str:
    return member.name.split(",")[0]


def _number(count: int | None) -> str:
    return words.NOT_YET_TOLD if count is None else str(count)
