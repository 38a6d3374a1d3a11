"""The props of matching by hand: people as cards, tasks with places, and figures about the plan."""

from typing import TypedDict

from dlcourse.domain.matching.board_view import Ability, MatchboardView
from dlcourse.pages.matching.board_people import MemberProps, member_props
from dlcourse.pages.matching.board_tasks import TaskProps, task_props
from dlcourse.pages.matching.words import BOARD
from dlcourse.pages.props import NotedTable
from dlcourse.pages.words import counted


class BoardFigure(TypedDict):
    """A figure about the whole plan, in words and as a bar; ``was`` is what it was before the last move.

    ``was`` is empty if the move did not change it; ``better`` says whether the change is a gain.
    """

    label: str
    text: str
    value: float
    max: float
    was: str
    better: bool


class NewsProps(TypedDict):
    """What the last move changed; ``more`` opens all sentences, and is empty if there is only one."""

    title: str
    more: str
    sentences: list[str]


class RulesProps(TypedDict):
    """The broken rules under a ``title``. If no rule is broken, ``title`` is empty and ``kept`` says so."""

    title: str
    kept: str
    sentences: list[str]


class CompareProps(TypedDict):
    """The way to the comparison; ``button`` is empty while there is none, or after it was opened."""

    title: str
    text: str
    button: str


class BoardContents(TypedDict):
    """The board of a team. ``back`` and ``clear`` are empty if there is nothing to undo or to clear."""

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
    people, tasks = counted(len(board.people), "person", "people"), counted(len(board.work), "task", "tasks")
    return {
        "team": board.team,
        "title": BOARD["title"].format(people=people, tasks=tasks),
        "intro": BOARD["intro"],
        "hint": BOARD["hint"],
        "figures": _figures(board),
        "news": _news(board),
        "people_title": BOARD["people"],
        "people": [member_props(member, board) for member in board.people],
        "work_title": BOARD["work"],
        "work": [task_props(task, number, board) for number, task in enumerate(board.work, 1)],
        "table": _table(board),
        "back": BOARD["back"] if board.moves else "",
        "clear": BOARD["clear"] if any(task.parts for task in board.work) else "",
        "rules": {
            "title": BOARD["to_do"].format(count=len(board.broken)) if board.broken else "",
            "kept": "" if board.broken else BOARD["no_broken"],
            "sentences": list(board.broken),
        },
        "compare": _compare(board),
    }


def _news(board: MatchboardView) -> NewsProps:
    more = BOARD["more_news"].format(count=len(board.told)) if len(board.told) > 1 else ""
    return {"title": BOARD["news"], "more": more, "sentences": list(board.told) or [BOARD["no_news"]]}


def _figures(board: MatchboardView) -> list[BoardFigure]:
    now, was = board.counts, board.before
    needs = sum(len(task.needs) for task in board.work)
    return [
        _figure("covered", now.covered, was.covered, needs),
        _figure("answered", now.answered, was.answered, len(board.work)),
        _figure("busy", now.busy, was.busy, len(board.people)),
        _load(board),
    ]


def _figure(label: str, value: int, before: int, most: int) -> BoardFigure:
    return {
        "label": BOARD[label],
        "text": BOARD["of"].format(part=value, whole=most),
        "value": value,
        "max": most,
        "was": BOARD["was"].format(before=before) if value != before else "",
        "better": value > before,
    }


def _load(board: MatchboardView) -> BoardFigure:
    """The greatest load; less is better."""
    now, was = board.counts.fullest, board.before.fullest
    words = BOARD["overloaded" if any(member.too_much for member in board.people) else "load"]
    return {
        "label": BOARD["fullest"],
        "text": words.format(share=now),
        "value": min(now, 1.0),
        "max": 1,
        "was": BOARD["was"].format(before=f"{was:.0%}") if now != was else "",
        "better": now < was,
    }


def _table(board: MatchboardView) -> NotedTable:
    """Who can do what, at a glance."""
    levels = {member.name: {each.skill: each for each in member.abilities} for member in board.people}
    return {
        "title": BOARD["table"],
        "note": BOARD["levels"],
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
        "title": BOARD["compare"],
        "text": BOARD["comparable" if board.comparable else "not_comparable"],
        "button": BOARD["compare_now"] if board.comparable and not board.compared else "",
    }
