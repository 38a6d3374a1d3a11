"""One's trials as a table."""

from collections.abc import Iterator

from dlcourse.domain.speech import Course
from dlcourse.domain.trial.bench_view import BenchView, TrialCard
from dlcourse.domain.trial.messages import PLAN_WORDS, Bench
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("trial", "text", "the id of the trial"),
    Column("stage", "text", "planned, running, stopped, ended or discarded"),
    Column("hypothesis", "text", "what is tried, and why"),
    Column("test", "text", "the smallest form of it"),
    Column("harmed", "text", "who could be harmed, and what they said"),
    Column("measure", "text", "what is counted"),
    Column("stop", "text", "who may stop it"),
    Column("expected", "whole", "the value of the measure that is expected"),
    Column("limit", "whole", "the value that must not be passed"),
    Column("worse", "text", "on which side of the limit harm is: above or below"),
    Column("on", "day", "the day of the decision"),
    Column("readings", "whole", "how many readings were written down"),
    Column("newest", "whole", "the value of the reading with the latest day; missing without any"),
    Column("breached", "yes/no", "whether a reading went past the limit"),
    Column("decision", "text", "keep, change or drop; missing until it has ended"),
    Column("taught", "text", "what it taught; missing until it has ended"),
    Column("changed", "time", "when it last changed"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each of one's trials, the newest first."""
    for card in own_trials(course):
        newest = max(card.readings, key=lambda each: each.on).value if card.readings else None
        plan = (card.plan[part] for part in PLAN_WORDS)
        numbers = (card.expected, card.limit, card.worse, card.on, len(card.readings), newest, card.breached)
        yield card.trial, card.stage, *plan, *numbers, card.decision, card.taught or None, card.at


def own_trials(course: Course) -> Iterator[TrialCard]:
    """One's own trials, without those that one watches."""
    view = course.see(Bench())
    assert isinstance(view, BenchView)
    yield from (card for card in view.cards if card.mine)


TABLE = ResultTable("Your controlled trials. One row for each.", COLUMNS, rows)
