"""What the page of matching by hand draws: people as cards, tasks with places, and how the plan stands."""

from typing import NotRequired, TypedDict

from dlcourse.domain.matching.board import Part
from dlcourse.domain.matching.board_view import Ability, BoardTask, MatchboardView, Need
from dlcourse.pages.matching.board_people import MemberProps, PartProps, member_props, part_props
from dlcourse.pages.props import NotedTable
from dlcourse.pages.words import counted, listed

PLACES: dict[Part, str] = {"accountable": "Answers for it", "contributor": "Contribute", "learner": "Learn"}


class BoardFigure(TypedDict):
    """A figure about the whole plan, in words; with ``max`` it is also shown as a bar up to it."""

    label: str
    text: str
    value: NotRequired[float]
    max: NotRequired[float]


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


class TaskProps(TypedDict):
    """A task of the board; ``number`` is the key that gives a person the next part in it."""

    name: str
    number: str
    about: str
    needs: list[NeedProps]
    answers: str
    trouble: bool
    places: list[PlaceProps]


class NewsProps(TypedDict):
    """What the last move changed."""

    title: str
    sentences: list[str]


class RulesProps(TypedDict):
    """The rules that are broken under a ``title``; where none is, that is empty and ``kept`` says so."""

    title: str
    kept: str
    sentences: list[str]


class CompareProps(TypedDict):
    """The way to the comparison; ``button`` is empty while there is none, or after it was opened."""

    title: str
    text: str
    button: str


class BoardContents(TypedDict):
    """The board of a team. ``back`` and ``clear`` are empty where there is nothing to take back or to clear."""

    team: str
    title: str
    intro: str
    hint: str
    figures: list[BoardFigure]
    news: NewsProps
    people_title: str
    people: list[MemberProps]
    work_title: str
    work: list[TaskProps]
    table: NotedTable
    back: str
    clear: str
    rules: RulesProps
    compare: CompareProps


def board_contents(board: MatchboardView) -> BoardContents:
    """The people, the work, and what the last move changed."""
    return {
        "team": board.team,
        "title": f"{counted(len(board.people), 'person', 'people')}, {len(board.work)} pieces of work",
        "intro": "Whoever contributes brings hours and what they know. One of those who contribute answers for the "
        "task. Whoever learns brings no hours and is taught there by somebody better at it. "
        "Who is best at what there, and who teaches whom, is worked out for you.",
        "hint": "Drag somebody onto a task. Or click on their name and choose. Or go to the name with the Tab key and "
        "press the number of a task: once for contributing, again for the next part, until it is none.",
        "figures": _figures(board),
        "news": {
            "title": "What the last move changed",
            "sentences": list(board.told) or ["What a move changes will stand here."],
        },
        "people_title": "The people",
        "people": [member_props(member, board) for member in board.people],
        "work_title": "The work",
        "work": [_job(job, number) for number, job in enumerate(board.work, 1)],
        "table": _table(board),
        "back": "Take the last move back" if board.moves else "",
        "clear": "Start again" if any(job.parts for job in board.work) else "",
        "rules": {
            "title": f"Still to be done: {len(board.broken)}" if board.broken else "",
            "kept": "" if board.broken else "Every rule is kept: sizes, hours, and somebody who answers for each task.",
            "sentences": list(board.broken),
        },
        "compare": _compare(board),
    }


def _figures(board: MatchboardView) -> list[BoardFigure]:
    needs = [need for job in board.work for need in job.needs]
    met = sum(need.expert is not None for need in needs)
    answered = sum(job.supported for job in board.work)
    busy = len(board.people) - len(board.left_out)
    too_much = [member.name for member in board.people if member.too_much]
    return [
        _figure("What the work asks for", f"{met} of {len(needs)} covered", met, len(needs)),
        _figure(
            "Tasks answered for, with support",
            f"{answered} of {len(board.work)}",
            answered,
            len(board.work),
        ),
        _figure("People with a part", f"{busy} of {len(board.people)}", busy, len(board.people)),
        {"label": "Too much on their plate", "text": listed(too_much) or "nobody"},
    ]


def _figure(label: str, text: str, value: int, most: int) -> BoardFigure:
    return {"label": label, "text": text, "value": value, "max": most}


def _job(job: BoardTask, number: int) -> TaskProps:
    size = str(job.least) if job.least == job.most else f"{job.least} to {job.most}"
    return {
        "name": job.name,
        "number": str(number),
        "about": f"{size} people, {job.hours:g} hours each",
        "needs": [_need(need) for need in job.needs],
        "answers": job.answers,
        "trouble": bool(job.answers) and not job.supported,
        "places": [
            {
                "part": part,
                "name": name,
                "empty": "Nobody yet" if part != "learner" else "Nobody",
                "people": [part_props(job.name, person, each) for person, each in job.parts.items() if each == part],
            }
            for part, name in PLACES.items()
        ],
    }


def _need(need: Need) -> NeedProps:
    return {
        "met": need.expert is not None,
        "name": f"{need.skill}, level {need.level}",
        "text": need.expert or f"open: {need.nearest}",
    }


def _table(board: MatchboardView) -> NotedTable:
    """Who can do what, at a glance."""
    levels = {member.name: {each.skill: each for each in member.abilities} for member in board.people}
    return {
        "title": "Who can do what, as a table",
        "note": "0 none, 1 with somebody beside them, 2 in simple cases, 3 on their own, 4 also where it is difficult, "
        "5 others come to learn it. A plus: would like to learn it.",
        "columns": ["Person", "Hours", *board.skills],
        "rows": [
            [member.name, f"{member.hours:g}", *(_cell(levels[member.name].get(skill)) for skill in board.skills)]
            for member in board.people
        ],
    }


def _cell(ability: Ability | None) -> str:
    return f"{ability.level}{'+' if ability.wanted else ''}" if ability else "0"


def _compare(board: MatchboardView) -> CompareProps:
    return {
        "title": "When you are done",
        "text": "The course has worked out the best plan for this team and sets it beside yours. Yours stays as it is, "
        "and you can go on with it afterwards."
        if board.comparable
        else "As soon as somebody contributes to each task, you can set your plan beside the best one there is. "
        "It need not be perfect.",
        "button": "Compare with the best plan" if board.comparable and not board.compared else "",
    }
