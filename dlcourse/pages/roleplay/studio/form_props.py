"""The props of the studio's form: cards with fields, lists of cards, and what is wrong at each."""

from collections.abc import Sequence
from typing import Literal, TypedDict

from dlcourse.pages.props import MenuOption
from dlcourse.pages.roleplay.studio.removal import PersonRemovalProps

RemarkKind = Literal["error", "todo", "note"]
"""Something wrong; something that has still to be written or chosen; something to think about."""


class RemarkProps(TypedDict):
    """What is wrong at a place, and what to do about it.

    ``where`` is the place in the words of the form, ``line`` that in the text. ``key`` is the card or field to go to.
    """

    kind: RemarkKind
    line: int
    where: str
    text: str
    key: str


class FieldProps(TypedDict):
    """A field: its place, how it is filled in, its words, what it holds, and what is wrong with it.

    ``draw`` is ``line``, ``text``, ``number``, ``truth``, ``one`` or ``some``; ``send`` is the kind of change that it
    sends; an ``id`` is sent when its field is left. ``chosen`` are the names that are ticked.
    With ``drops``, an emptied field is taken out.
    """

    key: str
    path: list[str | int]
    draw: str
    send: str
    label: str
    hint: str
    value: str
    chosen: list[str]
    choices: list[MenuOption]
    drops: bool
    remarks: list[RemarkProps]


class CardProps(TypedDict):
    """A part with its fields, more fields that are seldom needed, and its lists.

    ``place`` is its number in its list of ``count`` parts, from 0. The ``note`` says what its words should do, and
    ``removal`` is what is asked before it is taken out, if anything.
    """

    key: str
    path: list[str | int]
    title: str
    place: int
    count: int
    note: str
    removal: PersonRemovalProps | None
    fields: list[FieldProps]
    more: list[FieldProps]
    lists: "list[CardListProps]"
    remarks: list[RemarkProps]


class CardListProps(TypedDict):
    """A list of parts, with what adds another one: each a label and the changes to send."""

    key: str
    label: str
    hint: str
    cards: list[CardProps]
    adds: "list[AddCardProps]"
    remarks: list[RemarkProps]


class AddCardProps(TypedDict):
    """A button that adds a part; ``edits`` are the changes that it sends."""

    text: str
    edits: list[dict[str, object]]


def key_of(path: Sequence[str | int]) -> str:
    """The key of the card or the field at this path."""
    return "/".join(map(str, path))
