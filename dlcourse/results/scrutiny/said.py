"""What one said and heard in rounds of scrutiny, and wrote about a practice of one's own, as a table."""

from collections.abc import Iterator

from dlcourse.domain.scrutiny.messages import Scrutiny
from dlcourse.domain.scrutiny.own_practice import OwnPractice, OwnPracticeView
from dlcourse.domain.scrutiny.round_view import InCircle, ScrutinyView
from dlcourse.domain.speech import Course
from dlcourse.results.exercises import named_by
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("exercise", "text", "the id of the exercise"),
    Column("round", "text", "the id of your newest round; empty for your own practice"),
    Column("kind", "text", "heard, said, learned, trying, practice, or eyes: what others would see in your practice"),
    Column("about", "text", "the name of the member it is about, or the question that it answers"),
    Column("by", "text", "who said it; empty if it carries no name"),
    Column("temper", "text", "warm, cool or neither; missing if it has none, or if you have not sorted it yet"),
    Column("taken_for", "text", "what you sorted it as, if you had to"),
    Column("words", "text", "what was said"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each thing that was said."""
    for exercise in named_by("open-practice", course):
        view = course.see(Scrutiny(exercise=exercise))
        assert isinstance(view, ScrutinyView)
        yield from (row for member in view.members for row in _about(member, view))
    for exercise in named_by("own-practice", course):
        own = course.see(OwnPractice(exercise=exercise))
        assert isinstance(own, OwnPracticeView)
        yield from _own(own)


def _about(member: InCircle, view: ScrutinyView) -> Iterator[Row]:
    """What I heard about my practice and learned from it, or what I said about somebody else's."""
    start, me = (view.exercise, view.round), _me(view)
    practice = member.practice
    if member.you:
        heard = practice.heard if practice else ()
        yield from ((*start, "heard", member.name, each.by, each.temper, each.taken_for, each.text) for each in heard)
        told = {"learned": member.learned, "trying": member.trying}
        yield from ((*start, kind, member.name, me, None, None, words) for kind, words in told.items() if words)
    elif practice and practice.mine:
        said = {"warm": practice.mine.warm, "cool": practice.mine.cool}
        yield from ((*start, "said", member.name, me, temper, None, words) for temper, words in said.items())


def _own(view: OwnPracticeView) -> Iterator[Row]:
    parts = [("practice", part.label, words) for part, words in view.parts]
    eyes = [("eyes", f"{each.eyes.name}: {each.eyes.question}", each.words) for each in view.eyes]
    for kind, about, words in (*parts, *eyes):
        if words.strip():
            yield view.exercise, "", kind, about, "", None, None, words


def _me(view: ScrutinyView) -> str:
    return next((member.name for member in view.members if member.you), "")


TABLE = ResultTable(
    "What you said and heard about practices. One row for each thing that was said.",
    COLUMNS,
    rows,
)
