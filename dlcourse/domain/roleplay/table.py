"""The table as one seat sees it: the view holds only what this seat may know, so nothing can leak from it."""

from collections.abc import Mapping
from typing import Literal, TypedDict

from dlcourse.domain.roleplay.messages import Answered, ChoiceMade, Decided, FactShared, IdeaVoiced, QuestionAsked
from dlcourse.domain.roleplay.moves import chooser, open_choices, waits_for
from dlcourse.domain.roleplay.play import Play, Said
from dlcourse.domain.roleplay.scenario import Choice, Crossroads, End, Panel, Role
from dlcourse.domain.roleplay.situations import Speech, speeches
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


class TalkLine(Value):
    """One thing said or done after ``moves`` moves. Fields that do not apply are empty.

    ``text`` is the choice's text, or the fact as its speaker says it; ``by`` told the fact first; ``words`` are
    somebody's own. ``speech`` gives the situation and the sentence that goes with it.
    """

    kind: Literal["shared", "asked", "answered", "idea", "decided", "chose"]
    moves: int
    role: str
    minute: int
    how: str = ""
    to: str = ""
    option: str = ""
    fact: str = ""
    by: str = ""
    text: str = ""
    words: str = ""
    feedback: str = ""
    credits: tuple[str, ...] = ()
    new: bool = False
    last: bool = False
    speech: Speech


class Passage(Value):
    """A past or current scene of the play, with what was said and done there."""

    scene: str
    title: str
    text: str
    lines: tuple[TalkLine, ...]


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
        gauges=tuple(_gauges(play)),
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


def passages(play: Play, texts: Mapping[str, str]) -> tuple[Passage, ...]:
    """The scenes that the play has been in, the present one last, each with its lines."""
    found: list[Passage] = []
    lines: list[TalkLine] = []
    left = ""
    for said, speech in zip(play.said, speeches(play), strict=True):
        if left and not isinstance(said.turn, Answered):
            found.append(_passage(play, left, lines))
            lines, left = [], ""
        lines.append(line(play, said, texts, speech))
        left = said.scene if isinstance(said.turn, Decided | ChoiceMade) else left
    if left:
        found.append(_passage(play, left, lines))
        lines = []
    return (*found, _passage(play, play.scene, lines))


def line(play: Play, said: Said, texts: Mapping[str, str], speech: Speech) -> TalkLine:
    """One turn of the conversation with the words and texts that it points to."""
    told: _Told = {
        "moves": said.moves, "minute": said.minute, "role": said.turn.role, "new": said.new, "speech": speech
    }  # fmt: skip
    match said.turn:
        case FactShared(fact=fact, role=role):
            by, text = play.voiced[fact].role, _as_said(play, fact, role)
            return TalkLine(kind="shared", fact=fact, by=by, text=text, **told)
        case QuestionAsked(how=how, to=to, option=option):
            return TalkLine(kind="asked", how=how, to=to, option=option, **told)
        case Answered(fact=fact, last=last):
            text = _as_said(play, fact, said.turn.role)
            return TalkLine(kind="answered", fact=fact, text=text, last=last, **told)
        case IdeaVoiced(option=option, words=words):
            return TalkLine(kind="idea", option=option, words=texts.get(words, ""), **told)
        case Decided(option=option, reason=reason, credits=credit):
            return TalkLine(kind="decided", option=option, words=texts.get(reason, ""), credits=credit, **told)
        case ChoiceMade(scene=scene, choice=choice):
            taken = _choice(play, scene, choice)
            return TalkLine(kind="chose", text=taken.text, feedback=taken.feedback, **told)


class _Told(TypedDict):
    """What every line says of its turn."""

    moves: int
    minute: int
    role: str
    new: bool
    speech: Speech


def _choice(play: Play, scene_id: str, choice_id: str) -> Choice:
    scene = play.scenario.scene(scene_id)
    assert isinstance(scene, Crossroads)
    choice = scene.choice(choice_id)
    assert choice is not None
    return choice


def _passage(play: Play, scene_id: str, lines: list[TalkLine]) -> Passage:
    scene = play.scenario.scene(scene_id)
    return Passage(scene=scene_id, title=scene.title, text=scene.text, lines=tuple(lines))


def _as_said(play: Play, fact_id: str, role: str) -> str:
    """The fact as this role says it: in the first person if the role holds it and the author wrote it so."""
    if not fact_id:
        return ""
    fact = play.scenario.fact(fact_id)
    return fact.said if fact.said and role in fact.held_by else fact.text


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


def _gauges(play: Play) -> list[Gauge]:
    return [
        Gauge(name=known.name, value=play.indicators[known.id], min=known.min, max=known.max)
        for known in play.scenario.indicators
    ]
