"""The page of the sixteen: what each principle and task means, what can be said against it, and where it is met.

What is said beside the quotation is written by authors, in ``data/principles.yaml``.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from dlcourse.domain.principles import PRINCIPLES, Principle
from dlcourse.domain.sessions import Curriculum
from dlcourse.domain.speech import Query, Value, View


class Publication(Value):
    """Something to read: its reference in words, and where it can be found, if anywhere."""

    id: str
    text: str
    address: str = ""


class Commentary(Value):
    """What the course says about one principle or task; ``reading`` are ids of publications."""

    id: str
    located: str
    means: str
    means_not: str
    against: str
    reading: tuple[str, ...]


class Commentaries(Value):
    """The whole file: a commentary for each of the sixteen in their order, and the publications, each once."""

    principles: tuple[Commentary, ...]
    sources: tuple[Publication, ...]


class Sixteen(Query):
    """The nine principles, the five, and the two tasks, with my own work on each."""


class MetIn(Value):
    """A session in which a principle is met."""

    session: str
    title: str
    open: bool


class PracticedIn(Value):
    """A role-play or an exercise in which what comes of it depends on a decision about a principle.

    ``to`` is its address in the course.
    """

    to: str
    title: str


class PrincipleCard(Value):
    """One of the sixteen as a page shows it; ``entries`` is how many entries of my log carry it."""

    principle: Principle
    commentary: Commentary
    reading: tuple[Publication, ...]
    met_in: tuple[MetIn, ...]
    practiced_in: tuple[PracticedIn, ...]
    entries: int


class SixteenView(View):
    """All sixteen in their order, and everything that the course refers to."""

    cards: tuple[PrincipleCard, ...]
    sources: tuple[Publication, ...]


def sixteen_view(
    commentaries: Commentaries, curriculum: Curriculum, titles: Mapping[str, str], tags: Iterable[str]
) -> SixteenView:
    """Put the view together; ``titles`` are those of the role-plays, ``tags`` the principles of my entries."""
    sources = {source.id: source for source in commentaries.sources}
    counted = Counter(tags)
    cards = (
        PrincipleCard(
            principle=PRINCIPLES[each.id],
            commentary=each,
            reading=tuple(sources[name] for name in each.reading),
            met_in=met_in(each.id, curriculum),
            practiced_in=practiced_in(each.id, curriculum, titles),
            entries=counted[each.id],
        )
        for each in commentaries.principles
    )
    return SixteenView(cards=tuple(cards), sources=commentaries.sources)


def met_in(principle: str, curriculum: Curriculum) -> tuple[MetIn, ...]:
    """The sessions that cover this principle, in the order of the course."""
    return tuple(
        MetIn(session=each.id, title=each.title, open=each.open)
        for each in curriculum.sessions
        if principle in each.covers
    )


def practiced_in(principle: str, curriculum: Curriculum, titles: Mapping[str, str]) -> tuple[PracticedIn, ...]:
    """The role-plays and exercises with a decision about this principle, each once; an exercise is in its session."""
    exercises = {
        exercise.id: PracticedIn(to=f"session/{session.id}", title=exercise.title)
        for session in curriculum.sessions
        for exercise in session.exercises
    }
    plays = {name: PracticedIn(to=f"play/{name}", title=title) for name, title in titles.items()}
    found = dict.fromkeys(each.of for each in curriculum.practiced if each.principle == principle)
    return tuple((exercises | plays)[name] for name in found if name in exercises | plays)
