"""The one thing a seat does now: state a first preference, take a minute, decide, choose, or wait for others."""

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
from dlcourse.pages.fields import FormOption, GroupedField, choice, grouped, many, options, required_text, select, text
from dlcourse.pages.form import FormProps, FormWay, form, form_of_ways, way
from dlcourse.pages.markdown import inline
from dlcourse.pages.program import Props
from dlcourse.pages.roleplay.talk import Cast
from dlcourse.pages.words import listed

CHOOSE = "Choose…"
ALONE = "Read what you know first. Nobody sees your answer; you will meet it again at the end."
TOGETHER = (
    "Read what you know first. Your answer stays private until the debrief, which shows it to everybody at the table."
)


def task(view: TableView, cast: Cast) -> Props:
    """The form for the stage that the seat is in, and while people talk the form that ends the talk; None for none.

    ``waiting`` says on whom the seat waits; empty unless it does.
    """
    match view.stage:
        case "prefer":
            return {"form": _prefer(view), "closing": None, "waiting": ""}
        case "talk":
            closing = _closing(view, cast, leave="Back to the talk")
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
    """On whom the seat waits, and for what."""
    names = listed([cast.call(role) for role in view.waits_for])
    if view.chooser:
        return f"{names} chooses what happens next. You will see the choice here."
    if any(seat.decides and seat.id in view.waits_for for seat in view.seats):
        return f"You have closed the talk. {names} decides; you will see the decision here."
    have = "has" if len(view.waits_for) == 1 else "have"
    return f"You have closed the talk. The decision comes once {names} {have} closed it, too."


def _prefer(view: TableView) -> FormProps:
    note = TOGETHER if _people(view) else ALONE
    option = choice("option", "Which would you choose now?", _options(view), note)
    fixed = {"play": view.play}
    return form(StatePreference, _slot(view, "prefer"), [option], fixed=fixed, submit="Keep it and begin the talk")


def _minute(view: TableView) -> FormProps:
    return form_of_ways(
        _slot(view, "talk"),
        _ways(view),
        legend="Your next minute",
        note="A question, an idea or a shared fact takes one minute. Answers are free.",
        submit="Take the minute",
        leave="Decide now" if _decider(view).you else "Close the talk",
    )


def _ways(view: TableView) -> list[FormWay]:
    """The ways to spend a minute, each with the fields it needs."""
    whom = select("to", "Whom?", CHOOSE, _others(view))
    which = select("option", "Which option?", CHOOSE, _options(view))
    own_words = text("words", "In your own words, if you like", WORDS_LIMIT)
    play = {"play": view.play}
    return [
        way("expertise", "Ask one person what they know", Ask, {**play, "how": "expertise"}, [whom]),
        way("open", "Ask everyone what they have seen", Ask, {**play, "how": "open"}),
        way("dissent", "Ask what speaks against the way you are leaning", Ask, {**play, "how": "dissent"}),
        way("closed", "Ask everyone to agree on an option", Ask, {**play, "how": "closed"}, [which]),
        way("rank", "Go round the table, the most senior first", Ask, {**play, "how": "rank"}),
        way("share", "Share something you know", ShareFact, play, [_to_share(view)]),
        way("idea", "Say which option you lean to", VoiceIdea, play, [which, own_words]),
    ]


def _to_share(view: TableView) -> GroupedField:
    """What I can share: first what I alone brought and have not said, then what was said, then what all know."""
    return grouped(
        "fact",
        "What?",
        [
            {"label": "Only some know this", "choices": _facts(view, "own")},
            {"label": "Heard at the table", "choices": _facts(view, "heard", "revealed")},
            {"label": "Everybody knows this", "choices": _facts(view, "everyone")},
        ],
    )


def _facts(view: TableView, *since: str) -> list[FormOption]:
    said = {line.fact for passage in view.passages for line in passage.lines}
    return [
        {"value": fact.id, "html": inline(fact.text), "note": "Said already" if fact.id in said else ""}
        for fact in view.facts
        if fact.since in since
    ]


def _closing(view: TableView, cast: Cast, leave: str = "") -> FormProps:
    """How the talk ends: the deciding role decides, anyone else says what they prefer now."""
    decider = _decider(view)
    return _deciding(view, leave) if decider.you else _handing_over(view, cast.call(decider.id), leave)


def _deciding(view: TableView, leave: str) -> FormProps:
    note = "You answer for it. The reason is yours to give, and you can say whose knowledge it rests on."
    return form(
        Decide,
        _slot(view, "decide"),
        [
            choice("option", "What do you decide?", _options(view), note),
            many("credits", "Whose knowledge does it rest on?", _others(view)),
            required_text("reason", "Your reason", WORDS_LIMIT),
        ],
        fixed={"play": view.play},
        heading="Your decision",
        submit="Decide",
        leave=leave,
    )


def _handing_over(view: TableView, decider: str, leave: str) -> FormProps:
    note = f"{decider} decides on what was said at the table. Your preference is kept for the debrief."
    return form(
        CloseTalk,
        _slot(view, "close"),
        [choice("option", "Which would you choose now?", _options(view), note)],
        fixed={"play": view.play},
        heading="Before the decision",
        submit=f"Keep it and let {decider} decide",
        leave=leave,
    )


def _choose(view: TableView, cast: Cast) -> FormProps:
    chooser = next((seat for seat in view.seats if seat.id == view.chooser), None)
    whose = "You choose" if chooser is None or chooser.you else f"You choose for {cast.call(chooser.id)}"
    scene = view.passages[-1].scene
    ways = options((each.id, each.name) for each in view.choices)
    return form(
        MakeChoice,
        _slot(view, f"choose/{scene}"),
        [choice("choice", f"What happens next? {whose}.", ways)],
        fixed={"play": view.play, "scene": scene},
        submit="Go this way",
    )


def _slot(view: TableView, stage: str) -> str:
    return f"play/{view.play}/{stage}"


def _decider(view: TableView) -> Seat:
    return next(seat for seat in view.seats if seat.decides)


def _options(view: TableView) -> list[FormOption]:
    return options((option.id, option.name) for option in view.options)


def _others(view: TableView) -> list[FormOption]:
    return options((seat.id, seat.name) for seat in view.seats if not seat.you)
