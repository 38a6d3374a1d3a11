"""What can be said about schools in the simulation, what happens, and what is seen.

Nothing here is anybody's words: a school is a few levels, and an expectation is one of three.
"""

from typing import Literal, get_args

from dlcourse.domain.chart import Chart
from dlcourse.domain.learning.choices import SchoolChoices
from dlcourse.domain.place_figures import PlaceFigure
from dlcourse.domain.speech import Command, Event, Query, Value, View

LEARNING = "learning/"
"""Before a person's id: the stream of the schools that they tried."""
Expected = Literal["more", "same", "less"]
"""Whether a school ends up knowing more than the one at first, about as much, or less."""
EXPECTED: tuple[Expected, ...] = get_args(Expected)


class TrySchool(Command, SchoolChoices):
    """Predict what comes of a school, and have it run."""

    expects: Expected


class SetOwnPlace(Command, SchoolChoices):
    """Say which school is most like one's own place."""


class SchoolTried(Event):
    """Somebody predicted what comes of a school."""

    school: SchoolChoices
    expects: Expected


class OwnPlaceSet(Event):
    """Somebody said which school is most like their own place."""

    school: SchoolChoices


class Schools(Query):
    """The schools that I tried."""


class SchoolRuns(Query):
    """What comes of a school that I tried."""

    school: SchoolChoices


class SchoolRegions(Query):
    """In which schools with this openness, and people who learn from each other like this, a title does better."""

    school: SchoolChoices


class SchoolFilm(Query):
    """One run of a school that I tried, period by period."""

    school: SchoolChoices


class OwnPlace(Query):
    """The school that is most like my place, what comes of it, and my own figures."""


class TriedSchool(Value):
    """A school with what was expected of it first."""

    school: SchoolChoices
    expects: Expected


class SchoolsView(View):
    """The schools that I tried, in order; each once, with the first expectation."""

    tried: tuple[TriedSchool, ...]


class KnownAtEnd(Value):
    """The usual way and what people know on average in the end, and the standard errors of both."""

    shared: float
    shared_error: float
    each: float
    each_error: float


class SchoolChange(Value):
    """What another level of one choice alone would change in the end: the difference, and its standard error."""

    choice: str
    level: str
    by: float
    error: float

    @property
    def sure(self) -> bool:
        """Whether the difference is greater than two standard errors."""
        return abs(self.by) > 2 * self.error


class SchoolRunsView(View):
    """What comes of a school, beside the one at first: the ends, the curves, and what each change alone would do.

    ``changes`` have the greatest gain first. ``came`` says whether it ends up knowing more, as much or less.
    """

    school: SchoolChoices
    runs: int
    end: KnownAtEnd
    first_end: KnownAtEnd
    came: Expected
    changes: tuple[SchoolChange, ...]
    curves: Chart
    changes_chart: Chart


class SchoolRegionsView(View):
    """Where a title does better and where what people know does: a map of 25 schools."""

    school: SchoolChoices
    title: int
    expertise: int
    unsure: int
    chart: Chart


class RunFrame(Value):
    """One period of a run: the usual way, and the beliefs of each person, a sign for each question.

    ``+`` is right for the common aim, ``-`` is wrong, ``0`` is open. ``better`` are the places of the people who did
    better than the usual way, for their own aims, when the period began.
    """

    code: str
    people: tuple[str, ...]
    better: tuple[int, ...]


class SchoolFilmView(View):
    """One run from its beginning; ``departments`` has for each person the number of their department."""

    school: SchoolChoices
    departments: tuple[int, ...]
    leaders: int
    common: int
    frames: tuple[RunFrame, ...]


class OwnPlaceView(View):
    """My place: the school, and what comes of it; both None as long as I did not set it. ``figures`` are my own."""

    school: SchoolChoices | None
    result: SchoolRunsView | None
    figures: tuple[PlaceFigure, ...]
