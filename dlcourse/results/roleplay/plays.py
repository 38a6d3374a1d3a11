"""One's plays and what came of them, as a table."""

from collections.abc import Iterator

from dlcourse.domain.roleplay.attempts import Attempt, MyPlays, MyPlaysView
from dlcourse.domain.roleplay.debrief import DebriefView, Talk
from dlcourse.domain.roleplay.messages import Debrief
from dlcourse.domain.speech import Course
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("play", "text", "the id of the play"),
    Column("scenario", "text", "the id of the scenario"),
    Column("title", "text", "the title of the scenario"),
    Column("attempt", "whole", "which of your plays of this scenario it is; the first is 1"),
    Column("seat", "text", "the role that you played"),
    Column("begun", "time", "when it began"),
    Column("changed", "time", "when something happened in it last"),
    Column("moves", "whole", "how many things happened in it"),
    Column("ended", "yes/no", "whether it came to an end"),
    Column("decided", "text", "the option that was chosen; empty for none"),
    Column("outcome", "text", "the title of its end"),
    Column("branched_from", "whole", "the attempt that it began from; missing if it began from the start"),
    Column("solved", "yes/no", "whether the best option was chosen; as all below, once a play with a talk has ended"),
    Column("coverage", "number", "facts said that not everybody had / all facts that not everybody had, 0 to 1"),
    Column("focus", "number", "mentions of facts that not everybody had / all mentions of facts, 0 to 1"),
    Column("unique_facts", "whole", "facts that not everybody had"),
    Column("unique_voiced", "whole", "how many of these were said"),
    Column("mentions", "whole", "how often facts were mentioned"),
    Column("regret", "whole", "how much the best option was worth more than the chosen one, in weights of the facts"),
    Column("minutes", "whole", "minutes of talk there were"),
    Column("minutes_used", "whole", "minutes of talk that were used"),
    Column("before", "text", "the id of the option that you preferred before the talk"),
    Column("after", "text", "the id of the option that you preferred after it"),
)
TALK = tuple(column.name for column in COLUMNS).index("solved")
"""The first column about the talk."""


def rows(course: Course) -> Iterator[Row]:
    """One row for each play, the oldest first."""
    view = course.see(MyPlays())
    assert isinstance(view, MyPlaysView)
    for play in reversed(view.plays):
        talk = _talk(play.play, course) if play.ended else None
        yield *_begun(play), *(_scores(talk) if talk else (None,) * (len(COLUMNS) - TALK))


def _talk(play: str, course: Course) -> Talk | None:
    view = course.see(Debrief(play=play))
    assert isinstance(view, DebriefView)
    return view.talk


def _begun(play: Attempt) -> Row:
    return (
        play.play,
        play.scenario,
        play.title,
        play.number,
        play.seat,
        play.begun,
        play.changed,
        play.moves,
        play.ended,
        play.decided,
        play.outcome,
        play.source or None,
    )


def _scores(talk: Talk) -> Row:
    return (
        talk.solved,
        talk.coverage,
        talk.focus,
        talk.unique,
        talk.unique_voiced,
        talk.mentions,
        talk.regret,
        talk.minutes,
        talk.minutes_used,
        talk.before,
        talk.after,
    )


TABLE = ResultTable("Your role-plays and what came of them. One row for each play, the oldest first.", COLUMNS, rows)
