"""The scenes that a play came through, one visit after the other: what was open there, and what was taken."""

from collections.abc import Sequence

from dlcourse.domain.roleplay.messages import ChoiceMade, Decided
from dlcourse.domain.roleplay.moves import open_choices, starts_a_move
from dlcourse.domain.roleplay.play import Play, apply
from dlcourse.domain.speech import Event, Value


class Visit(Value):
    """One stay in a scene: the id of the choice or option taken from it, and of all that were open.

    ``moves`` is the number of moves after which a new attempt can go on from the beginning of the visit. Of the scene
    that the play is in now, ``way`` is empty.
    """

    scene: str
    moves: int
    way: str = ""
    open: frozenset[str] = frozenset()


def visits(start: Play, events: Sequence[Event]) -> tuple[Visit, ...]:
    """The visits of the play that these events make of its ``start``, the scene that it is in now last."""
    found: list[Visit] = []
    play, entered = start, 0
    for at, event in enumerate(events):
        if isinstance(event, ChoiceMade | Decided):
            found.append(_visit(play, event, entered))
            entered = next_move(start, events, at + 1)
        play = apply(event, play)
    return (*found, Visit(scene=play.scene, moves=entered))


def next_move(start: Play, events: Sequence[Event], moves: int) -> int:
    """The first number of moves, from ``moves`` on, after which a person made one, or the number of all moves.

    Replies of scripted colleagues belong to the move before them.
    """
    return next((at for at in range(moves, len(events)) if starts_a_move(start, events[at])), len(events))


def _visit(play: Play, taken: ChoiceMade | Decided, entered: int) -> Visit:
    if isinstance(taken, ChoiceMade):
        ways = frozenset(choice.id for choice in open_choices(play))
        return Visit(scene=taken.scene, moves=entered, way=taken.choice, open=ways)
    ways = frozenset(option.id for option in play.scenario.options)
    return Visit(scene=play.scene, moves=entered, way=taken.option, open=ways)
