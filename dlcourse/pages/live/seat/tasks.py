"""What somebody at a live table does now: a form for the phase, or whom they wait for."""

from typing import Any

from dlcourse.domain.live.messages import (
    LiveAsk,
    LiveChoose,
    LiveDecide,
    LiveIdea,
    LivePrefer,
    LiveShare,
    LiveWouldChoose,
)
from dlcourse.domain.live.polls import AnswerRoom, PollCard
from dlcourse.domain.live.seat_views import ChoicePoint, LiveGroupView, LiveSeatView
from dlcourse.domain.roleplay.messages import WORDS_LIMIT
from dlcourse.pages.fields import Answer, FormOption, choice, grouped, many, options, required_text, select, text
from dlcourse.pages.form import FormProps, FormWay, form, form_of_ways, way
from dlcourse.pages.live.seat import words
from dlcourse.pages.live.seat.cast import cast_of
from dlcourse.pages.markdown import inline
from dlcourse.pages.roleplay import words as play_words


def task(view: LiveSeatView, group: LiveGroupView) -> FormProps | None:
    """The form for what this seat does in its phase; None if it only waits or watches."""
    if not view.role:
        return None
    match group.phase:
        case "preference" if not group.before:
            return _prefer(view, group, "before")
        case "talk":
            return _turn(view, group)
        case "decision" if group.decider == view.role:
            return _decide(view, group)
        case "decision" if group.before and not group.after:
            return _prefer(view, group, "after")
        case "choice" if group.choice and (group.choice.yours or view.role not in group.choice.would):
            return _choose(view, group.choice)
        case _:
            return None


def waits(view: LiveSeatView, group: LiveGroupView) -> str:
    """What the seat waits for, in a sentence; empty if there is nothing to say."""
    who = cast_of(group)
    match group.phase:
        case "preference" if group.before:
            option = who.option(group.before)
            return words.PREFERRED.format(option=option, stated=group.stated, players=group.players)
        case "decision" if group.decider != view.role:
            return (words.PREFER_AFTER if group.after else words.DECIDING).format(name=who.seat(group.decider))
        case "choice" if group.choice:
            return _about_choice(view, group.choice, who.seat(group.choice.chooser))
        case _:
            return ""


def poll_form(view: LiveSeatView, poll: PollCard) -> FormProps:
    """The form for a question that is open for the whole room."""
    fixed = {"session": view.session, "number": poll.number}
    field: Answer = required_text("words", poll.ask, WORDS_LIMIT)
    if poll.answers:
        field = choice("answer", poll.ask, options((answer.id, answer.text) for answer in poll.answers))
    return form(AnswerRoom, f"live/{view.session}/poll-{poll.number}", [field], fixed=fixed, submit=words.POLL_SEND)


def _about_choice(view: LiveSeatView, point: ChoicePoint, chooser: str) -> str:
    if point.yours:
        return words.YOUR_CHOICE
    mine = point.would.get(view.role)
    if mine is None:
        return words.CHOOSER.format(name=chooser)
    named = {each.id: each.name for each in point.choices}
    return words.CHOSEN_WOULD.format(name=chooser, choice=named.get(mine, ""))


def _fixed(view: LiveSeatView) -> dict[str, Any]:
    return {"session": view.session, "group": view.number}


def _slot(view: LiveSeatView, name: str) -> str:
    return f"live/{view.session}/{name}"


def _options(group: LiveGroupView) -> list[FormOption]:
    return options((option.id, option.name) for option in group.options)


def _prefer(view: LiveSeatView, group: LiveGroupView, when: str) -> FormProps:
    asks = play_words.WHICH_NOW if when == "before" else words.DECIDE_PREFER
    field = choice("option", asks, _options(group), words.PREFER_NOTE)
    return form(LivePrefer, _slot(view, when), [field], fixed=_fixed(view), submit=words.PREFER)


def _turn(view: LiveSeatView, group: LiveGroupView) -> FormProps:
    ways = _ways(view, group)
    return form_of_ways(_slot(view, "talk"), ways, legend=words.NEXT, note=words.NEXT_NOTE, submit=words.SEND, leave="")


def _ways(view: LiveSeatView, group: LiveGroupView) -> list[FormWay]:
    others = options((mate.role, mate.name) for mate in group.mates if not mate.you)
    whom = select("to", play_words.WHOM, play_words.CHOOSE, others)
    which = select("option", play_words.WHICH_OPTION, play_words.CHOOSE, _options(group))
    own, fixed = text("words", play_words.OWN_WORDS, WORDS_LIMIT), _fixed(view)

    def ask(how: str, *fields: Answer) -> FormWay:
        return way(how, play_words.WAYS[how], LiveAsk, {**fixed, "how": how}, fields, hint=play_words.WAY_HINTS[how])

    facts: Answer = grouped("fact", play_words.WHICH_FACT, [{"label": words.KNOWN, "choices": _facts(group)}])
    return [
        way("share", play_words.WAYS["share"], LiveShare, fixed, [facts], hint=play_words.WAY_HINTS["share"]),
        ask("expertise", whom),
        ask("open"),
        ask("dissent"),
        way("idea", play_words.WAYS["idea"], LiveIdea, fixed, [which, own], hint=play_words.WAY_HINTS["idea"]),
        ask("closed", which),
        ask("rank"),
    ]


def _facts(group: LiveGroupView) -> list[FormOption]:
    return [
        {"value": fact.id, "html": inline(fact.text), "note": play_words.SAID_ALREADY if fact.by else ""}
        for fact in group.facts
    ]


def _decide(view: LiveSeatView, group: LiveGroupView) -> FormProps:
    others = options((mate.role, mate.name) for mate in group.mates if not mate.you)
    fields = (
        choice("option", play_words.WHICH_DECISION, _options(group), play_words.DECIDE_NOTE),
        many("credits", play_words.WHOSE_KNOWLEDGE, others),
        required_text("reason", play_words.YOUR_REASON, WORDS_LIMIT, play_words.YOUR_REASON_HINT),
    )
    return form(LiveDecide, _slot(view, "decide"), fields, fixed=_fixed(view), submit=play_words.DECIDE)


def _choose(view: LiveSeatView, point: ChoicePoint) -> FormProps:
    open_ = options((each.id, each.name) for each in point.choices)
    asks = words.YOUR_CHOICE if point.yours else words.WOULD
    kind, submit = (LiveChoose, words.CHOOSE_IT) if point.yours else (LiveWouldChoose, words.WOULD)
    fixed = {**_fixed(view), "scene": point.scene}
    field = choice("choice", asks, open_)
    return form(kind, _slot(view, f"choose-{point.scene}"), [field], fixed=fixed, submit=submit)
