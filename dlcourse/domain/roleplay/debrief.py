"""The debrief of an ended play: who knew what, what surfaced when, and what it was worth.

The scores are those of hidden-profile research (Stasser & Titus 1985). The decision and the talk are scored separately.
"""

from collections.abc import Mapping
from typing import Literal

from dlcourse.domain.chart import Chart
from dlcourse.domain.roleplay.hidden_profile import value
from dlcourse.domain.roleplay.messages import ChoiceMade, without_words
from dlcourse.domain.roleplay.minimal_sets import smallest_group
from dlcourse.domain.roleplay.play import Play
from dlcourse.domain.roleplay.replay.film import Film
from dlcourse.domain.roleplay.scenario import Crossroads, End, Fact
from dlcourse.domain.roleplay.table import NamedChoice, Seat, seats
from dlcourse.domain.roleplay.talk.conversation import Passage, passages
from dlcourse.domain.roleplay.talk.deciding import even_choice, preference
from dlcourse.domain.speech import Event, Value, View
from dlcourse.errors import CourseError


class FactRow(Value):
    """A fact, who held it, and how it was voiced; ``minute`` is None if it never was."""

    id: str
    text: str
    shared: bool
    held_by: tuple[str, ...]
    minute: int | None = None
    by: str = ""
    how: str = ""


class RoleRow(Value):
    """A role in hindsight: its first preference, its unique facts, how many were voiced, and whether it got credit.

    ``first`` is empty for a person who stated none.
    """

    id: str
    first: str
    unique: int
    voiced: int
    credited: bool


class OptionRow(Value):
    """What an option was worth: on the shared facts, on the facts voiced by the decision, and on all facts."""

    id: str
    name: str
    shared: int
    table: int
    everything: int


class Talk(Value):
    """The scores of a play with a panel.

    ``even``: the option that all that the decider knew points to, each fact weighed alike. It tells a talk that did not
    bring out enough from a decision that did not follow what was said.
    ``coverage``: unique facts voiced / unique facts. ``focus``: mentions of unique facts / all mentions, or None if
    nothing was mentioned. ``regret``: V_all(best) - V_all(chosen). ``group``: a smallest set of roles whose pooled
    facts make ``best`` the unique best (H5), or empty if there is none.
    """

    kind: Literal["hidden", "manifest"]
    best: str
    decided: str
    even: str
    solved: bool
    unique: int
    unique_voiced: int
    mentions: int
    unique_mentions: int
    coverage: float
    focus: float | None
    before: str
    after: str
    regret: int
    minutes: int
    minutes_used: int
    group: tuple[str, ...]
    facts: tuple[FactRow, ...]
    roles: tuple[RoleRow, ...]
    options: tuple[OptionRow, ...]


class Stake(Value):
    """A principle, and where it was at stake in this play, in words."""

    principle: str
    where: tuple[str, ...]


class AskedBack(Value):
    """One of the author's debrief questions."""

    ask: str
    principles: tuple[str, ...]


class DebriefView(View):
    """The whole debrief for one seat; ``talk``, ``film`` and ``chart`` are None if the scenario has no panel."""

    play: str
    moves: int
    scenario: str
    title: str
    seat: str
    seats: tuple[Seat, ...]
    options: tuple[NamedChoice, ...]
    end: str
    passages: tuple[Passage, ...]
    talk: Talk | None
    stakes: tuple[Stake, ...]
    questions: tuple[AskedBack, ...]
    film: Film | None = None
    chart: Chart | None = None


class ComparisonView(View):
    """Two attempts side by side; they share the first ``common`` moves."""

    first: DebriefView
    second: DebriefView
    common: int


