"""The one thing a seat does now: state a first preference, take a minute, decide, choose, or wait for others.

Every form says which command it sends (``say``) and which fields a person fills in.
"""

from collections.abc import Iterable

from dlcourse.domain.roleplay.messages import WORDS_LIMIT
from dlcourse.domain.roleplay.table import TableView
from dlcourse.pages.markdown import inline
from dlcourse.pages.program import Props
from dlcourse.pages.roleplay.talk import Cast
from dlcourse.pages.words import listed


def task(view: TableView, cast: Cast) -> Props:
    """The form for the stage that the seat is in, or on whom it waits; empty once the play has ended."""
    match view.stage:
        case "prefer":
            return {"kind": "form", "form": _prefer(view)}
        case "talk":
            return {"kind": "talk", "ways": _ways(view), "closing": _closing(view, cast), **MINUTE}
        case "decide":
            return {"kind": "form", "form": _closing(view, cast) | {"cancel": ""}}
        case "choose":
            return {"kind": "form", "form": _choose(view, cast)}
        case "wait":
            return {"kind": "wait", "text": _waiting(view, cast)}
        case "end":
            return {}


CHOOSE = "Choose…"
ALONE = "Read what you know first. Nobody sees your answer; you will meet it again at the end."
TOGETHER = (
    "Read what you know first. Your answer stays private until the debrief, which shows it to everybody at the table."
)
MINUTE = {
    "legend": "Your next minute",
    "note": "A question, an idea or a shared fact takes one minute. Answers are free.",
    "submit": "Take the minute",
}


def _others(view: TableView) -> list[str]:
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


def _choices(pairs: Iterable[tuple[str, str]]) -> list[Props]:
    return [{"value": value, "html": inline(text)} for value, text in pairs]


def _options(view: TableView) -> list[Props]:
    return _choices((option.id, option.name) for option in view.options)


def _prefer(view: TableView) -> Props:
    return {
        "say": "StatePreference",
        "legend": "Which would you choose now?",
        "note": TOGETHER if _others(view) else ALONE,
        "field": "option",
        "choices": _options(view),
        "submit": "Keep it and begin the talk",
    }


def _ways(view: TableView) -> list[Props]:
    """The ways to spend a minute, each with the fields it needs."""
    others = _choices((seat.id, seat.name) for seat in view.seats if not seat.you)
    whom = {"name": "to", "label": "Whom?", "kind": "select", "empty": CHOOSE, "choices": others}
    which = {"name": "option", "label": "Which option?", "kind": "select", "empty": CHOOSE, "choices": _options(view)}
    own_words = {"name": "words", "label": "In your own words, if you like", "kind": "text", "limit": WORDS_LIMIT}
    return [
        _way("expertise", "Ask one person what they know", "Ask", {"how": "expertise"}, [whom]),
        _way("open", "Ask everyone what they have seen", "Ask", {"how": "open"}),
        _way("dissent", "Ask what speaks against the way you are leaning", "Ask", {"how": "dissent"}),
        _way("closed", "Ask everyone to agree on an option", "Ask", {"how": "closed"}, [which]),
        _way("rank", "Go round the table, the most senior first", "Ask", {"how": "rank"}),
        _way("share", "Share something you know", "ShareFact", {}, [_to_share(view)]),
        _way("idea", "Say which option you lean to", "VoiceIdea", {}, [which, own_words]),
    ]


def _way(key: str, label: str, say: str, fixed: Props, fields: list[Props] | None = None) -> Props:
    return {"key": key, "label": label, "say": say, "fixed": fixed, "fields": fields or []}


def _to_share(view: TableView) -> Props:
    """What I can share: first what I alone brought and have not said, then what was said, then what all know."""
    groups = [
        {"label": "Only some know this", "choices": _fact_choices(view, "own")},
        {"label": "Heard at the table", "choices": _fact_choices(view, "heard", "revealed")},
        {"label": "Everybody knows this", "choices": _fact_choices(view, "everyone")},
    ]
    return {
        "name": "fact",
        "label": "What?",
        "kind": "facts",
        "groups": [group for group in groups if group["choices"]],
    }


def _fact_choices(view: TableView, *since: str) -> list[Props]:
    said = {line.fact for passage in view.passages for line in passage.lines}
    return [
        {"value": fact.id, "html": inline(fact.text), "note": "Said already" if fact.id in said else ""}
        for fact in view.facts
        if fact.since in since
    ]


def _closing(view: TableView, cast: Cast) -> Props:
    """How the talk ends: the deciding role decides, anyone else says what they prefer now."""
    decider = next(seat for seat in view.seats if seat.decides)
    return _deciding(view) if decider.you else _handing_over(view, cast.call(decider.id))


def _deciding(view: TableView) -> Props:
    others = _choices((seat.id, seat.name) for seat in view.seats if not seat.you)
    return {
        "say": "Decide",
        "open": "Decide now",
        "heading": "Your decision",
        "legend": "What do you decide?",
        "note": "You answer for it. The reason is yours to give, and you can say whose knowledge it rests on.",
        "field": "option",
        "choices": _options(view),
        "text": {"name": "reason", "label": "Your reason", "required": True, "limit": WORDS_LIMIT},
        "many": {"name": "credits", "legend": "Whose knowledge does it rest on?", "choices": others},
        "submit": "Decide",
        "cancel": "Back to the talk",
    }


def _handing_over(view: TableView, decider: str) -> Props:
    return {
        "say": "CloseTalk",
        "open": "Close the talk",
        "heading": "Before the decision",
        "legend": "Which would you choose now?",
        "note": f"{decider} decides on what was said at the table. Your preference is kept for the debrief.",
        "field": "option",
        "choices": _options(view),
        "submit": f"Keep it and let {decider} decide",
        "cancel": "Back to the talk",
    }


def _choose(view: TableView, cast: Cast) -> Props:
    chooser = next((seat for seat in view.seats if seat.id == view.chooser), None)
    whose = "You choose" if chooser is None or chooser.you else f"You choose for {cast.call(chooser.id)}"
    return {
        "say": "MakeChoice",
        "fixed": {"scene": view.passages[-1].scene},
        "legend": f"What happens next? {whose}.",
        "field": "choice",
        "choices": _choices((choice.id, choice.name) for choice in view.choices),
        "submit": "Go this way",
    }
