"""What somebody can do at their seat now: the forms of each phase, and what goes with a click."""

from collections.abc import Mapping
from typing import TypedDict

from dlcourse.domain.live.messages import (
    LiveAsk,
    LiveChoose,
    LiveDecide,
    LiveIdea,
    LiveMove,
    LivePrefer,
    LiveWouldChoose,
)
from dlcourse.domain.live.polls import AnswerRoom, PollCard
from dlcourse.domain.live.seat_views import LiveGroupView, LiveSeatView
from dlcourse.domain.roleplay.messages import WORDS_LIMIT
from dlcourse.pages.fields import Answer, FormOption, choice, many, options, plain_options, required_text, select, text
from dlcourse.pages.form import FormProps, form, form_of_ways, way
from dlcourse.pages.live import words


class SeatAct(TypedDict):
    """Something that can be done at a click: the message and its button. ``spoken`` says what it is about."""

    say: str
    fixed: Mapping[str, object]
    label: str
    spoken: str


def act(move: type[LiveMove], view: LiveSeatView, label: str, about: str = "", **fixed: object) -> SeatAct:
    """A button for this move."""
    spoken = f"{label}: {about}" if about else label
    return {"say": move.__name__, "fixed": {**_table(view), **fixed}, "label": label, "spoken": spoken}


def forms(view: LiveSeatView, group: LiveGroupView) -> list[FormProps]:
    """The forms of the phase that the group is in; none for somebody who observes."""
    if view.closed or not view.role:
        return []
    match group.phase:
        case "preference" if not group.before:
            return [_prefer(view, group, words.PREFER)]
        case "talk":
            return [_ask(view, group), _idea(view, group)]
        case "decision" if group.decider == view.role:
            return [_decide(view, group)]
        case "decision" if group.before and not group.after:
            return [_prefer(view, group, words.AGAIN)]
        case "choice":
            return _choose(view, group)
        case _:
            return []


def answer_form(view: LiveSeatView, poll: PollCard) -> FormProps:
    """The form that answers a question to the whole room."""
    fixed = {"session": view.session, "number": poll.number}
    pairs = ((answer.id, answer.text) for answer in poll.answers)
    field = (
        choice("answer", poll.about or poll.ask, plain_options(pairs))
        if poll.answers
        else required_text("words", poll.ask, WORDS_LIMIT)
    )
    return form(AnswerRoom, f"live/{view.session}/answer/{poll.number}", [field], fixed=fixed, submit=words.ANSWER)


def _table(view: LiveSeatView) -> dict[str, object]:
    return {"session": view.session, "group": view.number}


def _slot(view: LiveSeatView, group: LiveGroupView, what: str) -> str:
    return f"live/{view.session}/{what}/{group.steps}"


def _options(group: LiveGroupView) -> list[FormOption]:
    return options((option.id, option.name) for option in group.options)


def _others(view: LiveSeatView, group: LiveGroupView) -> list[FormOption]:
    return options((mate.role, mate.name) for mate in group.mates if mate.role != view.role)


def _prefer(view: LiveSeatView, group: LiveGroupView, asked: str) -> FormProps:
    field = choice("option", asked, _options(group))
    return form(LivePrefer, _slot(view, group, "prefer"), [field], fixed=_table(view), submit=words.KEEP)


def _ask(view: LiveSeatView, group: LiveGroupView) -> FormProps:
    whom = select("to", words.ASKED["expertise"].format(to="…"), words.CHOOSE_OPTION, _others(view, group))
    ways = [
        way("expertise", "One person", LiveAsk, {**_table(view), "how": "expertise"}, [whom]),
        way("open", "Everyone", LiveAsk, {**_table(view), "how": "open"}),
        way("dissent", "Doubts", LiveAsk, {**_table(view), "how": "dissent"}),
    ]
    slot = _slot(view, group, "ask")
    return form_of_ways(slot, ways, legend=words.ASK, note="", submit=words.SAY_IT, leave="")


def _idea(view: LiveSeatView, group: LiveGroupView) -> FormProps:
    fields: list[Answer] = [
        select("option", words.OPTION, words.CHOOSE_OPTION, _options(group)),
        text("words", words.OWN_WORDS, WORDS_LIMIT),
    ]
    slot = _slot(view, group, "idea")
    return form(LiveIdea, slot, fields, fixed=_table(view), legend=words.IDEA, submit=words.SAY_IT)


def _decide(view: LiveSeatView, group: LiveGroupView) -> FormProps:
    fields: list[Answer] = [
        choice("option", words.PREFER, _options(group)),
        many("credits", words.CREDITS, _others(view, group)),
        required_text("reason", words.REASON, WORDS_LIMIT),
    ]
    return form(LiveDecide, _slot(view, group, "decide"), fields, fixed=_table(view), submit=words.DECIDE)


def _choose(view: LiveSeatView, group: LiveGroupView) -> list[FormProps]:
    here = group.choice
    if here is None:
        return []
    pairs = options((each.id, each.name) for each in here.choices)
    fixed = {**_table(view), "scene": here.scene}
    slot = _slot(view, group, "choose")
    if here.yours:
        return [
            form(LiveChoose, slot, [choice("choice", words.YOU_CHOOSE, pairs)], fixed=fixed, submit=words.CHOOSE_THIS)
        ]
    would = choice("choice", words.WOULD, pairs)
    return [form(LiveWouldChoose, slot, [would], fixed=fixed, submit=words.SAY_IT)]
