"""The props of the studio's form: cards with fields, lists of cards, and what is wrong at each."""

import re
from typing import TypedDict

from dlcourse.domain.roleplay.studio.messages import TextRemark
from dlcourse.pages.props import MenuOption

LAW = re.compile(r"^H\d fails\. ")
"""What the command line says before a broken law of hidden profiles. The words after it say enough in a form."""


class RemarkProps(TypedDict):
    """What is wrong at a field, and what to do about it."""

    error: bool
    line: int
    text: str


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

    ``place`` is its number in its list of ``count`` parts, from 0. The ``note`` says what its words should do.
    """

    key: str
    path: list[str | int]
    title: str
    place: int
    count: int
    note: str
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


def remark_props(remark: TextRemark) -> RemarkProps:
    """What is wrong, in words."""
    said = LAW.sub("", remark.message)
    return {"error": remark.error, "line": remark.line, "text": f"{said}. {remark.remedy}".strip()}
