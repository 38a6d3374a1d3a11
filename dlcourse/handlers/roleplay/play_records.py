"""Reads stored plays: the events of each, and the scenario as it was when the play began.

It never writes, except to store a scenario. Whether somebody may see a play is checked elsewhere.
"""

import hashlib

from dlcourse.domain.roleplay.messages import PLAYS, Decided, IdeaVoiced, PlayBegun, ScenarioKept
from dlcourse.domain.roleplay.play import Play, begin, replay
from dlcourse.domain.roleplay.policy import no_such_play
from dlcourse.domain.roleplay.scenario import Scenario
from dlcourse.domain.speech import Event
from dlcourse.handlers.context import WriteContext
from dlcourse.handlers.fold_cache import FoldCache, GrowingFolds
from dlcourse.store import ReadTransaction

AUTHOR = "author"


def begun_and_moves(transaction: ReadTransaction, play_id: str) -> tuple[PlayBegun, tuple[Event, ...]]:
    """How a play began, and everything that happened in it since. Raises a `CourseError` if there is no such play."""
    kept = transaction.events(PLAYS + play_id)
    if not kept or not isinstance(kept[0].event, PlayBegun):
        raise no_such_play()
    return kept[0].event, tuple(each.event for each in kept[1:])


def play_of(transaction: ReadTransaction, play_id: str) -> Play:
    """A play as it is now. Raises a `CourseError` if there is no such play."""
    begun, events = begun_and_moves(transaction, play_id)
    start = begin(begun, kept_scenario(transaction, begun.scenario))
    return _plays.fold(PLAYS + play_id, start, events)


def kept_scenario(transaction: ReadTransaction, stream: str) -> Scenario:
    """The stored scenario. Its stream is named by its content, so it is read only once for all plays of it."""

    def read() -> Scenario:
        kept = transaction.events(stream)[0].event
        assert isinstance(kept, ScenarioKept)
        return kept.scenario

    return _scenarios.get(stream, 1, read)


_scenarios: FoldCache[Scenario] = FoldCache(most=64)
_plays: GrowingFolds[Play] = GrowingFolds(replay)


def keep_scenario(scenario: Scenario, context: WriteContext) -> str:
    """Store the current scenario, once, and return the name of its stream, which follows from its content."""
    digest = hashlib.sha256(scenario.model_dump_json().encode()).hexdigest()
    stream = f"scenario/{digest}"
    if not context.transaction.events(stream):
        context.transaction.append(stream, 0, digest, AUTHOR, [ScenarioKept(scenario=scenario)])
    return stream


def words_in(transaction: ReadTransaction, play: Play) -> dict[str, str]:
    """The texts of a play's ideas and reasons, by id, as far as they are still stored."""
    turns = [said.turn for said in play.said]
    ids = [turn.words for turn in turns if isinstance(turn, IdeaVoiced)]
    return transaction.texts(filter(None, [*ids, *(turn.reason for turn in turns if isinstance(turn, Decided))]))
