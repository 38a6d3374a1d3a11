"""What figures about a cohort count of logs: how sure people are, and promises. Nobody's words are read."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import pairwise

from dlcourse.content.library import Library
from dlcourse.domain.measured import AskedQuestion, FigureWords, Measured
from dlcourse.domain.reflection.commitments import UNDATED, Promise
from dlcourse.domain.reflection.entries import Log
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.measures import measure
from dlcourse.handlers.reflection.entries import log_at

OUTCOMES = {"kept": "kept", "partly": "kept in part", "not kept": "not kept", "dropped": "dropped"}
"""What can become of a promise."""
YES = {"yes": "yes"}


def describe_confidence(library: Library) -> Mapping[str, FigureWords]:
    """Each open session."""
    return _by_session(library, "confidence", "How sure people are", {str(level): str(level) for level in range(1, 6)})


@measure("confidence", 50, describe_confidence)
def measure_confidence(context: ReadContext) -> Mapping[str, Measured]:
    """For each session, how sure somebody was in the entry that they saved last."""
    said = _confidences(log_at(context.transaction, context.person)[1])
    return {
        session: Measured({"confidence": str(levels[-1])}, str(_changes(levels))) for session, levels in said.items()
    }


def describe_made(library: Library) -> Mapping[str, FigureWords]:
    """Each open session."""
    return _by_session(library, "promise-made", "Made a promise", YES)


@measure("promise-made", 60, describe_made)
def measure_made(context: ReadContext) -> Mapping[str, Measured]:
    """The sessions in which somebody made a promise."""
    return dict.fromkeys(_promises(context), Measured({"promise-made": "yes"}))


def describe_due(library: Library) -> Mapping[str, FigureWords]:
    """Each open session."""
    return _by_session(library, "promise-due", "The day of the promise has come", YES)


@measure("promise-due", 61, describe_due)
def measure_due(context: ReadContext) -> Mapping[str, Measured]:
    """The sessions in which somebody made a promise, each from the day of the first promise on."""
    return {
        session: Measured({"promise-due": "yes"}, since=min(map(_day, made)))
        for session, made in _promises(context).items()
    }


def describe_outcome(library: Library) -> Mapping[str, FigureWords]:
    """Each open session."""
    return _by_session(library, "promise-outcome", "What became of the promise", OUTCOMES)


@measure("promise-outcome", 62, describe_outcome)
def measure_outcome(context: ReadContext) -> Mapping[str, Measured]:
    """For each session, what somebody said last about what became of a promise that they made there."""
    found = dict[str, Measured]()
    for session, made in _promises(context).items():
        said = [(at, promise.made.commitment, each.outcome) for promise in made for each, at in promise.answers]
        if said:
            _, commitment, outcome = max(said)
            found[session] = Measured({"promise-outcome": outcome}, f"{commitment[:8]} {len(said)}")
    return found


def _by_session(library: Library, kind: str, title: str, answers: Mapping[str, str]) -> Mapping[str, FigureWords]:
    """The figures of a kind with one question of the same name, one figure for each open session."""
    question = {kind: AskedQuestion(title)}
    return {
        each.id: FigureWords(title, each.id, question, answers) for each in library.curriculum().sessions if each.open
    }


def _confidences(log: Log) -> dict[str, list[int]]:
    """How sure somebody was, session by session, in the order in which they said so."""
    said = sorted(
        (at, entry.written.session, version.confidence)
        for entry in log.entries.values()
        for version, at in entry.versions
        if version.confidence is not None
    )
    found = dict[str, list[int]]()
    for _, session, confidence in said:
        assert confidence is not None
        found.setdefault(session, []).append(confidence)
    return found


def _promises(context: ReadContext) -> dict[str, list[Promise]]:
    """The promises that somebody made in sessions, by session."""
    found = dict[str, list[Promise]]()
    for promise in log_at(context.transaction, context.person)[1].promises.values():
        if promise.made.session:
            found.setdefault(promise.made.session, []).append(promise)
    return found


def _day(promise: Promise) -> str:
    """The day by which it was promised, or a week after it was made."""
    by = promise.made.by or datetime.fromisoformat(promise.at).date() + UNDATED
    return by.isoformat()


def _changes(values: Iterable[object]) -> int:
    """How often the value changed: it tells that there is another one, and not which."""
    return sum(one != other for one, other in pairwise(values))
