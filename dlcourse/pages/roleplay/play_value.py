"""What a notebook cell can read of a role-play: what the learner's own seat sees, and after the end the scores."""

from typing import TypedDict

from dlcourse.domain.roleplay.debrief import DebriefView, Talk
from dlcourse.domain.roleplay.table import KnownFact, Source, Stage, TableView


class PlayFact(TypedDict):
    """A fact that the seat knows, and how: from everyone, its own, heard at the table, or revealed by a choice.

    ``by`` and ``minute`` say who said it first and when; empty and 0 if nobody has.
    """

    id: str
    text: str
    since: Source
    by: str
    minute: int


class PlayScores(TypedDict):
    """What came of the talk, as the debrief says it.

    ``coverage``: facts said that not everybody had / all of those, 0 to 1. ``focus``: mentions of those / all
    mentions, or None. ``regret``: how much the best option was worth more than the chosen one.
    """

    solved: bool
    best: str
    coverage: float
    focus: float | None
    regret: int
    minutes_used: int


class PlayValue(TypedDict):
    """A play as the learner's seat sees it.

    ``stage`` is prefer, talk, decide, choose, wait or end. ``decided`` is the id of the chosen option, or empty.
    ``moves`` counts what happened so far. ``scores`` are there once a play with a talk has ended.
    """

    scenario: str
    play: str
    seat: str
    stage: Stage
    moves: int
    minutes_left: int
    facts: list[PlayFact]
    decided: str
    scores: PlayScores | None


def play_value(table: TableView, debrief: DebriefView | None) -> PlayValue:
    """The play as plain data."""
    return {
        "scenario": table.scenario,
        "play": table.play,
        "seat": table.seat,
        "stage": table.stage,
        "moves": table.moves,
        "minutes_left": table.minutes_left,
        "facts": [_fact(fact) for fact in table.facts],
        "decided": table.decided,
        "scores": _scores(debrief.talk) if debrief and debrief.talk else None,
    }


def _fact(fact: KnownFact) -> PlayFact:
    return {"id": fact.id, "text": fact.text, "since": fact.since, "by": fact.by, "minute": fact.minute}


def _scores(talk: Talk) -> PlayScores:
    return {
        "solved": talk.solved,
        "best": talk.best,
        "coverage": talk.coverage,
        "focus": talk.focus,
        "regret": talk.regret,
        "minutes_used": talk.minutes_used,
    }
