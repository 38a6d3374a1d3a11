"""What is stored about each person for a cohort's overview: done exercises, whether they share something, and measures.

It is a projection: it can be deleted at any time, and is then computed again. No personal words are in it.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Any

from dlcourse.domain.measured import Measured
from dlcourse.errors import CourseError
from dlcourse.handlers.context import ReadContext
from dlcourse.handlers.curriculum.done import done_exercises
from dlcourse.handlers.measures import MEASURES
from dlcourse.handlers.overview.projections import Projection
from dlcourse.handlers.reflection.entries import log_at

_log = logging.getLogger(__name__)

MOST_SHARED = 4096
"""How many different measurements are recognized, so that equal ones are kept once."""


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person, as the overview needs them. ``measured`` is by the name of the figure, such as ``sorting/kinds``."""

    done: frozenset[str]
    shares: bool
    measured: Mapping[str, Measured]


def record_of(context: ReadContext) -> PersonRecord:
    """The record of the viewer of this context."""
    log = log_at(context.transaction, context.person)[1]
    shares = any(entry.visibility != "private" for entry in log.entries.values())
    return PersonRecord(done_exercises(context), shares, _measured(context))


def _measured(context: ReadContext) -> dict[str, Measured]:
    """Everything that is measured of this person. What was damaged is not counted."""
    each = ((kind, of, measured) for kind in MEASURES for of, measured in _part(kind, context).items())
    return {figure_name(kind, of): measured for kind, of, measured in each}


def _part(kind: str, context: ReadContext) -> Mapping[str, Measured]:
    return context.transaction.part(kind, context.person, lambda: _measured_as(kind, context))


def _measured_as(kind: str, context: ReadContext) -> Mapping[str, Measured]:
    """What is measured of this person for a kind of figures; nothing if that fails, so that all others are counted."""
    try:
        return MEASURES[kind].measure(context)
    except CourseError:
        return {}
    except Exception as error:  # noqa: BLE001 (a person can restore a file that somebody made up)
        _log.error("Nothing can be measured for %s: %s", kind, type(error).__name__)
        return {}


def figure_name(kind: str, of: str) -> str:
    """The name under which a figure is published."""
    return f"{kind}/{of}"


def _encode(record: PersonRecord) -> Any:
    measured = {name: json.dumps([each.mark, each.since, each.answers]) for name, each in record.measured.items()}
    return [sorted(record.done), record.shares, measured]


def _decode(raw: Any) -> PersonRecord:
    done, shares, measured = raw
    return PersonRecord(frozenset(done), shares, {intern(name): _measurement(text) for name, text in measured.items()})


@lru_cache(maxsize=MOST_SHARED)
def _measurement(text: str) -> Measured:
    """The measurement in this JSON. People of whom the same is measured share one in memory."""
    mark, since, answers = json.loads(text)
    return Measured({intern(question): intern(answer) for question, answer in answers.items()}, mark, since)


RECORDS = Projection("overview records", record_of, _encode, _decode)
"""The record of each person."""
