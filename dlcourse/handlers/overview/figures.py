"""Handlers of the figures about the people of a cohort: what was published last, in words."""

from collections.abc import Iterator, Mapping

from dlcourse.content.library import Library
from dlcourse.domain.measured import AskedQuestion, FigureWords
from dlcourse.domain.overview.guard import PublishedFigure
from dlcourse.domain.overview.messages import CohortFigures
from dlcourse.domain.overview.views import CohortFiguresView, PeopleFigure, QuestionFigure
from dlcourse.handlers.cohort.reading import cohort_name
from dlcourse.handlers.context import Heavy, ReadContext
from dlcourse.handlers.measures import MEASURES
from dlcourse.handlers.overview.following import followed
from dlcourse.handlers.overview.records import figure_name
from dlcourse.handlers.registry import look_up


@look_up.register
def show_cohort_figures(query: CohortFigures, context: ReadContext) -> Heavy:
    name = cohort_name(context.transaction, query.cohort)
    return Heavy(lambda: figures_of(query.cohort, name, context))


def figures_of(cohort: str, name: str, context: ReadContext) -> CohortFiguresView:
    """The published figures of a cohort, after those that can move on have done so. Call this in `Heavy`."""
    following = followed(context.jobs.store, cohort)
    with following.up_to_date(context):
        published = dict(following.published.figures)
    return CohortFiguresView(cohort=cohort, name=name, figures=tuple(_in_words(published, context.library)))


def _in_words(published: Mapping[str, PublishedFigure], library: Library) -> Iterator[PeopleFigure]:
    """Every figure that there can be, whether it was published yet or not."""
    for kind in sorted(MEASURES, key=lambda each: MEASURES[each].rank):
        for of, words in MEASURES[kind].describe(library).items():
            yield _figure(kind, of, words, published.get(figure_name(kind, of), PublishedFigure()))


def _figure(kind: str, of: str, words: FigureWords, figure: PublishedFigure) -> PeopleFigure:
    counts = figure.counts
    return PeopleFigure(
        kind=kind,
        of=of,
        title=words.title,
        session=words.session,
        people=figure.people,
        moved=figure.moved,
        answers=dict(words.answers),
        questions=tuple(
            _question(question, asked, counts[question])
            for question, asked in words.questions.items()
            if counts.get(question)
        ),
    )


def _question(question: str, asked: AskedQuestion, counts: dict[str, int]) -> QuestionFigure:
    return QuestionFigure(question=question, text=asked.text, group=asked.group, counts=counts, fits=asked.fits)
