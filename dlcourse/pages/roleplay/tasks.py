"""What a seat has to do now: state a first preference, take a minute, decide, choose, or wait for others."""

from typing import TypedDict

from dlcourse.domain.roleplay.messages import (
    WORDS_LIMIT,
    Ask,
    CloseTalk,
    Decide,
    MakeChoice,
    ShareFact,
    StatePreference,
    VoiceIdea,
)
from dlcourse.domain.roleplay.table import Seat, TableView
from dlcourse.pages.fields import (
    Answer,
    FormOption,
    GroupedField,
    choice,
    grouped,
    many,
    options,
    required_text,
    select,
    text,
)
from dlcourse.pages.form import FormProps, FormWay, form, form_of_ways, way
from dlcourse.pages.markdown import inline
from dlcourse.pages.roleplay import words
from dlcourse.pages.roleplay.talk import Cast
from dlcourse.pages.words import counted, listed


class SeatTask(TypedDict):
    """The form for the stage that the seat is in, and while people talk the form that ends the talk; None for none.

    ``waiting`` says whom the seat waits for; otherwise it is empty.
    """

    form: FormProps | None
    closing: FormProps | None
    waiting: str


def task(view: TableView, cast: Cast) -> SeatTask:
    """What the seat does at its stage."""
    match view.stage:
        case "prefer":
            return {"form": _prefer(view), "closing": None, "waiting": ""}
        case "talk":
            closing = _closing(view, cast, leave=words.BACK_TO_TALK)
            return {"form": _minute(view), "closing": closing, "waiting": ""}
        case "decide":
            return {"form": _closing(view, cast), "closing": None, "waiting": ""}
        case "choose":
            return {"form": _choose(view, cast), "closing": None, "waiting": ""}
        case "wait":
            return {"form": None, "closing": None, "waiting": _waiting(view, cast)}
        case "end":
            return {"form": None, "closing": None, "waiting": ""}


def _people(view: TableView) -> list[str]:
    """The seats that other people hold."""
    return [seat.id for seat in view.seats if seat.person and not seat.you]


def _waiting(view: TableView, cast: Cast) -> str:
    """Whom the seat waits for, and for what."""
    names = listed([cast.call(role) for role in view.waits_for])
    if view.chooser:
        return words.WAIT_FOR_CHOICE.format(people=names)
    if any(seat.decides and seat.id in view.waits_for for seat in view.seats):
        return words.WAIT_FOR_DECISION.format(people=names)
    sentence = words.WAIT_FOR_ONE if len(view.waits_for) == 1 else words.WAIT_FOR_SOME
    return sentence.format(people=names)


def _prefer(view: TableView) -> FormProps:
    note = words.PREFER_NOTE_TOGETHER if _people(view) else words.PREFER_NOTE
    option = choice("option", words.WHICH_NOW, _options(view), note)
    fixed = {"play": view.play}
    return form(StatePreference, _slot(view, "prefer"), [option], fixed=fixed, submit=words.PREFER_SUBMIT)


def _minute(view: TableView) -> FormProps:
    return form_of_ways(
        _slot(view, "talk"),
        _ways(view),
        legend=words.NEXT_MINUTE,
        note=words.NEXT_MINUTE_NOTE,
        submit=words.TAKE_THE_MINUTE,
        leave=words.DECIDE_NOW if _decider(view).you else words.CLOSE_THE_TALK,
    )


def _ways(view: TableView) -> list[FormWay]:
    """The ways to spend a minute, each with the fields it needs."""
    whom = select("to", words.WHOM, words.CHOOSE, _others(view))
    which = select("option", words.WHICH_OPTION, words.CHOOSE, _options(view))
    own_words = text("words", words.OWN_WORDS, WORDS_LIMIT)
    play = {"play": view.play}

    def ask(how: str, *fields: Answer) -> FormWay:
        return way(how, words.WAYS[how], Ask, {**play, "how": how}, fields, hint=words.WAY_HINTS[how])

    return [
        ask("expertise", whom),
        ask("open"),
        ask("dissent"),
        ask("closed", which),
        ask("rank"),
        way("share", words.WAYS["share"], ShareFact, play, [_to_share(view)], hint=words.WAY_HINTS["share"]),
        way("idea", words.WAYS["idea"], VoiceIdea, play, [which, own_words], hint=words.WAY_HINTS["idea"]),
    ]


def _to_share(view: TableView) -> GroupedField:
    """What I can share: first what I alone brought and have not said, then what was said, then what all know."""
    return grouped(
        "fact",
        words.WHICH_FACT,
        [
            {"label": words.FACTS_OWN, "choices": _facts(view, "own")},
            {"label": words.FACTS_HEARD, "choices": _facts(view, "heard", "revealed")},
            {"label": words.FACTS_SHARED, "choices": _facts(view, "everyone")},
        ],
    )


def _facts(view: TableView, *since: str) -> list[FormOption]:
    said = {line.fact for passage in view.passages for line in passage.lines}
    return [
        {"value": fact.id, "html": inline(fact.text), "note": words.SAID_ALREADY if fact.id in said else ""}
        for fact in view.facts
        if fact.since in since
    ]


def _closing(view: TableView, cast: Cast, leave: str = "") -> FormProps:
    """How the talk ends: the deciding role decides, anyone else says what they prefer now."""
    decider = _decider(view)
    return _deciding(view, leave) if decider.you else _handing_over(view, cast.call(decider.id), leave)


def _deciding(view: TableView, leave: str) -> FormProps:
    note = words.DECIDE_NOTE
    return form(
        Decide,
        _slot(view, "decide"),
        [
            choice("option", words.WHICH_DECISION, _options(view), note),
            many("credits", words.WHOSE_KNOWLEDGE, _others(view)),
            required_text("reason", words.YOUR_REASON, WORDS_LIMIT, words.YOUR_REASON_HINT),
        ],
        fixed={"play": view.play},
        heading=words.DECIDE_HEADING,
        submit=words.DECIDE,
        leave=leave,
    )


def _handing_over(view: TableView, decider: str, leave: str) -> FormProps:
    note = words.CLOSE_NOTE.format(decider=decider)
    return form(
        CloseTalk,
        _slot(view, "close"),
        [choice("option", words.WHICH_NOW, _options(view), note)],
        fixed={"play": view.play},
        heading=words.CLOSE_HEADING,
        submit=words.CLOSE_SUBMIT.format(decider=decider),
        leave=leave,
    )


def _choose(view: TableView, cast: Cast) -> FormProps:
    chooser = next((seat for seat in view.seats if seat.id == view.chooser), None)
    others = chooser is not None and not chooser.you
    open_ = counted(len(view.choices), *words.WAYS_OPEN)
    said = words.CHOOSE_FOR if others else words.CHOOSE_YOURSELF
    asked = said.format(ways=open_, name=cast.call(view.chooser) if others else "")
    scene = view.passages[-1].scene
    ways = options((each.id, each.name) for each in view.choices)
    return form(
        MakeChoice,
        _slot(view, f"choose/{scene}"),
        [choice("choice", asked, ways, words.CHOOSE_FOR_NOTE if others else "")],
        fixed={"play": view.play, "scene": scene},
        submit=words.CHOOSE_SUBMIT,
    )


def _slot(view: TableView, stage: str) -> str:
    return f"play/{view.play}/{stage}"


def _decider(view: TableView) -> Seat:
    return next(seat for seat in view.seats if seat.decides)


def _options(view: TableView) -> list[FormOption]:
    return options((option.id, option.name) for option in view.options)


def _others(view: TableView) -> list[FormOption]:
    return options((seat.id, seat.name) for seat in view.seats if not seat.you)
