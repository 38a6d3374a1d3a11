"""One's answers to the sorting exercise and to the situations to judge, as a table."""

from collections.abc import Iterator

from dlcourse.domain.selfcheck.judgment import TIMES, JudgedSituation, Judging, JudgingView
from dlcourse.domain.selfcheck.sorting import SituationCard, Sorting, SortingView
from dlcourse.domain.speech import Course
from dlcourse.results.exercises import named_by
from dlcourse.results.tables import Column, ResultTable, Row

COLUMNS = (
    Column("exercise", "text", "the id of the exercise"),
    Column("time", "text", "before or after the course; empty for an exercise that is done once"),
    Column("situation", "text", "the id of the situation"),
    Column("text", "text", "the situation"),
    Column("answer", "text", "the id of your answer; the newest one counts"),
    Column("answer_text", "text", "your answer"),
    Column("best", "text", "the id of the best answer; missing as long as the exercise does not show it"),
    Column("result", "text", "best, defensible or other; missing as long as the exercise does not show it"),
    Column("words", "text", "your reason; empty if you gave none"),
)


def rows(course: Course) -> Iterator[Row]:
    """One row for each situation that was answered."""
    for exercise in named_by("sort", course):
        view = course.see(Sorting(exercise=exercise))
        assert isinstance(view, SortingView)
        kinds: dict[str, str] = {kind.id: kind.name for kind in view.kinds}
        yield from (row for card in view.sorted for row in _sorted(exercise, card, kinds))
    for exercise in named_by("judgment", course):
        for time in TIMES:
            judging = course.see(Judging(exercise=exercise, time=time))
            assert isinstance(judging, JudgingView)
            yield from (_judged(exercise, time, each) for each in judging.judged)


def _sorted(exercise: str, card: SituationCard, kinds: dict[str, str]) -> Iterator[Row]:
    if said := card.verdict:
        kind = kinds.get(said.answer, said.answer)
        yield exercise, "", card.id, card.text, said.answer, kind, said.best, said.result, ""


def _judged(exercise: str, time: str, judged: JudgedSituation) -> Row:
    situation = judged.situation
    words = next((each.text for each in situation.actions if each.id == judged.answer), "")
    best = situation.best or None
    result = best and ("best" if judged.answer == best else "other")
    return exercise, time, situation.id, situation.text, judged.answer, words, best, result, judged.words


TABLE = ResultTable("Your answers to situations. One row for each situation that you answered.", COLUMNS, rows)
