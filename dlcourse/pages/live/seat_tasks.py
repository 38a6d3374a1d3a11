"""What somebody can do at their seat now: the forms of each phase, and what goes with a click."""

from collections.abc import Iterable, Mapping
from typing import TypedDict

from dlcourse.domain.live.messages import (
    LiveAsk,
    LiveChoose,
    LiveDecide,
    LiveIdea,
    LiveMove,
    LivePrefer,
    LiveShare,
    LiveWouldChoose,
)
from dlcourse.domain.live.seat_views import LiveFact, LiveGroupView, LiveSeatView
from dlcourse.domain.roleplay.messages import WORDS_LIMIT
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
from dlcourse.pages.live import words
from dlcourse.pages.markdown import inline
from dlcourse.pages.roleplay import words as roleplay_words


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
            return [_say(view, group)]
        case "decision" if group.decider == view.role:
            return [_decide(view, group)]
        case "decision" if group.before and not group.after:
            return [_prefer(view, group, words.AGAIN)]
        case "choice":
            return _choose(view, group)
        case _:
            return []


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


def _say(view: LiveSeatView, group: LiveGroupView) -> FormProps:
    """The form of a talk: everything that one can say in it, as in a role-play by oneself."""
    whom = select("to", roleplay_words.WHOM, roleplay_words.CHOOSE, _others(view, group))
    which = select("option", roleplay_words.WHICH_OPTION, roleplay_words.CHOOSE, _options(group))
    own_words = text("words", roleplay_words.OWN_WORDS, WORDS_LIMIT)
    ways = [
        _way(view, "share", LiveShare, _to_share(group)),
        _asks(view, "expertise", whom),
        _asks(view, "open"),
        _asks(view, "dissent"),
        _asks(view, "closed", which),
        _asks(view, "rank"),
        _way(view, "idea", LiveIdea, which, own_words),
    ]
    slot = _slot(view, group, "say")
    return form_of_ways(slot, ways, legend=words.SAY, note="", submit=words.SAY_IT, leave="")


def _way(view: LiveSeatView, key: str, move: type[LiveMove], *fields: Answer, **fixed: str) -> FormWay:
    name, hint = roleplay_words.WAYS[key], roleplay_words.WAY_HINTS[key]
    return way(key, name, move, {**_table(view), **fixed}, fields, hint=hint)


def _asks(view: LiveSeatView, how: str, *fields: Answer) -> FormWay:
    return _way(view, how, LiveAsk, *fields, how=how)


def _to_share(group: LiveGroupView) -> GroupedField:
    """What I can share: first what was not said yet, then what one can come back to, then what all know."""
    own = [fact for fact in group.facts if not fact.by and fact.since in {"own", "dealt"}]
    said = [fact for fact in group.facts if fact not in own and fact.since != "everyone"]
    common = [fact for fact in group.facts if fact.since == "everyone"]
    return grouped(
        "fact",
        roleplay_words.WHICH_FACT,
        [
            {"label": roleplay_words.FACTS_OWN, "choices": _facts(own)},
            {"label": roleplay_words.FACTS_HEARD, "choices": _facts(said)},
            {"label": roleplay_words.FACTS_SHARED, "choices": _facts(common)},
        ],
    )


def _facts(facts: Iterable[LiveFact]) -> list[FormOption]:
    said = roleplay_words.SAID_ALREADY
    return [{"value": fact.id, "html": inline(fact.text), "note": said if fact.by else ""} for fact in facts]


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