def debrief(play: Play, viewer: str, texts: Mapping[str, str], play_id: str, film: Film | None = None) -> DebriefView:
    """The debrief for one seat, with the ``film`` of the play, if there is one.

    `CourseError` before the play has ended, because a debrief reveals what everybody knew.
    """
    if not isinstance(play.here, End):
        raise CourseError("debrief", "the play has not ended yet", "Play it to its end first.")
    scenario = play.scenario
    return DebriefView(
        play=play_id,
        moves=play.moves,
        scenario=scenario.id,
        title=scenario.title,
        seat=viewer,
        seats=seats(play, viewer),
        options=tuple(NamedChoice(id=option.id, name=option.name) for option in scenario.options),
        end=play.here.title or play.here.id,
        passages=passages(play, texts),
        talk=talk_of(play, viewer) if play.decided else None,
        stakes=_stakes(play),
        questions=tuple(AskedBack(ask=asked.ask, principles=asked.principles) for asked in scenario.debrief),
        film=film,
    )


def common_moves(first: tuple[Event, ...], second: tuple[Event, ...]) -> int:
    """The number of events that two plays share from the start, whatever texts they point to."""
    pairs = zip(map(without_words, first), map(without_words, second), strict=False)
    return next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))


def talk_of(play: Play, viewer: str) -> Talk:
    """The scores of a play that was decided."""
    scenario = play.scenario
    assert play.decided is not None
    assert scenario.best is not None
    assert scenario.profile is not None
    unique = {fact.id for fact in scenario.unique}
    voiced, mentioned = unique & set(play.voiced), sum(fact in unique for fact in play.mentions)
    panel = scenario.panel
    return Talk(
        kind=scenario.profile,
        best=scenario.best,
        decided=play.decided.option,
        even=even_choice(play, play.decided_on),
        solved=play.decided.option == scenario.best,
        unique=len(unique),
        unique_voiced=len(voiced),
        mentions=len(play.mentions),
        unique_mentions=mentioned,
        coverage=len(voiced) / len(unique) if unique else 1.0,
        focus=mentioned / len(play.mentions) if play.mentions else None,
        before=play.before.get(viewer, ""),
        after=play.after.get(viewer, ""),
        regret=value(scenario.facts, scenario.best) - value(scenario.facts, play.decided.option),
        minutes=panel.minutes if panel else 0,
        minutes_used=play.minute,
        group=smallest_group(scenario) or (),
        facts=tuple(_fact_row(play, fact) for fact in (*scenario.unique, *scenario.shared)),
        roles=tuple(_role_row(play, role.id) for role in scenario.roles),
        options=_option_rows(play),
    )


def _fact_row(play: Play, fact: Fact) -> FactRow:
    row = FactRow(id=fact.id, text=fact.text, shared=fact in play.scenario.shared, held_by=fact.held_by)
    voicing = play.voiced.get(fact.id)
    if voicing is None:
        return row
    return row.model_copy(update={"minute": voicing.minute, "by": voicing.role, "how": voicing.how})


def _role_row(play: Play, role: str) -> RoleRow:
    own = play.scenario.own(role)
    assert play.decided is not None
    return RoleRow(
        id=role,
        first=play.before.get(role) or ("" if role in play.seats else preference(play.scenario, role)),
        unique=len(own),
        voiced=sum(fact.id in play.voiced for fact in own),
        credited=role in play.decided.credits,
    )


def _option_rows(play: Play) -> tuple[OptionRow, ...]:
    scenario = play.scenario
    table = [*scenario.shared, *(fact for fact in scenario.unique if fact.id in play.decided_on)]
    return tuple(
        OptionRow(
            id=option.id,
            name=option.name,
            shared=value(scenario.shared, option.id),
            table=value(table, option.id),
            everything=value(scenario.facts, option.id),
        )
        for option in scenario.options
    )


def _stakes(play: Play) -> tuple[Stake, ...]:
    """The principles at stake, in the order in which they came up: first in the case, then in the choices made."""
    found: dict[str, list[str]] = {principle: [] for principle in play.scenario.principles}
    for said in play.said:
        if isinstance(said.turn, ChoiceMade):
            scene = play.scenario.scene(said.turn.scene)
            choice = scene.choice(said.turn.choice) if isinstance(scene, Crossroads) else None
            for principle in choice.principles if choice else ():
                found.setdefault(principle, []).append(scene.title or scene.id)
    return tuple(Stake(principle=name, where=tuple(dict.fromkeys(where))) for name, where in found.items())
