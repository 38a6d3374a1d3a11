"""The people on the board: a card for each person, and the parts that people can have in a task."""

from typing import TypedDict

from dlcourse.domain.matching.board import Part
from dlcourse.domain.matching.board_view import BoardMember, MatchboardView
from dlcourse.pages.matching.words import BOARD_PARTS, BOARD_PEOPLE, hours_words
from dlcourse.pages.props import MeasureProps
from dlcourse.pages.words import listed

GOOD_AT = 3
"""The lowest level at which a closed card names an ability."""


class PartOption(TypedDict):
    """A part that a person can have in a task, and its name."""

    value: Part
    text: str


class PartProps(TypedDict):
    """The part of a person in a task, among those to choose from."""

    task: str
    person: str
    legend: str
    part: Part
    choices: list[PartOption]


class MemberProps(TypedDict):
    """A person's card: how full their hours are, what they are good at and would like to learn, their parts."""

    name: str
    role: str
    load: MeasureProps
    mark: str
    good: str
    all: str
    wants: str
    parts: list[PartProps]


def member_props(member: BoardMember, board: MatchboardView) -> MemberProps:
    """The card of one person."""
    good = [f"{each.skill} {each.level}" for each in member.abilities if each.level >= GOOD_AT]
    wants = [each.skill for each in member.abilities if each.wanted]
    hours = hours_words(member.hours)
    return {
        "name": member.name,
        "role": member.role,
        "load": {
            "label": BOARD_PEOPLE["load"].format(name=member.name),
            "text": BOARD_PEOPLE["overloaded" if member.too_much else "hours"].format(given=member.given, hours=hours),
            "value": min(member.given, member.hours),
            "max": member.hours or 1,
        },
        "mark": _mark(member, board),
        "good": BOARD_PEOPLE["good"].format(skills=", ".join(good)) if good else BOARD_PEOPLE["not_good"],
        "all": ", ".join(f"{each.skill} {each.level}" for each in member.abilities if each.level),
        "wants": BOARD_PEOPLE["wants"].format(skills=listed(wants)) if wants else "",
        "parts": [part_props(task, member.name, part) for task, part in member.parts.items()],
    }


def _mark(member: BoardMember, board: MatchboardView) -> str:
    """What stands out about a person on the board; empty if nothing does."""
    if member.too_much:
        return BOARD_PEOPLE["too_much"]
    return BOARD_PEOPLE["no_part"] if member.name in board.left_out else ""


def part_props(task: str, person: str, part: Part) -> PartProps:
    """The part of a person in a task, and the parts to choose from."""
    return {
        "task": task,
        "person": person,
        "legend": BOARD_PEOPLE["legend"].format(person=person, task=task),
        "part": part,
        "choices": part_options(),
    }


def part_options(*without: Part) -> list[PartOption]:
    """The parts to choose from, without some of them."""
    return [{"value": part, "text": words} for part, words in BOARD_PARTS.items() if part not in without]
