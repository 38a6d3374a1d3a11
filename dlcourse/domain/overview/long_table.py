"""All figures about people as one long table: a row for each question and answer."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dlcourse.domain.overview.views import PeopleFigure


class FigureRow(NamedTuple):
    """One answer to one question of a published figure; the names of the fields are the names of the columns."""

    figure: str
    of: str
    title: str
    question: str
    text: str
    answer: str
    answer_name: str
    people: int
    of_people: int
    moved: str


def figure_rows(figures: Iterable[PeopleFigure]) -> Iterator[FigureRow]:
    """The rows of these figures. An answer that nobody gave has a row with no people."""
    for each in figures:
        for question in each.questions:
            for answer in sorted({*each.answers, *question.counts}):
                yield FigureRow(
                    figure=each.kind,
                    of=each.of,
                    title=each.title,
                    question=question.question,
                    text=question.text,
                    answer=answer,
                    answer_name=each.answers.get(answer, answer),
                    people=question.counts.get(answer, 0),
                    of_people=question.people,
                    moved=each.moved,
                )
