"""The people on the board: a card for each person, and the parts that one can have in a task."""

from typing import TypedDict

from dlcourse.domain.matching.board import Part
from dlcourse.domain.matching.board_view import BoardMember, MatchboardView
from dlcourse.pages.props import MeasureProps
from dlcourse.pages.words import listed

PARTS: dict[Part, str] = {
    "contributor": "Contributes",
    "accountable": "Answers for it",
    "learner": "Learns",
    "none": "No part",
}
GOOD_AT = 3
"""From which level an ability is named on a card that is not opened."""


class PartOption(TypedDict):
    """A part that one can have in a task, and its name."""

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
    return {
        "name": member.name,
        "role": member.role,
        "load": {
            "label": f"Hours of {member.name}",
            "text": f"{member.given:g} of {member.hours:g} hours" + (", too much" if member.too_much else ""),
            "value": min(member.given, member.hours),
            "max": member.hours or 1,
        },
        "mark": "too much" if member.too_much else "" if member.name not in board.left_out else "no part yet",
        "good": f"Good at: {', '.join(good)}" if good else "Nothing at level 3 or above",
        "all": ", ".join(f"{each.skill} {each.level}" for each in member.abilities if each.level),
        "wants": f"Would like to learn: {listed(wants)}" if wants else "",
        "parts": [part_props(task, member.name, part) for task, part in member.parts.items()],
    }


def part_props(task: str, person: str, part: Part) -> PartProps:
    """The part of a person in a task, and the parts to choose from."""
    return {
        "task": task,
        "person": person,
        "legend": f"{person} in {task}",
        "part": part,
        "choices": [{"value": each, "text": words} for each, words in PARTS.items()],
    }
