"""Matching by hand: the people, the work, what each move changes, and the best plan once it was asked for.

What the comparison shows is `beside`.
"""

from dataclasses import dataclass, replace
from typing import Any

from dlcourse.domain.matching.board import ComparePlans, Matchboard, MoveOnBoard, Part
from dlcourse.domain.matching.board_view import BoardMember, BoardTask, MatchboardView, Need
from dlcourse.domain.matching.comparison import ComparedPlansView
from dlcourse.domain.speech import Command, decode
from dlcourse.errors import CourseError
from dlcourse.pages.matching.comparison import comparison_props
from dlcourse.pages.program import Do, Done, Page, Props, Raw, Refused, See, Seen, Step
from dlcourse.pages.words import STATUS, counted, listed

PARTS: dict[Part, str] = {
    "contributor": "Contributes",
    "accountable": "Answers for it",
    "learner": "Learns",
    "none": "No part",
}
PLACES: dict[Part, str] = {"accountable": "Answers for it", "contributor": "Contribute", "learner": "Learn"}
GOOD_AT = 3
"""From which level an ability is named on a card that is not opened."""


@dataclass(frozen=True)
class BoardState:
    """The board of a team as it was seen last; ``beside`` only once the person asked for it."""

    team: str
    board: MatchboardView | None = None
    beside: ComparedPlansView | None = None
    saved: str = ""
    notice: CourseError | None = None


def init(place: Raw) -> Step[BoardState]:
    """Open the board of the team."""
    state = BoardState(str(place.get("team", "")))
    return state, (See(Matchboard(team=state.team)),)


def parse(raw: Raw) -> MoveOnBoard:
    """Something done at the board."""
    command = decode(Command, raw)
    if isinstance(command, MoveOnBoard):
        return command
    raise CourseError("board", "it does not know that message", "Reload the page.")


def update(state: BoardState, message: Any) -> Step[BoardState]:
    """Carry out a move, look at the board again, and at the comparison where it is open."""
    match message:
        case MoveOnBoard():
            return replace(state, notice=None), (Do(message),)
        case Done(recorded=recorded):
            return replace(state, saved=recorded.at), (See(Matchboard(team=state.team)),)
        case Seen(view=MatchboardView(compared=True) as board):
            return replace(state, board=board), (See(ComparePlans(team=state.team)),)
        case Seen(view=MatchboardView() as board):
            return replace(state, board=board, beside=None), ()
        case Seen(view=ComparedPlansView() as found):
            return replace(state, beside=found), ()
        case Refused(effect=Do(), error=error):
            return replace(state, notice=error), (See(Matchboard(team=state.team)),)
        case Refused(error=error):
            return replace(state, notice=error), ()
        case _:
            return state, ()


def props(state: BoardState) -> Props:
    """What the page draws; ``heading`` changes when the comparison opens, and the focus goes there."""
    return {
        "page": "matchboard",
        "place": {"team": state.team},
        "status": STATUS,
        "saved": state.saved,
        "notice": state.notice.to_json() if state.notice else None,
        "links": [],
        "heading": "beside" if state.beside else "",
        "view": _view(state.board) if state.board else None,
        "beside": comparison_props(state.beside, state.board) if state.beside and state.board else None,
    }


def _view(board: MatchboardView) -> Props:
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
        "people": [_member(member, board) for member in board.people],
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


def _figures(board: MatchboardView) -> list[Props]:
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


def _figure(label: str, text: str, value: int, most: int) -> Props:
    return {"label": label, "text": text, "value": value, "max": most}


def _member(member: BoardMember, board: MatchboardView) -> Props:
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
        "parts": [_choice(task, member.name, part) for task, part in member.parts.items()],
    }


def _choice(task: str, person: str, part: Part) -> Props:
    """The parts to choose from for a person in a task."""
    return {
        "task": task,
        "person": person,
        "legend": f"{person} in {task}",
        "part": part,
        "choices": [{"value": each, "text": words} for each, words in PARTS.items()],
    }


def _job(job: BoardTask, number: int) -> Props:
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
                "people": [_choice(job.name, person, each) for person, each in job.parts.items() if each == part],
            }
            for part, name in PLACES.items()
        ],
    }


def _need(need: Need) -> Props:
    return {
        "met": need.expert is not None,
        "name": f"{need.skill}, level {need.level}",
        "text": need.expert or f"open: {need.nearest}",
    }


def _table(board: MatchboardView) -> Props:
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


def _cell(ability: Any) -> str:
    return f"{ability.level}{'+' if ability.wanted else ''}" if ability else "0"


def _compare(board: MatchboardView) -> Props:
    return {
        "title": "When you are done",
        "text": "The course has worked out the best plan for this team and sets it beside yours. Yours stays as it is, "
        "and you can go on with it afterwards."
        if board.comparable
        else "As soon as somebody contributes to each task, you can set your plan beside the best one there is. "
        "It need not be perfect.",
        "button": "Compare with the best plan" if board.comparable and not board.compared else "",
    }


PAGE = Page("matchboard", init, parse, update, props)
