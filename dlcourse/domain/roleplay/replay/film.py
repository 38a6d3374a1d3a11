"""The film of a talk: after each minute, which facts were on the table, who knew how many, and what they spoke for.

It reveals what everybody knew, so it is part of the debrief and made only of plays in which a decision was made.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Literal

from dlcourse.domain.roleplay.hidden_profile import best_option, value
from dlcourse.domain.roleplay.messages import Decided, FactShared, IdeaVoiced, QuestionAsked
from dlcourse.domain.roleplay.moves import starts_a_move
from dlcourse.domain.roleplay.play import Play, apply
from dlcourse.domain.roleplay.replay.visits import next_move
from dlcourse.domain.roleplay.scenario import Fact
from dlcourse.domain.speech import Event, Value

Picture = Literal["start", "minute", "decision"]
"""What a frame shows: how things stood before the talk, after a minute of it, or at the decision."""


class Frame(Value):
    """How things stood at the end of one minute of the talk, or at the decision.

    The frame covers the moves from ``begins`` to before ``ends``. ``branch`` is the number of moves after which a new
    attempt can go on from it, or None if nobody made a move after it. ``on_table`` counts the unique facts heard so
    far, ``known`` those that each role knew, in the order of the file. ``worth`` is V(o) of each option on the shared
    facts and those heard so far, and ``ahead`` the id of the option that is best on them, or empty if several are.
    """

    picture: Picture
    minute: int
    begins: int
    ends: int
    branch: int | None
    on_table: int
    known: tuple[int, ...]
    worth: tuple[int, ...]
    ahead: str


class Film(Value):
    """The frames of a talk; ``surfaced`` gives each unique fact that was heard in it the place of its first frame."""

    frames: tuple[Frame, ...]
    surfaced: dict[str, int]

    def parting(self, common: int) -> int:
        """The place of the first frame that is not wholly among the first ``common`` moves, or of the last frame."""
        return next((place for place, frame in enumerate(self.frames) if frame.ends > common), len(self.frames) - 1)


def film(start: Play, events: Sequence[Event]) -> Film | None:
    """The film of the play that these events make of its ``start``; None if no decision was made in it."""
    states = tuple(accumulate(events, lambda play, event: apply(event, play), initial=start))
    cuts = _cuts(start, events)
    if not cuts:
        return None
    frames = tuple(_frame(states, events, *cut) for cut in pairwise(cuts))
    heard = [states[frame.ends].heard for frame in frames]
    found = {fact.id: next((at for at, facts in enumerate(heard) if fact.id in facts), -1) for fact in _unique(start)}
    return Film(frames=frames, surfaced={fact: at for fact, at in found.items() if at >= 0})


def _cuts(start: Play, events: Sequence[Event]) -> list[int]:
    """After how many moves each frame begins, and last, the last one ends; empty if nothing was decided."""
    decided = [at for at, event in enumerate(events) if isinstance(event, Decided)]
    if not decided:
        return []
    talk = FactShared | QuestionAsked | IdeaVoiced | Decided
    begun = [at for at, event in enumerate(events[: decided[-1] + 1]) if isinstance(event, talk)]
    return [0, *begun, next_move(start, events, decided[-1] + 1)]


def _frame(states: Sequence[Play], events: Sequence[Event], begins: int, ends: int) -> Frame:
    play = states[ends]
    unique, heard, options = _unique(play), play.heard, [option.id for option in play.scenario.options]
    table = [*play.scenario.shared, *(fact for fact in unique if fact.id in heard)]
    return Frame(
        picture=_picture(events, begins),
        minute=_minute(states, begins),
        begins=begins,
        ends=ends,
        branch=_branch(states[0], events, begins, ends),
        on_table=len(table) - len(play.scenario.shared),
        known=tuple(
            sum(role.id in fact.held_by or fact.id in heard for fact in unique) for role in play.scenario.roles
        ),
        worth=tuple(value(table, option) for option in options),
        ahead=best_option(table, options) or "",
    )


def _unique(play: Play) -> tuple[Fact, ...]:
    return play.scenario.unique


def _picture(events: Sequence[Event], begins: int) -> Picture:
    match events[begins]:
        case Decided():
            return "decision"
        case FactShared() | QuestionAsked() | IdeaVoiced():
            return "minute"
        case _:
            return "start"


def _minute(states: Sequence[Play], begins: int) -> int:
    """The minute of talk that begins with this move; for a decision, the one in which the talk ended."""
    return states[begins + 1].said[-1].minute if states[begins + 1].said else 0


def _branch(start: Play, events: Sequence[Event], begins: int, ends: int) -> int | None:
    """The last number of moves within the frame, or at its end, after which a person made a move."""
    last = min(ends, len(events) - 1)
    return next((at for at in range(last, begins, -1) if starts_a_move(start, events[at])), None)
