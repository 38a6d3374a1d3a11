"""The tasks on the board: what each requires, its three places, and the menu that adds somebody."""

from typing import TypedDict

from dlcourse.domain.matching.board import Part
from dlcourse.domain.matching.board_view import BoardMember, BoardTask, MatchboardView, Need
from dlcourse.pages.matching.board_people import PartOption, PartProps, part_options, part_props
from dlcourse.pages.matching.words import BOARD, BOARD_PLACES, hours_words
from dlcourse.pages.props import MenuOption
from dlcourse.pages.words import counted


class NeedProps(TypedDict):
    """A requirement of a task, and who meets it, or who comes nearest."""

    met: bool
    name: str
    text: str


class PlaceProps(TypedDict):
    """A place in a task where people can be put: its part, its name, and who is there."""

    part: Part
    name: str
    empty: str
    people: list[PartProps]


class AddProps(TypedDict):
    """The menu that adds a person to a task: the people who have no part in it, and the parts to choose from."""

    summary: str
    label: str
    who: str
    empty: str
    people: list[MenuOption]
    parts: list[PartOption]


class TaskProps(TypedDict):
    """A task of the board; ``number`` is the key that gives a person the next part in it."""

    name: str
    number: str
    about: str
    needs: list[NeedProps]
    answers: str
    trouble: bool
    places: list[PlaceProps]
    add: AddProps | None


def task_props(task: BoardTask, number: int, board: MatchboardView) -> TaskProps:
    """The card of one task; ``number`` is its key."""
    size = counted(task.most, "person", "people") if task.least == task.most else f"{task.least} to {task.most} people"
    return {
        "name": task.name,
        "number": str(number),
        "about": BOARD["size"].format(people=size, hours=hours_words(task.hours)),
        "needs": [_need(need) for need in task.needs],
        "answers": task.answers,
        "trouble": bool(task.answers) and not task.supported,
        "places": [
            {
                "part": part,
                "name": name,
                "empty": BOARD["nobody_yet" if part != "learner" else "nobody"],
                "people": [part_props(task.name, person, each) for person, each in task.parts.items() if each == part],
            }
            for part, name in BOARD_PLACES.items()
        ],
        "add": _add(task, board),
    }


def _add(task: BoardTask, board: MatchboardView) -> AddProps | None:
    """The menu of people who have no part in the task; None if everybody has one."""
    people = [member for member in board.people if member.name not in task.parts]
    if not people:
        return None
    return {
        "summary": BOARD["add"],
        "label": BOARD["add_to"].format(task=task.name),
        "who": BOARD["who"],
        "empty": BOARD["choose"],
        "people": [{"value": member.name, "text": _fit(member, task)} for member in people],
        "parts": part_options("none"),
    }


def _fit(member: BoardMember, task: BoardTask) -> str:
    """A person with what they know of what the task requires, and the hours they have left."""
    levels = {each.skill: each.level for each in member.abilities if each.level}
    skills = [f"{need.skill} {levels[need.skill]}" for need in task.needs if need.skill in levels]
    left = hours_words(max(member.hours - member.given, 0))
    return BOARD["person"].format(name=member.name, skills=", ".join(skills) or BOARD["unskilled"], hours=left)


def _need(need: Need) -> NeedProps:
    return {
        "met": need.expert is not None,
        "name": BOARD["need"].format(skill=need.skill, level=need.level),
        "text": need.expert or BOARD["open"].format(nearest=need.nearest),
    }
