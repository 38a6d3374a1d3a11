"""What is seen of a cohort as a whole."""

from datetime import date

from dlcourse.domain.speech import Value, View
from dlcourse.domain.viewer import OVERVIEW


class PersonProgressCard(Value):
    """A person of a cohort and the ids of the sessions they have finished.

    ``joined`` and ``last_seen`` are ISO 8601, UTC; the latter is empty if they have done nothing yet.
    """

    person: str
    name: str
    role: str
    joined: str
    last_seen: str
    finished: tuple[str, ...]


class SessionCount(Value):
    """A session of the course, its day in this cohort, and how many participants have finished it."""

    session: str
    title: str
    open: bool
    on: date | None
    finished: int


class CohortSessionsView(View):
    """How many of a cohort's ``participants`` have finished each session."""

    cohort: str
    name: str
    participants: int
    sessions: tuple[SessionCount, ...]


class CohortProgressView(View):
    """How far a cohort is. ``participants`` counts those who learn; ``people`` lists those who lead, too."""

    cohort: str
    name: str
    participants: int
    people: tuple[PersonProgressCard, ...]
    sessions: tuple[SessionCount, ...]

    @property
    def topic(self) -> str:
        """What changes when this does."""
        return OVERVIEW + self.cohort


class QuestionFigure(Value):
    """How many people gave each answer to a question. ``people`` is how many answered it: at least five."""

    question: str
    text: str
    group: str
    counts: dict[str, int]
    fits: tuple[str, ...] = ()

    @property
    def people(self) -> int:
        """How many people answered it."""
        return sum(self.counts.values())


class PeopleFigure(Value):
    """A published figure: of which ``kind``, about what it is ``of``, and when it last moved (ISO 8601, UTC).

    ``answers`` are the names of answers that have one. A figure that was not published yet has no ``questions``.
    """

    kind: str
    of: str
    title: str
    session: str
    people: int
    moved: str
    answers: dict[str, str]
    questions: tuple[QuestionFigure, ...]


class CohortFiguresView(View):
    """All figures about the people of a cohort, kind by kind, in the order of the course."""

    cohort: str
    name: str
    figures: tuple[PeopleFigure, ...]


class SharedReflection(Value):
    """What somebody shares: their name, the session, what was asked, their words, and when they changed them last."""

    author: str
    session: str
    session_title: str
    asked: str
    words: str
    visibility: str
    changed: str


class CohortSharedView(View):
    """What people share with those who lead the cohort, the newest first."""

    cohort: str
    shared: tuple[SharedReflection, ...]


class SignedPerson(Value):
    """Who was signed off last: by whom, when (ISO 8601, UTC), and for which sessions."""

    person: str
    by: str
    at: str
    sessions: tuple[str, ...]


class CohortReportView(View):
    """What a report about a cohort contains, and who was signed off. Whoever has a name there ``may_sign``."""

    progress: CohortProgressView
    figures: CohortFiguresView
    signed: tuple[SignedPerson, ...]
    may_sign: bool
