"""The table as one seat sees it: the view holds only what this seat may know, so nothing can leak from it."""

from collections.abc import Mapping
from typing import Literal

from dlcourse.domain.roleplay.moves import chooser, open_choices, waits_for
from dlcourse.domain.roleplay.play import Play
from dlcourse.domain.roleplay.scenario import Crossroads, End, Panel, Role
from dlcourse.domain.roleplay.talk.conversation import Passage, passages
from dlcourse.domain.speech import Value, View

Stage = Literal["prefer", "talk", "decide", "choose", "wait", "end"]
"""What the seat does now: state a first preference, talk, decide, choose at a crossroads, wait for others, nothing."""


Source = Literal["everyone", "own", "heard", "revealed"]
"""How a seat knows a fact: everyone held it, the seat held it, it was said at the table, or a choice revealed it."""


class Seat(Value):
    """Somebody at the table, as everybody sees them. ``you`` marks the viewer; ``person``, a seat that people hold."""

    id: str
    name: str
    about: str
    decides: bool
    you: bool
    person: bool


class NamedChoice(Value):
    """Something with an id and a name: an option, or an open choice."""

    id: str
    name: str


class KnownFact(Value):
    """A fact that the viewer knows: from the start (everyone or own), from the table, or from a choice.

    ``by`` and ``minute`` say who told it first at the table and when; empty and 0 if nobody has.
    """

    id: str
    text: str
    since: Source
    by: str = ""
    minute: int = 0


class Gauge(Value):
    """An indicator's value within its bounds."""

    name: str
    value: int
    min: int
    max: int


class TableView(View):
    """The table as one seat sees it; texts are Markdown.

    ``moves`` counts the moves so far; ``waits_for`` names the roles that the seat waits for, if any.
    """

    play: str
    moves: int
    scenario: str
    title: str
    setting: str
    seat: str
    stage: Stage
    seats: tuple[Seat, ...]
    options: tuple[NamedChoice, ...]
    facts: tuple[KnownFact, ...]
    passages: tuple[Passage, ...]
    choices: tuple[NamedChoice, ...]
    chooser: str
    waits_for: tuple[str, ...]
    minutes: int
    minutes_left: int
    before: str
    decided: str
    gauges: tuple[Gauge, ...]


def table_for(play: Play, viewer: str, texts: Mapping[str, str], play_id: str) -> TableView:
    """The view of the play for the seat ``viewer``; ``texts`` gives the words that events point to, by id."""
    scenario, panel = play.scenario, play.scenario.panel
    return TableView(
        play=play_id,
        moves=play.moves,
        scenario=scenario.id,
        title=scenario.title,
        setting=scenario.setting,
        seat=viewer,
        stage=stage_of(play, viewer),
        seats=seats(play, viewer),
        options=tuple(NamedChoice(id=option.id, name=option.name) for option in scenario.options),
        facts=known_facts(play, viewer),
        passages=passages(play, texts),
        choices=tuple(NamedChoice(id=choice.id, name=choice.text) for choice in open_choices(play)),
        chooser=chooser(play),
        waits_for=waits_for(play, viewer),
        minutes=panel.minutes if panel else 0,
        minutes_left=play.minutes_left,
        before=play.before.get(viewer, ""),
        decided=play.decided.option if play.decided else "",
        gauges=gauges(play),
    )


def seats(play: Play, viewer: str) -> tuple[Seat, ...]:
    """The seats at the table, in the order of the file."""
    return tuple(_seat(role, viewer, play) for role in play.scenario.roles)


def stage_of(play: Play, viewer: str) -> Stage:
    """The viewer's current stage."""
    if waits_for(play, viewer):
        return "wait"
    match play.here:
        case End():
            return "end"
        case Crossroads():
            return "choose"
        case Panel():
            if viewer not in play.before:
                return "prefer"
            return "talk" if play.minutes_left > 0 else "decide"


def known_facts(play: Play, viewer: str) -> tuple[KnownFact, ...]:
    """The facts that the viewer knows now, in the order of the file, each with its source."""
    return tuple(_known(play, viewer, fact.id, fact.text) for fact in play.knows(viewer))


def gauges(play: Play) -> tuple[Gauge, ...]:
    """The indicators with their values now, in the order of the file."""
    return tuple(
        Gauge(name=known.name, value=play.indicators[known.id], min=known.min, max=known.max)
        for known in play.scenario.indicators
    )


def _seat(role: Role, viewer: str, play: Play) -> Seat:
    return Seat(
        id=role.id,
        name=role.name,
        about=role.about,
        decides=role.decides,
        you=role.id == viewer,
        person=role.id in play.held,
    )


def _known(play: Play, viewer: str, fact: str, text: str) -> KnownFact:
    told = play.voiced.get(fact)
    by, minute = (told.role, told.minute) if told else ("", 0)
    return KnownFact(id=fact, text=text, since=_since(play, viewer, fact), by=by, minute=minute)


def _since(play: Play, viewer: str, fact: str) -> Source:
    if fact in {shared.id for shared in play.scenario.shared}:
        return "everyone"
    if viewer in play.scenario.fact(fact).held_by:
        return "own"
    return "heard" if fact in play.voiced else "revealed"
